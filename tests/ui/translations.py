"""Bring resources/translations up to date with the words in the source: `python -m tests.ui.translations`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.sources import ROOT, modules

TS = ROOT / "resources" / "translations" / "jiashu_zh_Hans.ts"
TOOLS = Path(sys.executable).parent


def collect(ts: Path) -> None:
    """Add new words as unfinished, drop those nobody says any more; keep what is translated."""
    words = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", "zh_CN", "-silent"]
    sources = [str(path) for path in modules("desktop/ui")]
    subprocess.run([str(TOOLS / "pyside6-lupdate"), *sources, *words, "-ts", str(ts)], check=True)


def compile_into(qm: Path) -> None:
    """Make the file the program reads, whole: tests in other processes may be reading the one before from memory."""
    fresh = qm.with_name(f"{qm.name}.{os.getpid()}")
    subprocess.run([str(TOOLS / "pyside6-lrelease"), "-silent", str(TS), "-qm", str(fresh)], check=True)
    fresh.replace(qm)


if __name__ == "__main__":
    collect(TS)
