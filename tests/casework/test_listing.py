"""Lists as tables."""

from __future__ import annotations

from desktop.casework import listing, records
from desktop.casework.listing import Order
from desktop.casework.workspace import Workspace
from desktop.domain.titles import parts
from tests.casework.conftest import Case


def cells(ws: Workspace, kind: str, order: Order = listing.NEWEST) -> list[dict[str, str]]:
    """Every row by the names of its columns."""
    names = [column.name for column in listing.columns(kind)]
    return [dict(zip(names, row.cells, strict=True)) for row in listing.table(ws, kind, order=order).rows]


def test_a_person_is_listed_by_name(ws: Workspace, case: Case) -> None:
    assert "林远" in [row["name"] for row in cells(ws, "person")]


def test_a_testimony_is_listed_by_date_speaker_first_words_and_case(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.testimony, {"recorded_on": {"edtf": "2015-07-09"}, "case": case.id})
    (row,) = (row for row in cells(ws, "testimony") if row["words"].startswith("他们半夜来"))
    speaker = records.show(ws, case.testimony).nested.get("speaker")
    expected = records.show(ws, str(speaker)).title if speaker else ""
    assert (row["date"], row["speaker"], row["case"]) == ("2015-07-09", expected, "A letter writer")


def test_a_date_that_is_not_plain_reads_as_words(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.testimony, {"recorded_on": {"edtf": "2015-07~"}})
    (row,) = (row for row in cells(ws, "testimony") if row["words"].startswith("他们半夜来"))
    assert row["date"]
    assert "~" not in row["date"]


def test_with_names_hidden_people_are_ordered_by_the_codes_one_sees(ws: Workspace, case: Case) -> None:
    hiding = ws.hiding_names(True)
    told = [row["name"] for row in cells(hiding, "person", Order("called", descending=False))]
    assert told == sorted(told)


def test_a_title_without_speaker_and_date_is_all_words() -> None:
    assert parts("They came · at night") == ("", "", "They came · at night")
