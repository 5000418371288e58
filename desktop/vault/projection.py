"""What lists and searches read: one row a record, its references and its words, made from its state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.titles import title
from desktop.domain.values import Nested
from desktop.domain.walk import references, terms, texts
from desktop.history.revision import Revision, is_id
from desktop.history.state import RecordState
from desktop.vault import index
from desktop.vault.connection import Database
from desktop.vault.index import Index

IN_SIGHT, DELETED, ERASED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to see of a record. changed: the last event of the log that touched it. at: its heads claim."""

    seq: int
    state: RecordState
    changed: int
    at: int

    @classmethod
    def of(cls, seq: int, state: RecordState, changed: int, revisions: Iterable[Revision]) -> Seen:
        heads = set(state.heads)
        return cls(seq, state, changed, max(said.envelope.at for said in revisions if said.id in heads))


class Projection:
    """The tables `record`, `reference`, `text` and `word` of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.index = Index(database)

    def put(self, seen: Seen, *, new: bool = False) -> None:
        """Show a record as it is now. new: there is nothing of it yet."""
        state = seen.state
        nested = {} if state.erased else state.nested()
        self._database.run(
            "REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                seen.seq,
                state.kind,
                seen.changed,
                seen.at,
                *in_lists(state),
                int(state.sealed),
            ),
        )
        self._put_references(seen.seq, _targets(state.kind, nested), new=new)
        self.index.put(seen.seq, words_of(state.kind, nested), new=new)

    def clear(self) -> None:
        """Forget everything, before all is put anew."""
        self.index.clear()
        self._database.run("DELETE FROM reference")
        self._database.run("DELETE FROM record")

    def _put_references(self, seq: int, targets: set[tuple[bytes, str]], *, new: bool) -> None:
        before: set[tuple[bytes, str]] = set()
        if not new:
            before.update(self._database.all("SELECT target, path FROM reference WHERE source = ?", (seq,)))
        for target, path in before - targets:
            self._database.run(
                "DELETE FROM reference WHERE source = ? AND target = ? AND path = ?", (seq, target, path)
            )
        for target, path in sorted(targets - before):
            self._database.run("INSERT INTO reference VALUES (?, ?, ?)", (seq, target, path))


def in_lists(state: RecordState) -> tuple[str, int, int]:
    """What lists show of a record by itself: its title, how many conflicts are open, whether it is gone."""
    nested = {} if state.erased else state.nested()
    gone = ERASED if state.erased else DELETED if state.deleted else IN_SIGHT
    return title(state.kind, nested), len(state.conflicts()), gone


def words_of(kind: str, nested: Nested) -> dict[str, str]:
    """What the index holds of a record, by path. Whoever changes it, or a title: count `renewal.RULES` up."""
    return index.words(kind, texts(kind, nested), terms(kind, nested))


def _targets(kind: str, nested: Nested) -> set[tuple[bytes, str]]:
    return {(bytes.fromhex(to), path) for path, to in references(kind, nested) if is_id(to)}
