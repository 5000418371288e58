"""Moving the log of writes into the database was cut short: it is moved again, and nothing is called damaged."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from desktop.crypto.page_cipher import PAGE
from desktop.vault.vault import Vault
from tests.vault.desk import PASSPHRASE, Desk

HEADER_OF_LOG = 32


@pytest.fixture
def killed(desk: Desk, tmp_path: Path) -> Path:
    """A copy of a vault in use; this process must not open its files."""
    desk.testimony("Words enough to fill a page or two. " * 400)
    copy = tmp_path / "killed"
    shutil.copytree(desk.place, copy, copy_function=lambda of, to: subprocess.run(["cp", of, to], check=True))
    return copy


@pytest.mark.fault(1)
def test_fault_01_a_page_added_by_half_keeps_nobody_out(desk: Desk, killed: Path) -> None:
    with (killed / "a.db").open("ab") as file:
        file.write(os.urandom(PAGE // 2))
    vault = Vault.unlock(killed, PASSPHRASE, clock=desk.clock)
    assert vault.count("testimony") == 1
    assert vault.notices == ()
    vault.lock()
    assert (killed / "a.db").stat().st_size % PAGE == 0


@pytest.mark.fault(1)
def test_fault_01_a_page_written_over_by_half_is_not_told_as_damage(desk: Desk, killed: Path) -> None:
    (number,) = struct.unpack(">I", (killed / "a.db-wal").read_bytes()[HEADER_OF_LOG : HEADER_OF_LOG + 4])
    with (killed / "a.db").open("r+b") as file:
        file.seek((number - 1) * PAGE + PAGE // 2)
        file.write(os.urandom(PAGE // 2))
    vault = Vault.unlock(killed, PASSPHRASE, clock=desk.clock)
    assert vault.verify().findings == []
    vault.lock()
