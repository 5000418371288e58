"""How long keeping, listing and finding testimonies takes, beside plain SQLite and as a vault fills up."""

from __future__ import annotations

import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desktop.domain.indexing import index_text
from desktop.history import paths, revise
from desktop.vault.append import Addition
from desktop.vault.schema import TOKENS
from desktop.vault.vault import Vault
from tests.bench.row import Row

FEW, MANY = 100, 10_000
SAVES, QUERIES, WARMING = 400, 60, 20
RARE = "榆林看守所"
RARE_EVERY = 20  # among the first FEW alone: the same hits in the small vault and in the large one
NOW = 1_750_000_000

Step = Callable[[str], object]

_CHARACTERS = [chr(0x4E00 + 7 * place) for place in range(2000)]
_WEIGHTS = [1 / (place + 3) for place in range(2000)]  # a few are in every sentence, most in hardly any


def drawn(count: int, seed: int) -> list[str]:
    """Invented testimonies of some four hundred characters, a page of notes; the same ones in every run."""
    chance = random.Random(seed)

    def sentence() -> str:
        return "".join(chance.choices(_CHARACTERS, _WEIGHTS, k=chance.randint(12, 30)))

    return ["。".join(sentence() for _ in range(18)) for _ in range(count)]


class Ours:
    """A vault with testimonies in it."""

    def __init__(self, folder: Path, told: Sequence[str]) -> None:
        self.vault, _ = Vault.create(folder, "a passphrase for a bench", work_factor=2, clock=lambda: NOW)
        marked = [words + (RARE if place < FEW and place % RARE_EVERY == 0 else "") for place, words in enumerate(told)]
        for start in range(0, len(marked), 500):
            self.vault.append([self._testimony(words) for words in marked[start : start + 500]])

    def save(self, words: str) -> None:
        """As the program does it: signed, projected, indexed, on disk."""
        self.vault.append([self._testimony(words)])

    def first_page(self, _: str) -> None:
        """The list as it opens."""
        assert len(self.vault.rows("testimony", limit=FEW)) == FEW

    def find(self, _: str) -> None:
        """A word of five characters that stands in five testimonies."""
        assert len(self.vault.search(RARE)) == FEW // RARE_EVERY

    def find_often(self, _: str) -> None:
        """The most usual character, which stands in all of them; a screenful of hits."""
        assert len(self.vault.search(_CHARACTERS[0], limit=50)) == 50

    def _testimony(self, words: str) -> Addition:
        item = f"statements/{paths.new_item()}"
        body = {f"{item}/words": words, f"{item}/language": "zh", f"{item}/order": paths.first_order()}
        revision, opening = revise.revise(None, "testimony", body, self.vault.signing, NOW)
        return Addition(revision, opening)


class Peer:
    """Plain SQLite, as safe against a loss of power, with the same full-text index and nothing else."""

    def __init__(self, file: Path) -> None:
        self._open = sqlite3.connect(file, isolation_level=None)
        self._open.execute("PRAGMA journal_mode = WAL")
        self._open.execute("PRAGMA synchronous = FULL")
        self._open.execute("CREATE TABLE text (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")
        self._open.execute(
            "CREATE VIRTUAL TABLE word USING fts5"
            f" (words, content = text, content_rowid = id, columnsize = 0, tokenize = '{TOKENS}')"
        )

    def save(self, words: str) -> None:
        """The text and its index, committed."""
        folded = index_text(words)
        self._open.execute("BEGIN IMMEDIATE")
        number = self._open.execute("INSERT INTO text (words) VALUES (?)", (folded,)).lastrowid
        self._open.execute("INSERT INTO word (rowid, words) VALUES (?, ?)", (number, folded))
        self._open.execute("COMMIT")

    def close(self) -> None:
        self._open.close()


def rows() -> Iterator[Row]:
    """Saving beside plain SQLite; then what a hundred times as many testimonies cost."""
    with tempfile.TemporaryDirectory() as folder:
        told = drawn(MANY, 1)
        few, many, peer = (
            Ours(Path(folder, "few"), told[:FEW]),
            Ours(Path(folder, "many"), told),
            Peer(Path(folder, "p")),
        )
        fresh = drawn(SAVES + WARMING, 2)
        yield by_turns(few.save, peer.save, fresh, "save a testimony", 3.0, "plain SQLite with the same index")
        beside = f"the same with {FEW} kept"
        yield by_turns(many.first_page, few.first_page, fresh[:QUERIES], f"list, {MANY} kept", 1.5, beside)
        yield by_turns(many.find, few.find, fresh[:QUERIES], f"find a rare word, {MANY} kept", 1.5, beside)
        yield by_turns(many.find_often, few.find_often, fresh[:QUERIES], f"find a usual one, {MANY} kept", 1.5, beside)
        yield by_turns(many.save, few.save, fresh, f"save, {MANY} kept", 1.5, beside)
        for ours in (few, many):
            ours.vault.lock()
        peer.close()


def by_turns(ours: Step, peer: Step, told: Sequence[str], name: str, bound: float, note: str) -> Row:
    """One step of each after the other, so that a busy moment is shared; medians, the first few not counted."""
    taken: tuple[list[float], list[float]] = ([], [])
    for words in told:
        for step, times in zip((ours, peer), taken, strict=True):
            started = time.perf_counter()
            step(words)
            times.append((time.perf_counter() - started) * 1000)
    mine, theirs = (statistics.median(times[WARMING:]) for times in taken)
    return Row(name, mine, theirs, mine / theirs, bound, "ms", f"p50, beside {note}")
