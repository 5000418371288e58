"""Which wordings, of today and earlier, hold certain words: asked before something is struck."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from desktop.history.canonical import JSON
from desktop.history.state import FieldState, RecordState
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
        openings: dict[int, list[tuple[int, bytes]]] = {}
        for record, seq, opening in found:
            openings.setdefault(record, []).append((seq, opening))
        return [wording for record, several in openings.items() for wording in self._in_record(record, several, words)]

    def _in_record(self, record: int, openings: Sequence[tuple[int, bytes]], words: str) -> Iterator[Wording]:
        fields = self._state(record).fields
        ids = self._revisions.ids([record, *(seq for seq, _ in openings)])
        for seq, opening in openings:
            yield from self._in_opening(ids[record], ids[seq], opening, words, fields)

    def _in_opening(
        self, record: str, revision: str, opening: bytes, words: str, fields: Mapping[str, FieldState]
    ) -> Iterator[Wording]:
        for path, value in load_opening(opening).body.items():
            if any(words in text for text in _texts(value)):
                shown = fields[path].shown if path in fields else None
                yield Wording(record, revision, path, shown is not None and shown.revision == revision)


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
