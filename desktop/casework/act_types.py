"""What the type of an act proposes: its nature, another leaf that may fit better, rules of law to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.casework import ages
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.leaf_choice import Advice, advise, nature_of, proposed_norms

TYPES = "harassment_types"


@dataclass(frozen=True, repr=False)
class AboutType:
    """child: whether the person harmed was under 18 that day, None where it cannot be told. norms: codes, the rules of
    the type itself before those of its family."""

    child: bool | None
    nature: str
    advice: Advice | None
    norms: tuple[str, ...]


def about(ws: Workspace, act: Mapping[str, JSON]) -> AboutType:
    """What the type of an act, as it stands in a form, proposes for it."""
    code = act.get("type")
    types = ws.vocabularies[TYPES]
    child = _child(ws, act)
    if not isinstance(code, str) or code not in types:
        return AboutType(child, "", None, ())
    advice = advise(code, child=child, nature=str(act.get("nature")))
    return AboutType(child, nature_of(types[code]), advice, proposed_norms(types, code, child=child))


def _child(ws: Workspace, act: Mapping[str, JSON]) -> bool | None:
    """By the person's birth or the age that was given, on the day it began; else by what was noted of them."""
    victim = act.get("victim")
    if not isinstance(victim, str) or ws.vault.kind_of(victim) != "person":
        return None
    person = ws.vault.state(victim).nested()
    minor = ages.of_act(act, ages.birth_of(ws, victim, person)).minor
    if minor is not None:
        return None if minor == "perhaps" else minor == "yes"
    noted = person.get("minor")
    return noted if isinstance(noted, bool) else None
