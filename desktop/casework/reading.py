"""Fields and values in words: labels, terms, dates, people, texts with their mentions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from desktop.casework import naming
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.date_show import show
from desktop.domain.declaration import FieldDecl
from desktop.domain.fitting import leading_to
from desktop.domain.norms import with_standing
from desktop.domain.registry import KINDS
from desktop.domain.walk import leaves, undeclared
from desktop.history.paths import GONE
from desktop.vault.search import Labelled

_ABSENT = "absent"
_NORMS = "legal_norms"
_WORDS = {
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    "gone": ("removed", "已移除"),
    "record_gone": ("deleted", "已删除"),
    "order": ("place in the list", "次序"),
}


def labelled(ws: Workspace) -> Labelled:
    """The terms of lists a phrase may mean, for whatever finds records by how they read."""
    return partial(leading_to, ws.vocabularies)


@dataclass(frozen=True, repr=False)
class Fact:
    """One value in words. path: where it stands; label: what the field is called."""

    path: str
    label: str
    text: str


class Called(Protocol):
    """Puts people into words: by their names, or by codes."""

    def record(self, record: str) -> str:
        """What a record is called."""

    def text(self, stored: str) -> str:
        """A stored text with its mentions put into words."""


def label(ws: Workspace, kind: str, path: str) -> str:
    """What the field at a path is called: of an item, the list's label and the field's."""
    parts = [part for place, part in enumerate(path.split("/")) if place % 2 == 0]
    fields = KINDS[kind].fields if kind in KINDS else {}
    told: list[str] = []
    for part in parts:
        field = fields.get(part)
        if part == GONE:
            told.append(_word(ws, "gone" if len(parts) > 1 else "record_gone"))
        elif part == "order" and told:
            told.append(_word(ws, "order"))
        else:
            told.append(field.label(ws.language) if field else part)
        fields = (field.items or {}) if field else {}
    simple = len(told) == 2 and told[0] == told[1]
    return told[0] if simple else " · ".join(told)


def text(ws: Workspace, kind: str, path: str, value: JSON, calling: Called | None = None) -> str:
    """A value as it reads; empty for none. calling: who puts people into words, else `naming.Calling`."""
    if value is None:
        return ""
    field = _field(kind, path)
    if isinstance(value, bool):
        return _word(ws, "yes" if value else "no")
    if isinstance(value, dict) and _ABSENT in value:
        return ws.vocabularies.label("absent_reasons", str(value[_ABSENT]), ws.language)
    if isinstance(value, dict) and field is not None and field.type == "date":
        return date_text(ws, value)
    if not isinstance(value, str):
        return str(value)
    if field is None:
        return value
    if field.type == "code" and field.vocabulary == _NORMS:
        return with_standing(ws.vocabularies[_NORMS], value, ws.language)
    if field.type == "code":
        return ws.vocabularies.label(field.vocabulary, value, ws.language)
    names = calling or naming.Calling(ws)
    return names.record(value) if field.type == "ref" else names.text(value)


def date_text(ws: Workspace, value: JSON) -> str:
    """A date as it reads; the words it was said in where it could not be understood."""
    return show(value, ws.language) if isinstance(value, dict) else ""


def facts(ws: Workspace, kind: str, nested: JSON, calling: Called | None = None) -> tuple[Fact, ...]:
    """Every value of a record in words, in the order of its declaration."""
    return tuple(_facts(ws, kind, nested, calling or naming.Calling(ws)))


def _facts(ws: Workspace, kind: str, nested: JSON, calling: Called) -> Iterator[Fact]:
    declared = KINDS.get(kind)
    if declared is None:
        return
    in_order = {name: nested[name] for name in declared.fields if name in nested}
    for path, _, value in leaves(declared.fields, in_order):
        yield Fact(path, label(ws, kind, path), text(ws, kind, path, value, calling))


def newer(ws: Workspace, kind: str, nested: JSON) -> tuple[Fact, ...]:
    """Every value of a field, or of a whole kind, this program does not know: kept, passed on, shown as it is."""
    fields = KINDS[kind].fields if kind in KINDS else {}
    calling = naming.Calling(ws)
    return tuple(
        Fact(path, label(ws, kind, path), calling.text(value) if isinstance(value, str) else _written(value))
        for path, _, value in undeclared(fields, nested)
    )


def _written(value: JSON) -> str:
    return json.dumps(value, ensure_ascii=False)


def is_words(kind: str, path: str) -> bool:
    """Whether the field at a path holds words somebody wrote."""
    field = _field(kind, path)
    return field is not None and field.type in {"text", "long"}


def _field(kind: str, path: str) -> FieldDecl | None:
    """The declaration of the field at a path."""
    fields = KINDS[kind].fields if kind in KINDS else {}
    field = None
    for part in path.split("/")[::2]:
        field = fields.get(part)
        if field is None:
            return None
        fields = field.items or {}
    return field


def _word(ws: Workspace, key: str) -> str:
    english, chinese = _WORDS[key]
    return chinese if ws.language.startswith("zh") else english
