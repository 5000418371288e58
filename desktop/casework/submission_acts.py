"""Fields of a form about acts: what is alleged to have happened, when and where, by whom, on what grounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from desktop.casework.states import goes_on
from desktop.casework.submission_filled import Filled, OfForm, Where, labelled, lines, sentences, spanned
from desktop.casework.submission_matter import Matter
from desktop.casework.submission_people import un_cooperation
from desktop.casework.submission_voice import listed
from desktop.casework.workspace import JSON
from desktop.domain.allegation import hedge, norm_words
from desktop.domain.durations import ENDS, is_over
from desktop.domain.mechanisms import CHINAS, is_reprisal
from desktop.domain.precision import fine_enough

Act = tuple[str, Mapping[str, JSON]]
ABROAD = "XX"
"""A region outside of China; its name in the list tells those who fill in a form to name the State elsewhere."""
NOT_FREE = frozenset({"held", "held_serving", "missing", "in_institution"})


def acts(matter: Matter, person: str) -> Filled:
    """Everything chosen that was done to somebody, numbered, in order of time."""
    told = [f"{number}. {_account(matter, one)}" for number, one in enumerate(matter.acts_of(person), start=1)]
    return Filled("\n\n".join(told), _where(matter, person, "narrative"))


def chronology(matter: Matter, person: str) -> Filled:
    """A line an act, and how somebody is now."""
    told = [_headline(matter, act) for _, act in matter.acts_of(person)]
    nested = matter.gathered.nested.get(person, {})
    now = matter.voice.value("person", "status", nested.get("status"))
    since = matter.voice.value("person", "status_as_of", nested.get("status_as_of"))
    situation = labelled("Current situation", f"{now} (as of {since})" if now and since else now)
    return Filled(lines(*told, situation), Where(person, "person", "status"))


def perpetrators(matter: Matter, person: str) -> Filled:
    """Everybody recorded to have taken part in what was done to them, each once."""
    by_act = {act: _actors(matter, act) for act, _ in matter.acts_of(person)}
    told = [who for actors in by_act.values() for who in actors]
    act = next((act for act, actors in by_act.items() if not actors), None)
    given = (("act", act),) if act is not None else ()
    return Filled(lines(*dict.fromkeys(told)), Where("", "involvement", "perpetrator", given))


def arresting_forces(matter: Matter, person: str) -> Filled:
    """Who took part in taking somebody's liberty, and in nothing else that was done to them."""
    taken = matter.detention_of(person)
    told = _actors(matter, taken[0]) if taken else []
    given = (("act", taken[0]),) if taken else ()
    return Filled(lines(*dict.fromkeys(told)), Where("", "involvement", "perpetrator", given))


def link_to_work(matter: Matter, person: str) -> Filled:
    """Why it is thought to have to do with the defender's work; else what was demanded, and for what purpose."""
    told = [
        sentences(
            matter.voice.value("act", "link_to_work", act.get("link_to_work")),
            labelled("Purpose", ", ".join(_purposes(matter, act))),
            labelled("Demanded", matter.voice.value("act", "demand", act.get("demand"))),
        )
        for _, act in matter.acts_of(person)
    ]
    return Filled(lines(*dict.fromkeys(told)), _where(matter, person, "link_to_work"))


def legal_basis(matter: Matter, person: str) -> Filled:
    """The law the authorities named, and the charge; never whether it holds."""
    told = [
        sentences(
            labelled("Legal basis named by the authorities", _value(matter, act, "legal_basis")),
            labelled("Charge", _value(matter, act, "charge")),
            labelled("Ground cited", _value(matter, act, "ground_cited")),
        )
        for _, act in matter.acts_of(person)
    ]
    return Filled(lines(*dict.fromkeys(told)), _where(matter, person, "legal_basis"))


def norms(matter: Matter, person: str) -> Filled:
    """The rules of law somebody confirmed for the acts, each with how far it binds."""
    confirmed = [norm for _, act in matter.acts_of(person) for norm in _norms(matter, act)]
    return Filled(lines(*dict.fromkeys(confirmed)), _where(matter, person, "norms"))


def pretext(matter: Matter, person: str) -> Filled:
    """The reason the authorities gave, in their words where these are kept."""
    return _of_detention(
        matter,
        person,
        "pretext",
        lambda act: sentences(
            _value(matter, act, "pretext"),
            labelled("Their words", _value(matter, act, "words_used")),
            labelled("Charge", _value(matter, act, "charge")),
        ),
    )


def detention_value(path: str) -> OfForm:
    """One field of the act that took somebody's liberty."""
    return lambda matter, person: _of_detention(matter, person, path, lambda act: _value(matter, act, path))


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
        matter, person, "arrest_place", lambda act: _value(matter, act, "arrest_place") or _place(matter, act)
    )


def duration(matter: Matter, person: str) -> Filled:
    """Until when, or that it goes on."""

    def told(act: Mapping[str, JSON]) -> str:
        over = _ended(matter, act)
        return sentences(
            labelled("From", _began(matter, act)),
            labelled("Until", over) if over else _still(matter, act),
            labelled("Sentence", _value(matter, act, "sentence")),
        )

    return _of_detention(matter, person, "end", told)


def places_held(matter: Matter, person: str) -> Filled:
    """Every place somebody was held in, with its dates."""

    def told(act: Mapping[str, JSON]) -> str:
        stays = act.get("stays")
        return lines(*(_stay(matter, stay) for stay in (stays.values() if isinstance(stays, dict) else ())))

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
    """As the sender says; else urgent where anything chosen goes on, or somebody who was taken is not free yet."""
    said = matter.voice.value("submission", "urgency", matter.nested.get("urgency"))
    going_on = any(
        _not_free(matter, person) or any(goes_on(matter.ws, act) for _, act in matter.acts_of(person))
        for person in matter.people
    )
    computed = "Urgent: it goes on, as far as is known" if going_on else "Allegation: it is past"
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


def _account(matter: Matter, one: Act) -> str:
    record, act = one
    word = hedge(act)
    narrative = _value(matter, act, "narrative")
    account = labelled({"": "Account", "allegedly": "Account (alleged)"}.get(word, "Account (as reported)"), narrative)
    rules = "; ".join(_norms(matter, act))
    return lines(
        _headline(matter, act),
        account,
        labelled("Words used", _value(matter, act, "words_used")),
        labelled("Pretext given", _value(matter, act, "pretext")),
        labelled("Allegedly by" if word else "By", " | ".join(_actors(matter, record))),
        labelled("How far it is borne out", _value(matter, act, "corroboration") or "Not yet checked"),
        labelled("The statement was read back and confirmed", _read_back(matter, act)),
        labelled("Rules of law the sender considers to be concerned", rules),
    )


def _read_back(matter: Matter, act: Mapping[str, JSON]) -> str:
    """Whether the statements an act stands on were read back to whoever made them; nothing where nobody noted it."""
    accounts = map(matter.said_of, dict.fromkeys(listed(act.get("anchors"), "record")))
    said = [account.get("read_back") for account in accounts if account is not None]
    return {True: "Yes", False: "No"}.get(all(said), "") if said and all(isinstance(one, bool) for one in said) else ""


def _headline(matter: Matter, act: Mapping[str, JSON]) -> str:
    """One act in one sentence, no more certain than it is known to be."""
    victim, word = str(act.get("victim")), hedge(act)
    what = matter.voice.code_label("harassment_types", act.get("type"))
    began = _began(matter, act)
    when = f"{began[0].upper()}{began[1:]}" if began else "Date not known"
    was = f"{matter.voice.record(victim)} was {word} subjected to".replace("  ", " ")
    because = act.get("because_of")
    about = ""
    if isinstance(because, str) and because != victim:
        about = f" because of {matter.voice.record(because)}"
        kin = matter.voice.code_label("relationships", act.get("relationship")).lower()
        about += f" (whose {kin} they are)" if kin else ""
    place = _place(matter, act)
    return sentences(f"{when}{f', {place}' if place else ''}: {was}: {what}{about}", _still(matter, act))


def _began(matter: Matter, act: Mapping[str, JSON]) -> str:
    """When an act began; of one that was only first known of then, no more than that."""
    start = _value(matter, act, "start")
    return f"first known of {start}" if start and act.get("started") is False else start


def _ended(matter: Matter, act: Mapping[str, JSON]) -> str:
    """When an act was over, if it is."""
    if not is_over(act):
        return ""
    return next((told for name in ENDS if (told := _value(matter, act, name))), "")


def _still(matter: Matter, act: Mapping[str, JSON]) -> str:
    if not goes_on(matter.ws, act):
        return labelled("It ended", _ended(matter, act))
    confirmed = _value(matter, act, "last_confirmed")
    return f"It went on when last confirmed, {confirmed}" if confirmed else "It goes on, as far as is known"


def _actors(matter: Matter, act: str) -> list[str]:
    return [text for _, one in matter.part_of(act, "involvement") if (text := actor(matter, one))]


def _number(said: JSON) -> str:
    return f"{said} {'person' if said == 1 else 'people'}" if isinstance(said, int) else ""


def actor(matter: Matter, one: Mapping[str, JSON]) -> str:
    """Somebody who took part, with their unit, rank, and under whose pressure."""
    voice = matter.voice
    who = one.get("perpetrator")
    named = voice.record(who) if isinstance(who, str) else ""
    unnamed = ", ".join(
        part
        for part in (
            _number(one.get("number")),
            voice.code_label("perpetrator_types", one.get("type")),
            labelled("called", voice.value("involvement", "called", one.get("called"))),
        )
        if part
    )
    parts = (
        named or unnamed,
        labelled("rank", voice.value("involvement", "rank", one.get("rank"))),
        labelled("unit", voice.value("involvement", "agency", one.get("agency"))),
        voice.code_label("involvement_degrees", one.get("degree")).lower(),
        labelled("pressured by", voice.value("involvement", "pressured_by", one.get("pressured_by"))),
        voice.value("involvement", "description", one.get("description")),
    )
    return "; ".join(part for part in parts if part)


def _norms(matter: Matter, act: Mapping[str, JSON]) -> list[str]:
    """Confirmed norms alone: what the program proposes is nobody's view yet."""
    items = act.get("norms")
    found = [item for item in (items.values() if isinstance(items, dict) else ()) if isinstance(item, dict)]
    terms = (
        matter.ws.vocabularies["legal_norms"].get(str(one.get("norm"))) for one in found if one.get("confirmed") is True
    )
    return [norm_words(term, china=matter.state in CHINAS) for term in terms if term]


def _purposes(matter: Matter, act: Mapping[str, JSON]) -> Iterable[str]:
    return (matter.voice.code_label("pressure_purposes", code) for code in listed(act.get("purposes"), "code"))


def _stay(matter: Matter, stay: JSON) -> str:
    if not isinstance(stay, dict):
        return ""
    names = ("organisation", "place", "start", "end", "conditions")
    place = {name: matter.voice.value("act", f"stays/x/{name}", stay.get(name)) for name in names}
    between = spanned(place["start"], place["end"])
    where = ", ".join(part for part in (place["organisation"], place["place"]) if part)
    return sentences(f"{where} ({between})" if between else where, place["conditions"])


def _place(matter: Matter, act: Mapping[str, JSON]) -> str:
    """Where it was, as far as is known; abroad, the State that acted."""
    region = "acting_state" if act.get("region") == ABROAD else "region"
    return _value(matter, act, "place") or _value(matter, act, region)


def _of_detention(matter: Matter, person: str, path: str, told: Callable[[Mapping[str, JSON]], str]) -> Filled:
    taken = matter.detention_of(person)
    if taken is None:
        return Filled("", Where("", "act", path), "no_detention")
    return Filled(told(taken[1]), Where(taken[0], "act", path))


def _where(matter: Matter, person: str, path: str) -> Where:
    first = next(iter(matter.acts_of(person)), None)
    return Where(first[0] if first else "", "act" if first else "submission", path if first else "acts")


def _value(matter: Matter, act: Mapping[str, JSON], path: str) -> str:
    return matter.voice.value("act", path, act.get(path))
