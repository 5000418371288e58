"""Records of people that may be of one person: found by their names, decided by somebody, and never asked twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, islice

from desktop.casework.naming import Calling
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.domain.indexing import query_phrases
from desktop.domain.mentions import OPEN
from desktop.domain.names import has_han
from desktop.domain.same_names import SHORTEST_READ_ALIKE, Alike, Spelt, how, how_alike, written
from desktop.errors import Refused
from desktop.vault.alike import Indexed
from desktop.vault.rows import Row

KIND = "merge_decision"
_PAGE = 1000
SAME, NOT_SAME, UNDONE = "same", "not_same", "undone"
_BY_RELATIONSHIP = {"same_person": SAME, "not_same_person": NOT_SAME}

MOST = 50
"""Others that are offered for one person."""
_LATELY = 20  # names changed last, of which the first page tells
_SHARING = 300  # people a name is compared with; ten thousand may be read alike
_IN_ONE = 12  # people of one name that are put into pairs: 66 of them


@dataclass(frozen=True, repr=False)
class Perhaps:
    """Two people who may be one. how: by which of their names, which are `name` and `others_name`."""

    person: str
    other: str
    how: Alike
    name: str
    others_name: str


@dataclass(frozen=True)
class Pairs:
    """All pairs there are, the surest first. more: there are others, once these are decided."""

    pairs: tuple[Perhaps, ...] = field(default=(), repr=False)
    more: bool = False


def perhaps(ws: Workspace, person: str) -> tuple[Perhaps, ...]:
    """Who else may be this person, the surest first; nobody who was decided on. Nothing while names are not shown."""
    if not ws.names_shown:
        return ()
    names = _Names(ws)
    pairs = (names.compare(person, other) for other in _undecided(ws, names, Decided(ws), person))
    return _in_order(islice((pair for pair in pairs if pair is not None), MOST))


def lately(ws: Workspace) -> int:
    """How many pairs the people are in whose names changed last; told by the index alone."""
    if not ws.names_shown:
        return 0
    names, decided = _Names(ws), Decided(ws)
    states = ws.vault.states([row.id for row in ws.vault.rows("name", limit=_LATELY)]).values()
    people = dict.fromkeys(who for state in states if isinstance(who := state.nested().get("person"), str))
    return len(
        {frozenset((one, other)) for one in people for other in islice(_undecided(ws, names, decided, one), MOST)}
    )


def _undecided(ws: Workspace, names: _Names, decided: Decided, person: str) -> Iterator[str]:
    """Who may be this person by the index, and was not decided on; the surest first."""
    found: dict[str, Alike] = {}
    for full in names.of(person):
        one = Spelt.of(full)
        for name in ws.vault.alike(_words(full), one.keys, limit=_SHARING):
            alike = how(one, _spelt(name)) if name.person != person else None
            if alike is not None:
                found[name.person] = min(alike, found.get(name.person, alike))
    for other in sorted(found, key=lambda one: found[one]):
        if not decided.settled(person, other) and names.of(other):
            yield other


def everywhere(ws: Workspace, *, limit: int = 100) -> Pairs:
    """Every pair in the vault; reads the index of all names once, and of the records those alone that are shown."""
    if not ws.names_shown:
        return Pairs()
    decided, names = Decided(ws), _Names(ws)
    found: dict[frozenset[str], Perhaps] = {}
    for pair in _candidates(ws):
        key = frozenset(pair)
        if key not in found and (one := names.compare(*pair)) is not None and not decided.settled(*pair):
            if len(found) >= limit:
                return Pairs(_in_order(found.values()), more=True)
            found[key] = one
    return Pairs(_in_order(found.values()))


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


class _Names:
    """What people are called, each looked up once."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._of: dict[str, tuple[str, ...]] = {}

    def of(self, person: str) -> tuple[str, ...]:
        """Every name of somebody in sight, and the pinyin somebody confirmed."""
        if person not in self._of:
            gone = all(row.deleted for row in self._ws.vault.rows_of([person]))
            names = () if gone else self._ws.vault.referring(person, "name")
            self._of[person] = tuple(dict.fromkeys(self._written(names)))
        return self._of[person]

    def compare(self, person: str, other: str) -> Perhaps | None:
        """By which of their names two people may be one; None when by none."""
        found = [
            (alike, name, others)
            for name in self.of(person)
            for others in self.of(other)
            if (alike := how_alike(name, others)) is not None
        ]
        if person == other or not found:
            return None
        alike, name, others = min(found, key=lambda one: one[0])
        return Perhaps(person, other, alike, name, others)

    def _written(self, names: Iterable[str]) -> Iterator[str]:
        for state in self._ws.vault.states(list(names)).values():
            nested = state.nested()
            for field_name in ("full", "pinyin"):
                if isinstance(said := nested.get(field_name), str) and said.strip():
                    yield said.replace(OPEN + OPEN, OPEN)


def _in_order(found: Iterable[Perhaps]) -> tuple[Perhaps, ...]:
    return tuple(sorted(found, key=lambda one: one.how))


def _candidates(ws: Workspace) -> Iterator[tuple[str, str]]:
    """Pairs worth a look: written the same, then spelled in letters and in characters, then read alike."""
    every = list(ws.vault.every_name())
    yield from _pairs_by((name.words.replace(" ", ""), name.person) for name in every)
    letters = [name for name in every if name.words.isascii()]
    spelled = {key for name in letters for key in name.keys}
    by_key: dict[str, list[str]] = {}
    for name in every:
        if not name.words.isascii():
            for key in spelled.intersection(name.keys):
                by_key.setdefault(key, []).append(name.person)
    yield from _pairs_by((key, name.person) for name in letters for key in name.keys)
    for name in letters:
        for key in name.keys:
            yield from ((name.person, other) for other in by_key.get(key, ())[:_IN_ONE])
    characters = (
        name
        for name in every
        if not name.words.isascii() and len(name.words.split()) >= SHORTEST_READ_ALIKE and name.keys
    )
    yield from _pairs_by((name.words[0] + name.keys[0], name.person) for name in characters)


def _pairs_by(told: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """People with the same told of them, two by two."""
    together: dict[str, dict[str, None]] = {}
    for same, person in told:
        together.setdefault(same, {})[person] = None
    for people in together.values():
        if len(people) > 1:
            yield from combinations(list(people)[:_IN_ONE], 2)


def _spelt(name: Indexed) -> Spelt:
    return Spelt(written(name.words), has_han(name.words), frozenset(name.keys))


def _words(full: str) -> str:
    bare = full.replace('"', " ")
    return next(iter(query_phrases(f'"{bare}"')), "")


def called(ws: Workspace, pairs: Iterable[Perhaps], others: Iterable[str] = ()) -> Mapping[str, str]:
    """What the people of some pairs, and others, are called."""
    calling = Calling(ws)
    people = dict.fromkeys((*(person for pair in pairs for person in (pair.person, pair.other)), *others))
    calling.prepare(people)
    return {person: calling.beside(person) for person in people}
