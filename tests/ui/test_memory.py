"""Locked means gone, from the memory of the process too: it is read, as root, page by page."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.casework import vaults
from desktop.ui.host import bus
from tests.ui.desktop_bus import NO_BUS, Login
from tests.ui.hand import WAIT
from tests.ui.living import PASSPHRASE, Life

WORDS = {
    "passphrase": PASSPHRASE,
    "name": "金丝雀一号",
    "case": "Canaryfields matter",
    "account": "金丝雀二号在此鸣叫，他们把我丈夫带走了。",
    "draft": "Canary three is singing here, unfinished",
}
ENCODINGS = ("utf-8", "utf-16-le")  # of SQLite and Python's ASCII; of Qt and Python's other letters
EXPECTED = {"account utf-16-le", "draft utf-16-le", "name utf-8", "secrets 0", "keys 0", "keys 1"}
"""What is surely found while the vault is open: else the look would find nothing at all."""
PIECE = 1 << 22


def memory(pid: int) -> Iterator[bytes]:
    """All that can be read of a process, in pieces that overlap."""
    with Path(f"/proc/{pid}/maps").open(encoding="ascii", errors="replace") as maps:
        ranges = [line.split()[0] for line in maps if line.split()[1].startswith("r")]
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as file:
        for each in ranges:
            start, end = (int(bound, 16) for bound in each.split("-"))
            while start < end:
                try:
                    file.seek(start)
                    piece = file.read(min(PIECE, end - start))
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


@pytest.mark.fault(12)
def test_fault_12_after_a_lock_no_passphrase_key_or_word_is_left_in_memory_and_the_draft_comes_back(
    begin: Callable[..., Life], tmp_path: Path
) -> None:
    life = begin(DBUS_SESSION_BUS_ADDRESS=NO_BUS, DBUS_SYSTEM_BUS_ADDRESS=NO_BUS)
    life.tell("write", **WORDS)
    needles = needles_of(life.hear())
    look = memory_can_be_read(life.pid)
    if look:
        assert found(life.pid, needles) >= EXPECTED
    life.tell("lock")
    assert life.hear()["locked"]
    if look:
        assert found(life.pid, needles) == set()
    life.tell("unlock", passphrase=PASSPHRASE)
    assert life.hear() == {"draft": WORDS["draft"], "caret": len(WORDS["draft"]), "ours": True}
    life.tell("hang")
    assert life.hear()["locked"]  # and by then nobody holds the vault any more
    vaults.lock(vaults.unlock(tmp_path / "vault", PASSPHRASE, clock=lambda: 1_750_000_000))
    life.tell("leave")
    assert life.ended() == 0
    if not look:
        pytest.skip("only root on Linux may read the memory of a process that lets nobody")


@pytest.mark.fault(12)
def test_fault_12_a_machine_that_goes_to_sleep_waits_for_a_fresh_image_and_a_signal_ends_it_locked(
    begin: Callable[..., Life], address: str, login: Login, qtbot: QtBot, tmp_path: Path
) -> None:
    life = begin(DBUS_SESSION_BUS_ADDRESS=address, DBUS_SYSTEM_BUS_ADDRESS=address, XDG_SESSION_ID="")
    life.tell("write", **WORDS)
    life.hear()
    qtbot.waitUntil(
        lambda: ["Inhibit", "sleep:shutdown", "Jiashu", "Locks the vault first", "delay"] in login.asked, timeout=WAIT
    )
    assert not login.let_go
    login.say(bus.LOGIN_PATH, bus.MANAGER, "PrepareForSleep", True)
    assert life.hear()["locked"]
    qtbot.waitUntil(lambda: login.let_go, timeout=WAIT)
    life.tell("unlock", passphrase=PASSPHRASE)
    assert life.hear()["draft"] == WORDS["draft"]
    life.signal(signal.SIGTERM)
    assert life.ended() == 0
    assert (tmp_path / "vault" / "closed").exists()
    vault = vaults.unlock(tmp_path / "vault", PASSPHRASE, clock=lambda: 1_750_000_000)
    assert [WORDS["draft"] in json.dumps(draft.value) for draft in vault.drafts()] == [True]
    vaults.lock(vault)
