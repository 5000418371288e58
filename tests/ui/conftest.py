"""A real window on a real vault, offscreen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
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


@pytest.fixture
def window(qapp: QApplication, home: Path) -> Iterator[Window]:
    """The window as it is when the program starts on a machine that has never seen it."""
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


@pytest.fixture
def hand(qtbot: QtBot, window: Window) -> Hand:
    """Sees and presses."""
    return Hand(qtbot, window)


@pytest.fixture
def desk(hand: Hand, tmp_path: Path) -> Hand:
    """The same, with a vault made and open."""
    hand.create(str(tmp_path / "vault"), PASSPHRASE)
    return hand
