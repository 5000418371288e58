"""The records of the whole vault as they may be written out for a purpose outside: derived, coded, without names."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework.cells import HELD_BACK
from desktop.casework.gathering import Gathered
from desktop.casework.leaving import redacted
from desktop.casework.outgoing import Outgoing, outgoing
from desktop.casework.redacting import Redaction
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.compartment import identifying_paths
from desktop.domain.registry import KINDS
from desktop.errors import Refused
from desktop.history import codes

_PAGE = 1000


class ForAPurpose:
    """Judges and rewords as a redacted copy does; nothing of it is remembered for the next time, codes neither."""

    def __init__(self, ws: Workspace, scope: str) -> None:
        """Refused `vault.compartment_closed`: names must be known to be kept out."""
        if not ws.vault.compartment_open:
            raise Refused("vault.compartment_closed")
        gathered = _everything(ws)
        self._verdict = redacted(ws, gathered, scope, "")
        going = outgoing(ws, gathered, self._verdict.leaves, (), {})
        redaction = Redaction(ws, gathered, self._verdict, "", going)
        redaction.make()
        self._all = gathered.nested
        self._made = redaction.made
        self._nested = redaction.nested()
        self._outgoing = going
        self._leaves = frozenset(self._verdict.leaves)

    def stays(self, record: str) -> str | None:
        """Why a record stays; None where a redacted one goes."""
        if record not in self._leaves:
            return self._verdict.stays.get(record, "newer_kind")
        return None if record in self._made else "nothing_left"

    def file(self, record: str) -> Outgoing | None:
        """What becomes of the file of a record that goes; None where it has none here."""
        return self._outgoing.get(record)

    def line(self, record: str) -> tuple[str, str, Mapping[str, JSON]]:
        """Id, code and values of the record that goes in its place."""
        derived = self._made[record].id
        kind, values = self._nested[derived]
        return derived, codes.code_of(derived), {**values, **self._held_back(record, kind, values)}

    def _held_back(self, record: str, kind: str, values: Mapping[str, JSON]) -> Mapping[str, JSON]:
        """That something is there which tells who somebody is, and does not go along: never a blank."""
        said = self._all[record]
        return {
            name: dict(HELD_BACK)
            for name in identifying_paths(kind)
            if "/" not in name and name not in values and said.get(name) not in (None, {}, "")
        }


def _everything(ws: Workspace) -> Gathered:
    states, nested = {}, {}
    for kind in KINDS:
        offset = 0
        while rows := ws.vault.rows(kind, offset=offset, limit=_PAGE):
            offset += len(rows)
            for row in rows:
                state = ws.vault.state(row.id)
                if not state.erased:
                    states[row.id], nested[row.id] = state, state.nested()
    return Gathered("", states, nested)
