"""What others say that would open a way out for a name, and does not count before somebody here says so too."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework.identified import Readings
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.domain.compartment import PSEUDONYM
from desktop.errors import Refused
from desktop.history.state import RecordState

OPENING: Mapping[str, Mapping[str, bool | str]] = {
    "person": {"official": True, "publicly_known": True},
    "name": {"type": PSEUDONYM},
}
"""By kind what lets a name be read by strangers, where somebody here said it."""


def said_elsewhere(ws: Workspace, record: str) -> tuple[str, ...]:
    """The fields by which others open a person's name, or a name, and nobody here does. Refused `record.unknown`."""
    return tuple(_waiting(ws, existing(ws, record)))


def say_so_too(ws: Workspace, record: str) -> Changes:
    """Somebody here knows that it is true: an own revision repeats it.

    Refused `record.unknown`, `record.sealed`, `said.here` where nothing waits for it any more.
    """
    state = existing(ws, record)
    said = _waiting(ws, state)
    if not said:
        raise Refused("said.here")
    pending = Pending(ws)
    pending.set(state, said)
    return pending.commit()


def opened_here(ws: Workspace, name: str) -> bool:
    """Whether somebody here said what lets a name be read by anybody: of the name, or of whoever bears it."""
    read = Readings(ws, name, ws.vault.state(name))
    people = tuple(dict.fromkeys(read.named("person")))
    return read.said_here("type", PSEUDONYM) or (bool(people) and all(_open(ws, person) for person in people))


def _open(ws: Workspace, person: str) -> bool:
    if ws.vault.kind_of(person) is None:
        return False
    read = Readings(ws, person, ws.vault.state(person))
    return any(read.said_here(name, value) for name, value in OPENING["person"].items())


def _waiting(ws: Workspace, state: RecordState) -> dict[str, JSON]:
    opening = OPENING.get(state.kind, {})
    if not opening or state.deleted or state.erased:
        return {}
    read = Readings(ws, state.id, state)
    return {name: value for name, value in opening.items() if read.waits(name, value)}
