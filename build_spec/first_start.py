"""Do once, after installing, what would slow the first starts: unpack PySide's own Python, compile the program."""

from __future__ import annotations

import compileall
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SWITCH = "SBK_EMBED"  # read by shiboken6 when it is imported
AWAY, THERE = "true", "false"


def unpacked() -> Path:
    """The folder shiboken6 unpacks its Python files to."""
    found = importlib.util.find_spec("shiboken6")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "files.dir"


def unpack() -> None:
    """Have shiboken6 keep its Python files beside it, where their bytecode is kept too.

    Else it unzips and compiles them at every start. What an older version left there would be used unseen, so the
    folder is taken away first.
    """
    for wanted in (AWAY, THERE):
        switched = {**os.environ, SWITCH: wanted}
        subprocess.run([sys.executable, "-c", "import shiboken6"], env=switched, check=True)


def main() -> int:
    """Unpack and compile; the exit code."""
    unpack()
    done = [compileall.compile_dir(folder, quiet=1) for folder in (unpacked(), ROOT / "desktop")]
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())
