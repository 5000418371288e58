"""What of a case may leave: every person a record identifies is asked for, and the stricter answer holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework.belonging import Belonging, stay_with
from desktop.casework.consent import Asking
from desktop.casework.gathering import Gathered, file_of
from desktop.casework.identified import Readings
from desktop.casework.likenesses import LACKING, LIKENESSES, NAMES_THEM, as_others_say, likenesses
from desktop.casework.said_elsewhere import OPENING
from desktop.casework.workspace import Workspace, day_of
from desktop.domain.compartment import PSEUDONYM
from desktop.domain.permission import FINAL, GRANTS, Permission, strictest
from desktop.domain.registry import KINDS

TEAM_SCOPE = "internal"
SAY_FIRST = "say_first"  # others say what would let it leave; somebody here has to say so too

# Whose record it is: without these people's permission it stays. Others in it are replaced by their codes.
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "name": ("person",),
    "relationship": ("person", "related_person"),
    "act": ("victim",),
    "testimony": ("speaker",),
    "interview": ("interviewee",),
    "evidence": ("people/*/person",),
    "involvement": ("perpetrator",),  # a relative who was made a proxy stays a relative
    "consent": ("person",),
    "identity": ("of",),
    "defender_profile": ("person",),
    "posting": ("person",),
    "risk_assessment": ("person",),
    "merge_decision": ("person", "other"),
    "submission": ("people/*/person",),  # its words are about all of them at once
    "intervention": ("people/*/person",),  # so are these: what was done for them, and what was answered
    "claim": ("of", "who"),
    "task": ("about",),
}
# What it is part of: where that stays, it stays.
PART_OF: Mapping[str, tuple[str, ...]] = {
    "identity": ("of",),
    "involvement": ("act",),
    "approval": ("of",),
    "citation": ("of", "source"),
    "claim": ("of",),
    "event_link": ("first", "second"),
    "submission": ("acts/*/act",),
    "intervention": ("acts/*/act",),
    "task": ("about",),
    "evidence": ("testimony", "parent"),  # a recording or a transcript has the same words, a cutting the same faces
}
# Nothing for strangers: what we agreed with somebody, work for ourselves, and what we are still putting together.
_OURS_ALONE = frozenset(
    {"consent", "approval", "risk_assessment", "task", "merge_decision", "submission", "claim", "defender_profile"}
    | {"event", "event_link", "posting", "tag"}  # a copy is made of none of them
)
# Somebody's story: while nobody noted whose it is, nobody can have permitted it.
_WHOSE: Mapping[str, str] = {"testimony": "no_speaker", "act": "no_victim", "interview": "no_interviewee"}


@dataclass(frozen=True, repr=False)
class Verdict:
    """leaves: records in order. stays: reason by record. refused: people who do not permit, with the reason.

    conditions: what people who permit ask for in return, in their own words.
    """

    leaves: tuple[str, ...]
    stays: Mapping[str, str]
    refused: Mapping[str, str]
    conditions: Mapping[str, tuple[str, ...]]

    def withheld_acts(self, gathered: Gathered) -> int:
        """How many acts are left out because somebody does not agree."""
        acts = [record for record in self.stays if gathered.states[record].kind == "act"]
        return sum(self.stays[record] in self.refused.values() for record in acts)


def for_team(ws: Workspace, gathered: Gathered, receivers: Sequence[str], holding: frozenset[str]) -> Verdict:
    """Revisions as they are, to people of our team: who was not asked goes, who refused or withdrew stays.

    receivers: our names for them. holding: what every receiver has already; of people among it they get to know what
    those say now, a withdrawal above all.
    """
    judging = Judging(ws, gathered, TEAM_SCOPE, receivers)
    for record, state in gathered.states.items():
        if state.sealed and not ws.vault.compartment_open:
            judging.stays[record] = "compartment_closed"
        elif state.kind == "consent" and gathered.nested[record].get("person") in holding:
            continue
        elif reason := (
            judging.of_subjects(record) or judging.of_words(record) or judging.of_likeness(record, asked=False)
        ):
            judging.stays[record] = reason
    return judging.verdict()


def redacted(
    ws: Workspace, gathered: Gathered, scope: str, recipient: str, readings: dict[str, Readings] | None = None
) -> Verdict:
    """Fresh records without what identifies, to anybody else: the scope is needed of everybody a record is about.

    So it has to be known who that is: a story nobody is noted for stays. readings: of what was gathered, where it is
    asked for several scopes.
    """
    judging = Judging(ws, gathered, scope, [recipient], team=False, readings={} if readings is None else readings)
    for record, state in gathered.states.items():
        if state.kind not in KINDS:
            judging.stays[record] = "newer_kind"
        elif state.kind == "identity":
            judging.stays[record] = "never_leaves"
        elif state.kind == "name" and (reason := judging.of_name(record)):
            judging.stays[record] = reason
        elif state.kind in _OURS_ALONE:
            judging.stays[record] = "internal_only"
        elif reason := (
            judging.of_nobody(record)
            or judging.of_subjects(record)
            or judging.of_words(record)
            or judging.of_likeness(record)
        ):
            judging.stays[record] = reason
    return judging.verdict()


@dataclass
class Judging:
    """Asks of record after record why it stays. team: it is for our own team; history: earlier wordings go along."""

    ws: Workspace
    gathered: Gathered
    scope: str
    recipients: Sequence[str] = field(repr=False)
    team: bool = True
    history: bool = True
    stays: dict[str, str] = field(default_factory=dict, repr=False)
    asking: Asking = field(init=False)
    belonging: Belonging = field(init=False, repr=False)
    speakers: dict[str, list[str]] = field(init=False, default_factory=dict, repr=False)
    readings: dict[str, Readings] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.asking = Asking(self.ws, day_of(self.ws))
        self.belonging = Belonging(self.ws, self.gathered, self._read)

    def of_subjects(self, record: str) -> str | None:
        """Why a record stays because of whom it is about; None when they all permit it."""
        return next((reason for person in self._subjects(record) if (reason := self.refusal(person))), None)

    def of_nobody(self, record: str) -> str | None:
        """Why somebody's story stays that no person is noted for in any reading."""
        reason = _WHOSE.get(self.gathered.states[record].kind)
        return None if reason is None or any(map(self._person, self._subjects(record))) else reason

    def of_words(self, record: str) -> str | None:
        """Why a record stays because of whose words it stands on: an account, a quote of one, an act begun from one.

        To our team its history goes along, so every account it ever stood on counts.
        """
        for account in dict.fromkeys(self._accounts(record)):
            speakers = self._speakers(account)
            if reason := next((reason for speaker in speakers if (reason := self.refusal(speaker))), None):
                return reason
            if not self.team and not any(map(self._person, speakers)):
                return _WHOSE["testimony"]
        return next((reason for giver in self._givers(record) if (reason := self.refusal(giver)) in FINAL), None)

    def of_name(self, record: str) -> str | None:
        """Why strangers may not read a name, unless it was made up for the case, or is of an official or of somebody
        publicly known, and somebody here says so.

        That it was not sealed does not say so: it may have been one when it was kept, and is another today.
        """
        if self.gathered.states[record].sealed:
            return "never_leaves"
        read = self._read(record)
        people = tuple(dict.fromkeys(read.named("person")))
        if read.said_here("type", PSEUDONYM) or (people and all(map(self._open, people))):
            return None
        told = read.told("type", PSEUDONYM) or (people and all(self._open(one) or self._waits(one) for one in people))
        return SAY_FIRST if told else "never_leaves"

    def of_likeness(self, record: str, *, asked: bool = True) -> str | None:
        """Why a file stays that shows somebody's face, holds their voice or has a name in it.

        asked: each needs a yes of its own; else, within our team, nobody may have said no.
        """
        if self.gathered.states[record].kind != "evidence":
            return None
        read, file = self._read(record), file_of(self.ws, self.gathered, record)
        sealed = self.gathered.states[record].sealed or (file is not None and file.sealed_to == "compartment")
        kinds = likenesses(read, sealed=sealed)
        people = set(read.named("people/*/person"))
        told = as_others_say(read, sealed=sealed)
        unseen = frozenset() if told is None else kinds - told  # only because nobody here looked
        if kinds and asked and not people:
            return "look_first" if unseen else "face_unknown"
        for kind, scope in LIKENESSES.items():
            wanted = scope or (self.scope if self.scope in NAMES_THEM or self.team else "")
            if kind in kinds and any(self._unlike(person, wanted, asked=asked) for person in people):
                return "look_first" if kind in unseen else LACKING[kind]
        return "compartment_closed" if sealed and not self.ws.vault.compartment_open else None

    def _unlike(self, person: str, scope: str, *, asked: bool) -> bool:
        """Whether somebody's likeness stays. scope: of the likeness; "" for a purpose that names nobody."""
        if not scope:
            return self._person(person) and not self._says(person, "official")
        reason = self.refusal(person, scope)
        return reason is not None and (asked or reason in FINAL)

    def refusal(self, person: str, scope: str | None = None) -> str | None:
        """Why somebody does not permit it; None when they do, or need not be asked (officials; what is no person).

        Who said no is heard, official or not: somebody may have been called one by mistake.
        """
        if not self._person(person):
            return None
        answer = self._asked(person, scope or self.scope)
        if (answer.allowed and (self.team or answer.reason in GRANTS)) or (
            answer.reason not in FINAL and self._says(person, "official")
        ):
            return None
        if answer.reason not in FINAL and not self.team and self._waits(person, "official"):
            return SAY_FIRST
        return "not_asked" if answer.allowed else answer.reason  # our team alone goes on where nobody was asked

    def verdict(self) -> Verdict:
        """All that stays, with what is part of it; the rest leaves."""
        self.stays.update(dict.fromkeys(stay_with(self.gathered, self.stays, self.wholes), "of_withheld"))
        people = self.gathered.of_kind("person")
        refused = {person: reason for person in people if (reason := self.refusal(person))}
        leaves = tuple(record for record in self.gathered.states if record not in self.stays)
        asked = {person: self.asking.conditions(person, self.scope) for person in people if person not in refused}
        return Verdict(leaves, self.stays, refused, {person: words for person, words in asked.items() if words})

    def _asked(self, person: str, scope: str) -> Permission:
        return strictest(self.asking.permits(person, scope, recipient) for recipient in self.recipients or [""])

    def _person(self, record: str) -> bool:
        """Whether it is somebody; who is not here stayed where the record came from."""
        here = self.gathered.states.get(record)
        return (self.ws.vault.kind_of(record) if here is None else here.kind) in {None, "person"}

    def _speakers(self, account: str) -> list[str]:
        """Who is noted to have told it; else who was interviewed. Nobody where the account is not here."""
        if account not in self.speakers:
            self.speakers[account] = self._told_by(account)
        return self.speakers[account]

    def _told_by(self, account: str) -> list[str]:
        if self.ws.vault.kind_of(account) is None:
            return []
        told = Readings(self.ws, account, self.ws.vault.state(account))
        held = [] if any(told.named("speaker")) else dict.fromkeys(told.named("interview"))
        interviews = (Readings(self.ws, one, self.ws.vault.state(one)) for one in held if self.ws.vault.kind_of(one))
        return [*told.named("speaker"), *(person for one in interviews for person in one.named("interviewee"))]

    def _givers(self, record: str) -> Iterator[str]:
        """Who gave a file: nobody asks them for each use, but a no of theirs is heard."""
        return self._read(record).named("received_from")

    def _accounts(self, record: str) -> Iterator[str]:
        if self.gathered.states[record].kind == "testimony":
            yield record
        yield from self._read(record).accounts()
        if self.team and self.history:
            for opening in self.ws.vault.openings(record).values():
                for path, value in opening.body.items():
                    if path.split("/")[::2] == ["anchors", "record"] and isinstance(value, str):
                        yield value

    def _says(self, person: str, name: str) -> bool:
        return person in self.gathered.states and self._read(person).said_here(name)

    def _open(self, person: str) -> bool:
        return any(self._says(person, name) for name in OPENING["person"])

    def _waits(self, person: str, *names: str) -> bool:
        """Whether others say that somebody's name is open, by one of these fields or any, and nobody here does."""
        here = person in self.gathered.states
        return here and any(self._read(person).waits(name) for name in names or OPENING["person"])

    def _read(self, record: str) -> Readings:
        if record not in self.readings:
            state, own = self.gathered.states[record], self.gathered.own.get(record)
            self.readings[record] = Readings(self.ws, record, state, own)
        return self.readings[record]

    def _subjects(self, record: str) -> Iterator[str]:
        kind = self.gathered.states[record].kind
        if kind == "person":
            yield record
        yield from dict.fromkeys([*self._read(record).named(*SUBJECTS.get(kind, ())), *self.belonging.people(record)])

    def wholes(self, record: str) -> Iterator[str]:
        """What a record is part of."""
        yield from self._read(record).named(*PART_OF.get(self.gathered.states[record].kind, ()))
        yield from self.belonging.documented(record)
