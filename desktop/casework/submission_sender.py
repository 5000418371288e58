"""Fields of a form that only the sender can answer, and steps taken so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.casework.submission_filled import NONE_RECORDED, Filled, OfForm, Where, labelled, lines, sentences
from desktop.casework.submission_matter import Matter
from desktop.casework.submission_people import profiles
from desktop.casework.submission_voice import WITHHELD
from desktop.casework.workspace import JSON

_HOME = frozenset({"complaint_cn", "demand_invest"})
_UN = ("un_sp", "un_wgad", "un_wgeid", "un_reprisal", "un_tb", "un_tb_report")


def said(path: str, *, otherwise: str = "") -> OfForm:
    """A field of the submission, as it was typed: these words are the sender's own, nobody is taken out of them."""

    def filled(matter: Matter, _person: str) -> Filled:
        return Filled(own(matter, path) or otherwise, Where("", "submission", path))

    return filled


def own(matter: Matter, path: str) -> str:
    """What the sender says, without looking for names in it."""
    value = matter.nested.get(path)
    return value.strip() if isinstance(value, str) and path in _TYPED else matter.voice.value("submission", path, value)


_TYPED = frozenset({"submitter", "submitter_contact", "organisation"})


def submitter_and_consent(matter: Matter, person: str) -> Filled:
    """Who submits and from where, what they are to the person, and that the person agrees."""
    asked = ("submitter", "submitter_contact", "submitter_relation")
    named, contact, relation = (own(matter, path) for path in asked)
    text = lines(
        labelled("Name", named),
        labelled("Contact", contact),
        labelled("Relation", relation),
        labelled("Consent", "given for everybody named in this form" if matter.people else ""),
    )
    missing = next((path for path in asked if not own(matter, path)), asked[-1])
    lacks = "" if named and contact and relation and matter.people else "empty"
    return Filled(text if named else "", Where("", "submission", missing), lacks)


def author(matter: Matter, person: str) -> Filled:
    """Who submits and how to reach them."""
    named, contact = own(matter, "submitter"), own(matter, "submitter_contact")
    text = lines(
        labelled("Name", named), labelled("Contact", contact), labelled("They are", own(matter, "submitter_relation"))
    )
    missing = "submitter_contact" if named else "submitter"
    return Filled(text, Where("", "submission", missing), "" if named and contact else "empty")


def signed(matter: Matter, _person: str) -> Filled:
    """The day, and by whom."""
    on = own(matter, "signed_on")
    by = own(matter, "submitter")
    return Filled(f"{on}, {by}" if on and by else "", Where("", "submission", "signed_on"))


def state(matter: Matter, _person: str) -> Filled:
    """The State the form is about; China where nothing else was said."""
    return Filled(matter.voice.code_label("states", matter.state), Where("", "submission", "state"))


def context(matter: Matter, _person: str) -> Filled:
    """Earlier incidents, patterns and trends, as the case has them: the story of the defender, who agrees to it or it
    stays; whoever knows the family knows who is meant without a name too."""
    told = matter.voice.value("case", "context", matter.case.get("context"))
    if told and matter.tells_of() & matter.refusing.keys():
        return Filled(WITHHELD, None, "defender_disagrees")
    return Filled(told, Where(matter.gathered.case, "case", "context"))


def steps(matter: Matter, _person: str) -> Filled:
    """Complaints and what came of them; what the sender adds; or why there were none."""
    told = lines(
        *_complaints(matter),
        *_remedies(matter),
        own(matter, "steps_taken"),
        labelled("Why no steps were possible", own(matter, "no_steps_why")),
    )
    return Filled(told, Where("", "submission", "steps_taken"))


def un_history(matter: Matter, _person: str) -> Filled:
    """Earlier communications of the UN, with their numbers; that there are none is said only where it is so."""
    sent = _sent_to_un(matter)
    cited = [
        matter.voice.text(str(item["reference"]))
        for person in matter.gathered.of_kind("person")
        for profile in profiles(matter, person)
        for item in _items(profile.get("un_references"))
        if isinstance(item.get("reference"), str) and not any(str(item["reference"]) in one for one in sent)
    ]
    none = WITHHELD if _has_numbers(matter) else NONE_RECORDED
    return Filled(lines(*dict.fromkeys([*sent, *cited])) or none, Where("", "intervention", "reference"))


def _has_numbers(matter: Matter) -> bool:
    """Whether a number of the UN is recorded of anybody in the case, be they named in the form or not."""
    vault = matter.ws.vault
    profiles_here = vault.referring_by(matter.gathered.of_kind("person")).values()
    found = [one for several in profiles_here for one, kind in several if kind == "defender_profile"]
    return any(_items(state.nested().get("un_references")) for state in vault.states(found).values())


def other_procedures(matter: Matter, _person: str) -> Filled:
    """What else was brought before an international body: as the sender says, and as it was recorded."""
    told = [own(matter, "other_procedures"), *_sent_to_un(matter)]
    return Filled(lines(*dict.fromkeys(told)), Where("", "submission", "other_procedures"))


def _sent_to_un(matter: Matter) -> list[str]:
    return [_sent(matter, nested) for kind in _UN for _, nested in _interventions(matter, frozenset({kind}))]


def followups(matter: Matter, _person: str) -> Filled:
    """Answers that came to what was sent before."""
    told = [
        _answer(matter, step, response)
        for step, nested in _interventions(matter, frozenset(_UN))
        for response in _items(nested.get("responses"))
    ]
    return Filled(lines(*told), Where("", "intervention", "responses"))


def annexes(matter: Matter, _person: str) -> Filled:
    """A list of the documents, by what each is; they go by another way, as copies."""
    here = [nested for record, nested in matter.of_kind("evidence") if record in matter.leaves]
    listed = [f"{number}. {_document(matter, nested)}" for number, nested in enumerate(here, start=1)]
    return Filled(lines(*listed, "In copy, on request.") if listed else "", Where("", "evidence"))


def _document(matter: Matter, nested: Mapping[str, JSON]) -> str:
    kind, shows = (matter.voice.value("evidence", name, nested.get(name)) for name in ("type", "description"))
    return ": ".join(part for part in (kind or "Document", shows) if part)


def cover(matter: Matter, _person: str) -> Filled:
    """Who recommends it, and whom to ask."""
    named, contact = own(matter, "submitter"), own(matter, "submitter_contact")
    text = lines(labelled("Submitted by", named), labelled("Point of contact", contact))
    missing = "submitter_contact" if named else "submitter"
    return Filled(text, Where("", "submission", missing), "" if named and contact else "empty")


def _complaints(matter: Matter) -> Iterator[str]:
    for step, nested in _interventions(matter, _HOME):
        yield lines(_sent(matter, nested), *(_answer(matter, step, one) for one in _items(nested.get("responses"))))


def _remedies(matter: Matter) -> Iterator[str]:
    """Steps taken in the acts of the case, such as a petition that was refused."""
    for person in matter.people:
        for _, act in matter.acts_of(person):
            names = ("remedy_kind", "filed_on", "remedy_body", "remedy_answer", "investigated")
            step = {name: matter.voice.value("act", name, act.get(name)) for name in names}
            if any(step.values()):
                yield sentences(
                    " to ".join(part for part in (step["remedy_kind"] or "Step taken", step["remedy_body"]) if part),
                    labelled("Filed", step["filed_on"]),
                    labelled("Answer", step["remedy_answer"]),
                    labelled("Officials were investigated", step["investigated"]),
                )


def _interventions(matter: Matter, types: frozenset[str]) -> Iterator[tuple[str, Mapping[str, JSON]]]:
    """Those of the case for somebody in this form, or for nobody in particular; not what came of this one."""
    this = matter.nested.get("intervention")
    for record, nested in matter.of_kind("intervention"):
        about = matter.about(record)
        if str(nested.get("type")) in types and record != this and (not about or about & set(matter.people)):
            yield record, nested


def _sent(matter: Matter, nested: Mapping[str, JSON]) -> str:
    voice = matter.voice
    names = ("reference", "addressee", "sent_on", "status")
    told = {name: voice.value("intervention", name, nested.get(name)) for name in names}
    return sentences(
        ", ".join(
            part for part in (voice.code_label("intervention_types", nested.get("type")), told["reference"]) if part
        ),
        labelled("To", told["addressee"]),
        labelled("Sent", told["sent_on"]),
        labelled("Status", told["status"]),
    )


def _answer(matter: Matter, step: str, response: Mapping[str, JSON]) -> str:
    """What came of a step; its words tell of everybody the step was taken for, and stay where one of them said no."""
    voice = matter.voice
    said_no = any(matter.refusing.get(person) for person in matter.about(step))
    told = {name: voice.value("intervention", f"responses/x/{name}", response.get(name)) for name in response}
    return sentences(
        labelled("Answer", ", ".join(part for part in (told.get("kind"), told.get("by"), told.get("on")) if part)),
        WITHHELD if told.get("text") and said_no else told.get("text", ""),
    )


def _items(value: JSON) -> list[Mapping[str, JSON]]:
    return [item for item in value.values() if isinstance(item, dict)] if isinstance(value, dict) else []
