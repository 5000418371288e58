"""Writes the traditional labels of every vocabulary by machine: ``python -m build_spec.traditional``.

They are to be read by a person. What somebody has read and put right stands in `READ`, and is kept as it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from opencc import OpenCC

from desktop.places import resources

SIMPLIFIED, TRADITIONAL = "label_zh_hans", "label_zh_hant"
READ = Path(__file__).resolve().parent / "traditional_read.csv"
"""Labels a person has read: vocabulary, code, label_zh_hant."""

WRONG = {
    "不準": "不准",
    "準許": "准許",
    "批準": "批准",
    "覈準": "核准",
    "準予": "准予",
}
"""What the converter is known to get wrong in our labels, and how it is written."""


def traditional(simplified: str) -> str:
    """A label as the machine writes it."""
    made: str = _converter().convert(simplified)
    for wrong, right in WRONG.items():
        made = made.replace(wrong, right)
    return made


def labels_read() -> Mapping[tuple[str, str], str]:
    """What a person has read, by vocabulary and code."""
    with READ.open(encoding="utf-8", newline="") as file:
        return {(row["vocabulary"], row["code"]): row[TRADITIONAL] for row in csv.DictReader(file)}


def with_labels(name: str, table: str, read: Mapping[tuple[str, str], str]) -> str:
    """The text of a vocabulary with its traditional labels, behind the simplified ones."""
    rows = csv.DictReader(io.StringIO(table, newline=""))
    columns = [column for column in rows.fieldnames or () if column != TRADITIONAL]
    columns.insert(columns.index(SIMPLIFIED) + 1, TRADITIONAL)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        row[TRADITIONAL] = read.get((name, row["code"])) or traditional(row[SIMPLIFIED])
        writer.writerow(row)
    return out.getvalue()


def write(folder: Path) -> None:
    """Write the labels of every vocabulary in a folder."""
    read = labels_read()
    for path in sorted(folder.glob("*.csv")):
        table = path.read_text(encoding="utf-8")
        path.write_text(with_labels(path.stem, table, read), encoding="utf-8", newline="\n")


@cache
def _converter() -> OpenCC:
    return OpenCC("s2tw")


if __name__ == "__main__":
    write(resources() / "vocabulary")
