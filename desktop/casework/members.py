"""The people of a case: how they are related to the defender, and what happened to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework import ages, reading
from desktop.casework.naming import Calling
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Workspace
from desktop.domain import ages as ages_of
from desktop.domain import kinship
from desktop.domain.ages import Born, Minor
from desktop.domain.dates import first_day, last_day
from desktop.domain.threatened import act_type
from desktop.vault.rows import Row

_MOST = 1000


@dataclass(frozen=True, repr=False)
class ActLine:
    """One act. type: the vocabulary's label, of a threat of it as one. date: as it is shown. sort_key: the earliest
    day; of what was some time before another that day, "" where nobody knows.

    age: how old the person harmed was then, as far as it is known: "aged 5 or 6", ""; young: perhaps a child.
    """

    id: str
    code: str
    type_code: str
    type: str
    date: str
    sort_key: str
    victim: str | None
    because_of: str | None
    title: str
    age: str = ""
    minor: Minor | None = None
    young: bool = False


@dataclass(frozen=True)
class Member:
    """A person of a case. kinship: "wife", "母亲" … as seen from the defender, "" if not known.

    Of a defender it is what they are to a defender named before them: a wife who became one stays his wife.
    relationship: the record that says so, or None. apart: what they are called where no code stands beside it. minor:
    None if the age is not known. also: by which codes else the same person is recorded.
    """

    person: str
    code: str
    called: str = field(repr=False)
    apart: str = field(repr=False)
    defender: bool
    kinship: str = field(repr=False)
    relationship: str | None = field(repr=False)
    minor: bool | None
    status: str
    acts: tuple[ActLine, ...]
    also: tuple[str, ...] = field(default=(), repr=False)


@dataclass
class Gathering:
    """Gathers what belongs to a case, reading each record once."""

    ws: Workspace
    case: str
    calling: Calling = field(init=False)
    known: dict[str, dict[str, JSON]] = field(default_factory=dict, repr=False)
    births: dict[str, Born | None] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        existing(self.ws, self.case)
        self.calling = Calling(self.ws)

    def nested(self, record: str) -> dict[str, JSON]:
        """A record's values; none of one that is pointed at and is not here."""
        if record not in self.known:
            here = self.ws.vault.kind_of(record) is not None
            self.known[record] = self.ws.vault.state(record).nested() if here else {}
        return self.known[record]

    def rows(self, record: str, kind: str) -> Sequence[Row]:
        """What points at a record, as far as a page can show it."""
        return self.ws.vault.rows(kind, referring_to=record, limit=_MOST)

    def acts(self) -> tuple[ActLine, ...]:
        """By time; those of unknown time last."""
        found = [self._act(record) for record in self.ws.vault.referring(self.case, "act")]
        return tuple(sorted(found, key=lambda act: (act.sort_key or "~", act.id)))

    def _act(self, record: str) -> ActLine:
        nested = self.nested(record)
        type_code = nested.get("type") if isinstance(nested.get("type"), str) else ""
        start, victim = nested.get("start"), _ref(nested.get("victim"))
        then = ages.of_act(nested, self.birth(victim) if victim else None)
        return ActLine(
            id=record,
            code=self.ws.vault.code(record),
            type_code=str(type_code),
            type=act_type(nested, self.ws.vocabularies, self.ws.language),
            date=reading.date_text(self.ws, start),
            sort_key=_in_time(start),
            victim=victim,
            because_of=_ref(nested.get("because_of")),
            title=self.calling.title("act", record, nested),
            age=ages_of.say(then.age, self.ws.language) if then.age else "",
            minor=then.minor,
            young=then.minor == "yes"
            or (then.minor == "perhaps" and then.age is not None and then.age.least is not None),
        )

    def birth(self, person: str) -> Born | None:
        """When somebody was born, looked up once."""
        if person not in self.births:
            nested = self.nested(person)
            self.births[person] = ages.birth_of(self.ws, person, nested) if nested else None
        return self.births[person]

    def people(self, acts: Sequence[ActLine]) -> list[str]:
        """Defenders; then their relatives; then whoever else was harmed or speaks; each once."""
        defenders = listed_people(self.nested(self.case).get("defenders"))
        relatives = [person for defender in defenders for person, _, _ in self._kin(defender)]
        harmed = [person for act in acts for person in (act.victim, act.because_of) if person]
        told = [person for record in self.ws.vault.referring(self.case, "testimony") for person in self._told(record)]
        return list(dict.fromkeys([*defenders, *relatives, *harmed, *told]))

    def members(self, acts: Sequence[ActLine]) -> tuple[Member, ...]:
        defenders = listed_people(self.nested(self.case).get("defenders"))
        before = {person: defenders[:number] for number, person in enumerate(defenders)}
        kin = {
            person: (said, word)
            for one in reversed(defenders)
            for person, said, word in self._kin(one)
            if one in before.get(person, defenders)
        }
        return tuple(self._member(person, person in defenders, kin, acts) for person in self.people(acts))

    def _member(
        self, person: str, defender: bool, kin: Mapping[str, tuple[str, str]], acts: Sequence[ActLine]
    ) -> Member:
        nested = self.nested(person)
        relationship, word = kin.get(person, (None, ""))
        status = nested.get("status")
        return Member(
            person=person,
            code=self.ws.vault.code(person),
            called=self.calling.beside(person),
            apart=self.calling.record(person),
            defender=defender,
            kinship=word,
            relationship=relationship,
            minor=ages.minor_now(self.ws, nested, self.birth(person)),
            status=reading.text(self.ws, "person", "status", status),
            acts=tuple(act for act in acts if act.victim == person),
        )

    def _kin(self, defender: str) -> Iterator[tuple[str, str, str]]:
        """Relatives of a defender: the person, the relationship that says so, the word for it."""
        for record in self.ws.vault.referring(defender, "relationship"):
            nested = self.nested(record)
            person, related = _ref(nested.get("person")), _ref(nested.get("related_person"))
            if related == defender and person and person != defender:
                yield person, record, self._kin_word(nested, str(nested.get("type") or ""))
            elif person == defender and related and related != defender:
                said = str(nested.get("type") or "")
                yield related, record, self._kin_word({}, kinship.inverse(self.ws.vocabularies["relationships"], said))

    def _kin_word(self, nested: Mapping[str, JSON], code: str | None) -> str:
        term = nested.get("kin_term")
        if isinstance(term, str):
            return self.ws.vocabularies.label("kin_terms", term, self.ws.language)
        told = self.ws.vocabularies.label("relationships", code, self.ws.language) if code else ""
        said = nested.get("kin_words") if self.ws.names_shown else None  # 嫂子王小芳 would name whom a code stands for
        words = reading.text(self.ws, "relationship", "kin_words", said)
        if not (told and words):
            return told or words
        return f"{told}（{words}）" if self.ws.language.startswith("zh") else f"{told} ({words})"

    def _told(self, testimony: str) -> list[str]:
        nested = self.nested(testimony)
        speaker = _ref(nested.get("speaker"))
        return [*([speaker] if speaker else []), *listed_people(nested.get("about"))]


def listed_people(value: JSON) -> list[str]:
    """The people of a list of references."""
    items = value.values() if isinstance(value, dict) else ()
    return [item["person"] for item in items if isinstance(item, dict) and isinstance(item.get("person"), str)]


def _ref(value: JSON) -> str | None:
    return value if isinstance(value, str) else None


def _in_time(value: JSON) -> str:
    day = first_day(value) or last_day(value)
    return day.isoformat() if day else ""
