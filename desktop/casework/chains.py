"""How one thing led to another: what came before an event or an act, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.casework import reading
from desktop.casework.naming import Calling
from desktop.casework.records import Listed, existing, listed
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.domain.dates import first_day, last_day
from desktop.domain.folding import fold_text
from desktop.errors import Refused

PRECEDES, CAUSES, PART_OF, PARALLEL = "precedes", "causes", "part_of", "parallel"
KINDS = ("act", "event")
_FURTHEST = 20  # links in a row; records of others may run in circles, or on for ever
_MOST = 200

Side = Literal["before", "after", "whole", "part", "beside"]


@dataclass(frozen=True, repr=False)
class Linked:
    """Something a record hangs together with. link: the record that says so, "" where a field of an act does.

    side: where it stands, seen from the record asked about. word: the link in words, read from the first to the second.
    steps: how many links away; of what is not straight before or after, one.
    """

    link: str
    record: str
    kind: str
    code: str
    title: str
    date: str
    side: Side
    type: str
    word: str
    steps: int = 1


@dataclass(frozen=True, repr=False)
class Chain:
    """All of it, in the order of time: what is furthest back first. word of a row: how it leads on to the next."""

    before: tuple[Linked, ...]
    after: tuple[Linked, ...]
    beside: tuple[Linked, ...]

    @property
    def rows(self) -> tuple[Linked, ...]:
        return (*self.before, *self.after, *self.beside)


@dataclass(frozen=True, repr=False)
class _Link:
    record: str
    first: str
    second: str
    type: str


def chain(ws: Workspace, record: str) -> Chain:
    """What led to an event or act, through all links, what came of it, and what it is part of. Refused
    `record.unknown`."""
    existing(ws, record)
    walk = _Walk(ws)
    beside = [walk.linked(one, record) for one in walk.links(record) if one.type not in (PRECEDES, CAUSES)]
    return Chain(
        before=tuple(reversed(walk.straight(record, back=True))),
        after=tuple(walk.straight(record, back=False)),
        beside=(*beside, *walk.of_event(record)),
    )


def link(ws: Workspace, first: str, kind: str, second: str) -> Changes:
    """Say that one thing is linked to another; the same twice makes nothing. Refused `chain.itself`, `chain.kind`,
    `record.reference`."""
    if first == second:
        raise Refused("chain.itself")
    if any(ws.vault.kind_of(one) not in KINDS for one in (first, second)):
        raise Refused("chain.kind")
    known = (one for one in _Walk(ws).links(first) if (one.first, one.type, one.second) == (first, kind, second))
    pending = Pending(ws)
    if next(known, None) is None:
        pending.create("event_link", {"first": first, "type": kind, "second": second})
    return pending.commit()


def candidates(ws: Workspace, record: str, words: str) -> tuple[Listed, ...]:
    """What else a record may be linked to: acts and events of its case that are called by the words; of one without a
    case, of all."""
    case = existing(ws, record).nested().get("case")
    if isinstance(case, str):
        rows = ws.vault.rows_of([one for kind in KINDS for one in ws.vault.referring(case, kind)])
    else:
        rows = [row for kind in KINDS for row in ws.vault.rows(kind, limit=_MOST)]
    sought = fold_text(words)
    found = listed(ws, [row for row in rows if row.id != record and not row.deleted])
    return tuple(one for one in found if sought in fold_text(one.title) or sought in fold_text(one.code))


class _Walk:
    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._calling = Calling(ws)

    def links(self, record: str) -> list[_Link]:
        """Every link that names a record, either side."""
        found = []
        for row in self._ws.vault.rows("event_link", referring_to=record, limit=_MOST):
            nested = self._ws.vault.state(row.id).nested()
            first, second, kind = nested.get("first"), nested.get("second"), nested.get("type")
            if isinstance(first, str) and isinstance(second, str) and first != second and record in (first, second):
                found.append(_Link(row.id, first, second, kind if isinstance(kind, str) else PRECEDES))
        return found

    def straight(self, record: str, *, back: bool) -> list[Linked]:
        """Everything that leads here, or that this leads to, nearest first; each once."""
        seen, found, edge = {record}, [], [record]
        for steps in range(1, _FURTHEST + 1):
            reached = []
            for here in edge:
                for one in self.links(here):
                    there = one.first if back else one.second
                    if one.type in (PRECEDES, CAUSES) and there not in seen and there != here:
                        seen.add(there)
                        reached.append((there, self.linked(one, here, steps)))
            reached.sort(key=lambda pair: self._day(pair[0]), reverse=back)
            found += [told for _there, told in reached]
            edge = [there for there, _told in reached]
            if not edge or len(found) > _MOST:
                break
        return found

    def linked(self, one: _Link, seen_from: str, steps: int = 1) -> Linked:
        """The other end of a link."""
        forward = one.first == seen_from
        other = one.second if forward else one.first
        side: Side = "after" if forward else "before"
        if one.type == PART_OF:
            side = "whole" if forward else "part"
        elif one.type not in (PRECEDES, CAUSES):
            side = "beside"
        return self._told(other, one.record, side, one.type, steps)

    def of_event(self, record: str) -> Iterator[Linked]:
        """The event an act says it is part of; the acts that say so of an event."""
        if self._ws.vault.kind_of(record) == "event":
            acts = self._ws.vault.referring(record, "act")
            parts = [act for act in acts if self._nested(act).get("event") == record]
            yield from (self._told(act, "", "part", PART_OF, 1) for act in sorted(parts[:_MOST], key=self._day))
            return
        event = self._nested(record).get("event")
        if isinstance(event, str) and self._ws.vault.kind_of(event) == "event":
            yield self._told(event, "", "whole", PART_OF, 1)

    def _told(self, record: str, by: str, side: Side, kind: str, steps: int) -> Linked:
        nested = self._nested(record)
        vault = self._ws.vault
        return Linked(
            link=by,
            record=record,
            kind=vault.kind_of(record) or "",
            code=vault.code(record),
            title=undated(self._calling, vault.kind_of(record) or "", record, nested),
            date=reading.date_text(self._ws, _when(nested)),
            side=side,
            type=kind,
            word=self._ws.vocabularies.label("event_links", kind, self._ws.language),
            steps=steps,
        )

    def _nested(self, record: str) -> Mapping[str, JSON]:
        here = self._ws.vault.kind_of(record) is not None
        return self._ws.vault.state(record).nested() if here else {}

    def _day(self, record: str) -> str:
        when = _when(self._nested(record))
        day = first_day(when) or last_day(when)
        return day.isoformat() if day else "~"


def undated(calling: Calling, kind: str, record: str, nested: Mapping[str, JSON]) -> str:
    """What an act or event is called, without its date, which stands beside it."""
    return calling.title(kind, record, {name: value for name, value in nested.items() if name not in ("start", "date")})


def _when(nested: Mapping[str, JSON]) -> JSON:
    return nested.get("start") or nested.get("date")
