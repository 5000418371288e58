"""A case as a family: who, how they are related to the defender, what happened to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework import people, reading
from desktop.casework.naming import Calling
from desktop.casework.people import Pick
from desktop.casework.records import Listed, Shown, existing, listed, show
from desktop.casework.workspace import JSON, Changes, Workspace, day_of
from desktop.casework.writing import Pending
from desktop.domain import kinship
from desktop.domain.dates import earliest
from desktop.errors import Refused
from desktop.vault.rows import Row

_ADULT = 18
_MOST = 1000


@dataclass(frozen=True)
class ActLine:
    """One act. type: the vocabulary's label. date: as it is shown. sort_key: earliest day or ""."""

    id: str
    code: str
    type_code: str
    type: str
    date: str
    sort_key: str
    victim: str | None
    because_of: str | None
    title: str


@dataclass(frozen=True)
class Member:
    """A person of a case. kinship: "wife", "母亲" … as seen from the defender, "" if not known.

    relationship: the record that says so, or None. minor: None if the age is not known.
    """

    person: str
    code: str
    called: str
    defender: bool
    kinship: str
    relationship: str | None
    minor: bool | None
    status: str
    acts: tuple[ActLine, ...]


@dataclass(frozen=True)
class CasePage:
    """All a case's page shows, in one query. others: interviews, interventions and what else points at the case."""

    case: Shown
    members: tuple[Member, ...]
    acts: tuple[ActLine, ...]
    testimonies: tuple[Listed, ...]
    evidence: tuple[Listed, ...]
    consents: tuple[Listed, ...]
    others: tuple[Listed, ...]


@dataclass(frozen=True)
class KinTerm:
    """A word of kinship. code: what is stored; term: in the workspace's language; relationship: its class."""

    code: str
    term: str
    relationship: str
    relationship_label: str


def case_page(ws: Workspace, case: str) -> CasePage:
    """Refused `record.unknown`."""
    page = _Page(ws, case)
    acts = page.acts()
    members = page.members(acts)
    consents = [row for member in members for row in page.rows(member.person, "consent")]
    return CasePage(
        case=show(ws, case),
        members=members,
        acts=acts,
        testimonies=listed(ws, page.rows(case, "testimony")),
        evidence=listed(ws, page.rows(case, "evidence")),
        consents=listed(ws, consents),
        others=listed(ws, [row for kind in ("interview", "intervention") for row in page.rows(case, kind)]),
    )


def people_of(ws: Workspace, case: str) -> tuple[str, ...]:
    """Everybody a case is about, its defenders first."""
    page = _Page(ws, case)
    return tuple(page.people(page.acts()))


def kin_terms(ws: Workspace, relationship: str = "", sex: str = "") -> tuple[KinTerm, ...]:
    """The words to choose from, in the order of the vocabulary; only those that fit, where something is known."""
    terms = ws.vocabularies["kin_terms"]
    fitting = kinship.kin_terms(terms, relationship, sex or None) if relationship else list(terms)
    told = ((term, str(term.more.get("relationship", ""))) for term in fitting)
    return tuple(
        KinTerm(term.code, term.label(ws.language), kin, ws.vocabularies.label("relationships", kin, ws.language))
        for term, kin in told
    )


def add_defender(ws: Workspace, case: str, who: Pick) -> Changes:
    """Name a defender of the case; a new name makes the person. In one transaction."""
    pending = Pending(ws)
    person = people.picked(ws, pending, who)
    if person is None:
        raise Refused("person.nobody")
    state = existing(ws, case)
    if person not in _listed_people(state.nested().get("defenders")):
        pending.patch(state, {"defenders": [{"person": person}]})
    return pending.commit()


def add_relative(ws: Workspace, who: Pick, *, of: str, relationship: str, kin_term: str = "") -> Changes:
    """Say that somebody is the `relationship` of the person `of`; a new name makes the person. In one transaction."""
    pending = Pending(ws)
    person = people.picked(ws, pending, who)
    if person is None:
        raise Refused("person.nobody")
    nested = {"person": person, "type": relationship, "related_person": of}
    pending.create("relationship", {**nested, **({"kin_term": kin_term} if kin_term else {})})
    return pending.commit()


def add_act(ws: Workspace, case: str, nested: Mapping[str, JSON]) -> Changes:
    """Keep what happened to one person: an `act` of this case. Refusals as `records.add`."""
    pending = Pending(ws)
    pending.create("act", {**nested, "case": case})
    return pending.commit()


@dataclass
class _Page:
    """Gathers what belongs to a case, reading each record once."""

    ws: Workspace
    case: str
    calling: Calling = field(init=False)
    known: dict[str, dict[str, JSON]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        existing(self.ws, self.case)
        self.calling = Calling(self.ws)

    def nested(self, record: str) -> dict[str, JSON]:
        if record not in self.known:
            self.known[record] = self.ws.vault.state(record).nested()
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
        start = nested.get("start")
        return ActLine(
            id=record,
            code=self.ws.vault.code(record),
            type_code=str(type_code),
            type=self.ws.vocabularies.label("harassment_types", str(type_code), self.ws.language) if type_code else "",
            date=reading.date_text(self.ws, start),
            sort_key=_first_day(start),
            victim=_ref(nested.get("victim")),
            because_of=_ref(nested.get("because_of")),
            title=self.calling.title("act", record, nested),
        )

    def people(self, acts: Sequence[ActLine]) -> list[str]:
        """Defenders; then their relatives; then whoever else was harmed or speaks; each once."""
        defenders = _listed_people(self.nested(self.case).get("defenders"))
        relatives = [person for defender in defenders for person, _, _ in self._kin(defender)]
        harmed = [person for act in acts for person in (act.victim, act.because_of) if person]
        told = [person for record in self.ws.vault.referring(self.case, "testimony") for person in self._told(record)]
        return list(dict.fromkeys([*defenders, *relatives, *harmed, *told]))

    def members(self, acts: Sequence[ActLine]) -> tuple[Member, ...]:
        defenders = _listed_people(self.nested(self.case).get("defenders"))
        kin = {person: (said, word) for one in reversed(defenders) for person, said, word in self._kin(one)}
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
            called=self.calling.record(person),
            defender=defender,
            kinship="" if defender else word,
            relationship=relationship,
            minor=_minor(self.ws, nested),
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
        return self.ws.vocabularies.label("relationships", code, self.ws.language) if code else ""

    def _told(self, testimony: str) -> list[str]:
        nested = self.nested(testimony)
        speaker = _ref(nested.get("speaker"))
        return [*([speaker] if speaker else []), *_listed_people(nested.get("about"))]


def _listed_people(value: JSON) -> list[str]:
    """The people of a list of references."""
    items = value.values() if isinstance(value, dict) else ()
    return [item["person"] for item in items if isinstance(item, dict) and isinstance(item.get("person"), str)]


def _ref(value: JSON) -> str | None:
    return value if isinstance(value, str) else None


def _first_day(value: JSON) -> str:
    edtf = value.get("edtf") if isinstance(value, dict) else None
    day = earliest(edtf) if isinstance(edtf, str) else None
    return day.isoformat() if day else ""


def _minor(ws: Workspace, nested: Mapping[str, JSON]) -> bool | None:
    """Whether somebody is under 18 today, by birth, else by what was noted."""
    born = _first_day(nested.get("birth"))
    if born:
        today = day_of(ws)
        year, month, day = map(int, born.split("-"))
        return (today.year - year, today.month, today.day) < (_ADULT, month, day)
    minor = nested.get("minor")
    return minor if isinstance(minor, bool) else None
