"""Records of people that may be of one person: found by their names, and never asked about twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, islice

from desktop.casework.naming import Calling
from desktop.casework.same_person import Decided
from desktop.casework.workspace import Workspace
from desktop.domain.indexing import query_phrases
from desktop.domain.mentions import OPEN
from desktop.domain.names import has_han
from desktop.domain.same_names import SHORTEST_READ_ALIKE, Alike, Spelt, how, how_alike, written
from desktop.vault.alike import Indexed

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
