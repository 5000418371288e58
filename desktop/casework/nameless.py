"""What somebody without a name is called while names are shown: what is known of them, "daughter of …, born 2021"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from desktop.casework import ages
from desktop.casework.workspace import JSON, Workspace
from desktop.domain import kinship
from desktop.domain.ages import Born
from desktop.history.revision import is_id
from desktop.vault.rows import Row

Named = Callable[[Collection[str]], Mapping[str, str]]
Nested = Mapping[str, JSON]

_RELATED, _TERMS = "relationships", "kin_terms"
_NO_TIE = frozenset({"self", "admin"})
"""Groups of relationships that say nothing of what two people are to each other."""
_NOT_SO = ("conflict", "withdrawn")
"""In the vocabulary of claims: what nobody stands by any more."""
_MOST = 20  # relationships and acts of one person that are looked through
_SPAN = 5  # years; a birth that is known less well tells nobody apart
_WORDS = {
    "of": ("{tie} of {who}", "{who}的{tie}"),
    "whose": ("{who}'s {tie}", "{who}的{tie}"),  # "husband's mother of …" would be somebody else
    "born": ("{who}, born {year}", "{who}，{year}年生"),
    "f": ("woman", "女子"),
    "m": ("man", "男子"),
    "f child": ("girl", "女孩"),
    "m child": ("boy", "男孩"),
    "child": ("child", "未成年人"),
    "family": ("family", "一家人"),
    "group": ("group of people", "一群人"),
}


def told(ws: Workspace, people: Collection[str], named: Named) -> dict[str, str]:
    """By person what is known of them in a few words; nobody of whom nothing is.

    It tells who is meant as a name does: to be asked for only while names are shown. named: what others are called.
    """
    knowing = _Knowing(ws, people)
    ties = {person: knowing.tie(person) for person in people}
    called = named({tie[1] for tie in ties.values() if tie})
    found = {person: knowing.in_words(person, ties[person], called) for person in people}
    return {person: words for person, words in found.items() if words}


def tells_sex(ws: Workspace, words: str) -> bool:
    """Whether what somebody without a name is called by tells of what sex they are."""
    chinese = ws.language.startswith("zh")
    head = words.split("，" if chinese else ",", maxsplit=1)[0].casefold()
    terms = (term.label(ws.language) for term in ws.vocabularies[_TERMS] if term.more.get("sex") in ("f", "m"))
    plain = (_WORDS[name][chinese] for name in ("f", "m", "f child", "m child"))
    tie = head.rpartition("的")[2] if chinese else head.rpartition("'s ")[2].partition(" of ")[0]
    return tie in {word.casefold() for word in (*terms, *plain)}


class _Knowing:
    """What the vault says of some people, each record of it read once."""

    def __init__(self, ws: Workspace, people: Collection[str]) -> None:
        self._ws = ws
        self._related = self._records(people, "relationship")
        self._acts = self._records([person for person in people if person not in self._related], "act")
        self._people = self._read(people)

    def tie(self, person: str) -> tuple[str, str] | None:
        """What somebody is to somebody, and to whom: as a word of kinship says it before what follows from others."""
        related = self._related.get(person, ())
        told = [self._as_told(one, person) for one in related] + [self._turned_round(one, person) for one in related]
        told += [self._of_act(one, person) for one in self._acts.get(person, ())]
        return next((tie for tie in told if tie is not None), None)

    def in_words(self, person: str, tie: tuple[str, str] | None, called: Mapping[str, str]) -> str:
        """Nothing where neither a tie is known nor a sex or an age."""
        nested = self._people.get(person, {})
        birth = ages.birth_of(self._ws, person, nested)
        if tie is None:
            who = self._plainly(nested, birth)
        else:
            lowered = tie[0] if tie[0][:2].isupper() else tie[0][:1].lower() + tie[0][1:]
            who = self._word("whose" if "'s" in lowered else "of").format(tie=lowered, who=called[tie[1]])
        year = _year(birth)
        return self._word("born").format(who=who, year=year) if who and year else who

    def _plainly(self, nested: Nested, birth: Born | None) -> str:
        """Of somebody nobody is known to be related to."""
        unit, sex = nested.get("counting_unit"), nested.get("sex")
        if unit in ("family", "group"):
            return self._word(str(unit))
        minor = ages.minor_now(self._ws, nested, birth)
        if sex in ("f", "m"):
            return self._word(f"{sex} child" if minor else str(sex))
        return self._word("child") if minor else ""

    def _as_told(self, relationship: Nested, person: str) -> tuple[str, str] | None:
        other, term = relationship.get("related_person"), relationship.get("kin_term")
        if relationship.get("person") != person:
            return None
        if isinstance(term, str) and term in self._ws.vocabularies[_TERMS]:
            return self._whose(self._ws.vocabularies.label(_TERMS, term, self._ws.language), other, person)
        return self._by_type(relationship.get("type"), other, person)

    def _turned_round(self, relationship: Nested, person: str) -> tuple[str, str] | None:
        said = relationship.get("type")
        if relationship.get("related_person") != person or not isinstance(said, str):
            return None
        return self._by_type(kinship.inverse(self._ws.vocabularies[_RELATED], said), relationship.get("person"), person)

    def _of_act(self, act: Nested, person: str) -> tuple[str, str] | None:
        """What an act says the person harmed is to the defender."""
        if act.get("victim") != person:
            return None
        return self._by_type(act.get("relationship"), act.get("because_of"), person)

    def _by_type(self, code: JSON, other: JSON, person: str) -> tuple[str, str] | None:
        """A child who is a girl is a daughter: said so where one word alone is both."""
        relationships = self._ws.vocabularies[_RELATED]
        kind = relationships.get(code) if isinstance(code, str) else None
        if kind is None or kind.more.get("group") in _NO_TIE:
            return None
        sex = self._people.get(person, {}).get("sex")
        terms = [one for one in self._ws.vocabularies[_TERMS] if one.more.get("relationship") == code]
        fitting = [one for one in terms if one.more.get("sex") == sex]
        exact = fitting[0] if len(fitting) == 1 else kind
        return self._whose(exact.label(self._ws.language), other, person)

    @staticmethod
    def _whose(label: str, other: JSON, person: str) -> tuple[str, str] | None:
        return (label, other) if isinstance(other, str) and is_id(other) and other != person else None

    def _word(self, name: str) -> str:
        english, chinese = _WORDS[name]
        return chinese if self._ws.language.startswith("zh") else english

    def _records(self, people: Collection[str], kind: str) -> Mapping[str, Sequence[Nested]]:
        """What records of a kind say that point at each, unless nobody stands by it any more."""
        rows: Mapping[str, Sequence[Row]] = self._ws.vault.referring_many(people, kind)
        read = self._read([row.id for several in rows.values() for row in several[:_MOST]])
        standing = {record: nested for record, nested in read.items() if nested.get("claim_status") not in _NOT_SO}
        return {person: [standing[row.id] for row in several if row.id in standing] for person, several in rows.items()}

    def _read(self, records: Collection[str]) -> dict[str, Nested]:
        return {record: state.nested() for record, state in self._ws.vault.states(records).items()}


def _year(birth: Born | None) -> str:
    """The year somebody was born in, or from which to which year; empty where too many are possible."""
    if birth is None or birth.first is None or birth.last is None:
        return ""
    first, last = birth.first.year, birth.last.year
    if first == last:
        return str(first)
    return f"{first}–{last}" if last - first < _SPAN else ""
