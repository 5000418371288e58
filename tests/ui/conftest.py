"""A real window on a real vault, offscreen."""

from __future__ import annotations

import gc
import importlib
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app, places
from desktop.casework import passphrases, recovering, vaults
from desktop.domain.vocabulary import Vocabularies
from desktop.ui import opening
from desktop.ui.no_settings import keep_no_settings
from desktop.ui.window import Window
from tests.ui import translations
from tests.ui.desktop_bus import address, login
from tests.ui.hand import Hand, settle
from tests.ui.living import begin

__all__ = ["address", "begin", "login"]  # fixtures

PASSPHRASE = "seven quiet lamps under water"


@pytest.fixture(scope="session", autouse=True)
def spoken() -> None:
    """The translations as the program reads them, made from what is in the source tree."""
    qm = translations.TS.with_suffix(".qm")
    if not qm.exists() or qm.stat().st_mtime < translations.TS.stat().st_mtime:
        translations.compile_into(qm)


def leave_old_objects_alone() -> None:
    """All that is loaded by now stays: each lock looks for what the closed page held, and need not look through it.

    Whoever looks at every object there is calls `gc.unfreeze` first. What a test before left goes here, in this thread.
    """
    importlib.import_module("desktop.ui.desk")  # and all its rooms, which else come when the first vault is opened
    gc.collect()
    gc.freeze()  # for every test anew: what a few dozen leave behind takes a lock longer to look through than its page


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """No second for each passphrase; how this machine is measured, `tests/casework/test_passphrases.py` says."""
    monkeypatch.setattr(passphrases, "calibrated_work_factor", lambda: 6)


@pytest.fixture
def window(qapp: QApplication, home: Path) -> Iterator[Window]:
    """The window as it is when the program starts on a machine that has never seen it."""
    leave_old_objects_alone()
    gc.disable()  # it would look in the vault's thread too, and no widget may be destroyed there (`ui/garbage.py`)
    keep_no_settings()
    qapp.clipboard().clear()
    window = app.build(qapp, work_factor=6)
    window.door.begin()
    window.resize(1200, 800)  # the screen that is not there has room for less
    window.show()
    yield window
    window.lock()
    window.tools.language.choose("en")
    window.tools.theme.choose("system")
    window.tools.theme.enlarge(100)
    settle()
    window.tools.worker.stop()
    settle()
    shiboken6.delete(window)
    gc.enable()


@pytest.fixture
def hand(qtbot: QtBot, window: Window) -> Hand:
    """Sees and presses."""
    return Hand(qtbot, window)


def make_before(folder: Path) -> None:
    """A vault as the screens make one, its recovery key asked back; locked."""
    vocabularies = Vocabularies.from_tables(places.read_tables())
    around = opening.Circumstances(vocabularies, lambda: int(time.time()), "en", work_factor=6)
    ws, entered = opening.made(folder, PASSPHRASE, "", around)
    recovering.put_in_place(ws, recovering.Prepared(entered.recovery_key))
    vaults.lock(ws.vault)


@pytest.fixture(scope="session")
def made_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Such a vault; each test opens a copy of its own."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    with pytest.MonkeyPatch.context() as known_nowhere:
        known_nowhere.setenv("JIASHU_HOME", str(folder.parent / "home"))
        make_before(folder)
    return folder


@pytest.fixture
def desk(hand: Hand, tmp_path: Path, made_before: Path) -> Hand:
    """The same, with a vault that was made before, open."""
    hand.enter(shutil.copytree(made_before, tmp_path / "vault"), PASSPHRASE)
    return hand
