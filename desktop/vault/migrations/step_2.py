"""To tables 2: a line for each time the vault was backed up, checked, or its recovery rehearsed."""

from __future__ import annotations

KEEPING = "CREATE TABLE keeping (seq INTEGER PRIMARY KEY, what TEXT NOT NULL, at INTEGER NOT NULL, found TEXT NOT NULL)"

MAIN: tuple[str, ...] = (KEEPING,)
IDENTITIES: tuple[str, ...] = ()
