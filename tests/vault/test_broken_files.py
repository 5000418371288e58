"""Each file of a vault broken in each way: told by a code, or done without; never made anew, never written over."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import JiashuError
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.vault.desk import FAST, PASSPHRASE, Desk

NEEDED = ("a.db", "k1", "k5", "k6", "k7")
"""Without one of these nothing opens; the others can be done without, or are made anew from what is elsewhere."""
FILES = (*NEEDED, "b.db", "k2", "k3", "k4", "closed", "lock")


def cut(size: Callable[[int], int]) -> Callable[[Path], None]:
    return lambda path: os.truncate(path, size(path.stat().st_size))


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def link(path: Path) -> None:
    path.rename(path.parent.parent / "elsewhere")
    path.symlink_to(path.parent.parent / "elsewhere")


def fifo(path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("this system has no such files")
    path.unlink()
    os.mkfifo(path)


def plain(path: Path) -> None:
    path.unlink()
    database = sqlite3.connect(path)
    database.executescript("CREATE TABLE told (words TEXT)")
    database.close()


def anothers(path: Path) -> None:
    other, _ = Vault.create(path.parent.parent / "other", PASSPHRASE, work_factor=FAST, clock=Clock())
    other.lock()
    path.write_bytes((path.parent.parent / "other" / path.name).read_bytes())


WAYS: dict[str, Callable[[Path], None]] = {
    "gone": Path.unlink,
    "0 bytes": cut(lambda _: 0),
    "1 byte": cut(lambda size: min(size, 1)),
    "100 bytes": cut(lambda size: min(size, 100)),
    "half": cut(lambda size: size // 2),
    "all but one byte": cut(lambda size: max(size - 1, 0)),
    "a folder": folder,
    "a link": link,
    "a FIFO": fifo,
    "plain SQLite": plain,
    "another vault's": anothers,
}


def looks(path: Path) -> tuple[int, bytes] | None:
    """Kind and content of what is there; what rights others had to it may have been taken away."""
    if not os.path.lexists(path):
        return None
    mode = stat.S_IFMT(path.lstat().st_mode)
    return mode, path.read_bytes() if path.is_file() else b""


@pytest.mark.fault(7)
@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", FILES)
def test_fault_07_a_broken_file_has_a_code_or_is_done_without(desk: Desk, name: str, way: str) -> None:
    said = desk.testimony("Here all the same.")
    desk.lock()
    path = desk.place / name
    WAYS[way](path)
    broken = looks(path)
    told = refused(desk)
    if told is None:
        assert name not in NEEDED
        assert desk.words_of(said) == ["Here all the same."]
        desk.vault.lock()
    else:
        assert told.startswith("vault.")
        assert looks(path) == broken


def refused(desk: Desk) -> str | None:
    """Why it does not open; None when it does."""
    try:
        desk.unlock()
    except JiashuError as error:
        return error.code
    return None
