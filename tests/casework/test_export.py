"""Everything out, in clear, and back in again."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from desktop.casework import evidence, export, importing, records, vaults
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from tests.casework.conftest import Case, Make


def test_every_kind_is_written_as_lines_and_as_a_table(ws: Workspace, case: Case, tmp_path: Path) -> None:
    done = export.export_all(ws, tmp_path / "out")
    assert {"case.jsonl", "case.csv", "name.jsonl", "testimony.csv"} <= set(done.files)
    (line,) = (tmp_path / "out/case.jsonl").read_text().splitlines()
    assert json.loads(line)["fields"]["title"] == "A letter writer"


def test_the_preview_counts_what_would_be_written(ws: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "n.txt").write_text("a notice")
    evidence.attach(ws, case.id, tmp_path / "n.txt")
    preview = export.preview_export(ws)
    assert (dict(preview.records)["person"], preview.files, preview.bytes, preview.identities) == (2, 1, 8, True)


def test_names_stay_while_the_compartment_is_closed(ws: Workspace, case: Case, tmp_path: Path) -> None:
    vaults.close_identities(ws)
    done = export.export_all(ws, tmp_path / "out")
    assert not {name for name in done.files if name.startswith(("name", "identity"))}
    assert "林" not in "".join(path.read_text() for path in (tmp_path / "out").iterdir())


def test_what_is_left_out_while_the_compartment_is_closed_is_counted(ws: Workspace, case: Case, tmp_path: Path) -> None:
    vaults.close_identities(ws)
    preview, done = export.preview_export(ws), export.export_all(ws, tmp_path / "out")
    assert (preview.left_out, done.left_out, "name" in dict(preview.records)) == (3, 3, False)


def test_nothing_is_left_out_while_the_compartment_is_open(ws: Workspace, case: Case, tmp_path: Path) -> None:
    assert export.export_all(ws, tmp_path / "out").left_out == 0


def test_evidence_is_written_under_its_code_and_name(ws: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "通知.txt").write_text("a notice")
    record = evidence.attach(ws, case.id, tmp_path / "通知.txt").created[0]
    export.export_all(ws, tmp_path / "out")
    (file,) = (tmp_path / "out/evidence").iterdir()
    assert (file.name, file.read_text()) == (f"{ws.vault.code(record)} 通知.txt", "a notice")


def test_a_folder_with_something_in_it_is_not_written_into(ws: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    with pytest.raises(Refused, match=r"file\.exists"):
        export.export_all(ws, tmp_path)


@pytest.mark.fault(20)
@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_fault_20_our_export_comes_back_identically(make: Make, ws: Workspace, tmp_path: Path, ending: str) -> None:
    odd = [
        {"name": '=HYPERLINK("http://x")', "description": "two\nlines, and a comma"},
        {"name": "'quoted", "name_en": "{not json}", "unnamed": True, "place": {"absent": "withheld"}},
        {"name": "青石派出所", "notes": [{"label": "a", "text": "+1"}, {"label": "b", "text": "\ttab"}]},
    ]
    records.add(ws, "organisation", odd)
    export.export_all(ws, tmp_path / "out")
    other = make("Bao")
    preview = importing.preview_file(other, tmp_path / f"out/organisation.{ending}", kind="organisation")
    importing.accept_import(other, preview)
    assert preview.troubles == ()
    assert fields(other) == fields(ws)


def fields(ws: Workspace) -> list[object]:
    """What every organisation says, whatever its id."""
    rows = records.list_records(ws, "organisation").rows
    return sorted((records.show(ws, row.id).nested for row in rows), key=str)


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_our_export_brought_back_into_the_same_vault_adds_nothing(
    ws: Workspace, case: Case, tmp_path: Path, ending: str
) -> None:
    export.export_all(ws, tmp_path / "out")
    for kind in ("person", "name", "testimony", "consent"):
        preview = importing.preview_file(ws, tmp_path / f"out/{kind}.{ending}", kind=kind)
        assert (preview.new, preview.troubles) == (0, ())


@pytest.mark.fault(20)
def test_fault_20_no_cell_of_a_table_is_a_formula(ws: Workspace, tmp_path: Path) -> None:
    records.add(ws, "organisation", [{"name": "=1+1", "place": "@home", "description": "-x"}])
    export.export_all(ws, tmp_path / "out")
    with (tmp_path / "out/organisation.csv").open(encoding="utf-8-sig", newline="") as file:
        _, row = csv.reader(file)
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


def cell(table: Path, column: str) -> set[str]:
    """What stands in a column of a table."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        return {row[column] for row in csv.DictReader(file)} - {""}


def test_r_sec_06_a_cell_of_what_is_withheld_reads_so_and_comes_back_the_same(
    ws: Workspace, case: Case, make: Make, tmp_path: Path
) -> None:
    records.edit(ws, case.son, {"nationality": {"absent": "withheld"}})
    records.edit(ws, case.mother, {"nationality": "[withheld]"})  # somebody's own words
    export.export_all(ws, tmp_path / "out")
    assert cell(tmp_path / "out/person.csv", "nationality") == {"[withheld]", '"[withheld]"'}
    other = make("Bao")
    importing.accept_import(other, importing.preview_file(other, tmp_path / "out/person.csv", kind="person"))
    people = [
        records.show(other, one.id).nested.get("nationality") for one in records.list_records(other, "person").rows
    ]
    assert {"absent": "withheld"} in people
    assert "[withheld]" in people


def test_r_sec_06_what_tells_who_somebody_is_reads_as_withheld_in_tables_for_a_purpose(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    records.add(ws, "consent", [{"person": case.son, "state": "given", "scopes": [{"scope": "un_confidential"}]}])
    records.edit(ws, case.son, {"occupation": "the only notary of Linhe"})
    export.export_all(ws, tmp_path / "out", scope="un_confidential")
    assert cell(tmp_path / "out/person.csv", "occupation") == {"[withheld]"}
