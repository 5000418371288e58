"""Which wordings, of today and earlier, hold certain words: asked before something is struck."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from desktop.history.canonical import JSON
from desktop.history.state import RecordState
from desktop.vault.connection import Database
from desktop.vault.revisions import Revisions, load_opening
from desktop.vault.rows import Wording


class Wordings:
    """Reads every opening there is: a slow question, asked rarely."""

    def __init__(self, database: Database, identities: Database | None, state: Callable[[int], RecordState]) -> None:
        self._database = database
        self._identities = identities
        self._revisions = Revisions(database)
        self._state = state

    def holding(self, words: str) -> list[Wording]:
        """Every field of every revision with `words` in it, as stored; sealed ones while the compartment is open."""
        if not words:
            return []
        # Canonical JSON writes text as it is, but for a few escapes; so the database can look through the bytes.
        needle = json.dumps(words, ensure_ascii=False)[1:-1].encode("utf-8", "replace")
        found = self._database.all(
            "SELECT record, seq, opening FROM revision WHERE opening IS NOT NULL AND instr(opening, ?)", (needle,)
        )
        if self._identities is not None:
            found += self._identities.all(
                "SELECT record, revision, opening FROM opening WHERE instr(opening, ?)", (needle,)
            )
        return [wording for record, seq, opening in found for wording in self._in_opening(record, seq, opening, words)]

    def _in_opening(self, record: int, seq: int, opening: bytes, words: str) -> Iterator[Wording]:
        ids = self._revisions.ids([record, seq])
        fields = self._state(record).fields
        for path, value in load_opening(opening).body.items():
            if any(words in text for text in _texts(value)):
                shown = fields[path].shown if path in fields else None
                yield Wording(ids[record], ids[seq], path, shown is not None and shown.revision == ids[seq])


def _texts(value: JSON) -> Iterator[str]:
    pending = [value]
    while pending:
        node = pending.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node, dict):
            pending += node.values()
        elif isinstance(node, list):
            pending += node
