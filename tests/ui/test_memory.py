"""Locked means gone, from the memory of the process too: it is read, as root, page by page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from desktop.casework import vaults

PASSPHRASE = "quince lantern under seven bridges"
WORDS = {
    "passphrase": PASSPHRASE,
    "name": "金丝雀一号",
    "case": "Canaryfields matter",
    "account": "金丝雀二号在此鸣叫，他们把我丈夫带走了。",
    "draft": "Canary three is singing here, unfinished",
}
ENCODINGS = ("utf-8", "utf-16-le")  # of SQLite and Python's ASCII; of Qt and Python's other letters
PIECE = 1 << 22
SECONDS = 60


def memory(pid: int) -> Iterator[bytes]:
    """All that can be read of a process, in pieces that overlap."""
    with Path(f"/proc/{pid}/maps").open(encoding="ascii", errors="replace") as maps:
        ranges = [line.split()[0] for line in maps if line.split()[1].startswith("r")]
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as file:
        for each in ranges:
            start, end = (int(bound, 16) for bound in each.split("-"))
            while start < end:
                try:
                    piece = os.pread(file.fileno(), min(PIECE, end - start), start)
                except (OSError, OverflowError):  # the kernel's own page, or one that cannot be had
                    break
                yield piece
                if start + len(piece) >= end or not piece:
                    break
                start += max(1, len(piece) - 256)


def found(pid: int, needles: dict[str, bytes]) -> set[str]:
    """Which of the needles lie anywhere in its memory."""
    seen: set[str] = set()
    for piece in memory(pid):
        seen |= {name for name, needle in needles.items() if name not in seen and needle in piece}
    return seen


def memory_can_be_read(pid: int) -> bool:
    """Of a process that lets nobody but root, and in some places not even root."""
    try:
        return any(memory(pid))
    except OSError:
        return False


def needles_of(told: dict[str, Any]) -> dict[str, bytes]:
    """What must not be left: words in each encoding, keys as bytes and as text."""
    words = {f"{name} {coding}": text.encode(coding) for name, text in WORDS.items() for coding in ENCODINGS}
    keys = {f"{kind} {n}": bytes.fromhex(key) for kind in ("secrets", "keys") for n, key in enumerate(told[kind])}
    spelled = {f"{kind} {n} in hex": key.encode() for kind in ("secrets", "keys") for n, key in enumerate(told[kind])}
    return {**words, **keys, **spelled}


class Life:
    """The program as a process, and what it says."""

    def __init__(self, vault: Path, root: Path) -> None:
        words = [sys.executable, "-m", "tests.ui.lived", "window", str(vault)]
        self._process = subprocess.Popen(words, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.pid = self._process.pid

    def tell(self, words: object) -> None:
        """One line in."""
        _pipe(self._process.stdin).write(json.dumps(words) + "\n")
        _pipe(self._process.stdin).flush()

    def hear(self) -> dict[str, Any]:
        """One line out."""
        told: dict[str, Any] = json.loads(_pipe(self._process.stdout).readline())
        return told

    def ended(self) -> int:
        """Its exit code."""
        return self._process.wait(SECONDS)

    def end(self) -> None:
        """Whatever became of it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            _pipe(pipe).close()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


@pytest.fixture
def life(tmp_path: Path, home: Path, root: Path) -> Iterator[Life]:
    """The program on a vault of its own, the passphrase typed."""
    if sys.platform == "win32":
        pytest.skip("on Windows another process takes the place, under another number")
    folder = tmp_path / "vault"
    vaults.lock(vaults.create_vault(folder, PASSPHRASE, clock=lambda: 1_750_000_000, work_factor=6).vault)
    life = Life(folder, root)
    life.tell(WORDS)
    yield life
    life.end()


@pytest.mark.fault(12)
def test_fault_12_after_a_lock_no_passphrase_key_or_word_is_left_in_memory_and_the_draft_comes_back(
    life: Life,
) -> None:
    needles = needles_of(life.hear())
    look = memory_can_be_read(life.pid)
    if look:
        assert {"account utf-16-le", "draft utf-16-le", "name utf-8", "secrets 0", "keys 0", "keys 1"} <= found(
            life.pid, needles
        )
    life.tell("lock")
    assert life.hear()["locked"]
    if look:
        assert found(life.pid, needles) == set()
    life.tell({"passphrase": PASSPHRASE})
    assert life.hear() == {"draft": WORDS["draft"], "caret": len(WORDS["draft"]), "ours": True}
    assert life.ended() == 0
    if not look:
        pytest.skip("only root on Linux may read the memory of a process that lets nobody")
