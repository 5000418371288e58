"""The program as a whole: it starts, unlocks, takes its picture, locks when it is told to end."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.casework import vaults
from tests.ui.conftest import PASSPHRASE

START = [sys.executable, "-m", "desktop", "window"]
SECONDS = 60


@pytest.fixture
def vault(tmp_path: Path, home: Path) -> Path:
    """A vault on the disk, locked."""
    folder = tmp_path / "vault"
    made = vaults.create_vault(folder, PASSPHRASE, clock=lambda: 1_750_000_000, work_factor=6)
    vaults.lock(made.vault)
    return folder


def passphrase_file(folder: Path, words: str = PASSPHRASE) -> Path:
    file = folder / "words"
    file.write_text(words + "\n", encoding="utf-8")
    return file


def test_a_smoke_run_unlocks_takes_a_picture_and_quits(vault: Path, tmp_path: Path, root: Path) -> None:
    png = tmp_path / "window.png"
    words = [*START, str(vault), "--smoke", str(png), "--passphrase-file", str(passphrase_file(tmp_path))]
    done = subprocess.run(words, cwd=root, timeout=SECONDS, capture_output=True, check=False)
    assert done.returncode == 0
    assert QImage.fromData(png.read_bytes()).width() > 600


def test_a_smoke_run_leaves_the_vault_closed(vault: Path, tmp_path: Path, root: Path) -> None:
    words = [
        *START,
        str(vault),
        "--smoke",
        str(tmp_path / "a.png"),
        "--passphrase-file",
        str(passphrase_file(tmp_path)),
    ]
    subprocess.run(words, cwd=root, timeout=SECONDS, capture_output=True, check=True)
    assert (vault / "closed").exists()
    assert not (vault / "open").exists()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc to see when the program listens")
@pytest.mark.fault(12)
def test_fault_12_being_told_to_end_locks_first(vault: Path, root: Path, qtbot: QtBot) -> None:
    process = subprocess.Popen([*START, str(vault)], cwd=root, stderr=subprocess.DEVNULL)
    try:
        qtbot.waitUntil(lambda: listens(process.pid, signal.SIGTERM), timeout=SECONDS * 1000)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=SECONDS) == 0
    finally:
        process.kill()


def listens(pid: int, number: signal.Signals) -> bool:
    """Whether a process handles a signal itself."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt:")).split()[1]
    return bool(int(caught, 16) & 1 << (number - 1))


@pytest.mark.fault(11)
def test_fault_11_nothing_is_written_outside_the_vault_but_where_it_is(
    vault: Path, tmp_path: Path, root: Path, home: Path
) -> None:
    words = [
        *START,
        str(vault),
        "--smoke",
        str(tmp_path / "a.png"),
        "--passphrase-file",
        str(passphrase_file(tmp_path)),
    ]
    subprocess.run(words, cwd=root, timeout=SECONDS, capture_output=True, check=True)
    written = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert {name for name in written if not name.startswith(".config/jiashu/")} == set()


STARTED_AGAIN = "from desktop.ui.host import anew; print(*anew.command(7), sep='\\n')"


@pytest.mark.parametrize("words", [[], ["window", "a vault"]], ids=["no words", "a vault"])
@pytest.mark.parametrize("way", ["module", "script", "isolated"])
def test_the_program_is_started_again_as_it_was_started(tmp_path: Path, root: Path, way: str, words: list[str]) -> None:
    file = tmp_path / "jiashu.py"
    file.write_text(f"import sys; sys.path.insert(0, {str(root)!r})\n{STARTED_AGAIN}\n", encoding="utf-8")
    how = {"module": ["-m", "jiashu"], "script": [str(file)], "isolated": ["-I", str(file)]}[way]
    done = subprocess.run([sys.executable, *how, *words], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [sys.executable, *how, "window", "--anew", "7"]
