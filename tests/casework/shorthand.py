"""What many tests write down or look up in one line, and no part of the program does."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework import citing, people
from desktop.casework.citing import WHOLE, Place
from desktop.casework.workspace import JSON, Changes, Workspace, today
from desktop.casework.writing import Pending
from desktop.crypto.signing import SigningKey
from desktop.domain.consent_scopes import Choice
from desktop.domain.registry import KINDS
from desktop.history.revise import revise
from desktop.vault.append import Addition


def consented(ws: Workspace, person: str, choice: Choice = "as_listed", *, listed: tuple[str, ...] = ()) -> Changes:
    """A consent of today by one of the quick choices; `listed` are scopes for "as_listed"."""
    pending = Pending(ws)
    pending.create("consent", {"person": person, "obtained_on": today(ws), **people.consent_values(choice, listed)})
    return pending.commit()


def cite(ws: Workspace, of: str, source: str, name: str = "", place: Place = WHOLE) -> Changes:
    """A record, or one of its fields, stands on a place in a source."""
    pending = Pending(ws)
    citing.add_citation(ws, pending, of, source, name, place)
    return pending.commit()


def came_from_a_stranger(ws: Workspace, kind: str, said: Mapping[str, JSON]) -> str:
    """A record whose first revision is by a hand that nobody here knows; gives its id."""
    revision, opening = revise(None, kind, said, SigningKey.generate(), ws.clock())
    ws.vault.append([Addition(revision, opening)])
    return revision.id


def how_many(ws: Workspace) -> Mapping[str, int]:
    """How many records of each kind there are."""
    return {kind: ws.vault.count(kind) for kind in KINDS}
