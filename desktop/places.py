"""Where the program's own files are: in a checkout, or inside a built program."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def resources() -> Path:
    """The folder of vocabularies, icons, translations and messages; read-only."""
    bundled = getattr(sys, "_MEIPASS", None)
    root = Path(bundled) if bundled else Path(__file__).resolve().parent.parent
    return root / "resources"


def settings_folder() -> Path:
    """The host's folder for the list of vault locations, and for nothing else.

    ``JIASHU_HOME`` overrides it (tests, portable use). Not created here.
    """
    override = os.environ.get("JIASHU_HOME")
    if override:
        return Path(override)
    if sys.platform == "win32":
        base = os.environ.get("APPDATA")
        return Path(base) / "Jiashu" if base else Path.home() / "AppData" / "Roaming" / "Jiashu"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Jiashu"
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "jiashu"


def read_tables() -> dict[str, list[dict[str, str]]]:
    """The rows of every vocabulary, by its name: what `domain.vocabulary.Vocabularies.from_tables` takes."""
    import csv  # the window reads vocabularies only once it is painted

    tables = {}
    for path in sorted((resources() / "vocabulary").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    return tables
