"""Forms for UN mechanisms and sanctions dossiers: filled in from the records, checked, and seen before they go."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.casework.records import existing
from desktop.casework.submission_consent import Standing, unanswered
from desktop.casework.submission_lines import IMPRECISE, UNANSWERED, Line, hand_texts, lines
from desktop.casework.submission_matter import LeftOut, Matter, matter
from desktop.casework.workspace import JSON, Changes, Workspace, day_of
from desktop.casework.writing import Pending
from desktop.domain.dates import first_day
from desktop.domain.deadlines import urgent_until
from desktop.domain.mechanisms import CHINA, MECHANISMS, Offer, mandates_for, offer
from desktop.domain.vocabulary import Term
from desktop.errors import Refused
from desktop.vault.outbox import SUBMISSION

WGEID = "WGEID_FORM"


@dataclass(frozen=True)
class Preview:
    """What would be written, and nothing else. offer: whether the form can be used about the State at all.

    asked: everybody it is for, with their answers. stops: what holds it back, the first the most pressing.
    urgent_until: of a disappearance that is still urgent, the last day. intervention: what it became once it was sent,
    "" before. written: whether it left from here as a file, as it stands or stood. mandates: whom it goes to, as its
    acts propose. period: of the report it is for, "" if none is said. items: the records whose content goes along.
    """

    submission: str = field(repr=False)
    form: str
    offer: Offer
    asked: tuple[Standing, ...]
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    stops: tuple[Refused, ...] = field(repr=False)
    urgent_until: date | None
    mandates: tuple[str, ...] = field(repr=False)
    period: str = field(repr=False)
    intervention: str = field(repr=False)
    written: bool
    names: Mapping[str, tuple[str, str, str]] = field(repr=False)
    items: frozenset[str] = field(repr=False)

    @property
    def ready(self) -> bool:
        return not self.stops

    def lacking(self, person: str = "") -> tuple[Line, ...]:
        """What the form cannot go without and has not got: of one person, or of what is asked once."""
        return tuple(line for line in self.lines if line.holds_back and line.person == person)


def start(
    ws: Workspace, form: str, case: str, people: Sequence[str], acts: Sequence[str] = (), **values: JSON
) -> Changes:
    """Begin a form for people of a case. acts: () for everything of the case that was done to them.

    values: further fields of the record. Refused `submission.no_form`, `record.unknown`, `submission.not_offered`.
    """
    if form not in MECHANISMS:
        raise Refused("submission.no_form")
    of_case = existing(ws, case).nested()
    state = values.get("state") or of_case.get("respondent_state") or CHINA
    told = offer(form, str(state), ws.vocabularies["complaint_procedures"])
    if not told.offered:
        raise Refused("submission.not_offered", why=_why(ws, told))
    chosen = acts or [act for act in ws.vault.referring(case, "act") if _victim(ws, act) in people]
    pending = Pending(ws)
    nested: dict[str, JSON] = {"form": form, "case": case, "state": state, "status": "drafting", **values}
    nested["people"] = [{"person": person} for person in people]
    nested["acts"] = [{"act": act} for act in chosen]
    pending.create("submission", {name: value for name, value in nested.items() if value not in (None, [])})
    return pending.commit()


def preview(ws: Workspace, submission: str, day: date | None = None) -> Preview:
    """Fill in the form and check it. Refused `record.unknown`, `submission.no_form`, `submission.no_case`."""
    on = day or day_of(ws)
    about = matter(ws, submission, on)
    filled = lines(about)
    told = offer(about.mechanism.code, about.state, ws.vocabularies["complaint_procedures"])
    return Preview(
        submission=submission,
        form=about.mechanism.code,
        offer=told,
        asked=about.asked,
        lines=filled,
        left_out=about.left_out,
        stops=tuple(_stops(ws, about, told, filled)),
        urgent_until=_urgent(about, on),
        period=about.voice.value("submission", "period", about.nested.get("period")),
        mandates=mandates_for(about.mechanism.code, _types(about)),
        intervention=_sent_as(ws, about.nested),
        written=any(sent.kind == SUBMISSION for sent in ws.vault.outbox.holding(submission)),
        names={person: _name(about, person) for person in about.people},
        items=_items(about, submission),
    )


def write_texts(ws: Workspace, submission: str, typed: Mapping[str, str]) -> Changes:
    """Keep what somebody wrote for fields, by their keys; empty text gives a field back to the records."""
    state = existing(ws, submission)
    known = hand_texts(state.nested())
    changed: dict[str, JSON] = {}
    for key, text in typed.items():
        item, _ = known.get(key, ("", ""))
        if text.strip():
            changed[item or secrets.token_hex(16)] = {"field": key, "text": text}
        elif item:
            changed[item] = None
    pending = Pending(ws)
    if changed:
        pending.patch(state, {"texts": changed})
    return pending.commit()


def _stops(ws: Workspace, about: Matter, told: Offer, filled: Sequence[Line]) -> Iterator[Refused]:
    if not told.offered:
        yield Refused("submission.not_offered", why=_why(ws, told))
    if not about.asked:
        yield Refused("submission.nobody")
    if about.mechanism.one_person and len(about.asked) > 1:
        yield Refused("submission.one_person")
    for standing, answer in unanswered(about.asked):
        yield Refused("submission.unanswered", person=standing.code, question=answer.question)
    if about.asked and not about.people:
        yield Refused("submission.nobody_agrees")
    if not ws.vault.compartment_open:
        yield Refused("vault.compartment_closed")
    elif not ws.names_shown:
        yield Refused("submission.names_hidden")
    yield from _lacking(ws, about, filled)


def _lacking(ws: Workspace, about: Matter, filled: Sequence[Line]) -> Iterator[Refused]:
    for person in ("", *about.people):
        of_person = [line for line in filled if line.holds_back and line.person == person]
        for line in of_person:
            if line.lacks == IMPRECISE:
                yield Refused("submission.month_needed", person=ws.vault.code(person))
        empty = " · ".join(line.label for line in of_person if line.lacks not in (IMPRECISE, UNANSWERED))
        if empty and person:
            yield Refused("submission.lacking_of", person=ws.vault.code(person), fields=empty)
        elif empty:
            yield Refused("submission.lacking", fields=empty)


def _urgent(about: Matter, day: date) -> date | None:
    """The last day on which a disappearance is urgent, while that is to come."""
    if about.mechanism.code != WGEID:
        return None
    for person in about.people:
        taken = about.detention_of(person)
        seen = first_day(taken[1].get("start")) if taken else None
        if seen is not None and day <= urgent_until(seen):
            return urgent_until(seen)
    return None


def _items(about: Matter, submission: str) -> frozenset[str]:
    """Everything whose content goes along, so that whoever takes a consent back learns who has it."""
    vault = about.ws.vault
    acts = [act for person in about.people for act, _ in about.acts_of(person)]
    names = [name for person in about.people for name in vault.referring(person, "name")]
    involved = [record for act in acts for record, _ in about.part_of(act, "involvement")]
    accounts = [account for act in acts for account in _accounts(about.act(act))]
    return frozenset([submission, *about.people, *acts, *names, *involved, *accounts])


def _accounts(act: Mapping[str, JSON]) -> Iterator[str]:
    anchors = act.get("anchors")
    for item in anchors.values() if isinstance(anchors, dict) else ():
        if isinstance(item, dict) and isinstance(item.get("record"), str):
            yield item["record"]


def _name(about: Matter, person: str) -> tuple[str, str, str]:
    name = about.voice.name(person)
    return name.family, name.given, name.original


def left_out_words(ws: Workspace, one: LeftOut) -> str:
    """Why something does not go along, in plain words."""
    for name in ("left_out", "permission_reasons", "handoff_reasons"):
        if one.reason in ws.vocabularies[name]:
            return ws.vocabularies.label(name, one.reason, ws.language)
    return one.reason


def _why(ws: Workspace, told: Offer) -> str:
    return ws.vocabularies.label("mechanism_reasons", told.why, ws.language)


def _types(about: Matter) -> Iterator[Term]:
    types = about.ws.vocabularies["harassment_types"]
    codes = (str(act.get("type")) for person in about.people for _, act in about.acts_of(person))
    return (types[code] for code in codes if code in types)


def _sent_as(ws: Workspace, nested: Mapping[str, JSON]) -> str:
    made = nested.get("intervention")
    return made if isinstance(made, str) and ws.vault.kind_of(made) is not None else ""


def _victim(ws: Workspace, act: str) -> str | None:
    victim = ws.vault.state(act).nested().get("victim")
    return victim if isinstance(victim, str) else None
