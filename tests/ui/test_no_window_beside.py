"""What lies in the window is at no time a window of its own: that would flash up, and take the caret away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop import places
from desktop.casework.known import KnownVault
from desktop.ui.icons import Icons
from desktop.ui.theme import Theme
from desktop.ui.unlock import Unlock
from desktop.ui.welcome import Welcome


class Shown(QObject):
    """Whatever came on the screen, however short."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only look."""
        if event.type() == QEvent.Type.Show and watched.isWidgetType():
            self.all.append(type(watched).__name__)
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Shown]:
    shown = Shown()
    qapp.installEventFilter(shown)
    yield shown
    qapp.removeEventFilter(shown)


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    return Icons(places.resources() / "icons", Theme(qapp))


def test_a_door_that_asks_for_a_key_file_shows_nothing_before_it_stands(
    shown: Shown, icons: Icons, tmp_path: Path
) -> None:
    Unlock(icons, tmp_path, True).deleteLater()
    assert not shown.all


def test_the_list_of_known_vaults_shows_nothing_before_it_stands(shown: Shown, icons: Icons, tmp_path: Path) -> None:
    Welcome(icons, (KnownVault(tmp_path, here=True),)).deleteLater()
    assert not shown.all
