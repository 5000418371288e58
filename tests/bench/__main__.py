"""Run every comparison and print how it came out: python -m tests.bench [NAME…]."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.bench.row import NotMeasured, Row

HEADINGS = ("what", "ours", "peer", "unit", "ratio", "bound", "", "note")
FOLDER = Path(__file__).parent


def names(wanted: Sequence[str]) -> list[str]:
    """The bench modules to run: those wanted, or all there are."""
    there = sorted(path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py"))
    return [name for name in there if not wanted or name in wanted]


def cells(row: Row) -> tuple[str, ...]:
    """A row as the table's words."""
    verdict = "holds" if row.holds else "MISSED"
    figures = (f"{row.ours:.4g}", f"{row.peer:.4g}", row.unit, f"{row.ratio:.2f}", f"≤ {row.bound:g}")
    return (row.name, *figures, verdict, row.note)


def table(lines: Sequence[tuple[str, ...]]) -> Iterable[str]:
    """The lines with their columns aligned."""
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    for line in lines:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def main(wanted: Sequence[str]) -> int:
    """Measure, print; 1 when a promise is not kept."""
    rows: list[Row] = []
    for name in names(wanted):
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        try:
            rows.extend(importlib.import_module(f"tests.bench.bench_{name}").rows())
        except NotMeasured as reason:
            print(f"{name}: not measured, {reason}")
    if rows:
        print("\n".join(table([HEADINGS, *map(cells, rows)])))
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
