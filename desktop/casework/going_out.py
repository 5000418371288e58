"""What leaves in clear: whose permission it needs, and remembering that it left."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Mapping

from desktop.casework.gathering import Gathered
from desktop.casework.leaving import TEAM_SCOPE, Judging
from desktop.casework.workspace import JSON, Workspace
from desktop.errors import Refused
from desktop.history.state import RecordState
from desktop.vault.outbox import IN_CLEAR, Sent


class InClear:
    """Judges record after record whether it may be written out in clear for ourselves: nobody it is about, or whose
    words it is, said no; and what shows a face, holds a voice or a name has the yes of everybody in it."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        gathered = Gathered("", _States(ws), _Nested(ws))
        self._judging = Judging(ws, gathered, TEAM_SCOPE, [""], history=False)
        self._told: dict[str, str | None] = {}

    def stays(self, record: str) -> str | None:
        """Why a record stays, of `permission_reasons` or `handoff_reasons`; None where it may go."""
        if record not in self._told:
            self._ask(record)
        return self._told[record]

    def _ask(self, record: str) -> None:
        """Asks for it and, one by one however many hang on each other, for what it is part of."""
        seen, pending = {record: record}, [record]
        while pending:
            one = pending.pop()
            reason = self._told[one] if one in self._told else self._why(one)
            if reason:
                self._told[one] = reason
                while one != record:  # whatever led here is part of it
                    one = seen[one]
                    self._told[one] = "of_withheld"
                return
            wholes = () if one in self._told else self._judging.wholes(one)
            for whole in wholes:
                if whole not in seen and self._ws.vault.kind_of(whole):
                    seen[whole] = one
                    pending.append(whole)
            self._judging.readings.clear()  # one record at a time, however many there are
        self._told.update((one, self._told.get(one)) for one in seen)

    def _why(self, record: str) -> str | None:
        judging = self._judging
        if judging.gathered.states[record].sealed and not self._ws.vault.compartment_open:
            return "compartment_closed"
        return judging.of_subjects(record) or judging.of_words(record) or judging.of_likeness(record)


def check_file(ws: Workspace, evidence: str) -> None:
    """Refused `evidence.no_permission` (reason, in words) where a file may not be given out."""
    reason = InClear(ws).stays(evidence)
    if reason and reason != "compartment_closed":  # that is refused where the file is opened
        raise Refused("evidence.no_permission", reason=reason_words(ws, reason))


def reason_words(ws: Workspace, code: str) -> str:
    """Why something stays, in the workspace's language."""
    name = "permission_reasons" if code in ws.vocabularies["permission_reasons"] else "handoff_reasons"
    return ws.vocabularies.label(name, code, ws.language)


def note_out(ws: Workspace, way: str, records: Collection[str], *, purpose: str = "") -> None:
    """Remember that records left, so that a withdrawal can tell who has them.

    way: of `vault.outbox.IN_CLEAR`. For whom is not known of what is written out in clear.
    """
    if way not in IN_CLEAR:
        raise ValueError(way)
    ws.vault.outbox.note(Sent(secrets.token_hex(32), way, ws.clock(), purpose, ""), records)


class _States(Mapping[str, RecordState]):
    """Every record of the vault, read when it is asked for."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._last: tuple[str, RecordState] | None = None  # of one record several things are asked in a row

    def __getitem__(self, record: str) -> RecordState:
        if self._last is not None and self._last[0] == record:
            return self._last[1]
        if record not in self:
            raise KeyError(record)
        self._last = record, self._ws.vault.state(record)
        return self._last[1]

    def __contains__(self, record: object) -> bool:
        return isinstance(record, str) and self._ws.vault.kind_of(record) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class _Nested(Mapping[str, Mapping[str, JSON]]):
    """The values of every record, read when they are asked for."""

    def __init__(self, ws: Workspace) -> None:
        self._states = _States(ws)

    def __getitem__(self, record: str) -> Mapping[str, JSON]:
        return self._states[record].nested()

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
