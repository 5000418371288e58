"""Adding to a vault: one transaction, nothing twice, nothing that does not belong."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged, Hindered, Refused
from desktop.history import revise
from desktop.history.fold import fold
from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.history.state import RecordState
from desktop.vault.append import Addition
from tests.vault.desk import Desk, fails

SOMEBODY = SigningKey.from_seed(bytes(range(32)))


def events(desk: Desk) -> list[int]:
    """The kinds of events in the log, in order."""
    return [event for (event,) in desk.vault._database.all("SELECT event FROM log ORDER BY n")]


def counts(desk: Desk) -> dict[str, int]:
    """Rows of every table that a record touches."""
    tables = ("log", "revision", "record", "reference", "text", "word", "later")
    return {table: desk.vault._database.value(f"SELECT COUNT(*) FROM {table}") for table in tables}


def folded(*said: tuple[Revision, Opening]) -> RecordState:
    """The state these make, without any vault."""
    return fold([revision for revision, _ in said], {revision.id: words for revision, words in said}, ())


def from_somebody(desk: Desk, words: str) -> tuple[Revision, Opening]:
    """A testimony a colleague wrote."""
    return desk.revised(None, "testimony", {"statements": [{"words": words}]}, key=SOMEBODY)


def test_what_was_added_can_be_read_after_locking(desk: Desk) -> None:
    said = desk.testimony("They asked for my mother's address.")
    desk.reopen()
    assert desk.words_of(said) == ["They asked for my mother's address."]


def test_changes_name_what_was_touched_and_what_is_new(desk: Desk) -> None:
    case = desk.add("case", {"title": "A teacher's family"})
    root, opened = desk.revised(None, "testimony", {"case": case})
    renamed, words = desk.revised(desk.vault.state(case), "case", {"title": "A nurse's family"})
    changes = desk.vault.append([Addition(root, opened), Addition(renamed, words)])
    assert changes.kinds == {"case", "testimony"}
    assert changes.records == {case, root.record}
    assert changes.created == (root.record,)


def test_appending_again_changes_nothing(desk: Desk) -> None:
    revision, opening = from_somebody(desk, "Once is enough.")
    desk.vault.append([Addition(revision, opening)])
    before = counts(desk)
    assert not desk.vault.append([Addition(revision, opening), Addition(revision, None)])
    assert counts(desk) == before


def test_the_log_is_chained_as_the_format_says(desk: Desk) -> None:
    first, opening = from_somebody(desk, "First.")
    desk.vault.append([Addition(first, None)])
    desk.vault.append([Addition(first, opening)])
    hashed = hashlib.sha256(b"jiashu/1 log\n" + desk.vault.vault_id).digest()
    for event in (0, 2):
        hashed = hashlib.sha256(hashed + bytes([event]) + bytes.fromhex(first.id)).digest()
    assert desk.vault._database.all("SELECT n, event FROM log") == [(1, 0), (2, 2)]
    assert desk.vault._database.value("SELECT hash FROM log WHERE n = 2") == hashed


def test_words_that_come_later_are_shown_and_found(desk: Desk) -> None:
    revision, opening = from_somebody(desk, "The words came by another road.")
    desk.vault.append([Addition(revision, None)])
    assert desk.words_of(revision.record) == []
    changes = desk.vault.append([Addition(revision, opening)])
    assert changes.records == {revision.record}
    assert not changes.created
    assert desk.words_of(revision.record) == ["The words came by another road."]
    assert [hit.record for hit in desk.vault.search("another road")] == [revision.record]


def test_more_of_the_words_is_joined_with_what_is_here(desk: Desk) -> None:
    revision, opening = desk.revised(None, "case", {"title": "Two fields", "summary": "sent apart"}, key=SOMEBODY)
    desk.vault.append([Addition(revision, opening.without(["title"]))])
    desk.vault.append([Addition(revision, opening.without(["summary"]))])
    assert desk.vault.state(revision.record).values() == {"title": "Two fields", "summary": "sent apart"}
    assert events(desk) == [1, 2]


def test_less_of_the_words_takes_nothing_away(desk: Desk) -> None:
    revision, opening = desk.revised(None, "case", {"title": "Two fields", "summary": "sent apart"}, key=SOMEBODY)
    desk.vault.append([Addition(revision, opening)])
    assert not desk.vault.append([Addition(revision, opening.without(["title"]))])


def test_words_of_another_envelope_are_damaged_and_nothing_is_kept(desk: Desk) -> None:
    revision, _ = from_somebody(desk, "These words.")
    other = Opening.seal_body(dict.fromkeys(revision.envelope.sets, "Those words."))
    before = counts(desk)
    with fails(Damaged, "opening.digest"):
        desk.vault.append([Addition(revision, other)])
    assert counts(desk) == before


def test_a_batch_is_kept_whole_or_not_at_all(desk: Desk) -> None:
    good, words = from_somebody(desk, "Good.")
    bad, _ = from_somebody(desk, "Bad.")
    before = counts(desk)
    with fails(Damaged, "opening.digest"):
        desk.vault.append([Addition(good, words), Addition(bad, Opening.seal_body({"title": "?"}))])
    assert counts(desk) == before
    desk.vault.append([Addition(good, words)])
    assert desk.vault.verify().sound


def test_a_revision_without_its_record_is_damaged(desk: Desk) -> None:
    elsewhere = desk.revised(None, "case", {"title": "Elsewhere"}, key=SOMEBODY)
    later, more = desk.revised(folded(elsewhere), "case", {"title": "Later"}, key=SOMEBODY)
    with fails(Damaged, "lineage.root"):
        desk.vault.append([Addition(later, more)])


def test_a_revision_without_its_parent_is_damaged(desk: Desk) -> None:
    first = desk.revised(None, "case", {"title": "One"}, key=SOMEBODY)
    second = desk.revised(folded(first), "case", {"title": "Two"}, key=SOMEBODY)
    third = desk.revised(folded(first, second), "case", {"title": "Three"}, key=SOMEBODY)
    desk.vault.append([Addition(*first)])
    with fails(Damaged, "lineage.parent"):
        desk.vault.append([Addition(*third)])
    desk.vault.append([Addition(*third), Addition(*second)])
    assert desk.vault.state(first[0].record).values() == {"title": "Three"}


def test_of_two_valid_signatures_the_smaller_is_kept(desk: Desk) -> None:
    revision, opening = from_somebody(desk, "Signed twice.")
    low = Revision(revision.id, revision.record, revision.envelope, revision.raw, bytes(64))
    desk.vault.append([Addition(revision, opening)])
    assert not desk.vault.append([Addition(low, opening)])
    desk.vault.append([Addition(revision, opening)])
    assert [said.signature for said in desk.vault.revisions(revision.record)] == [bytes(64)]


def test_two_people_editing_at_once_make_a_conflict_that_is_listed(desk: Desk) -> None:
    case = desk.add("case", {"title": "One title"})
    state = desk.vault.state(case)
    mine, words = desk.revised(state, "case", {"title": "Mine"})
    theirs, others = desk.revised(state, "case", {"title": "Theirs"}, key=SOMEBODY)
    desk.vault.append([Addition(mine, words), Addition(theirs, others)])
    assert [row.conflicts for row in desk.vault.rows("case")] == [1]
    desk.edit(case, {"title": "Settled"})
    assert [row.conflicts for row in desk.vault.rows("case")] == [0]


def test_somebody_elses_deletion_does_not_count_until_it_is_repeated(desk: Desk) -> None:
    case = desk.add("case", {"title": "Kept"})
    gone, words = desk.revised(desk.vault.state(case), "case", {"*": True}, key=SOMEBODY)
    desk.vault.append([Addition(gone, words)])
    assert [row.id for row in desk.vault.rows("case")] == [case]
    own, own_words = revise.accept(desk.vault.state(case), gone, words, desk.vault.signing, desk.clock())
    desk.vault.append([Addition(own, own_words)])
    assert desk.vault.rows("case") == []
    assert [row.deleted for row in desk.vault.rows("case", include_deleted=True)] == [True]


def test_what_is_brought_back_is_listed_again(desk: Desk) -> None:
    case = desk.add("case", {"title": "Back again"})
    desk.edit(case, {"*": True})
    desk.edit(case, {"*": False})
    assert [row.title for row in desk.vault.rows("case")] == ["Back again"]


def test_a_draft_is_done_with_the_revision_that_came_of_it(desk: Desk) -> None:
    desk.vault.keep_draft("quick", {"text": "half a sen"})
    revision, opening = desk.revised(None, "case", {"title": "Whole"})
    desk.vault.append([Addition(revision, opening)], drafts_done=["quick"])
    assert desk.vault.drafts() == ()


def test_a_save_interrupted_at_any_statement_leaves_the_state_before(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = desk.testimony("Before.")
    statements = _statements(desk, monkeypatch, lambda: desk.testimony("Counted."))
    before = counts(desk)
    database = desk.vault._database
    run = type(database).run
    for stop in range(statements):
        left = [stop]

        def fail(self: object, statement: str, values: object = (), left: list[int] = left) -> int:
            if left[0] == 0:
                left[0] = -1
                raise Hindered("disk.failed")
            left[0] -= 1
            return run(self, statement, values)  # type: ignore[arg-type]

        monkeypatch.setattr(type(database), "run", fail)
        with fails(Hindered, "disk.failed"):
            desk.testimony("Never kept.")
        monkeypatch.undo()
        assert counts(desk) == before
    assert desk.words_of(said) == ["Before."]
    assert desk.vault.verify().sound
    desk.testimony("Works again.")


def test_an_unknown_record_is_refused(desk: Desk) -> None:
    with fails(Refused, "record.unknown"):
        desk.vault.state("0" * 64)


def test_a_kind_of_a_newer_program_is_kept_and_listed(desk: Desk) -> None:
    record = desk.add("riddle", {"answer": "kept word for word"})
    assert desk.vault.state(record).nested() == {"answer": "kept word for word"}
    assert [row.id for row in desk.vault.rows("riddle")] == [record]


def _statements(desk: Desk, monkeypatch: pytest.MonkeyPatch, work: Callable[[], object]) -> int:
    """How many statements that change something a piece of work takes."""
    kind = type(desk.vault._database)
    run = kind.run
    counted = [0]

    def count(self: object, statement: str, values: object = ()) -> int:
        counted[0] += 1
        return run(self, statement, values)  # type: ignore[arg-type]

    monkeypatch.setattr(kind, "run", count)
    work()
    monkeypatch.undo()
    return counted[0]
