"""Unfinished forms."""

from __future__ import annotations

from desktop.casework import drafts, vaults
from desktop.casework.workspace import Workspace
from tests.casework.conftest import PASSPHRASE, Make
from tests.conftest import Clock


def test_a_draft_comes_back_after_a_lock_with_the_caret(ws: Workspace, clock: Clock) -> None:
    drafts.keep(ws, "quick", "quick", {"text": "half a sen", "caret": 10})
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    again = Workspace(vaults.unlock(folder, PASSPHRASE, clock=clock), ws.vocabularies, clock)
    (kept,) = drafts.resume(again)
    vaults.lock(again.vault)
    assert (kept.form, kept.content) == ("quick", {"text": "half a sen", "caret": 10})


def test_a_draft_is_overwritten_in_place(ws: Workspace) -> None:
    for text in ("a", "ab"):
        drafts.keep(ws, "quick", "quick", {"text": text})
    assert [kept.content for kept in drafts.resume(ws)] == [{"text": "ab"}]


def test_the_latest_draft_comes_first(ws: Workspace, clock: Clock) -> None:
    drafts.keep(ws, "one", "record:case", {})
    clock.tick()
    drafts.keep(ws, "two", "record:case", {}, record="a" * 64)
    assert [(kept.key, kept.record) for kept in drafts.resume(ws)] == [("two", "a" * 64), ("one", None)]


def test_a_dropped_draft_is_gone(ws: Workspace) -> None:
    drafts.keep(ws, "quick", "quick", {})
    drafts.drop(ws, "quick")
    assert drafts.draft(ws, "quick") is None


def test_a_draft_with_names_is_not_readable_while_the_compartment_is_closed(make: Make) -> None:
    ws = make("Anna")
    drafts.keep(ws, "name", "record:name", {"full": "许安"}, sealed=True)
    vaults.close_identities(ws)
    kept = drafts.draft(ws, "name")
    assert kept is not None
    assert kept.content is None


def test_the_names_of_a_draft_lie_with_the_identities_while_the_rest_can_be_read(ws: Workspace) -> None:
    drafts.keep(ws, "quick", "quick", {"text": "half"}, names={"speaker": "许安"})
    vaults.close_identities(ws)
    (listed,) = drafts.resume(ws)
    kept = drafts.draft(ws, "quick")
    assert kept is not None
    assert (listed.content, kept.content, kept.names, kept.withheld) == ({"text": "half"}, {"text": "half"}, None, True)
    drafts.keep(ws, "quick", "quick", {"text": "half a"})
    vaults.open_identities(ws)
    again = drafts.draft(ws, "quick")
    assert again is not None
    assert (again.names, again.withheld) == ({"speaker": "许安"}, False)
    drafts.drop(ws, "quick")
    assert ws.vault.drafts() == ()
