"""That somebody here looked at a file, where what others say of it is not enough for it to leave."""

from __future__ import annotations

from desktop.casework.identified import Readings
from desktop.casework.likenesses import as_others_say
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.errors import Refused
from desktop.history.state import RecordState


def waits_for_look(ws: Workspace, record: str) -> str:
    """The file that counts as if it held more than others say, until somebody here looked at it; "" where none does, or
    it cannot be looked at now."""
    state = existing(ws, record)
    return _file(state) if _can_be_looked_at(ws, state) and _waits(ws, state) else ""


def as_they_say(ws: Workspace, record: str, file: str) -> Changes:
    """Somebody here looked and finds it as others say: an own revision repeats what they said of it.

    file: what they looked at, as `waits_for_look` gave it. Refused `record.unknown`, `record.sealed`, `evidence.looked`
    where nothing waits for it any more, `evidence.other_file` where another file stands there by now.
    """
    state = existing(ws, record)
    waiting = waits_for_look(ws, record)
    if not waiting:
        raise Refused("evidence.looked")
    if waiting != file:
        raise Refused("evidence.other_file")
    values = state.values()
    said: dict[str, JSON] = {path: value for path, value in values.items() if _of_likeness(path)}
    if values.get("shows_person") is False:
        said["shows_person"] = False
    pending = Pending(ws)
    pending.set(state, said)
    return pending.commit()


def _can_be_looked_at(ws: Workspace, state: RecordState) -> bool:
    """Whether the file it names today is here, and not sealed away: nobody speaks for what they cannot see."""
    here = any(file.name == _file(state) for file in ws.vault.blobs_of(state.id))
    return here and (ws.vault.compartment_open or not _sealed(ws, state))


def _file(state: RecordState) -> str:
    """The name of the file it names today."""
    blob = state.nested().get("blob") if state.kind == "evidence" else None
    return blob if isinstance(blob, str) else ""


def _waits(ws: Workspace, state: RecordState) -> bool:
    return as_others_say(Readings(ws, state.id, state), sealed=_sealed(ws, state)) is not None


def _sealed(ws: Workspace, state: RecordState) -> bool:
    return state.sealed or any(file.sealed_to == "compartment" for file in ws.vault.blobs_of(state.id))


def _of_likeness(path: str) -> bool:
    return path.startswith("likeness/") and path.endswith("/code")
