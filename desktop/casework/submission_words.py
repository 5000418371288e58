"""One act in the words a form tells it in: what is alleged, when and where, by whom, how far it is borne out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.casework.states import goes_on
from desktop.casework.submission_filled import labelled, lines, sentences, spanned
from desktop.casework.submission_matter import Matter
from desktop.casework.submission_voice import listed
from desktop.casework.workspace import JSON
from desktop.domain.allegation import hedge, norm_words
from desktop.domain.durations import ENDS, is_over
from desktop.domain.mechanisms import CHINAS
from desktop.domain.threatened import as_threat

Act = tuple[str, Mapping[str, JSON]]
ABROAD = "XX"
"""A region outside of China; its name in the list tells those who fill in a form to name the State elsewhere."""
_LINKED = {"precedes": "It followed", "causes": "It came of"}
_BRIEFLY = {"allegedly": "alleged", "reportedly": "reported"}
_SUBJECTED = "subjected to"
_NOT_DONE = {"threat": "threatened with", "omission": "subjected to an omission, of the kind"}


def account_of(matter: Matter, one: Act) -> str:
    """All that is told of one act, its headline first."""
    record, act = one
    word = hedge(act)
    narrative = value_of(matter, act, "narrative")
    account = labelled({"": "Account", "allegedly": "Account (alleged)"}.get(word, "Account (as reported)"), narrative)
    rules = "; ".join(norms_of(matter, act))
    return lines(
        headline(matter, act),
        account,
        labelled("Words used", value_of(matter, act, "words_used")),
        labelled("Pretext given", value_of(matter, act, "pretext")),
        labelled("Allegedly by" if word else "By", " | ".join(actors_of(matter, record))),
        labelled("How far it is borne out", value_of(matter, act, "corroboration") or "Not yet checked"),
        labelled("The statement was read back and confirmed", _read_back(matter, act)),
        labelled("Rules of law the sender considers to be concerned", rules),
    )


def _read_back(matter: Matter, act: Mapping[str, JSON]) -> str:
    """Whether the statements an act stands on were read back to whoever made them; nothing where nobody noted it."""
    accounts = map(matter.said_of, dict.fromkeys(listed(act.get("anchors"), "record")))
    said = [account.get("read_back") for account in accounts if account is not None]
    return {True: "Yes", False: "No"}.get(all(said), "") if said and all(isinstance(one, bool) for one in said) else ""


def headline(matter: Matter, act: Mapping[str, JSON]) -> str:
    """One act in one sentence, no more certain than it is known to be."""
    victim, word = str(act.get("victim")), hedge(act)
    what = _what(matter, act)
    began = when_it_began(matter, act)
    when = f"{began[0].upper()}{began[1:]}" if began else "Date not known"
    was = f"{matter.voice.record(victim)} was {word} {_done(matter, act)}".replace("  ", " ")
    because = act.get("because_of")
    about = ""
    if isinstance(because, str) and because != victim:
        about = f" because of {matter.voice.record(because)}"
        kin = matter.voice.code_label("relationships", act.get("relationship")).lower()
        about += f" (whose {kin} they are)" if kin else ""
    place = place_of(matter, act)
    return sentences(f"{when}{f', {place}' if place else ''}: {was}: {what}{about}", whether_it_goes_on(matter, act))


def _what(matter: Matter, act: Mapping[str, JSON]) -> str:
    return matter.voice.code_label("harassment_types", act.get("type"))


def type_of(matter: Matter, act: Mapping[str, JSON]) -> str:
    """What an act was, standing by itself; a threat of it as one."""
    return as_threat(_what(matter, act), "en") if _done(matter, act) == _NOT_DONE["threat"] else _what(matter, act)


def _done(matter: Matter, act: Mapping[str, JSON]) -> str:
    """How a type of act was borne; of what is otherwise done, a threat or an omission is told as no more than that."""
    code, nature = act.get("type"), str(act.get("nature"))
    term = matter.ws.vocabularies["harassment_types"].get(code) if isinstance(code, str) else None
    by_type = term.more.get("nature", "") if term is not None else ""
    return _NOT_DONE.get(nature, _SUBJECTED) if nature != by_type else _SUBJECTED


def came_of(matter: Matter, record: str) -> list[str]:
    """What of the form came before an act and, as far as somebody noted it, led to it."""
    links = [link for _, link in matter.of_kind("event_link") if link.get("second") == record]
    told = [(str(link.get("first")), str(link.get("type"))) for link in links]
    return [
        labelled(
            _LINKED[type_], ", ".join(part for part in (_briefly(matter, act), when_it_began(matter, act)) if part)
        )
        for first, type_ in dict.fromkeys(told)
        if type_ in _LINKED and (act := matter.chosen(first)) is not None
    ]


def _briefly(matter: Matter, act: Mapping[str, JSON]) -> str:
    said = [_BRIEFLY.get(hedge(act), ""), "threat" if _done(matter, act) == _NOT_DONE["threat"] else ""]
    no_more_than = ", ".join(part for part in said if part)
    what = f"{_what(matter, act)} ({no_more_than})" if no_more_than else _what(matter, act)
    return f"{matter.voice.record(str(act.get('victim')))}: {what}"


def when_it_began(matter: Matter, act: Mapping[str, JSON]) -> str:
    """When an act began; of one that was only first known of then, no more than that."""
    start = value_of(matter, act, "start")
    return f"first known of {start}" if start and act.get("started") is False else start


def when_it_ended(matter: Matter, act: Mapping[str, JSON]) -> str:
    """When an act was over, if it is."""
    if not is_over(act):
        return ""
    return next((told for name in ENDS if (told := value_of(matter, act, name))), "")


def whether_it_goes_on(matter: Matter, act: Mapping[str, JSON]) -> str:
    """That it goes on, or when it ended."""
    if not goes_on(matter.ws, act):
        return labelled("It ended", when_it_ended(matter, act))
    confirmed = value_of(matter, act, "last_confirmed")
    return f"It went on when last confirmed, {confirmed}" if confirmed else "It goes on, as far as is known"


def actors_of(matter: Matter, act: str) -> list[str]:
    """Everybody recorded to have taken part in an act."""
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


def norms_of(matter: Matter, act: Mapping[str, JSON]) -> list[str]:
    """Confirmed norms alone: what the program proposes is nobody's view yet."""
    items = act.get("norms")
    found = [item for item in (items.values() if isinstance(items, dict) else ()) if isinstance(item, dict)]
    terms = (
        matter.ws.vocabularies["legal_norms"].get(str(one.get("norm"))) for one in found if one.get("confirmed") is True
    )
    return [norm_words(term, china=matter.state in CHINAS) for term in terms if term]


def purposes_of(matter: Matter, act: Mapping[str, JSON]) -> Iterable[str]:
    """What an act was for."""
    return (matter.voice.code_label("pressure_purposes", code) for code in listed(act.get("purposes"), "code"))


def stay_of(matter: Matter, stay: JSON) -> str:
    """A place somebody was held in, with its dates and conditions."""
    if not isinstance(stay, dict):
        return ""
    names = ("organisation", "place", "start", "end", "conditions")
    place = {name: matter.voice.value("act", f"stays/x/{name}", stay.get(name)) for name in names}
    between = spanned(place["start"], place["end"])
    where = ", ".join(part for part in (place["organisation"], place["place"]) if part)
    return sentences(f"{where} ({between})" if between else where, place["conditions"])


def place_of(matter: Matter, act: Mapping[str, JSON]) -> str:
    """Where it was, as far as is known; abroad, the State that acted."""
    region = "acting_state" if act.get("region") == ABROAD else "region"
    return value_of(matter, act, "place") or value_of(matter, act, region)


def value_of(matter: Matter, act: Mapping[str, JSON], path: str) -> str:
    """One field of an act in words."""
    return matter.voice.value("act", path, act.get(path))
