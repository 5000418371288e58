"""`python -m tests.proof FOLDER`: print the table of what a run recorded there; exit code 1 unless every row holds."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.proof import table


def main(folder: Path) -> int:
    rows = table.read(folder)
    for line in table.printed(rows):
        print(line)
    return 0 if all(table.holds(rows, number) for number in rows) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
