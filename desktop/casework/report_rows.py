"""Rows of a report in words: each key by what it is called, with how often it occurs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.casework.tables import Table
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.meta import Label
from desktop.domain.threatened import TYPES, as_threat, only_threatened
from desktop.domain.vocabulary import Vocabulary

ACTS, NOT_SAID = Label("Acts", "侵害行为数"), Label("Not said", "未填写")
NONE_OF_THESE = Label("None of these", "不属于以上各项")
NONE = "-"  # the key of what belongs to none of them, which is not that nobody said
_THREATENED = "!"  # behind the key of a type of act: it was threatened

Cell = str | int

_NUMBERED = frozenset({"harassment_types", "chrd_chapters", "safeguard_defenders_types"})


def counted_table(ws: Workspace, head: Label, vocabulary: str, found: Sequence[tuple[str, int]]) -> Table:
    """Two columns: what was counted, and how often."""
    rows = [(name(ws, vocabulary, key), count) for key, count in found]
    return in_words(ws, (head, ACTS), rows)


def name(ws: Workspace, vocabulary: str, key: str) -> str:
    """What a key is called; with its number where people know it by that."""
    if not key:
        return NOT_SAID(ws.language)
    if key == NONE:
        return NONE_OF_THESE(ws.language)
    if vocabulary == TYPES and key.endswith(_THREATENED):
        return as_threat(name(ws, vocabulary, key.removesuffix(_THREATENED)), ws.language)
    label = ws.vocabularies.label(vocabulary, key, ws.language) if vocabulary else key
    return f"{key} {label}" if vocabulary in _NUMBERED and label != key else label


def type_key(act: Mapping[str, JSON], types: Vocabulary) -> str:
    """The key of an act's type; of what was no more than threatened one of its own, so that it counts apart."""
    code = text(act.get("type"))
    return f"{code}{_THREATENED}" if code and only_threatened(act.get("nature"), types.get(code)) else code


def type_order(types: Vocabulary) -> list[str]:
    """The keys of all types, each threat behind what was threatened."""
    return [key for term in types for key in (term.code, f"{term.code}{_THREATENED}")]


def in_words(ws: Workspace, heads: Sequence[Label], rows: Sequence[tuple[Cell, ...]]) -> Table:
    """A table with its headings in the language of the workspace."""
    return Table(tuple(head(ws.language) for head in heads), tuple(rows))


def text(value: JSON) -> str:
    """A code or a reference; "" for none, whatever the reason."""
    return value if isinstance(value, str) else ""
