"""What looks like a slip of the pen in records somebody writes as JSON: fields and codes this program does not know.

Both are kept, since they may be of a newer program; whoever types them should hear of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from desktop.casework.workspace import JSON, Workspace
from desktop.domain.checking import check
from desktop.domain.declaration import FieldDecl
from desktop.domain.registry import declaration
from desktop.domain.values import Nested
from desktop.domain.walk import leaves, undeclared
from desktop.history import shape

Reason = Literal["field", "code", "group"]
_PATIENCE = 2_000  # codes of a vocabulary compared with a slip


@dataclass(frozen=True, repr=False)
class Doubt:
    """reason: "field" there is none of this name; "code" not in the vocabulary; "group" only gathers others.

    field: its place, without the ids of items. code: what was written; "" for a field. instead: what is written
    much like it and exists, or "".
    """

    reason: Reason
    field: str
    code: str = ""
    instead: str = ""


def doubts(ws: Workspace, kind: str, untrusted: JSON) -> tuple[Doubt, ...]:
    """Each once, of a record as `records.add` takes it or a patch as `records.edit` does.

    Refused `kind.unknown`; `path.malformed` as those refuse it.
    """
    declared = declaration(kind)
    if not isinstance(untrusted, dict):
        return ()  # refused further on, in words
    nested = shape.nest({path: value for path, value in shape.flatten(untrusted).items() if value is not None})
    found = [*_of_fields(declared.fields, nested), *_of_codes(ws, kind, nested)]
    return tuple(dict.fromkeys(found))


def _of_fields(fields: Mapping[str, FieldDecl], nested: Nested) -> Iterator[Doubt]:
    for path, siblings, _ in undeclared(fields, nested):
        *above, name = path.split("/")[::2]
        close = get_close_matches(name, siblings, n=1)
        yield Doubt("field", "/".join([*above, name]), instead="/".join([*above, *close]) if close else "")


def _of_codes(ws: Workspace, kind: str, nested: Nested) -> Iterator[Doubt]:
    wrong = {problem.path: problem.code for problem in check(kind, nested, ws.vocabularies)}
    for path, field, value in leaves(declaration(kind).fields, nested):
        reason = wrong.get(path)
        if reason not in {"code.unknown", "code.group"} or not isinstance(value, str) or field.vocabulary is None:
            continue
        codes = [term.code for term in ws.vocabularies[field.vocabulary] if not term.group]
        close = get_close_matches(value, codes, n=1) if len(codes) <= _PATIENCE else []
        place = "/".join(path.split("/")[::2])
        yield Doubt("group" if reason == "code.group" else "code", place, value, close[0] if close else "")
