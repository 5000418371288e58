"""Interviews whose opening nobody has answered for: kept all the same, and listed until somebody does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.casework.records import Listed, listed
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.registry import declaration

SECTION = "opening"
_MOST = 1000


@dataclass(frozen=True)
class Unfinished:
    """An interview, and the fields of the opening nobody has answered; why there is no answer is one too."""

    interview: Listed
    lacks: tuple[str, ...] = field(repr=False)


def opening() -> tuple[str, ...]:
    """What is gone through before somebody is asked anything, in its order."""
    return tuple(name for name, one in declaration("interview").fields.items() if one.section == SECTION)


def lacks(nested: Mapping[str, JSON]) -> tuple[str, ...]:
    """The steps of the opening nothing is said of, neither yes nor no nor why."""
    return tuple(name for name in opening() if nested.get(name) is None)


def unfinished(ws: Workspace) -> tuple[Unfinished, ...]:
    """Every interview that is not deleted and whose opening is not answered, what changed last at the front."""
    found: list[Unfinished] = []
    offset = 0
    while rows := ws.vault.rows("interview", offset=offset, limit=_MOST):
        states = ws.vault.states([row.id for row in rows])
        lacking = {one: left for one, state in states.items() if (left := lacks(state.nested()))}
        lines = listed(ws, [row for row in rows if row.id in lacking])
        found += [Unfinished(line, lacking[line.id]) for line in lines]
        offset += len(rows)
    return tuple(found)
