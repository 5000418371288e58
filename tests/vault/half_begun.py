"""New keys that are begun on a disk which is full before they are: some slots hold them, others do not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import Hindered
from desktop.vault import files
from tests.vault.desk import PASSPHRASE, Desk, fails


def begin_by_half(desk: Desk, monkeypatch: pytest.MonkeyPatch, full: Callable[[Path], bool]) -> None:
    """full: whether there is no room any more for this slot."""
    write = files.write

    def failing(path: Path, content: bytes) -> None:
        if full(path):
            raise Hindered("disk.full", needed=0)
        write(path, content)

    with monkeypatch.context() as patch:
        patch.setattr("desktop.vault.files.write", failing)
        with fails(Hindered, "disk.full"):
            desk.vault.begin_new_keys(PASSPHRASE)


def after(several: int) -> Callable[[Path], bool]:
    """There is room for so many, not for the next."""
    count = iter(range(100))
    return lambda _path: next(count) == several
