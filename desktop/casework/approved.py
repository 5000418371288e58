"""What second people said of consents: whose approval counts, and of which wording."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from desktop.casework.workspace import Workspace
from desktop.domain.consent_second import Second
from desktop.history import canonical
from desktop.history.lineage import Lineage
from desktop.history.opening import Opening
from desktop.history.state import FieldState, RecordState, Setter

APPROVED, DECLINED = "approved", "declined"
HELD = frozenset({"held", "held_serving"})
_SAID = ("of", "decision", "wording")
_LINE = b"jiashu/1 approval\n"


@dataclass(frozen=True, repr=False)
class Said:
    """One approval record. author: who signed all that counts of it, None where several did, or words are not here.

    decision: "approved" | "declined" (as soon as anybody's latest word in it says so) | "". of_now: it is about the
    consent as it reads now; counts: it lets the consent hold.
    """

    record: str
    author: str | None
    decision: str
    of_now: bool
    counts: bool
    at: int
    reason: str


def wording(state: RecordState) -> str:
    """What a consent says now, as 64 hex digits: any later change of it is another wording."""
    values: canonical.JSON = {"record": state.id, "values": dict(state.values())}
    return sha256(_LINE + canonical.encode(values)).hexdigest()


def settled(state: RecordState) -> bool:
    """Whether a consent says one thing, all of which is here."""
    hidden = any(one.later_not_here or one.struck for one in state.fields.values())
    return not (hidden or state.conflicts() or state.deleted or state.erased)


def writers(ws: Workspace, record: str) -> frozenset[str]:
    """Everybody who said something new in a record. Who only repeats what was said before, to accept it, did not."""
    lineage, openings = Lineage(ws.vault.revisions(record)), ws.vault.openings(record)
    return frozenset(
        said.envelope.author
        for said in lineage.ordered
        if said.envelope.erases is None and not _repeats(said.id, lineage, openings)
    )


def may_approve(ws: Workspace, author: str, wrote: frozenset[str]) -> bool:
    """Whether somebody is a second person: not among those who wrote it, and one of us or verified of our team.

    Own keys are one person, however many there are.
    """
    own = ws.vault.own_authors
    if author in own:
        return not own & wrote
    known = ws.vault.contacts.one(author)
    return author not in wrote and known is not None and known.team and known.verified


def said_of(ws: Workspace, consent: str) -> tuple[Said, ...]:
    """Every approval record of a consent, in the order they came."""
    records = ws.vault.referring(consent, "approval")
    if not records:
        return ()
    state = ws.vault.state(consent)
    wrote, now, sound = writers(ws, consent), wording(state), settled(state)
    return tuple(_said(ws, record, consent, wrote, now, sound=sound) for record in records)


def second(ws: Workspace, states: Mapping[str, RecordState]) -> Second:
    """What others have to do with these consents."""
    said = {record: said_of(ws, record) for record in states}
    return Second(
        approved=frozenset(record for record, several in said.items() if any(one.counts for one in several)),
        declined=frozenset(record for record, several in said.items() if declined(several)),
        held=held(ws, states),
    )


def declined(said: Iterable[Said]) -> bool:
    """Whether anybody said no to a consent as it reads now."""
    return any(one.decision == DECLINED and one.of_now for one in said)


def held(ws: Workspace, states: Mapping[str, RecordState]) -> frozenset[str]:
    """Consents given for a child by a guardian who is in custody, as anybody here says."""
    return frozenset(record for record, state in states.items() if any(_in_custody(ws, one) for one in _givers(state)))


def _said(ws: Workspace, record: str, consent: str, wrote: frozenset[str], now: str, *, sound: bool) -> Said:
    state = ws.vault.state(record)
    said = {name: _latest(state.fields.get(name)) for name in _SAID}
    authors = {setter.author for setters in said.values() for setter in setters}
    whole = settled(state) and all(len(setters) == 1 for setters in said.values()) and len(authors) == 1
    decisions, wordings = _words(said["decision"]), _words(said["wording"])
    no = DECLINED in decisions
    of_now = now in wordings or (no and not wordings)
    yes = decisions == {APPROVED} and _words(said["of"]) == {consent}
    author = next(iter(authors)) if whole else None
    counts = yes and of_now and sound and author is not None and may_approve(ws, author, wrote)
    reason = state.nested().get("reason")
    at = max((setter.at for setters in said.values() for setter in setters), default=0)
    decision = DECLINED if no else APPROVED if APPROVED in decisions else ""
    return Said(record, author, decision, of_now, counts, at, reason if isinstance(reason, str) else "")


def _latest(one: FieldState | None) -> Sequence[Setter]:
    return () if one is None else (*one.setters, *one.older, *one.beside)


def _words(setters: Sequence[Setter]) -> set[str]:
    """What they say, as far as it is text; whatever else somebody put there says nothing."""
    return {setter.value if isinstance(setter.value, str) else "" for setter in setters} - {""}


def _repeats(revision: str, lineage: Lineage, openings: Mapping[str, Opening]) -> bool:
    """Whether a revision sets nothing but what is said already when it comes; what was said once and is no longer
    counts as new, since it changes what the record says."""
    said = openings.get(revision)
    if said is None or said.gone:
        return False
    before = lineage.ancestors(revision)
    return all(_says(lineage, openings, before, path, value) for path, value in said.body.items())


def _says(
    lineage: Lineage, openings: Mapping[str, Opening], before: Collection[str], path: str, value: canonical.JSON
) -> bool:
    """Whether the latest of some revisions to set a field, or one of several that did beside each other, set it so."""
    setting = {one for one in before if one in openings and path in openings[one].body}
    latest = lineage.maximal(setting) if setting else ()
    return any(canonical.same(openings[one].body[path], value) for one in latest)


def _givers(state: RecordState) -> Iterator[str]:
    if "guardian" in _words(_latest(state.fields.get("given_by"))):
        yield from _words(_latest(state.fields.get("giver")))


def _in_custody(ws: Workspace, person: str) -> bool:
    if ws.vault.kind_of(person) != "person":
        return False
    states = (ws.vault.state(person), ws.vault.own_state(person))
    return any(HELD & _words(_latest(state.fields.get("status"))) for state in states)
