"""States that go on, such as exit bans, house arrest, exclusion from school: which, and when last confirmed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.casework import reading
from desktop.casework.naming import Calling
from desktop.casework.reckoning import duration_text, is_state
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Workspace, today
from desktop.casework.writing import Pending
from desktop.domain.dates import last_day
from desktop.domain.deadlines import months_after
from desktop.domain.durations import is_over
from desktop.vault.rows import Row

STALE_MONTHS = 6
_AT_ONCE = 400  # acts read between two things somebody else may ask of the vault


@dataclass(frozen=True, repr=False)
class OpenState:
    """A state nobody has said to be over. since, confirmed, lasted: as they read. so_long: how long it lasted,
    where the day it was known on last stands beside.

    known_on: the last day it is known of. stale: not confirmed for six months, or never.
    """

    act: str
    code: str
    what: str
    who: str
    since: str
    confirmed: str
    lasted: str
    so_long: str
    known_on: date | None
    stale: bool


class LookingForStates:
    """Reads the acts of a vault some at a time; those whose wait is longest come first in the end."""

    def __init__(self, ws: Workspace, day: date) -> None:
        self._ws = ws
        self._day = day
        self._calling = Calling(ws)
        self._read = 0
        self._total = ws.vault.count("act")
        self._found: dict[str, OpenState] = {}
        self._over = False

    @property
    def done(self) -> tuple[OpenState, ...] | None:
        """All that are open, once every act was read."""
        return in_order(self._found.values()) if self._over else None

    def step(self) -> tuple[int, int] | None:
        """Read some more; None when there are no more."""
        rows = self._ws.vault.rows("act", offset=self._read, limit=_AT_ONCE)
        if not rows:
            self._over = True
            return None
        self._read += len(rows)
        self._found.update({one.act: one for one in _open_among(self._ws, self._calling, rows, self._day)})
        return min(self._read, self._total), self._total

    def stop(self) -> None:
        """Nothing is held."""


def open_states(ws: Workspace, day: date, *, case: str | None = None) -> tuple[OpenState, ...]:
    """Every state that is not known to be over, of one case or of all; unconfirmed longest first."""
    if case is not None:
        rows = ws.vault.rows_of(ws.vault.referring(case, "act"))
        return in_order(_open_among(ws, Calling(ws), rows, day))
    looking = LookingForStates(ws, day)
    while looking.step():
        pass
    return looking.done or ()


def among(ws: Workspace, day: date, acts: Collection[str]) -> tuple[OpenState, ...]:
    """Those of some acts, which were changed perhaps; other records, and what is no open state, are left out."""
    rows = [row for row in ws.vault.rows_of(acts) if row.kind == "act"]
    return in_order(_open_among(ws, Calling(ws), rows, day))


def confirm(ws: Workspace, act: str) -> Changes:
    """It still goes on today. Refused `record.unknown`."""
    pending = Pending(ws)
    pending.patch(existing(ws, act), {"last_confirmed": today(ws), "ended": False})
    return pending.commit()


def end(ws: Workspace, act: str, on: JSON) -> Changes:
    """It is over. on: when it ended, as a record's date; None where nobody knows. Refused `record.unknown`."""
    pending = Pending(ws)
    pending.patch(existing(ws, act), {"ended": True, **({"end": on} if on else {})})
    return pending.commit()


def goes_on(ws: Workspace, act: Mapping[str, JSON]) -> bool:
    """Whether an act is a state that is not known to be over."""
    return is_state(ws, act) and not is_over(act)


def months_before(day: date, months: int) -> date:
    """The same day some months earlier; the last of a month that has no such day."""
    return months_after(day, -months)


def _open_among(ws: Workspace, calling: Calling, rows: Sequence[Row], day: date) -> Iterator[OpenState]:
    states = ws.vault.states([row.id for row in rows])
    going = {}
    for row in rows:
        nested = states[row.id].nested() if row.id in states and not row.deleted else {}
        if goes_on(ws, nested):
            going[row] = nested
    calling.prepare(_victims(going.values()))
    for row, act in going.items():
        yield _open(ws, calling, row, act, months_before(day, STALE_MONTHS))


def _open(ws: Workspace, calling: Calling, row: Row, act: Mapping[str, JSON], since_when: date) -> OpenState:
    known_on = max((day for name in ("start", "last_confirmed") if (day := last_day(act.get(name)))), default=None)
    victim = act.get("victim")
    return OpenState(
        act=row.id,
        code=row.code,
        what=reading.text(ws, "act", "type", act.get("type")),
        who=calling.record(victim) if isinstance(victim, str) else "",
        since=reading.date_text(ws, act.get("start")),
        confirmed=reading.date_text(ws, act.get("last_confirmed")),
        lasted=duration_text(ws, act),
        so_long=duration_text(ws, act, as_of=False),
        known_on=known_on,
        stale=known_on is None or known_on < since_when,
    )


def _victims(acts: Collection[Mapping[str, JSON]]) -> Iterator[str]:
    return (victim for act in acts if isinstance(victim := act.get("victim"), str))


def in_order(found: Iterable[OpenState]) -> tuple[OpenState, ...]:
    """Stale ones first, unconfirmed longest first."""
    return tuple(sorted(found, key=lambda one: (not one.stale, one.known_on or date.min, one.code)))
