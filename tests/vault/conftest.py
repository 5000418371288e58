"""A desk with a fresh vault on it, for every test of the vault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Clock
from tests.vault.desk import Desk


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the vault's folder is, or will be."""
    return tmp_path / "vault"


@pytest.fixture
def desk(place: Path, clock: Clock) -> Iterator[Desk]:
    """A fresh vault, unlocked; locked again when the test is over."""
    fresh = Desk.fresh(place, clock)
    yield fresh
    fresh.vault.lock()
