"""Sentences for people, looked up by the code of an error."""

from __future__ import annotations

import json
import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import JiashuError

PARTS = ("what", "safe", "next")
FALLBACK = "unknown"


class _Known(string.Formatter):
    """Fills in the details an error has; a placeholder without its detail stays readable."""

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        return kwargs.get(str(key), "…")


@dataclass(frozen=True)
class Message:
    """What happened, what is safe, what to do next: one plain sentence or two each."""

    what: str
    safe: str
    next: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.safe, self.next) if part)


class Messages:
    """All sentences of one language."""

    def __init__(self, entries: Mapping[str, Message]) -> None:
        self._entries = entries

    @classmethod
    def load(cls, folder: Path, language: str) -> Messages:
        """Read ``folder/<language>.json``; a language without a file is spoken in English."""
        path = folder / f"{language}.json"
        if not path.is_file():
            path = folder / "en.json"
        raw: Mapping[str, Mapping[str, str]] = json.loads(path.read_text(encoding="utf-8"))
        return cls({code: Message(**{part: entry[part] for part in PARTS}) for code, entry in raw.items()})

    def explain(self, error: JiashuError) -> Message:
        """The three parts with the error's details filled in; an unknown code names itself."""
        entry = self._entries.get(error.code, self._entries[FALLBACK])
        details = {**error.details, "code": error.code}
        fill = _Known().vformat
        return Message(fill(entry.what, (), details), fill(entry.safe, (), details), fill(entry.next, (), details))

    def sentence(self, error: JiashuError) -> str:
        """The same in one line, for a shell or a status bar."""
        return str(self.explain(error))
