"""Vaults made once and opened as copies: a vault is a folder, and opening one takes a quarter of making it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


class Shelf:
    """Folders, each made when it is first asked for; every test takes a copy of its own."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._made: dict[str, Path] = {}

    def copied(self, called: str, to: Path, make: Callable[[Path], object]) -> Path:
        """A copy of what is called so, at `to`. make: makes it in a folder that is not there yet, and leaves it."""
        if called not in self._made:
            shelf = self._place / called
            shelf.mkdir()
            with pytest.MonkeyPatch.context() as elsewhere:  # else the test's own home would know of it
                elsewhere.setenv("JIASHU_HOME", str(self._place / "home"))
                make(shelf / to.name)
            self._made[called] = shelf / to.name
        return shutil.copytree(self._made[called], to)
