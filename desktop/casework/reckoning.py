"""What follows from the dates of a record: how long it lasted, how old somebody was, which anchors have moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from desktop.casework import ages, naming
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Workspace
from desktop.domain import ages as ages_of
from desktop.domain import durations
from desktop.domain.ages import Born
from desktop.domain.date_show import show_edtf
from desktop.domain.dates import Point, span


@dataclass(frozen=True)
class Reckoned:
    """One thing that follows. code: "duration" | "stay" | "age" | "child" | "perhaps_child" | "unfit" | "born_later" |
    "born" | "age_now". text: in words; about: what it is said of. doubt: two things recorded do not fit together.
    """

    code: str
    text: str = field(default="", repr=False)
    about: str = field(default="", repr=False)
    doubt: bool = False


def reckoned(ws: Workspace, record: str) -> tuple[Reckoned, ...]:
    """Everything that follows from a record's dates, in words. Refused `record.unknown`."""
    state = existing(ws, record)
    nested = state.nested()
    if state.kind == "act":
        return (*_of_act(ws, record, nested),)
    if state.kind == "person":
        return (*_of_person(ws, record, nested),)
    return ()


def duration_text(ws: Workspace, act: Mapping[str, JSON], *, as_of: bool = True) -> str:
    """How long an act went on; empty of what is done at one time. as_of: with the day it was known on last."""
    goes_on = is_state(ws, act) or durations.end_of(act) is not None or act.get("last_confirmed")
    length = durations.duration(act)
    return durations.say(length if as_of else replace(length, as_of=""), ws.language) if goes_on else ""


def is_state(ws: Workspace, act: Mapping[str, JSON]) -> bool:
    """Whether an act is a state that goes on; its own nature counts before that of its type."""
    nature, kind = act.get("nature"), act.get("type")
    if nature is None and isinstance(kind, str):
        term = ws.vocabularies["harassment_types"].get(kind)
        nature = term.more.get("nature") if term is not None else None
    return nature == "state"


def _of_act(ws: Workspace, record: str, act: Mapping[str, JSON]) -> Iterator[Reckoned]:
    if told := duration_text(ws, act):
        yield Reckoned("duration", told)
    stays = act.get("stays")
    for stay in stays.values() if isinstance(stays, dict) else ():
        length = durations.duration(stay) if isinstance(stay, dict) else durations.Duration()
        if length.known:
            yield Reckoned("stay", durations.say(length, ws.language), _where_held(ws, stay))
    then = ages.age_at(ws, record)
    if then.age is not None:
        code = {"yes": "child", "perhaps": "perhaps_child", "no": "age"}[then.age.minor]
        code = "age" if code == "perhaps_child" and then.age.least is None else code
        yield Reckoned(code, ages_of.say(then.age, ws.language))
    if then.born_later:
        yield Reckoned("born_later", doubt=True)
    elif not then.fits:
        yield Reckoned("unfit", str(then.stated), doubt=True)


def _where_held(ws: Workspace, stay: Mapping[str, JSON]) -> str:
    """The place as it was written down, else the institution."""
    place, institution = stay.get("place"), stay.get("organisation")
    if isinstance(place, str) and place:
        return naming.read(ws, place)
    there = isinstance(institution, str) and ws.vault.kind_of(institution) is not None
    return naming.called(ws, institution) if there and isinstance(institution, str) else ""


def _of_person(ws: Workspace, record: str, person: Mapping[str, JSON]) -> Iterator[Reckoned]:
    birth = ages.birth_of(ws, record, person)
    if birth is None:
        return
    if birth.given and (told := _born_text(ws, birth)):
        yield Reckoned("born", told)
    now = ages.age_now(ws, birth)
    if now is not None and not person.get("death"):
        yield Reckoned("age_now", ages_of.say(now, ws.language))


def _born_text(ws: Workspace, birth: Born) -> str:
    first, last = (Point(day.year, day.month, day.day) if day else None for day in (birth.first, birth.last))
    said = span(first, last, throughout=False)
    return show_edtf(str(said), ws.language) if said else ""
