"""Are the values of a record of the right shape? Says what is wrong and never stops anybody from keeping it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from desktop.domain.dates import parse_edtf
from desktop.domain.declaration import Declaration, FieldDecl
from desktop.domain.registry import KINDS
from desktop.domain.values import ITEM_ID, Nested
from desktop.domain.vocabulary import Vocabularies
from desktop.domain.walk import leaves

_ITEM = re.compile(ITEM_ID)


@dataclass(frozen=True, slots=True)
class Problem:
    """A value that is not what its field takes.

    path: of the field or list item. code: ``value.TYPE`` (wrong shape for this type of field), ``absent.reason``,
    ``date.edtf`` (no such date), ``code.unknown`` (not in the vocabulary), ``code.group`` (a group where one of
    its members is wanted).
    """

    path: str
    code: str


def check(kind: str, nested: Nested, vocabularies: Vocabularies | None = None) -> list[Problem]:
    """What is wrong, each path once; fields and kinds of a newer program are never wrong.

    Codes are looked up only where vocabularies are given.
    """
    declared = KINDS.get(kind)
    if declared is None:
        return []
    found = {problem.path: problem for problem in _wrong_shapes(declared, nested)}
    for problem in _wrong_meanings(declared, nested, vocabularies):
        found.setdefault(problem.path, problem)
    # A list with a wrong item is also no reason for being absent: pydantic tells both, the item is what matters.
    within = {above for path in found for above in _above(path)}
    return [problem for path, problem in found.items() if path not in within]


def _above(path: str) -> Iterator[str]:
    """The paths of the lists and items a path lies in."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)


def _wrong_shapes(declared: Declaration, nested: Nested) -> Iterator[Problem]:
    try:
        declared.model.model_validate(nested)
    except ValidationError as error:
        for entry in error.errors(include_url=False, include_context=False, include_input=False):
            yield _problem(declared, nested, entry["loc"])


def _problem(declared: Declaration, nested: Nested, location: tuple[int | str, ...]) -> Problem:
    """The path and code for where pydantic found fault, whose location also names branches of unions."""
    fields = declared.fields
    path: list[str] = []
    field: FieldDecl | None = None
    value: Any = nested
    for step in location:
        if not isinstance(step, str) or not isinstance(value, dict) or step not in value:
            continue
        if field is None or len(path) % 2 == 0:
            if step not in fields:
                break
            field = fields[step]
            fields = field.items or {}
        elif not fields or not _ITEM.match(step):
            break
        path.append(step)
        value = value[step]
    if field is None:
        return Problem("", "value.record")
    if isinstance(value, dict) and "absent" in value:
        return Problem("/".join(path), "absent.reason")
    return Problem("/".join(path), f"value.{field.type}")


def _wrong_meanings(declared: Declaration, nested: Nested, vocabularies: Vocabularies | None) -> Iterator[Problem]:
    for path, field, value in leaves(declared.fields, nested):
        if field.type == "date" and isinstance(value, dict):
            edtf = value.get("edtf")
            if isinstance(edtf, str) and parse_edtf(edtf) is None:
                yield Problem(path, "date.edtf")
        elif field.type == "code" and isinstance(value, str) and field.vocabulary and vocabularies:
            term = vocabularies[field.vocabulary].get(value)
            if term is None:
                yield Problem(path, "code.unknown")
            elif term.group:
                yield Problem(path, "code.group")
