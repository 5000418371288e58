"""Dates that come as plain words where a record wants its shape ``{"edtf", "words", "calendar"}``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.domain.date_words import parse_words
from desktop.domain.declaration import FieldDecl
from desktop.domain.registry import KINDS
from desktop.domain.walk import LISTS

_REPLACED = ("edtf", "relative")
"""Members of a date that words take away when they say nothing of them."""


def with_dates(kind: str, untrusted: Any, *, over: bool = False) -> Any:
    """The same JSON with every text in a date's place read as words: they are kept, and understood as far as possible.

    Takes what programs and people write by hand: lists may be arrays or objects, fields unknown; anything of another
    shape is left for whoever checks it. A text of nothing but blanks is no date and stays.
    over: it is a patch of what stands there already; words put all of the former date away.
    """
    declared = KINDS.get(kind)
    return untrusted if declared is None else _within(declared.fields, untrusted, over)


def _within(fields: Mapping[str, FieldDecl], untrusted: Any, over: bool) -> Any:
    if not isinstance(untrusted, dict):
        return untrusted
    return {name: _value(fields.get(name), value, over) for name, value in untrusted.items()}


def _value(field: FieldDecl | None, untrusted: Any, over: bool) -> Any:
    if field is None:
        return untrusted
    if field.type == "date" and isinstance(untrusted, str) and untrusted.strip():
        said = parse_words(untrusted).to_json()
        return {**dict.fromkeys(_REPLACED), **said} if over else said
    if field.type in LISTS and field.items and isinstance(untrusted, dict):
        return {item: _within(field.items, inside, over) for item, inside in untrusted.items()}
    if field.type in LISTS and field.items and isinstance(untrusted, list):
        return [_within(field.items, inside, False) for inside in untrusted]
    return untrusted
