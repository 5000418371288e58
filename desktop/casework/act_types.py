"""What the type of an act proposes: its nature, another leaf that may fit better, rules of law to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.casework.workspace import JSON, Workspace
from desktop.domain.leaf_choice import Advice, advise, child_on, nature_of, proposed_norms

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
    return AboutType(child, nature_of(types[code]), advise(code, child=child), proposed_norms(types, code, child=child))


def _child(ws: Workspace, act: Mapping[str, JSON]) -> bool | None:
    """By who was harmed and the day it began."""
    victim = act.get("victim")
    if not isinstance(victim, str) or ws.vault.kind_of(victim) != "person":
        return None
    return child_on(ws.vault.state(victim).nested(), act.get("start"))
