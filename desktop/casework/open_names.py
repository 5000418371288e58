"""Names of somebody publicly known, which stay in sight while the identities are closed; and taking that back."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.casework import erase
from desktop.casework.identified import Readings
from desktop.casework.records import existing
from desktop.casework.workspace import Changes, Workspace
from desktop.casework.writing import Pending
from desktop.domain.compartment import PSEUDONYM
from desktop.errors import Refused
from desktop.history.paths import GONE
from desktop.history.state import RecordState


def sealed_names(ws: Workspace, person: str) -> int:
    """How many names of somebody publicly known are sealed still: those written before that was said."""
    if not _known(ws, person):
        return 0
    return len(list(_names(ws, person, sealed=True)))


def names_in_sight(ws: Workspace, person: str) -> int:
    """How many names stand outside the identities of somebody who is not publicly known, or not any more."""
    nested = existing(ws, person).nested()
    if nested.get("publicly_known") is True or nested.get("official") is True:
        return 0
    return len(list(_names(ws, person, sealed=False)))


def open_names(ws: Workspace, person: str) -> Changes:
    """Write the sealed names of somebody publicly known once more, outside the identities; the sealed are put aside.

    Refused `vault.compartment_closed`, `names.not_public`.
    """
    if not _known(ws, person):
        raise Refused("names.not_public")
    return _move(ws, list(_names(ws, person, sealed=True)), sealed=False)


def seal_names(ws: Workspace, person: str) -> Changes:
    """Write the names that stand in sight once more, sealed, and erase what stood in sight.

    Refused `vault.compartment_closed`.
    """
    states = list(_names(ws, person, sealed=False))
    changes = _move(ws, states, sealed=True)
    for state in states:
        erase.erase(ws, erase.preview_erase(ws, state.id))
    return changes


def _known(ws: Workspace, person: str) -> bool:
    """Whether somebody here says so; the word of others moves no name."""
    return Readings(ws, person, existing(ws, person)).said_here("publicly_known")


def _names(ws: Workspace, person: str, *, sealed: bool) -> Iterator[RecordState]:
    """Those sealed, or those that are not; a pseudonym is made to be seen."""
    for record in ws.vault.referring(person, "name"):
        if ws.vault.sealed(record) is sealed:
            state = ws.vault.state(record)
            if state.nested().get("type") != PSEUDONYM:
                yield state


def _move(ws: Workspace, states: list[RecordState], *, sealed: bool) -> Changes:
    if not ws.vault.compartment_open:
        raise Refused("vault.compartment_closed")
    pending = Pending(ws)
    for state in states:
        pending.create("name", state.nested(), sealed=sealed)
        if not sealed:
            pending.set(state, {GONE: True})
    return pending.commit()
