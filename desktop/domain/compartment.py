"""What belongs to the identity compartment, and what of a record tells who somebody is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.domain.declaration import FieldDecl
from desktop.domain.registry import declaration
from desktop.domain.values import Nested

PSEUDONYM = "pseudonym_case"


def belongs_sealed(kind: str, nested: Nested, person: Nested | None = None) -> bool:
    """Whether a new record's bodies go to the identity compartment.

    person: the person a name is of. ``identity`` always; ``name`` unless it is a pseudonym, an official's or of
    somebody publicly known; ``evidence`` where it shows a face or a voice. Refused ``kind.unknown``.
    """
    sealed = declaration(kind).sealed
    if sealed == "maybe":
        return nested.get("shows_person") is True
    if sealed == "unless":
        whose = person or {}
        open_name = nested.get("type") == PSEUDONYM or whose.get("official") is True
        return not (open_name or whose.get("publicly_known") is True)
    return sealed == "always"


def identifying_paths(kind: str) -> tuple[str, ...]:
    """The fields that tell who somebody is, as ``NAME`` or ``NAME/*/NAME``; a copy for strangers leaves them out.

    A list that identifies as a whole comes as ``NAME`` alone. Refused ``kind.unknown``.
    """
    return tuple(path for path, field in _patterns(kind) if field.identifies)


def _patterns(kind: str) -> Iterator[tuple[str, FieldDecl]]:
    """Every field that is not inside a list that identifies as a whole."""
    fields: Mapping[str, FieldDecl] = declaration(kind).fields
    for name, field in fields.items():
        yield name, field
        if field.items and not field.identifies:
            yield from ((f"{name}/*/{inner}", below) for inner, below in field.items.items())
