"""Searching the vault."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.workspace import Workspace


@dataclass(frozen=True)
class Found:
    """One hit. snippet: pieces of the sentence it stands in, each with whether it is marked.

    field: label of the field; path: where; why: "text" | "name" | "code" | "pinyin" | "title".
    """

    record: str
    code: str
    kind: str
    kind_label: str
    title: str
    path: str
    field: str
    snippet: tuple[tuple[str, bool], ...]
    why: str


def search(ws: Workspace, words: str, *, limit: int = 100) -> tuple[Found, ...]:
    """Every record with all the words: Chinese without spaces, either script, pinyin for names, codes."""
    raise NotImplementedError
