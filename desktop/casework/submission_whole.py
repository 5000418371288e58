"""Fields of a form that ask for several things at once, each of which has a field of its own in another form."""

from __future__ import annotations

from desktop.casework import submission_acts as acts
from desktop.casework import submission_people as people
from desktop.casework import submission_sender as sender
from desktop.casework.submission_filled import Filled, labelled, lines
from desktop.casework.submission_matter import Matter


def disappearance(matter: Matter, person: str) -> Filled:
    """Who disappeared, when and where, by whom, the facts and what was tried: all of it is asked for, as in the form of
    the Working Group."""
    asked = (
        ("Disappeared person", people.full_names(matter, person)),
        ("Date", acts.arrest_date(matter, person)),
        ("Place", acts.arrest_place(matter, person)),
        ("Authorities believed responsible", acts.arresting_forces(matter, person)),
        ("Facts", acts.acts(matter, person)),
        ("Steps taken, and results", sender.steps(matter, person)),
    )
    text = lines(*(labelled(label, part.text) for label, part in asked))
    lacks = next((part for _, part in asked if part.lacks or not part.text), None)
    if lacks is None:
        return Filled(text, asked[4][1].where)
    return Filled(text, lacks.where, lacks.lacks or "empty")


def abuse(matter: Matter, person: str) -> Filled:
    """What was done to somebody, and who they are: a defender, or punished for the work of one."""
    told, status = acts.acts(matter, person), people.defender_work(matter, person)
    return Filled(lines(status.text, told.text) if told.text else "", told.where, told.lacks)


def author(matter: Matter, person: str) -> Filled:
    """Who submits and how to reach them; of whoever was harmed and submits alone, their particulars too."""
    told, alone = sender.author(matter, person), matter.people if len(matter.people) == 1 else ()
    if alone and matter.nested.get("submitter_relation") == "victim":
        return Filled(lines(told.text, people.particulars_full(matter, alone[0]).text), told.where, told.lacks)
    return told


def disappeared(matter: Matter, person: str) -> Filled:
    """What is known of somebody who disappeared, and what they did; what is kept with the identities as held back."""
    particulars = people.particulars(matter, person)
    text = lines(
        particulars.text,
        labelled("Identity document", people.held_back(matter, person, "documents").text),
        labelled("Address", people.held_back(matter, person, "addresses").text),
        labelled("Activities", people.own_work(matter, person)),
    )
    return Filled(text, particulars.where)
