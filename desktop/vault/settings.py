"""Settings, kept inside the vault and nowhere else."""

from __future__ import annotations

import json
from typing import Any

from desktop.vault.connection import Database

JSON = Any


class Settings:
    """Names and JSON values."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def value(self, name: str, default: JSON = None) -> JSON:
        """A setting, or `default` when nobody chose one."""
        text = self._database.value("SELECT value FROM setting WHERE name = ?", (name,))
        return default if text is None else json.loads(text)

    def keep(self, name: str, value: JSON) -> None:
        """Keep a setting; None forgets it."""
        if value is None:
            self._database.run("DELETE FROM setting WHERE name = ?", (name,))
        else:
            self._database.run("REPLACE INTO setting VALUES (?, ?)", (name, json.dumps(value, ensure_ascii=False)))
