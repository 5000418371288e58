"""Bringing tables and records in."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.casework import erase, import_records, importing, records
from desktop.casework.import_marks import Marks
from desktop.casework.importing import ImportPreview, More
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError, Refused
from tests.casework.conftest import Case, Make
from tests.casework.shorthand import how_many
from tests.measured import MIB, calls, room

TABLE = """Name,Gender,Date of Birth,Place,Source
林远（林小舟）,male,1988-02-30,青石镇,https://example.org/1
许安,female,1991,云河,https://example.org/2
贺兰·巴图,?,19993,,https://example.org/2
"""


WHERE_NOT_NEEDED = ((2, "身份证号"), (3, "Phone number"), (3, "备注"))


def looked(ws: Workspace, text: str, kind: str = "person") -> ImportPreview:
    return importing.preview_import(ws, text.encode(), kind=kind)


def taken(ws: Workspace, text: str, kind: str = "person") -> tuple[str, ...]:
    return importing.accept_import(ws, looked(ws, text, kind)).created


def person(ws: Workspace, name: str) -> records.Shown:
    (row,) = records.list_records(ws, "person", text=name).rows
    return records.show(ws, row.id)


def test_r_sec_03_columns_of_papers_addresses_and_phones_are_told_before_they_come_in(ws: Workspace) -> None:
    table = "姓名,身份证号,Phone number,备注,Place\n许安,x7,,平安,云河\n贺兰,,555 01,13900001234,云河\n"
    told = {(one.row, one.column, one.code, one.text, one.blocking) for one in looked(ws, table).troubles}
    assert told == {(row, column, "not_needed_note", "", False) for row, column in WHERE_NOT_NEEDED}


def test_a_cell_of_a_million_letters_is_looked_through_in_one_go(ws: Workspace) -> None:
    letters = "a" * 300_000 + "," + "1-" * 300_000
    assert [one.column for one in looked(ws, f"姓名,x,y,z\n许安,{letters},m@example.org\n").troubles] == ["z"]


def test_r_sec_03_an_identity_brought_in_tells_what_no_case_of_the_person_needs(ws: Workspace, case: Case) -> None:
    fields = {"of": case.son, "contacts": [{"value": "x"}], "documents": [{"number": "y"}], "spoken": [{"words": "z"}]}
    line = json.dumps({"fields": fields})
    assert [one.column for one in looked(ws, line, "identity").troubles] == ["documents", "contacts"]
    records.edit(ws, case.id, {"collects": [{"detail": "phone", "why": "to warn him"}]})
    assert [one.column for one in looked(ws, line, "identity").troubles] == ["documents"]


def test_a_preview_imports_nothing(ws: Workspace) -> None:
    looked(ws, TABLE)
    assert sum(how_many(ws).values()) == 0


def test_what_the_preview_counts_is_what_is_made(ws: Workspace) -> None:
    preview = looked(ws, TABLE)
    importing.accept_import(ws, preview)
    assert {kind: count for kind, count in how_many(ws).items() if count} == dict(preview.makes)


def test_every_problem_is_told_by_row_column_and_reason(ws: Workspace) -> None:
    told = {(one.row, one.column, one.code) for one in looked(ws, TABLE).troubles}
    assert told == {
        (2, "Date of Birth", "date_impossible"),
        (4, "Date of Birth", "date_malformed"),
        (4, "Gender", "sex_unknown"),
    }


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_every_reason_can_be_said(ws: Workspace, language: str) -> None:
    spoken = ws.speaking(language)
    assert all(importing.reason(trouble, spoken) != trouble.code for trouble in looked(ws, TABLE).troubles)


def test_a_row_becomes_a_person_with_names_and_source_and_notes(ws: Workspace) -> None:
    taken(ws, TABLE)
    shown = person(ws, "林远")
    assert (shown.nested["sex"], shown.nested["birth"]) == ("m", {"words": "1988-02-30", "calendar": "gregorian"})
    assert [(note["label"], note["text"]) for note in shown.nested["notes"].values()] == [("Place", "青石镇")]
    assert len(ws.vault.referring(shown.id, "name")) == 2
    (citation,) = ws.vault.referring(shown.id, "citation")
    source = records.show(ws, records.show(ws, citation).nested["source"])
    assert source.nested == {"url": "https://example.org/1"}


def test_a_year_stays_a_year(ws: Workspace) -> None:
    taken(ws, TABLE)
    assert person(ws, "许安").nested["birth"]["edtf"] == "1991"


def test_no_act_is_made_up(ws: Workspace) -> None:
    taken(ws, TABLE)
    assert how_many(ws)["act"] == 0


def test_rows_from_one_source_share_it(ws: Workspace) -> None:
    taken(ws, TABLE)
    assert how_many(ws)["source"] == 2


@pytest.mark.fault(19)
def test_fault_19_the_same_file_again_makes_no_duplicates(ws: Workspace) -> None:
    taken(ws, TABLE)
    before = dict(how_many(ws))
    preview = looked(ws, TABLE)
    assert (preview.new, preview.known, preview.makes) == (0, 3, ())
    assert importing.accept_import(ws, preview).created == ()
    assert how_many(ws) == before


def test_a_longer_file_adds_only_what_is_new(ws: Workspace) -> None:
    taken(ws, TABLE)
    preview = looked(ws, TABLE + "陈伟,male,,,\n")
    assert (preview.new, preview.known) == (1, 3)


def test_two_people_of_one_name_are_two_people(ws: Workspace) -> None:
    taken(ws, "姓名,来源\n陈伟,https://example.org/1\n陈伟,https://example.org/2\n")
    assert how_many(ws)["person"] == 2


def test_a_row_that_stands_twice_is_taken_once_and_told(ws: Workspace) -> None:
    preview = looked(ws, "姓名\n陈伟\n陈伟\n")
    assert (preview.new, [(one.row, one.code) for one in preview.troubles]) == (1, [(3, "duplicate_row")])


def test_a_person_erased_since_can_be_brought_in_anew(ws: Workspace) -> None:
    taken(ws, "姓名\n陈伟\n")
    erase.erase(ws, erase.preview_erase(ws, person(ws, "陈伟").id))
    assert looked(ws, "姓名\n陈伟\n").new == 1


def test_a_person_deleted_since_is_not_brought_in_again(ws: Workspace) -> None:
    taken(ws, "姓名\n陈伟\n")
    records.delete(ws, person(ws, "陈伟").id)
    assert looked(ws, "姓名\n陈伟\n").new == 0


@pytest.mark.fault(19)
@pytest.mark.parametrize("row", [1, 2, 3])
def test_fault_19_stopped_at_any_row_nothing_is_kept(ws: Workspace, row: int) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == row:
            raise StoppedError

    with pytest.raises(StoppedError):
        importing.accept_import(ws, looked(ws, TABLE), progress=stop)
    assert sum(how_many(ws).values()) == 0
    assert looked(ws, TABLE).new == 3


@pytest.mark.fault(20)
def test_fault_20_a_row_that_names_nobody_stands_in_the_way(ws: Workspace) -> None:
    preview = looked(ws, "姓名,地\n,北\n许安,南\n")
    assert preview.blocked
    with pytest.raises(Refused, match=r"import\.blocked"):
        importing.accept_import(ws, preview)


@pytest.mark.fault(20)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "big5"])
def test_fault_20_a_table_in_any_usual_encoding_is_read(ws: Workspace, encoding: str) -> None:
    text = (
        "姓名,備註\n" + "".join(f"陳{sign}明,家裡被停電三天\n" for sign in "大小中上下")
        if encoding == "big5"
        else TABLE
    )
    preview = importing.preview_import(ws, text.encode(encoding))
    assert preview.new == (5 if encoding == "big5" else 3)


@pytest.mark.fault(20)
@pytest.mark.parametrize(
    ("untrusted", "code"),
    [
        (b"", "import.empty"),
        (b"\xef\xbb\xbf\r\n \n", "import.empty"),
        (b"Title,Date\nx,y\n", "import.no_name_column"),
        (b'Name,Note\nA,"never closed\n' + b"x\n" * 10, "table.unbalanced_quote"),
        (b"Name," + b"," * 100_000 + b"\nA\n", "table.too_many_columns"),
        (b"Name,Note\nA," + b"x" * 20_000_000 + b"\n", "table.cell_too_long"),
        (bytes(range(128, 256)) * 40, "."),
    ],
)
def test_fault_20_a_table_that_cannot_be_trusted_is_refused_whole(ws: Workspace, untrusted: bytes, code: str) -> None:
    with pytest.raises(JiashuError, match=code):
        importing.preview_import(ws, untrusted)


@pytest.mark.fault(20)
def test_fault_20_a_formula_is_kept_as_the_words_it_is(ws: Workspace) -> None:
    taken(ws, 'Name,Note\n许安,"=HYPERLINK(""x"")"\n')
    (note,) = person(ws, "许安").nested["notes"].values()
    assert note["text"] == '=HYPERLINK("x")'


def test_a_second_column_of_the_same_heading_is_a_note(ws: Workspace) -> None:
    preview = looked(ws, "Name,Name\n许安,别人\n")
    assert [(use.header, use.target) for use in preview.columns] == [("Name", "name"), ("Name", "note")]
    assert "duplicate_header" in {trouble.code for trouble in preview.troubles}


def test_records_as_json_lines_are_brought_in(ws: Workspace) -> None:
    lines = [{"name": "青石派出所", "type": None}, {"id": "a" * 64, "fields": {"name": "云河中学"}}]
    taken(ws, "\n".join(map(json.dumps, lines)), "organisation")
    assert {row.title for row in records.list_records(ws, "organisation").rows} == {"青石派出所", "云河中学"}


def test_r_src_01_what_a_file_calls_accepted_without_a_source_is_kept_for_work_and_told(ws: Workspace) -> None:
    file = json.dumps({"type": "F.01", "claim_status": "accepted"})
    assert [(one.column, one.code, one.blocking) for one in looked(ws, file, "act").troubles] == [
        ("claim_status", "no_source", False)
    ]
    (act,) = taken(ws, file, "act")
    assert records.show(ws, act).nested["claim_status"] == "work_needed"


def test_records_of_one_file_may_point_at_each_other_in_any_order(ws: Workspace) -> None:
    lines = [
        {"id": "a" * 64, "fields": {"name": "Station", "parent": "b" * 64}},
        {"id": "b" * 64, "fields": {"name": "Bureau"}},
    ]
    taken(ws, "\n".join(map(json.dumps, lines)), "organisation")
    shown = {row.title: records.show(ws, row.id) for row in records.list_records(ws, "organisation").rows}
    assert shown["Station"].nested["parent"] == shown["Bureau"].id


@pytest.mark.fault(20)
def test_fault_20_nobody_is_created_for_a_reference_to_somebody_missing(ws: Workspace) -> None:
    preview = looked(ws, f"person,type,related_person\n{'a' * 64},child,{'b' * 64}\n", "relationship")
    assert {(one.row, one.column, one.code) for one in preview.troubles} == {
        (2, "person", "reference_missing"),
        (2, "related_person", "reference_missing"),
    }
    assert preview.blocked


def test_a_table_of_records_may_name_people_by_code(ws: Workspace) -> None:
    first, second = records.add(ws, "person", [{"sex": "m"}, {"sex": "f"}]).created
    table = f"person,type,related_person\n{ws.vault.code(first)},child,{ws.vault.code(second).lower()}\n"
    (made,) = taken(ws, table, "relationship")
    assert records.show(ws, made).nested["person"] == first


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{]", "json"),
        ('{"name": 1.5}', "json"),
        ('{"name": 7}', "value_text"),
        ('{"kind": "case", "fields": {"title": "x"}}', "other_kind"),
        ('{"fields": {}}', "empty_record"),
        ('{"Name": "x"}', "shape"),
    ],
)
def test_a_line_that_is_no_record_is_told_by_its_number(ws: Workspace, line: str, code: str) -> None:
    preview = looked(ws, '{"name": "good"}\n' + line, "organisation")
    assert [(one.row, one.code, one.blocking) for one in preview.troubles] == [(2, code, True)]


@pytest.mark.fault(20)
def test_fault_20_of_many_problems_the_first_are_listed_and_all_are_counted(ws: Workspace) -> None:
    preview = looked(ws, "Name,Gender\n" + ",m\n" * 300 + "".join(f"name {n},?\n" for n in range(250)))
    assert [one.code for one in preview.troubles] == ["no_name"] * 100 + ["sex_unknown"] * 100
    assert preview.more == (More("no_name", 200, blocking=True), More("sex_unknown", 150, blocking=False))
    assert preview.troubles_count == 550
    with pytest.raises(Refused) as caught:
        importing.accept_import(ws, preview)
    assert caught.value.details == {"rows": 300}


@pytest.mark.fault(20)
def test_fault_20_every_cell_that_is_listed_or_shown_is_listed_by_its_beginning(ws: Workspace) -> None:
    preview = looked(ws, "Name,Gender\n许安," + "x" * 100_000 + "\n")
    assert [len(one.text) for one in preview.troubles] == [200]
    assert [len(cell) for cell in preview.sample[0]] == [2, 200]


@pytest.mark.fault(20)
def test_fault_20_a_long_header_is_not_held_once_a_row(ws: Workspace) -> None:
    header = ["Name", *(f"{n:04}".ljust(900, "x") for n in range(500))]
    table = ",".join(header) + "\n" + "".join(f"name {n}\n" for n in range(200))
    assert room(lambda: looked(ws, table)) < 40 * MIB  # once a row it is 90 MB


def test_a_row_is_remembered_by_header_and_cells(ws: Workspace) -> None:
    """By the very bytes earlier versions took: what they brought in is known."""
    (row,) = looked(ws, "Name,Gender\n许安,f\n").fresh
    said = b"jiashu/1 import\n" + json.dumps([["Name", "Gender"], ["许安", "f"]], ensure_ascii=False).encode()
    assert Marks(ws).of(row) == hmac.digest(ws.vault.signing.seed, said, "sha256").hex()


def in_layers(points: dict[int, list[int]]) -> list[int]:
    """Those that point at nothing that is left, again and again; what is in a circle last."""
    waiting, ordered = list(points), list[int]()
    while ready := [one for one in waiting if not set(points[one]) & set(waiting)]:
        ordered += ready
        waiting = [one for one in waiting if one not in ready]
    return ordered + waiting


@given(st.lists(st.lists(st.integers(0, 11), max_size=2), max_size=10))
def test_rows_that_others_point_at_come_first(drawn: list[list[int]]) -> None:
    points = dict(enumerate(drawn))
    lines = [f'{{"id": "{n:064x}", "fields": {fields}}}' for n, fields in pointing(points).items()]
    rows = import_records.from_lines("\n".join(lines).encode(), "relationship").rows
    assert [int(str(row.record), 16) for row in rows] == in_layers(points)


def pointing(points: dict[int, list[int]]) -> dict[int, str]:
    """The fields of relationships that point at others of the file."""
    names = ("person", "related_person")
    return {
        n: json.dumps({"type": "child", **{name: f"{to:064x}" for name, to in zip(names, those, strict=False)}})
        for n, those in points.items()
    }


@pytest.mark.fault(20)
def test_fault_20_rows_that_point_at_the_next_are_put_in_order_in_steps_that_grow_with_their_number() -> None:
    def read(count: int) -> None:
        chain = pointing({n: [n + 1] for n in range(count)})
        lines = [f'{{"id": "{n:064x}", "fields": {fields}}}' for n, fields in chain.items()]
        rows = import_records.from_lines("\n".join(lines).encode(), "relationship").rows
        assert rows[0].number == count

    assert calls(lambda: read(2_000)) < 12 * calls(lambda: read(200))


def test_a_table_for_another_kind_needs_its_fields_as_columns(ws: Workspace) -> None:
    with pytest.raises(Refused, match=r"import\.columns"):
        looked(ws, TABLE, "organisation")


@pytest.mark.fault(19)
@pytest.mark.slow
def test_fault_19_the_public_list_of_926_comes_in_whole_and_once(make: Make, shared: Path) -> None:
    ws = make("Anna")
    file = shared / "data" / "china-political-prisoners.csv"
    if not file.is_file():
        pytest.skip("needs ../shared/data, which is not here")
    preview = importing.preview_file(ws, file)
    assert (preview.rows, len(preview.troubles)) == (926, 3)
    assert [trouble.row for trouble in preview.troubles] == [6, 331, 651]
    importing.accept_import(ws, preview)
    assert how_many(ws)["person"] == 926
    again = importing.preview_file(ws, file)
    assert (again.new, again.known) == (0, 926)


BAD_DATES = {"1954-02-29": "date_impossible", "1952-08021": "date_malformed", "19812": "date_malformed"}


def _people_table(ws: Workspace) -> str:
    return "Name,Date of Birth\n" + "".join(f"陈{number},{words}\n" for number, words in enumerate(BAD_DATES))


def _record_table(ws: Workspace) -> str:
    return "occupation,birth\n" + "".join(f"teacher,{words}\n" for words in BAD_DATES)


def _record_lines(ws: Workspace) -> str:
    return "".join(json.dumps({"occupation": "teacher", "birth": words}) + "\n" for words in BAD_DATES)


@pytest.mark.parametrize("written", [_people_table, _record_table, _record_lines])
def test_r_dat_03_dates_that_cannot_be_are_kept_as_text_and_flagged(
    ws: Workspace, written: Callable[[Workspace], str]
) -> None:
    preview = looked(ws, written(ws))
    assert sorted(one.code for one in preview.troubles) == sorted(BAD_DATES.values())
    assert {one.text for one in preview.troubles} == set(BAD_DATES)
    made = importing.accept_import(ws, preview).created
    born = [records.show(ws, record).nested["birth"] for record in made if ws.vault.kind_of(record) == "person"]
    assert sorted(one["words"] for one in born) == sorted(BAD_DATES)
    assert not any("edtf" in one for one in born)
