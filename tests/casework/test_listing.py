"""Lists as tables."""

from __future__ import annotations

from datetime import timedelta

from desktop.casework import listing, records
from desktop.casework.listing import Order
from desktop.casework.workspace import JSON, Workspace, day_of
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
    assert (row["date"], row["speaker"], row["case"]) == ("9 Jul 2015", expected, "A letter writer")


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


def test_what_is_still_to_be_done_comes_first_and_what_is_due_soonest_before_it(ws: Workspace, case: Case) -> None:
    def task(title: str, due: int | None = None, **more: JSON) -> None:
        day = (day_of(ws) + timedelta(days=due or 0)).isoformat()
        by = {} if due is None else {"due_on": {"edtf": day, "words": day, "calendar": "gregorian"}}
        records.add(ws, "task", [{"title": title, **by, **more}])

    task("some time")
    task("done", -9, done=True)
    task("next week", 7)
    task("late", -3)
    task("today", 0)
    told = [(row["title"], row["standing"]) for row in cells(ws, "task", listing.usual("task"))]
    assert told[:3] == [("late", "overdue"), ("today", "today"), ("next week", "open")]
    assert told[3:] == [("some time", "open"), ("done", "done")]


def test_every_event_is_listed_by_its_date_and_its_case(ws: Workspace, case: Case) -> None:
    raid: JSON = {"title": "The raid", "case": case.id, "date": {"edtf": "2015-07-09", "words": "2015-07-09"}}
    records.add(ws, "event", [raid, {"title": "A hearing"}])
    told = [(row["title"], row["date"], row["case"]) for row in cells(ws, "event", Order("date"))]
    assert told == [("The raid", "9 Jul 2015", "A letter writer"), ("A hearing", "", "")]


def test_a_list_is_narrowed_by_whom_a_record_is_about_and_by_words_of_its_lists(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.testimony, {"languages": {"0" * 32: {"code": "ug"}}})
    for typed in ("林秀", "uyghur", "维吾尔语"):
        (row,) = listing.table(ws, "testimony", text=typed).rows
        assert row.listed.id == case.testimony
    assert not listing.table(ws, "testimony", text="tibetan").rows


def test_a_list_is_narrowed_by_nothing_but_names_that_people_still_bear(ws: Workspace, case: Case) -> None:
    def listed(kind: str, typed: str) -> list[str]:
        return [row.listed.id for row in listing.table(ws, kind, text=typed).rows]

    (other,) = records.add(ws, "name", [{"person": case.mother, "full": "何小满", "type": "alias"}]).created
    records.add(ws, "identity", [{"of": case.mother, "notes": [{"text": "willow"}]}])
    assert (listed("person", "willow"), listed("testimony", "willow")) == ([case.mother], [])
    assert (listed("person", "何小满"), listed("testimony", "何小满")) == ([case.mother], [case.testimony])
    records.delete(ws, other)
    assert (listed("person", "何小满"), listed("testimony", "何小满")) == ([], [])


def test_a_person_is_listed_with_the_case_they_belong_to(ws: Workspace, case: Case) -> None:
    assert [row["case"] for row in cells(ws, "person") if row["name"] == "林远"] == ["A letter writer"]
