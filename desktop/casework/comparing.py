"""Two records of people side by side: what is known of each, so that somebody can say whether they are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.casework import naming, reading, same_person
from desktop.casework.person_names import names_of
from desktop.casework.records import existing, listed
from desktop.casework.workspace import Workspace

_MOST = 12  # records of a kind that are told by their titles
_TOLD = ("relationship", "act", "testimony", "consent")
_LEFT_OUT = frozenset({"counting_unit", "tags"})


@dataclass(frozen=True, repr=False)
class Side:
    """One of the two. told: what is known, by label; related: by kind the titles of what belongs to them."""

    person: str
    called: str
    code: str
    names: tuple[str, ...]
    told: dict[str, str]
    related: dict[str, tuple[str, ...]]
    cases: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Comparison:
    """decision: "same", "not_same", or "" while nobody decided. reason: what was written to it."""

    one: Side
    other: Side
    decision: str
    reason: str

    @property
    def labels(self) -> tuple[str, ...]:
        """What is known of either, each once."""
        return tuple(dict.fromkeys((*self.one.told, *self.other.told)))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of records either has."""
        return tuple(kind for kind in _TOLD if self.one.related[kind] or self.other.related[kind])


def compare(ws: Workspace, person: str, other: str) -> Comparison:
    """Refused `record.unknown`."""
    decided = same_person.Decided(ws)
    record = decided.record(person, other)
    reason = ws.vault.state(record).nested().get("reason") if record else ""
    return Comparison(
        _side(ws, person),
        _side(ws, other),
        decided.of(person).get(other, ""),
        naming.read(ws, reason) if isinstance(reason, str) else "",
    )


def _side(ws: Workspace, person: str) -> Side:
    nested = existing(ws, person).nested()
    facts = reading.facts(ws, "person", {name: value for name, value in nested.items() if name not in _LEFT_OUT})
    told: dict[str, str] = {}
    for fact in facts:
        told[fact.label] = f"{told[fact.label]} · {fact.text}" if fact.label in told else fact.text
    return Side(
        person=person,
        called=naming.Calling(ws).beside(person),
        code=ws.vault.code(person),
        names=tuple(_names(ws, person)),
        told={label: text for label, text in told.items() if text},
        related={kind: tuple(_titles(ws, person, kind)) for kind in _TOLD},
        cases=tuple(_cases(ws, person)),
    )


def _names(ws: Workspace, person: str) -> Iterator[str]:
    for line in names_of(ws, person).lines:
        behind = " · ".join(part for part in (line.about, line.pinyin, line.used) if part)
        yield f"{line.full} ({behind})" if behind else line.full


def _titles(ws: Workspace, person: str, kind: str) -> Iterator[str]:
    records = ws.vault.referring(person, kind)
    rows = listed(ws, ws.vault.rows_of(records[:_MOST]))
    yield from (row.title for row in rows)
    if len(records) > _MOST:
        yield f"+ {len(records) - _MOST}"


def _cases(ws: Workspace, person: str) -> Iterator[str]:
    found = [person, *ws.vault.referring(person, "act"), *ws.vault.referring(person, "testimony")]
    cases = dict.fromkeys([*ws.vault.referring(person, "case"), *ws.vault.cases_of(found).values()])
    yield from naming.called_all(ws, list(cases)).values()
