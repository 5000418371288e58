"""Fields of a form about acts: what is alleged to have happened, when and where, by whom, on what grounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.casework.states import goes_on
from desktop.casework.submission_filled import Filled, OfForm, Where, labelled, lines, sentences
from desktop.casework.submission_matter import Matter
from desktop.casework.submission_people import un_cooperation
from desktop.casework.submission_voice import listed
from desktop.casework.submission_words import (
    account_of,
    actors_of,
    came_of,
    headline,
    norms_of,
    place_of,
    purposes_of,
    stay_of,
    value_of,
    when_it_began,
    when_it_ended,
    whether_it_goes_on,
)
from desktop.casework.workspace import JSON
from desktop.domain.mechanisms import is_reprisal
from desktop.domain.precision import fine_enough

NOT_FREE = frozenset({"held", "held_serving", "missing", "in_institution"})


def acts(matter: Matter, person: str) -> Filled:
    """Everything chosen that was done to somebody, numbered, in order of time."""
    told = [f"{number}. {account_of(matter, one)}" for number, one in enumerate(matter.acts_of(person), start=1)]
    return Filled("\n\n".join(told), _where(matter, person, "narrative"))


def chronology(matter: Matter, person: str) -> Filled:
    """A line an act, and how somebody is now."""
    told = [sentences(headline(matter, act), *came_of(matter, record)) for record, act in matter.acts_of(person)]
    return Filled(lines(*told, labelled("Current situation", _now(matter, person))), Where(person, "person", "status"))


def _now(matter: Matter, person: str) -> str:
    """How somebody is, and since when that is known."""
    nested = matter.gathered.nested.get(person, {})
    now = matter.voice.value("person", "status", nested.get("status"))
    since = matter.voice.value("person", "status_as_of", nested.get("status_as_of"))
    return f"{now} (as of {since})" if now and since else now


def perpetrators(matter: Matter, person: str) -> Filled:
    """Everybody recorded to have taken part in what was done to them, each once."""
    by_act = {act: actors_of(matter, act) for act, _ in matter.acts_of(person)}
    told = [who for actors in by_act.values() for who in actors]
    act = next((act for act, actors in by_act.items() if not actors), None)
    given = (("act", act),) if act is not None else ()
    return Filled(lines(*dict.fromkeys(told)), Where("", "involvement", "perpetrator", given))


def arresting_forces(matter: Matter, person: str) -> Filled:
    """Who took part in taking somebody's liberty, and in nothing else that was done to them."""
    taken = matter.detention_of(person)
    told = actors_of(matter, taken[0]) if taken else []
    given = (("act", taken[0]),) if taken else ()
    return Filled(lines(*dict.fromkeys(told)), Where("", "involvement", "perpetrator", given))


def link_to_work(matter: Matter, person: str) -> Filled:
    """Why it is thought to have to do with the defender's work; else what was demanded, and for what purpose."""
    told = [
        sentences(
            matter.voice.value("act", "link_to_work", act.get("link_to_work")),
            labelled("Purpose", ", ".join(purposes_of(matter, act))),
            labelled("Demanded", matter.voice.value("act", "demand", act.get("demand"))),
        )
        for _, act in matter.acts_of(person)
    ]
    return Filled(lines(*dict.fromkeys(told)), _where(matter, person, "link_to_work"))


def legal_basis(matter: Matter, person: str) -> Filled:
    """The law the authorities named, and the charge; never whether it holds."""
    told = [_grounds(matter, act) for _, act in matter.acts_of(person)]
    return Filled(lines(*dict.fromkeys(told)), _where(matter, person, "legal_basis"))


def _grounds(matter: Matter, act: Mapping[str, JSON]) -> str:
    return sentences(
        labelled("Legal basis named by the authorities", value_of(matter, act, "legal_basis")),
        labelled("Charge", value_of(matter, act, "charge")),
        labelled("Ground cited", value_of(matter, act, "ground_cited")),
    )


def norms(matter: Matter, person: str) -> Filled:
    """The rules of law somebody confirmed for the acts, each with how far it binds."""
    confirmed = [norm for _, act in matter.acts_of(person) for norm in norms_of(matter, act)]
    return Filled(lines(*dict.fromkeys(confirmed)), _where(matter, person, "norms"))


def detention_law(matter: Matter, person: str) -> Filled:
    """The same for the act that took somebody's liberty, and for nothing else that was done to them."""
    return _of_detention(matter, person, "legal_basis", lambda act: _grounds(matter, act))


def pretext(matter: Matter, person: str) -> Filled:
    """The reason the authorities gave, in their words where these are kept."""
    return _of_detention(
        matter,
        person,
        "pretext",
        lambda act: sentences(
            value_of(matter, act, "pretext"),
            labelled("Their words", value_of(matter, act, "words_used")),
            labelled("Charge", value_of(matter, act, "charge")),
        ),
    )


def detention_value(path: str) -> OfForm:
    """One field of the act that took somebody's liberty."""
    return lambda matter, person: _of_detention(matter, person, path, lambda act: value_of(matter, act, path))


def arrest_date(matter: Matter, person: str) -> Filled:
    """When somebody was taken or last seen, and whether that is known to the month."""
    found = detention_value("start")(matter, person)
    taken = matter.detention_of(person)
    exact = taken is not None and fine_enough(taken[1].get("start"), "month")
    return Filled(found.text, found.where, "month_needed" if found.text and not exact else "")


def any_arrest_date(matter: Matter, person: str) -> Filled:
    """When somebody was taken, however exactly."""
    found = arrest_date(matter, person)
    return Filled(found.text, found.where)


def arrest_place(matter: Matter, person: str) -> Filled:
    """Where somebody was taken, or last seen; else where the act took place."""
    return _of_detention(
        matter, person, "arrest_place", lambda act: value_of(matter, act, "arrest_place") or place_of(matter, act)
    )


def duration(matter: Matter, person: str) -> Filled:
    """Until when, or that it goes on; an arrest is done at one time, after which somebody may be held to this day."""
    not_over = labelled("Not over, as far as is known", _now(matter, person)) if _not_free(matter, person) else ""

    def told(act: Mapping[str, JSON]) -> str:
        over = when_it_ended(matter, act)
        return sentences(
            labelled("From", when_it_began(matter, act)),
            labelled("Until", over) if over else whether_it_goes_on(matter, act) or not_over,
            labelled("Sentence", value_of(matter, act, "sentence")),
        )

    return _of_detention(matter, person, "end", told)


def places_held(matter: Matter, person: str) -> Filled:
    """Every place somebody was held in, with its dates."""

    def told(act: Mapping[str, JSON]) -> str:
        stays = act.get("stays")
        return lines(*(stay_of(matter, stay) for stay in (stays.values() if isinstance(stays, dict) else ())))

    return _of_detention(matter, person, "stays", told)


def why_arbitrary(matter: Matter, person: str) -> Filled:
    """The categories, and what the sender says of them."""
    found = _of_detention(
        matter,
        person,
        "wgad_categories",
        lambda act: "; ".join(
            matter.voice.code_label("wgad_categories", code) for code in listed(act.get("wgad_categories"), "code")
        ),
    )
    reasons = matter.voice.value("submission", "why_arbitrary", matter.nested.get("why_arbitrary"))
    return Filled(lines(labelled("Categories", found.text), reasons), found.where)


def urgency(matter: Matter, _person: str) -> Filled:
    """As the sender says; else urgent where anything chosen goes on, somebody who was taken is not free yet, or the
    case is marked so."""
    said = matter.voice.value("submission", "urgency", matter.nested.get("urgency"))
    going_on = any(
        _not_free(matter, person) or any(goes_on(matter.ws, act) for _, act in matter.acts_of(person))
        for person in matter.people
    )
    marked = "Urgent" if matter.case.get("priority") == "urgent" else "Allegation: it is past"
    computed = "Urgent: it goes on, as far as is known" if going_on else marked
    return Filled(said or (computed if any(matter.acts.values()) else ""), Where("", "submission", "urgency"))


def _not_free(matter: Matter, person: str) -> bool:
    """An arrest is done at one time; whoever was arrested may be held to this day."""
    status = matter.gathered.nested.get(person, {}).get("status")
    return isinstance(status, str) and status in NOT_FREE and matter.detention_of(person) is not None


def reprisal_scope(matter: Matter, _person: str) -> Filled:
    """Whether what was chosen falls under resolution 12/2."""
    types = [str(act.get("type")) for person in matter.people for _, act in matter.acts_of(person)]
    cooperated = any(un_cooperation(matter, person).text for person in matter.people)
    if not types:
        return Filled("", Where("", "submission", "acts"))
    if not is_reprisal(types, cooperated=cooperated):
        return Filled("", Where("", "defender_profile", "un_cooperation"), "no_cooperation")
    return Filled(
        "Human Rights Council resolution 12/2: acts alleged to be reprisals for cooperation with the United Nations, "
        "or against relatives of those who cooperated.",
        Where("", "act", "type"),
    )


def _of_detention(matter: Matter, person: str, path: str, told: Callable[[Mapping[str, JSON]], str]) -> Filled:
    taken = matter.detention_of(person)
    if taken is None:
        return Filled("", Where("", "act", path), "no_detention")
    return Filled(told(taken[1]), Where(taken[0], "act", path))


def _where(matter: Matter, person: str, path: str) -> Where:
    first = next(iter(matter.acts_of(person)), None)
    return Where(first[0] if first else "", "act" if first else "submission", path if first else "acts")
