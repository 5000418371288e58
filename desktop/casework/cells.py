"""A record as a row of a table, one column a field, so that it reads in a spreadsheet and comes back the same."""

from __future__ import annotations

import json
from collections.abc import Mapping

from desktop.casework.workspace import JSON
from desktop.domain.declaration import FieldDecl
from desktop.formats.csv_out import WITHHELD

OWN = ("id", "code")
"""Columns before the fields: the record's id, and its code for people."""

HELD_BACK: Mapping[str, JSON] = {"absent": "withheld"}
"""A value that is known and does not go along."""

_JSON = ("{", '"', "[")


def write_cell(field: FieldDecl | None, value: JSON) -> str:
    """A value in a cell: text as it is, yes and no as words, what has parts (dates, lists) as JSON.

    What is withheld says so in plain sight; a text that reads the same stands in quotes.
    """
    if value is None:
        return ""
    if value == HELD_BACK:
        return WITHHELD
    if isinstance(value, str):
        looks_else = (
            value == "" or value.startswith(_JSON) or (field is not None and field.type in {"integer", "yes_no"})
        )
        return _dumped(value) if looks_else else value
    return _dumped(value)


def read_cell(field: FieldDecl, cell: str) -> JSON:
    """The value of a cell; None for an empty one. ValueError when it is not what `write_cell` writes."""
    if not cell:
        return None
    if cell == WITHHELD:
        return dict(HELD_BACK)
    if cell.startswith(_JSON) or field.type in {"integer", "yes_no"}:
        return json.loads(cell, parse_float=_whole, parse_constant=_whole)
    return cell


def columns(fields: Mapping[str, FieldDecl], used: set[str]) -> list[str]:
    """The columns of a table: id, code, the declared fields in their order, then others that occur."""
    return [*OWN, *(name for name in fields if name in used), *sorted(used - set(fields))]


def _dumped(value: JSON) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _whole(_text: str) -> JSON:
    raise ValueError("numbers are whole")
