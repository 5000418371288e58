"""Which questions an act's type calls for: the sub-formats of `kinds.act_details`, by codes of the tree of types."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.registry import KINDS
from desktop.domain.values import Json, Nested

SUB_FORMATS: Mapping[str, tuple[str, ...]] = {
    "detention": ("B", "A.01", "A.02", "A.03", "A.05", "A.11", "A.13", "A.14", "E.05", "E.07"),
    "access": ("C",),
    "communication": ("D",),
    "exit": ("E", "A.09", "A.16"),
    "third_state": ("E.05", "E.06", "E.07"),
    "education": ("A.06", "A.07", "A.08", "A.16"),
    "housing": ("F",),
    "livelihood": ("G",),
    "placement": ("A.01", "A.02", "A.03", "A.04", "A.05", "A.13", "A.14"),
    "violence": ("H", "A.12", "A.15"),
    "remedy": ("J",),
}
"""Sections of an act's form by the families or leaves that call for them; a family stands for all its leaves."""


def called_for(kind: str, nested: Nested) -> frozenset[str]:
    """The sub-formats to show of a record: those its type calls for, and any that something is written in."""
    if kind != "act":
        return frozenset()
    code = nested.get("type")
    by_type = {section for section, types in SUB_FORMATS.items() if isinstance(code, str) and _among(code, types)}
    return frozenset(by_type | _filled(nested))


def _among(code: str, types: tuple[str, ...]) -> bool:
    return any(code == type or code.startswith(f"{type}.") for type in types)


def _filled(nested: Nested) -> set[str]:
    fields = KINDS["act"].fields
    return {
        field.section for name, field in fields.items() if field.section in SUB_FORMATS and not _empty(nested.get(name))
    }


def _empty(value: Json) -> bool:
    return value is None or value in ("", {})
