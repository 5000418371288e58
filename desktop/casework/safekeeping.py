"""How the vault is kept: how old backup, drill and check are, and what somebody should see to now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.casework import backing_up
from desktop.casework.recovery_state import recovery_state
from desktop.casework.workspace import Workspace
from desktop.errors import Damaged, JiashuError
from desktop.vault.keeping import Kept

BACKUP, DRILL, VERIFY, RECOVERY, KEYS = "backup", "drill", "verify", "recovery", "keys"
DRILL_DAYS, CHECK_DAYS = 90, 30

_DAY = 24 * 60 * 60
_EVERY = (BACKUP, DRILL, VERIFY, RECOVERY, KEYS)
_UNSOUND = frozenset(
    {"vault.older", "vault.branch", "vault.newer_log", "vault.copied_in_use", "vault.no_marker", "vault.foreign_wal"}
)
"""Of what is noticed at unlocking: what may mean that something of the vault is missing."""


@dataclass(frozen=True)
class Concern:
    """Something to see to. what: `damage`, `noticed`, `recovery`, `rehearsal`, `no_backup`, `backup`, `drill`, `check`,
    `keys`. days: how long ago it was done last. count: findings."""

    what: str
    days: int = 0
    count: int = 0


@dataclass(frozen=True)
class Standing:
    """backup, drill, check: full days since, None if never. findings: of the last check. concerns: gravest first."""

    backup: int | None
    drill: int | None
    check: int | None
    findings: int
    concerns: tuple[Concern, ...]


def standing(ws: Workspace) -> Standing:
    """How things stand now."""
    keeping = ws.vault.keeping
    last = {what: keeping.last(what) for what in _EVERY}
    days = {what: _days(ws, kept) for what, kept in last.items()}
    checked = last[VERIFY]
    findings = 0 if checked is None else int(checked.found.get("findings", 0))
    return Standing(days[BACKUP], days[DRILL], days[VERIFY], findings, tuple(_concerns(ws, days, findings)))


def _concerns(ws: Workspace, days: dict[str, int | None], findings: int) -> Iterator[Concern]:
    if findings:
        yield Concern("damage", days[VERIFY] or 0, findings)
    elif any(map(_unsound, ws.vault.notices)):
        yield Concern("noticed")
    if ws.vault.keys_under_way:
        yield Concern("keys")
    state = recovery_state(ws)
    if state.set_up is None:
        yield Concern("recovery")
    yield from _backup(ws)
    if state.set_up is not None and state.rehearsed is None:
        yield Concern("rehearsal")
    elif (drill := days[DRILL]) is not None and drill >= DRILL_DAYS:
        yield Concern("drill", drill)
    check, oldest = days[VERIFY], max((one for one in days.values() if one is not None), default=0)
    if (oldest if check is None else check) >= CHECK_DAYS:
        yield Concern("check", check or 0)


def _backup(ws: Workspace) -> Iterator[Concern]:
    """Only where something is here that no backup has."""
    found = backing_up.standing(ws)
    if found.due:
        yield Concern("no_backup") if found.days is None else Concern("backup", found.days)


def _unsound(noticed: JiashuError) -> bool:
    return isinstance(noticed, Damaged) or noticed.code in _UNSOUND


def _days(ws: Workspace, kept: Kept | None) -> int | None:
    return None if kept is None else max(0, ws.clock() - kept.at) // _DAY
