"""A record's history, and taking one change back."""

from __future__ import annotations

import pytest

from desktop.casework import records, timeline
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from tests.casework.conftest import Case
from tests.conftest import Clock


def changed(ws: Workspace, record: str, **fields: object) -> str:
    """The revision an edit made."""
    before = {said.id for said in ws.vault.revisions(record)}
    records.edit(ws, record, fields)
    (revision,) = {said.id for said in ws.vault.revisions(record)} - before
    return revision


def test_the_history_says_what_changed_from_what_to_what(ws: Workspace, case: Case, clock: Clock) -> None:
    clock.tick(60)
    changed(ws, case.id, title="Another title")
    line = timeline.history(ws, case.id)[-1]
    assert (line.kind, line.own, line.at) == ("changed", True, clock.now)
    assert [(change.label, change.before, change.after) for change in line.changes] == [
        ("Title", "A letter writer", "Another title")
    ]


def test_people_and_terms_are_put_into_words(ws: Workspace, case: Case) -> None:
    changed(ws, case.id, status="closed")
    told = {change.label: change.after for line in timeline.history(ws, case.id) for change in line.changes}
    assert (told["Status"], told["Defenders"]) == ("Closed", "林远")


def test_a_wording_is_earlier_once_another_stands_there(ws: Workspace, case: Case) -> None:
    changed(ws, case.id, title="A second title")
    changed(ws, case.id, title="A third title")
    told = [(change.after, change.earlier) for line in timeline.history(ws, case.id) for change in line.changes]
    assert [one for one in told if one[0] and one[0].startswith("A ")] == [
        ("A letter writer", True),
        ("A second title", True),
        ("A third title", False),
    ]


def test_the_words_of_an_entry_taken_out_are_earlier(ws: Workspace, case: Case) -> None:
    item = next(iter(records.show(ws, case.testimony).nested["statements"]))
    changed(ws, case.testimony, statements={item: None})
    first = timeline.history(ws, case.testimony)[0]
    assert {change.earlier for change in first.changes if change.path.startswith("statements/")} == {True}


def test_deleting_and_bringing_back_are_called_so(ws: Workspace, case: Case) -> None:
    records.delete(ws, case.id)
    records.undelete(ws, case.id)
    assert [line.kind for line in timeline.history(ws, case.id)] == ["created", "deleted", "restored"]


def test_an_undone_change_reads_as_before_and_stays_in_the_history(ws: Workspace, case: Case) -> None:
    revision = changed(ws, case.id, title="A slip")
    timeline.undo(ws, case.id, revision)
    assert records.show(ws, case.id).nested["title"] == "A letter writer"
    assert len(timeline.history(ws, case.id)) == 3


def test_undoing_leaves_later_changes_of_other_fields(ws: Workspace, case: Case) -> None:
    revision = changed(ws, case.id, title="A slip")
    changed(ws, case.id, status="closed")
    timeline.undo(ws, case.id, revision)
    nested = records.show(ws, case.id).nested
    assert (nested["title"], nested["status"]) == ("A letter writer", "closed")


def test_an_undone_deletion_brings_the_record_back(ws: Workspace, case: Case) -> None:
    records.delete(ws, case.id)
    timeline.undo(ws, case.id, ws.vault.state(case.id).heads[0])
    assert not records.show(ws, case.id).deleted


def test_a_field_that_was_set_for_the_first_time_is_empty_again(ws: Workspace, case: Case) -> None:
    revision = changed(ws, case.id, region="53")
    timeline.undo(ws, case.id, revision)
    assert "region" not in records.show(ws, case.id).nested


def test_a_change_of_what_was_changed_again_is_not_undone(ws: Workspace, case: Case) -> None:
    revision = changed(ws, case.id, title="B")
    changed(ws, case.id, title="C")
    with pytest.raises(Refused, match=r"history\.superseded"):
        timeline.undo(ws, case.id, revision)


@pytest.mark.parametrize(("revision", "code"), [("root", "history.root"), ("0" * 64, "history.unknown")])
def test_what_cannot_be_undone_is_refused_with_the_reason(ws: Workspace, case: Case, revision: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        timeline.undo(ws, case.id, case.id if revision == "root" else revision)
