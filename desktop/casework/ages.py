"""How old people are and were, from what the vault knows of their birth or of an age that was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.domain import ages
from desktop.domain.ages import Age, Born, Minor
from desktop.domain.dates import last_day

__all__ = ["AtTheTime", "age_at", "age_now", "birth_of", "minor_now", "of_act"]


@dataclass(frozen=True)
class AtTheTime:
    """How old the person harmed was when an act began.

    age: None where it cannot be worked out. stated: as the act says. fits: False where the two cannot both be true.
    born_later: the act lies before the birth.
    """

    age: Age | None = field(default=None, repr=False)
    stated: int | None = field(default=None, repr=False)
    minor: Minor | None = None
    fits: bool = True
    born_later: bool = False


def birth_of(ws: Workspace, person: str, nested: Mapping[str, JSON] | None = None) -> Born | None:
    """When somebody was born: the exact day that stands with the identity while that is open, else what is recorded."""
    values = ws.vault.state(person).nested() if nested is None else nested
    if ws.names_shown:
        for identity in ws.vault.referring(person, "identity"):
            exact = ages.born({"birth": ws.vault.state(identity).nested().get("birth")})
            if exact is not None:
                return exact
    return ages.born(values)


def age_at(ws: Workspace, act: str) -> AtTheTime:
    """Of the person an act harmed."""
    nested = ws.vault.state(act).nested()
    victim = nested.get("victim")
    if not isinstance(victim, str) or ws.vault.kind_of(victim) != "person":
        return of_act(nested, None)
    return of_act(nested, birth_of(ws, victim))


def of_act(act: Mapping[str, JSON], birth: Born | None) -> AtTheTime:
    """The same, of values and a birth that were read already."""
    said = act.get("age")
    stated = said if isinstance(said, int) and not isinstance(said, bool) else None
    age = ages.age_at(birth, act) if birth else None
    if age is not None:
        return AtTheTime(age, stated, age.minor, fits=stated is None or age.fits(stated))
    later = bool(birth and ages.not_yet_born(birth, last_day(act.get("start"))))
    minor: Minor | None = None if stated is None else "yes" if stated < ages.ADULT else "no"
    return AtTheTime(None, stated, minor, fits=not later, born_later=later)


def age_now(ws: Workspace, birth: Born) -> Age | None:
    """How old somebody is, were they alive today."""
    day = day_of(ws)
    found = ages.age_on(birth, day, day)
    return None if (found.least, found.most) == (None, None) else found


def minor_now(ws: Workspace, person: Mapping[str, JSON], birth: Born | None) -> bool | None:
    """Whether somebody is a child today, by birth or age, else by what was noted; None where nobody can tell."""
    found = age_now(ws, birth) if birth else None
    if found is not None and found.minor != "perhaps":
        return found.minor == "yes"
    noted = person.get("minor")
    return noted if isinstance(noted, bool) else None
