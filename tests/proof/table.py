"""The table `make proof` ends with: a line a fault, what was done to find it, and that nothing was lost or between."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.proof.extent import EVERY

ROWS = {
    1: "killed at random, and at every call",
    2: "power cut at every write",
    3: "disk full at every write",
    4: "I/O error at every call",
    5: "a flipped bit in every page",
    6: "key slot or first page destroyed",
    7: "files cut off or replaced",
    8: "older, foreign or half copies",
    9: "passphrases and absurd work",
    10: "databases in clear, rights",
    12: "locking while anything goes on",
    14: "clipboard after lock, crash, wait",
    21: "second instance, share, pulled disk",
    22: "upgrades, newer vaults",
    24: "backup to a bad stick",
}
"""The rows of the table of faults that a vault is proved against, by their number."""

LOST, BETWEEN = "lost", "between"

COUNTED = {1, 2, 3, 4, 5, 6, 8, 21, 24}
"""The rows whose tests count what was lost: where none of them told a figure, nothing was looked at."""

SWEPT = {1, 2, 3, 4, 21, 24}
"""Those that count what was between, too: nobody can say that a sweep found nothing which never ran."""


@dataclass
class Row:
    """What is known of one fault. needed: figures that have to be told, 0 or not."""

    needed: frozenset[str] = frozenset()
    figures: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def holds(self) -> bool:
        """Whether it was tested, what has to be counted was, and nothing failed, was lost or was between."""
        bad = self.outcomes["failed"] or self.figures[LOST] or self.figures[BETWEEN]
        return bool(self.outcomes["passed"]) and not self.untold and not bad

    @property
    def untold(self) -> list[str]:
        """Figures that have to be there and are not. They say nothing either where nothing beside them was done."""
        done = sum(count for what, count in self.figures.items() if what not in {LOST, BETWEEN})
        return sorted(what for what in self.needed if what not in self.figures or not done)

    @property
    def done(self) -> str:
        """The figures in words."""
        counted = ((what, count) for what, count in sorted(self.figures.items()) if what not in {LOST, BETWEEN})
        return ", ".join(f"{count:,} {what.replace('_', ' ')}" for what, count in counted)

    @property
    def tests(self) -> str:
        """How its tests ended."""
        if not self.outcomes:
            return "MISSING"
        told = [f"{self.outcomes[outcome]} {outcome}" for outcome in ("failed", "passed") if self.outcomes[outcome]]
        told += [f"{count} skipped: {reason}" for reason, count in sorted(self.reasons.items())]
        if self.untold:
            told.append("NOTHING COUNTED")
        return ", ".join(told)

    def shown(self, figure: str) -> str:
        """A figure, or that nobody counted it: none was looked for there, or in vain."""
        return "–" if figure not in self.figures or figure in self.untold else f"{self.figures[figure]:,}"


def read(folder: Path) -> dict[int, Row]:
    """Everything the processes of a run recorded, by row."""
    found = {number: Row(_needed(number)) for number in ROWS}
    for path in sorted(folder.glob("*.jsonl")):
        for line in map(json.loads, path.read_text("utf-8").splitlines()):
            row = found.setdefault(line["row"], Row())
            row.figures.update(line.get("figures", {}))
            if outcome := line.get("outcome"):
                row.outcomes[outcome] += 1
                if outcome == "skipped":
                    row.reasons[line["why"]] += 1
    return found


def printed(rows: dict[int, Row]) -> Iterable[str]:
    """The table, line by line; rows beyond those of a vault as far as they were run."""
    if EVERY > 1:
        yield f"A part: one point in {EVERY} of each sweep."
    yield f"{'':>4} {'fault':<36}{LOST:>6}{BETWEEN:>9}  tests; done"
    for number, row in sorted(rows.items()):
        told = "; ".join(part for part in (row.tests, row.done) if part)
        mark = " " if row.holds or number not in ROWS else "!"
        yield f"{mark}{number:>3} {ROWS.get(number, ''):<36}{row.shown(LOST):>6}{row.shown(BETWEEN):>9}  {told}"
    failing = [number for number in rows if not holds(rows, number)]
    yield "Nothing lost, nothing between." if not failing else f"Not proved: {', '.join(map(str, failing))}."


def holds(rows: dict[int, Row], number: int) -> bool:
    """Rows of a vault have to be tested; of others it is enough that none failed."""
    row = rows[number]
    return row.holds or (number not in ROWS and not row.outcomes["failed"])


def _needed(number: int) -> frozenset[str]:
    return frozenset({LOST} if number in COUNTED else ()) | frozenset({BETWEEN} if number in SWEPT else ())
