"""Fields of a form about people: who they are, what they agreed to, the work they are punished for."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework import ages
from desktop.casework.form_names import has_one_name
from desktop.casework.identified import Readings
from desktop.casework.submission_filled import Filled, OfForm, Where, labelled, lines, sentences
from desktop.casework.submission_matter import Matter
from desktop.casework.submission_voice import WITHHELD
from desktop.casework.workspace import JSON
from desktop.domain.ages import born, say
from desktop.domain.registry import KINDS

_PARTICULARS = ("sex", "birth", "age", "nationality", "occupation", "marital_status", "ethnicity")
_MORE = (*_PARTICULARS, "birth_place", "religion")
_LABELS = {
    "sex": "Sex",
    "birth": "Born",
    "age": "Age as given",
    "nationality": "Nationality",
    "occupation": "Occupation",
    "marital_status": "Marital status",
    "ethnicity": "Ethnic group",
    "birth_place": "Place of birth",
    "religion": "Religion",
}

_KNOWING_THE_RISKS = frozenset({"un_reprisals_report"})
"""Scopes whose question asks in one whether somebody knows the risks and agrees."""


def full_names(matter: Matter, person: str) -> Filled:
    """Family and given name apart, and the name in its own script; one nobody took apart is not called given."""
    name = matter.voice.name(person)
    if not matter.named(person):
        return Filled(f"{WITHHELD} ({name.given} stands for the name)", Where("", "consent"))
    text = "; ".join(
        part
        for part in (
            labelled("Family name", name.family),
            labelled("Given name" if name.family else "Name", name.given),
            labelled("In the original", name.original),
            labelled("Also written", name.others),
        )
        if part
    )
    return Filled(text, Where("", "name", "full"))


def family_name(matter: Matter, person: str) -> Filled:
    """The family name; of somebody with one name alone it is said that they have none, since forms ask for it."""
    family = matter.voice.name(person).family
    if not family and matter.named(person) and has_one_name(matter.ws, person):
        family = "None: they have one name alone"
    return Filled(family, Where("", "name", "family"))


def given_name(matter: Matter, person: str) -> Filled:
    """The given name, with the whole name in its own script."""
    name = matter.voice.name(person)
    text = f"{name.given} ({name.original})" if name.given and name.original else name.given or name.original
    return Filled(text, Where("", "name", "given"))


def consent_to(scope: str) -> OfForm:
    """A question of the form and its answer, yes or no."""

    def filled(matter: Matter, person: str) -> Filled:
        answers = (one for standing in matter.asked if standing.person == person for one in standing.answers)
        answer = next((one for one in answers if one.scope == scope), None)
        said = {"yes": "Yes", "no": "No"}.get(answer.said if answer else "", "")
        conditions = "; ".join(map(matter.voice.text, answer.conditions)) if answer else ""
        if answer and said == "Yes" and scope in _KNOWING_THE_RISKS and not answer.risks:
            return Filled("(b) Yes", Where(answer.consent, "consent", "risks_explained"), "risks_unsaid")
        return Filled(
            sentences(said, labelled("Conditions", conditions)) if conditions else said,
            Where("", "consent"),
            "" if said else "unanswered",
        )

    return filled


def family_consent(matter: Matter, person: str) -> Filled:
    """That the family agrees, and that whoever submits can follow up."""
    agreed = consent_to("un_to_gov")(matter, person)
    follows = matter.voice.value("submission", "can_follow_up", matter.nested.get("can_follow_up"))
    text = lines(labelled("Consent", agreed.text), labelled("Able to follow up", follows))
    if agreed.text and not follows:
        return Filled(text, Where("", "submission", "can_follow_up"), "empty")
    return Filled(text, agreed.where, agreed.lacks)


def particulars(matter: Matter, person: str) -> Filled:
    """What is known of somebody, a line; their birthday only as exactly as the record has it."""
    return _told(matter, person, _PARTICULARS)


def particulars_full(matter: Matter, person: str) -> Filled:
    """The same, with their name, and with what is kept with the identities marked as held back."""
    name = full_names(matter, person).text
    more = _told(matter, person, _MORE)
    return Filled(lines(name, more.text, held_back(matter, person, "documents").text), more.where)


def one_value(path: str) -> OfForm:
    """One field of the person."""

    def filled(matter: Matter, person: str) -> Filled:
        return Filled(_value(matter, person, path), Where(person, "person", path))

    return filled


def birth_or_age(matter: Matter, person: str) -> Filled:
    """When they were born, else how old they were when they were taken: as the act says, or worked out."""
    where = Where(person, "person", "birth")
    recorded = _value(matter, person, "birth")
    taken = matter.detention_of(person)
    if recorded or taken is None:
        return Filled(recorded, where)
    then = ages.of_act(taken[1], born(matter.gathered.nested.get(person, {})))
    told = f"aged {then.stated}" if then.stated is not None else say(then.age, "en") if then.age else ""
    return Filled(f"{told} at the time" if told else "", where)


def held_back(matter: Matter, person: str, path: str) -> Filled:
    """Numbers, contacts and exact addresses stay with the identities unless somebody types them in by hand."""
    kept = any(nested.get("of") == person and nested.get(path) for _, nested in matter.of_kind("identity"))
    return Filled(WITHHELD if kept else "", Where("", "identity", path))


def identity(path: str) -> OfForm:
    """A field that is kept with the identities."""
    return lambda matter, person: held_back(matter, person, path)


def photograph(matter: Matter, person: str) -> Filled:
    """Whether there is a picture of them, which goes by another way."""
    shown = any(person in _shown(nested) for _, nested in matter.of_kind("evidence"))
    return Filled(WITHHELD if shown else "", Where("", "evidence"))


def defender_work(matter: Matter, person: str) -> Filled:
    """The work of the defender: their own, or of the one they are punished for."""
    defenders = list(dict.fromkeys([person, *_because_of(matter, person)]))
    told = [_work(matter, one, person) for one in defenders]
    return Filled(lines(*told), Where("", "defender_profile", "work"))


def un_cooperation(matter: Matter, person: str) -> Filled:
    """Which body of the UN they or the defender worked with, when and how."""
    told = [
        sentences(
            f"{matter.voice.record(one)} cooperated with {_body(matter, item)}",
            labelled("When", matter.voice.value("defender_profile", "un_cooperation/x/on", item.get("on"))),
            labelled("How", matter.voice.text(_text(item.get("form")))),
        )
        for one in dict.fromkeys([person, *_because_of(matter, person)])
        for profile in profiles(matter, one)
        for item in _items(profile.get("un_cooperation"))
    ]
    return Filled(lines(*told), Where("", "defender_profile", "un_cooperation"))


def _body(matter: Matter, item: Mapping[str, JSON]) -> str:
    return matter.voice.text(_text(item.get("body"))) or "the United Nations"


def profiles(matter: Matter, person: str) -> list[Mapping[str, JSON]]:
    """What is recorded of somebody as a defender; it tells who they are, so only of who may be named, whomever else
    somebody put in their place."""
    if not matter.voice.may_name(person):
        return []
    vault = matter.ws.vault
    states = {one: vault.state(one) for one in vault.referring(person, "defender_profile")}
    told_of = {one: Readings(matter.ws, one, state).said("person") for one, state in states.items()}
    return [state.nested() for one, state in states.items() if all(map(matter.voice.may_name, told_of[one]))]


def own_work(matter: Matter, person: str) -> str:
    """What somebody does as a defender themselves."""
    return _work(matter, person, person)


def _work(matter: Matter, defender: str, victim: str) -> str:
    voice = matter.voice
    told = [
        sentences(
            labelled("Work", voice.text(_text(profile.get("work")))),
            labelled("Fields", ", ".join(_categories(matter, profile))),
            labelled("Organisations", ", ".join(_named(matter, profile))),
        )
        for profile in profiles(matter, defender)
    ]
    words = " ".join(part for part in told if part)
    if not words:
        return ""
    who = voice.record(defender)
    if defender == victim:
        return f"{who} is a human rights defender. {words}"
    kin = voice.code_label("relationships", _relationship(matter, victim, defender)).lower()
    role = f"{voice.record(victim)} is the {kin} of {who}, a human rights defender" if kin else f"Because of {who}"
    return f"{role}. {words}"


def _told(matter: Matter, person: str, paths: tuple[str, ...]) -> Filled:
    values = ((path, _age_given(matter, person) if path == "age" else _value(matter, person, path)) for path in paths)
    return Filled(
        "; ".join(labelled(_LABELS[path], value.rstrip(".")) for path, value in values if value),
        Where(person, "person", "sex"),
    )


def _age_given(matter: Matter, person: str) -> str:
    """An age with the day it was told of, without which it says nothing."""
    age, on = _value(matter, person, "age"), _value(matter, person, "age_on")
    counted = matter.gathered.nested.get(person, {}).get("age_counted_from_one") is True
    about = ", ".join(part for part in (on, "counted from one" if counted else "") if part)
    return f"{age} ({about})" if age and about else age


def _value(matter: Matter, person: str, path: str) -> str:
    """A field of somebody; what tells who they are is held back from who is in the form by code."""
    value = matter.gathered.nested.get(person, {}).get(path)
    if value is not None and not matter.voice.may_name(person) and KINDS["person"].fields[path].identifies:
        return WITHHELD
    return matter.voice.value("person", path, value)


def _because_of(matter: Matter, person: str) -> list[str]:
    found = (act.get("because_of") for _, act in matter.acts_of(person))
    return [one for one in found if isinstance(one, str)]


def _relationship(matter: Matter, victim: str, defender: str) -> JSON:
    return next(
        (act.get("relationship") for _, act in matter.acts_of(victim) if act.get("because_of") == defender), None
    )


def _categories(matter: Matter, profile: Mapping[str, JSON]) -> list[str]:
    codes = (item.get("code") for item in _items(profile.get("categories")))
    return [matter.voice.code_label("defender_categories", code) for code in codes if code]


def _named(matter: Matter, profile: Mapping[str, JSON]) -> list[str]:
    found = (item.get("organisation") for item in _items(profile.get("organisations")))
    return [matter.voice.record(one) for one in found if isinstance(one, str)]


def _items(value: JSON) -> list[Mapping[str, JSON]]:
    return [item for item in value.values() if isinstance(item, dict)] if isinstance(value, dict) else []


def _shown(evidence: Mapping[str, JSON]) -> list[JSON]:
    return [item.get("person") for item in _items(evidence.get("people"))]


def _text(value: JSON) -> str:
    return value if isinstance(value, str) else ""
