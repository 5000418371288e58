"""The state of a record: per path, what its maximal setters say."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop.history import shape
from desktop.history.canonical import JSON
from desktop.history.paths import Path, is_register

Presence: TypeAlias = Literal["here", "not_here", "struck"]


@dataclass(frozen=True, slots=True)
class Setter:
    """One revision setting one path.

    author: public key, 64 hex digits. at: UTC seconds, a claim. value: None also where it is not here or
    struck (`presence` tells). path: the path that is set.
    """

    revision: str
    author: str
    at: int
    value: JSON = dataclasses.field(repr=False)
    presence: Presence
    path: Path


@dataclass(frozen=True, slots=True)
class FieldState:
    """What stands at one path.

    setters: the maximal ones, the one shown first at the front. older: where a maximal one is not here, the
    latest values that are here; shown marked "a later wording is not here". beside: of a register that says
    gone, what was set without knowing of that. conflict: a person has to choose.
    """

    setters: tuple[Setter, ...]
    older: tuple[Setter, ...] = ()
    beside: tuple[Setter, ...] = ()
    conflict: bool = False

    @property
    def shown(self) -> Setter | None:
        """The setter whose value is shown; None where nothing of it is here."""
        for setter in self.setters:
            if setter.presence == "here":
                return setter
        return self.older[0] if self.older else None

    @property
    def later_not_here(self) -> bool:
        """Whether a later wording exists that is not here."""
        return any(setter.presence == "not_here" for setter in self.setters)

    @property
    def struck(self) -> bool:
        """Whether a wording that would stand here was struck."""
        return any(setter.presence == "struck" for setter in self.setters)


@dataclass(frozen=True, slots=True)
class RecordState:
    """One record as its revisions, the openings here and the own authors make it.

    heads: sorted ids of the revisions nobody followed up. depth: the greatest. revisions: all ids.
    sealed: its bodies belong to the identity compartment. erased: finally, by an own author. deleted: its
    register ``*`` says so and nobody contradicts; while somebody does, the record stays in sight and
    ``conflicts()["*"]`` lists both sides.
    """

    id: str
    kind: str
    heads: tuple[str, ...]
    depth: int
    sealed: bool
    erased: bool
    deleted: bool
    fields: Mapping[Path, FieldState]
    revisions: frozenset[str]

    def values(self) -> dict[Path, JSON]:
        """The shown value of every path that has one: the settled, or of a conflict the first.

        Cleared paths are left out. A register is there, as true, only where it takes something out of sight.
        """
        shown: dict[Path, JSON] = {}
        for path, field in self.fields.items():
            setter = field.shown
            if setter is None or setter.value is None:
                continue
            if not is_register(path):
                shown[path] = setter.value
            elif gone(field):
                shown[path] = True
        return shown

    def nested(self) -> dict[str, JSON]:
        """The shown values as nested JSON: lists are objects by item id in their order, gone items left out."""
        return shape.nest(self.values())

    def conflicts(self) -> dict[Path, tuple[Setter, ...]]:
        """Every path a person has to settle, with all that contradicts; none of it is lost until then."""
        return {path: field.setters + field.beside for path, field in self.fields.items() if field.conflict}


def gone(field: FieldState) -> bool:
    """Whether the register `field` takes its record or item out of sight."""
    shown = field.shown
    return shown is not None and shown.value is True and not field.conflict
