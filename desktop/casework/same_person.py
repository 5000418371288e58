"""What was decided on records of people: that two are of one person, or are not. The records stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.errors import Refused
from desktop.vault.rows import Row

KIND = "merge_decision"
SAME, NOT_SAME, UNDONE = "same", "not_same", "undone"
_BY_RELATIONSHIP = {"same_person": SAME, "not_same_person": NOT_SAME}
_PAGE = 1000


def decide(ws: Workspace, person: str, other: str, decision: str, reason: str = "") -> Changes:
    """Say whether two records are of one person, or take that back; the records themselves stay as they are.

    Refused `same.themself`, `same.not_people`, `same.decision`.
    """
    if person == other:
        raise Refused("same.themself")
    if any(ws.vault.kind_of(one) != "person" for one in (person, other)):
        raise Refused("same.not_people")
    if decision not in (SAME, NOT_SAME, UNDONE):
        raise Refused("same.decision")
    pending = Pending(ws)
    said: dict[str, JSON] = {"decision": decision, **({"reason": reason} if reason.strip() else {})}
    record = Decided(ws).record(person, other)
    if record is not None:
        pending.patch(ws.vault.state(record), said)
    elif decision != decision_on(ws, person, other) and (decision != UNDONE or decision_on(ws, person, other)):
        pending.create(KIND, {"person": person, "other": other, **said})
    return pending.commit()


def decided_on(ws: Workspace, *, limit: int = 100) -> tuple[tuple[str, str, str], ...]:
    """Pairs of people somebody decided on, the latest first, with what holds: to look at it again, or take it back."""
    decided = Decided(ws)
    found: dict[frozenset[str], tuple[str, str, str]] = {}
    for row in ws.vault.rows(KIND, limit=limit):
        nested = ws.vault.state(row.id).nested()
        person, other = nested.get("person"), nested.get("other")
        if isinstance(person, str) and isinstance(other, str) and (said := decided.of(person).get(other)):
            found.setdefault(frozenset((person, other)), (person, other, said))
    return tuple(found.values())


def decision_on(ws: Workspace, person: str, other: str) -> str:
    """What holds of two records: "same", "not_same", or "" while nobody decided."""
    return Decided(ws).of(person).get(other, "")


def recorded_as(ws: Workspace, person: str) -> tuple[str, ...]:
    """All records of one person, the one that stands for them first; alone where there is no other."""
    return Decided(ws).group(person)


def one_each(ws: Workspace, people: Iterable[str]) -> dict[str, str]:
    """For each of several people the record that stands for them, the first made, for lists and reports."""
    decided = Decided(ws) if ws.vault.count(KIND) else None
    return {person: decided.group(person)[0] if decided else person for person in people}


class Decided:
    """What was decided on people, looked up once each. Of several decisions on one pair the latest holds.

    own: by ourselves alone, whatever others said of it since.
    """

    def __init__(self, ws: Workspace, *, own: bool = False) -> None:
        self._ws = ws
        self._own = own
        self._state = ws.vault.own_state if own else ws.vault.state
        self._of: dict[str, dict[str, tuple[str, str | None]]] = {}
        self._groups: dict[str, tuple[str, ...]] = {}

    def of(self, person: str) -> Mapping[str, str]:
        """What holds of a person and others, by the others."""
        return {other: said for other, (said, _) in self._read(person).items() if said in (SAME, NOT_SAME)}

    def record(self, person: str, other: str) -> str | None:
        """The record of the decision on two people."""
        return self._read(person).get(other, ("", None))[1]

    def group(self, person: str) -> tuple[str, ...]:
        """A person's records, the first made of those in sight at the front; deleted ones behind all others.

        A case, say, that another program calls the same is none: it would stand for somebody, who is not listed then.
        """
        if person not in self._groups:
            found = {person: None}
            pending = [person] if self._somebody(person) else []
            while pending:
                same = (one for one, said in self.of(pending.pop()).items() if said == SAME and one not in found)
                more = [one for one in same if self._somebody(one)]
                found.update(dict.fromkeys(more))
                pending += more
            group = self._in_order(found) if len(found) > 1 else (person,)
            self._groups.update(dict.fromkeys(group, group))
        return self._groups[person]

    def _somebody(self, record: str) -> bool:
        """Whether it is a person, or may be one that is not here."""
        return self._ws.vault.kind_of(record) in (None, "person")

    def _in_order(self, found: Collection[str]) -> tuple[str, ...]:
        in_sight = {row.id for row in self._ws.vault.rows_of(found) if not row.deleted}
        return tuple(sorted(found, key=lambda one: (one not in in_sight, *self._made(one))))

    def settled(self, person: str, other: str) -> bool:
        """Whether nobody need be asked: they are one, or some of their records are known not to be."""
        one, two = self.group(person), self.group(other)
        return person in two or any(self.of(first).get(second) == NOT_SAME for first in one for second in two)

    def _read(self, person: str) -> dict[str, tuple[str, str | None]]:
        if person not in self._of:
            rows = self._ours.get(person, ()) if self._own else self._naming(person)
            ordered = sorted(rows, key=lambda row: (row.updated, row.id))
            self._of[person] = {**self._related(person), **dict(self._said(person, (row.id for row in ordered)))}
        return self._of[person]

    def _naming(self, person: str) -> Iterable[Row]:
        return self._ws.vault.rows_of(self._ws.vault.referring(person, KIND))

    @cached_property
    def _ours(self) -> Mapping[str, list[Row]]:
        """Decisions by whom we made them on; lists tell only whom they are on by now."""
        found: dict[str, list[Row]] = {}
        offset = 0
        while rows := self._ws.vault.rows(KIND, offset=offset, limit=_PAGE):
            offset += len(rows)
            for row in rows:
                nested = self._state(row.id).nested()
                for one in (nested.get("person"), nested.get("other")):
                    if isinstance(one, str):
                        found.setdefault(one, []).append(row)
        return found

    def _related(self, person: str) -> dict[str, tuple[str, str | None]]:
        """What relationships said of it, before there were decisions: any of those holds instead."""
        found: dict[str, tuple[str, str | None]] = {}
        rows = self._ws.vault.rows_of(self._ws.vault.referring(person, "relationship"))
        for row in (row for row in rows if "same_person" in row.title):  # the code stands in the notation of the title
            nested = self._state(row.id).nested()
            said = _BY_RELATIONSHIP.get(str(nested.get("type") or ""))
            ends = [one for one in (nested.get("person"), nested.get("related_person")) if one != person]
            if said and len(ends) == 1 and isinstance(ends[0], str):
                found[ends[0]] = (said, None)
        return found

    def _said(self, person: str, records: Iterable[str]) -> Iterator[tuple[str, tuple[str, str]]]:
        for record in records:
            nested = self._state(record).nested()
            pair = [nested.get("person"), nested.get("other")]
            others = [one for one in pair if one != person]
            if person in pair and len(others) == 1 and isinstance(others[0], str):
                yield others[0], (str(nested.get("decision") or ""), record)

    def _made(self, person: str) -> tuple[int, str]:
        root = self._ws.vault.envelope(person)
        return (root.at if root else 0, person)
