"""Keeping, changing, showing and listing records."""

from __future__ import annotations

import pytest

from desktop.casework import find, records, vaults
from desktop.casework.items import new_item
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from desktop.history.codes import code_of
from desktop.history.revise import revise
from desktop.vault.append import Addition
from tests.casework.conftest import Case, Make
from tests.conftest import Clock


def added(ws: Workspace, kind: str, **fields: object) -> str:
    """The id of one new record."""
    return records.add(ws, kind, [fields]).created[0]


def test_a_record_reads_as_it_was_added(ws: Workspace) -> None:
    case = added(ws, "case", title="A letter writer", flags=["child"])
    nested = records.show(ws, case).nested
    assert nested["title"] == "A letter writer"
    assert [item["code"] for item in nested["flags"].values()] == ["child"]


def test_records_are_added_all_or_none(ws: Workspace) -> None:
    with pytest.raises(Refused, match=r"record\.value"):
        records.add(ws, "case", [{"title": "Good"}, {"title": 7}])
    assert records.list_records(ws, "case").total == 0


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        ("case", {}, "record.empty"),
        ("case", {"title": None}, "record.empty"),
        ("case", "a text", "record.shape"),
        ("case", {"Title": "x"}, "path.malformed"),
        ("case", {"opened_on": 2024}, "record.date"),
        ("case", {"title": {"absent": "never"}}, "record.value"),
        ("act", {"victim": "f" * 64}, "record.reference"),
        ("case", {"title": "x", "*": "yes"}, "record.value"),
        ("case", {f"defenders/{'0' * 32}/person": "x"}, "path.malformed"),
        ("case", {"defenders": {"+": {"person": "f" * 64, "*": True}}}, "record.reference"),
        ("case", {"defenders": {"+": {"person": "x", "*": True}}}, "record.value"),
        ("cases", {"title": "x"}, "kind.unknown"),
    ],
)
def test_what_is_no_such_record_is_refused_with_the_reason(ws: Workspace, kind: str, fields: object, code: str) -> None:
    with pytest.raises(Refused, match=code):
        records.add(ws, kind, [fields])


def test_a_reference_to_another_kind_is_refused(ws: Workspace) -> None:
    case = added(ws, "case", title="A")
    with pytest.raises(Refused, match=r"record\.reference"):
        added(ws, "act", victim=case)


def test_what_is_set_out_of_sight_is_checked_too(ws: Workspace, case: Case) -> None:
    (item,) = records.show(ws, case.id).nested["defenders"]
    records.edit(ws, case.id, {"defenders": {item: None}})
    for person, code in (("x", "record.value"), ("f" * 64, "record.reference")):
        with pytest.raises(Refused, match=code):
            records.edit(ws, case.id, {"defenders": {item: {"*": True, "person": person}}})


def test_a_path_is_no_name_in_a_patch(ws: Workspace, case: Case) -> None:
    with pytest.raises(Refused, match=r"path\.malformed"):
        records.edit(ws, case.id, {f"defenders/{'0' * 32}/person": "x"})


def test_fields_of_a_newer_program_are_kept(ws: Workspace) -> None:
    case = added(ws, "case", title="A", from_the_future={"deep": ["x"]})
    assert records.show(ws, case).nested["from_the_future"] == {"deep": ["x"]}


def test_a_patch_changes_what_it_names_and_clears_what_is_null(ws: Workspace) -> None:
    case = added(ws, "case", title="A", summary="Long", status="active")
    records.edit(ws, case, {"title": "B", "summary": None})
    nested = records.show(ws, case).nested
    assert (nested["title"], "summary" in nested, nested["status"]) == ("B", False, "active")


def test_an_item_set_to_null_is_removed_and_a_new_key_adds_one(ws: Workspace) -> None:
    case = added(ws, "case", title="A", flags=["child", "urgent_action"])
    flags = records.show(ws, case).nested["flags"]
    gone = next(item for item, inside in flags.items() if inside["code"] == "child")
    records.edit(ws, case, {"flags": {gone: None, "+": {"code": "reprisal_risk"}}})
    codes = [item["code"] for item in records.show(ws, case).nested["flags"].values()]
    assert sorted(codes) == ["reprisal_risk", "urgent_action"]


def test_why_a_value_is_missing_is_that_value(ws: Workspace) -> None:
    case = added(ws, "case", title="A", region={"absent": "withheld"})
    assert records.show(ws, case).nested["region"] == {"absent": "withheld"}


def test_a_patch_that_changes_nothing_makes_no_revision(ws: Workspace) -> None:
    case = added(ws, "case", title="A")
    assert not records.edit(ws, case, {"title": "A", "summary": None})
    assert len(ws.vault.revisions(case)) == 1


def test_what_a_form_saves_replaces_each_field_whole(ws: Workspace) -> None:
    date = {"edtf": "2024", "words": "2024", "calendar": "gregorian"}
    case = added(ws, "case", title="A", opened_on=date)
    records.save(ws, "case", case, {"opened_on": {"words": "early on", "calendar": "gregorian"}})
    assert records.show(ws, case).nested["opened_on"] == {"words": "early on", "calendar": "gregorian"}


def test_an_item_taken_out_of_a_form_is_taken_out_of_the_record(ws: Workspace) -> None:
    case = added(ws, "case", title="A", notes=[{"label": "a"}, {"label": "b"}])
    shown = records.show(ws, case).nested
    (_, last) = shown["notes"].items()
    records.save(ws, "case", case, {"notes": dict([last])}, shown=shown)
    assert [note["label"] for note in records.show(ws, case).nested["notes"].values()] == ["b"]


def test_what_is_cleared_in_an_item_of_a_form_is_cleared_in_the_record(ws: Workspace) -> None:
    case = added(ws, "case", title="A", notes=[{"label": "a", "text": "words"}])
    shown = records.show(ws, case).nested
    ((item, fields),) = shown["notes"].items()
    left = {name: value for name, value in fields.items() if name != "text"}
    records.save(ws, "case", case, {"notes": {item: left}}, shown=shown)
    ((_, note),) = records.show(ws, case).nested["notes"].items()
    assert (note["label"], note.get("text")) == ("a", None)


def test_the_last_item_taken_out_of_a_form_leaves_what_came_in_meanwhile(ws: Workspace) -> None:
    case = added(ws, "case", title="A", notes=[{"label": "a"}])
    shown = records.show(ws, case).nested
    records.edit(ws, case, {"notes": {"+1": {"label": "meanwhile"}}})
    records.save(ws, "case", case, {"notes": None}, shown=shown)
    assert [note["label"] for note in records.show(ws, case).nested["notes"].values()] == ["meanwhile"]


def test_an_item_nobody_touched_in_a_form_keeps_what_was_written_into_it_meanwhile(ws: Workspace) -> None:
    case = added(ws, "case", title="A", notes=[{"label": "a"}])
    shown = records.show(ws, case).nested
    ((item, fields),) = shown["notes"].items()
    records.edit(ws, case, {"notes": {item: {"label": "later"}}})
    stands = {"notes": {item: fields, new_item(): {"label": "b"}}}
    records.save(ws, "case", case, stands, shown=shown)
    assert [note["label"] for note in records.show(ws, case).nested["notes"].values()] == ["later", "b"]


def test_items_a_form_named_stay_in_the_order_they_were_typed_in(ws: Workspace) -> None:
    typed = {new_item(): {"label": str(number)} for number in range(12)}
    case = records.save(ws, "case", None, {"notes": dict(list(typed.items())[:6])}).created[0]
    records.save(ws, "case", case, {"notes": typed}, shown={"notes": dict(list(typed.items())[:6])})
    labels = [note["label"] for note in records.show(ws, case).nested["notes"].values()]
    assert labels == [str(number) for number in range(12)]


def test_leaving_a_form_drops_its_draft(ws: Workspace) -> None:
    ws.vault.keep_draft("form", {"title": "half"})
    records.save(ws, "case", None, {"title": "whole"}, draft="form")
    assert ws.vault.draft("form") is None


def test_a_record_is_found_by_its_code_however_it_is_typed(ws: Workspace) -> None:
    case = added(ws, "case", title="A")
    code = ws.vault.code(case)
    typed = (code, code.lower(), code.replace("-", ""), code.replace("0", "O").replace("1", "l"))
    assert {records.resolve(ws, text) for text in typed} == {case}


@pytest.mark.parametrize(
    ("text", "code"), [("ZZZZ-ZZZZ", "code.unknown"), ("?!", "code.malformed"), ("0" * 64, "code.unknown")]
)
def test_a_code_that_means_nothing_is_refused(ws: Workspace, text: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        records.resolve(ws, text)


def alike(ws: Workspace) -> tuple[str, str]:
    """Two records whose codes begin with the same four characters."""
    seen: dict[str, Addition] = {}
    while True:
        revision, opening = revise(None, "case", {"title": "A"}, ws.vault.signing, 0)
        addition = Addition(revision, opening)
        other = seen.setdefault(code_of(revision.id)[:4], addition)
        if other is not addition:
            ws.vault.append([other, addition])
            return other.revision.id, revision.id


def test_a_code_that_fits_several_is_refused_with_a_list(ws: Workspace) -> None:
    first, second = alike(ws)
    with pytest.raises(Refused, match=r"code\.ambiguous") as refusal:
        records.resolve(ws, ws.vault.code(first)[:4])
    assert set(str(refusal.value.details["codes"]).split(", ")) == {ws.vault.code(first), ws.vault.code(second)}


def test_a_deleted_record_is_out_of_sight_and_comes_back_as_it_was(ws: Workspace) -> None:
    case = added(ws, "case", title="A")
    records.delete(ws, case)
    assert records.list_records(ws, "case").rows == ()
    records.undelete(ws, case)
    assert [row.title for row in records.list_records(ws, "case").rows] == ["A"]


def test_a_list_shows_what_changed_last_first(ws: Workspace, clock: Clock) -> None:
    first, second = records.add(ws, "case", [{"title": "A"}, {"title": "B"}]).created
    clock.tick()
    records.edit(ws, first, {"title": "C"})
    assert [row.id for row in records.list_records(ws, "case").rows] == [first, second]


def test_a_list_can_be_narrowed_to_words_and_to_what_points_at_a_record(ws: Workspace, case: Case) -> None:
    added(ws, "testimony", statements=[{"words": "Something else"}])
    assert [row.id for row in records.list_records(ws, "testimony", text="停电").rows] == []
    assert [row.id for row in records.list_records(ws, "testimony", text="电停").rows] == [case.testimony]
    assert records.list_records(ws, "testimony", referring_to=case.id).total == 1


def test_people_are_called_by_name_while_the_compartment_is_open_and_by_code_when_not(
    ws: Workspace, case: Case
) -> None:
    named = {row.id: row.title for row in records.list_records(ws, "person").rows}
    vaults.close_identities(ws)
    coded = {row.id: row.title for row in records.list_records(ws, "person").rows}
    assert named == {case.mother: "林秀兰", case.son: "林远"}
    assert coded == {case.mother: ws.vault.code(case.mother), case.son: ws.vault.code(case.son)}


def test_names_can_be_hidden_while_the_compartment_is_open(ws: Workspace, case: Case) -> None:
    hidden = ws.hiding_names(True)
    assert records.show(hidden, case.mother).title == ws.vault.code(case.mother)
    assert "林" not in records.show(hidden, case.testimony).title


def test_a_hidden_name_stands_in_no_list_either(ws: Workspace, case: Case) -> None:
    hiding = ws.hiding_names(True)
    assert all(row.title == row.code for row in records.list_records(hiding, "name").rows)


def test_a_hidden_name_is_found_and_not_shown(ws: Workspace, case: Case) -> None:
    person = records.list_records(ws, "person").rows[0]
    hits = find.search(ws.hiding_names(True), person.title)
    assert person.id in {hit.record for hit in hits}
    assert not any(person.title in text for hit in hits for text, _ in ((hit.title, False), *hit.snippet))


def test_an_officials_name_shows_while_names_are_locked_away(ws: Workspace) -> None:
    official = added(ws, "person", official=True)
    added(ws, "name", person=official, full="赵科长")
    vaults.close_identities(ws)
    assert records.show(ws, official).title == "赵科长"


def test_a_sealed_record_tells_nothing_while_the_compartment_is_closed(ws: Workspace, case: Case) -> None:
    (name,) = ws.vault.referring(case.mother, "name")
    vaults.close_identities(ws)
    shown = records.show(ws, name)
    assert (shown.readable, shown.nested) == (False, {})


def test_a_sealed_record_cannot_be_changed_blindly(ws: Workspace, case: Case) -> None:
    (name,) = ws.vault.referring(case.mother, "name")
    vaults.close_identities(ws)
    with pytest.raises(Refused, match=r"record\.sealed"):
        records.edit(ws, name, {"full": "别人"})


def test_a_new_name_can_be_written_while_the_compartment_is_closed(make: Make) -> None:
    ws = make("Anna")
    person = added(ws, "person", counting_unit="individual")
    vaults.close_identities(ws)
    added(ws, "name", person=person, full="许安")
    vaults.open_identities(ws)
    assert records.show(ws, person).title == "许安"


def test_what_a_record_lacks_to_be_accepted_is_told(ws: Workspace) -> None:
    act = added(ws, "act", place="Somewhere")
    assert {"type", "victim", "case"} <= {path for path, _ in records.show(ws, act).lacks}


def test_a_list_says_that_more_lies_with_the_identities_while_these_are_closed(ws: Workspace, case: Case) -> None:
    vaults.close_identities(ws)
    assert records.list_records(ws, "name", referring_to=case.mother).closed
    assert not records.list_records(ws, "relationship", referring_to=case.mother).closed


def test_a_list_without_anything_sealed_hides_nothing(ws: Workspace) -> None:
    (person,) = records.add(ws, "person", [{"counting_unit": "individual"}]).created
    vaults.close_identities(ws)
    assert not records.list_records(ws, "name", referring_to=person).closed


def test_words_put_the_whole_date_away_that_stood_there(ws: Workspace) -> None:
    (event,) = records.add(ws, "event", [{"title": "A hearing", "date": "2016-08-03"}]).created
    records.edit(ws, event, {"date": "that spring"})
    assert records.show(ws, event).nested["date"] == {"words": "that spring", "calendar": "gregorian"}
