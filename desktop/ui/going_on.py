"""How a window looked when it was locked, for the fresh image of the program that takes its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.host.anew import Left
from desktop.ui.tools import Tools


def left_by(window: QWidget, tools: Tools, folder: Path) -> Left:
    """What has to be known to look as this window does. folder: of the vault that is locked in it."""
    return Left(
        folder=folder,
        language=tools.language.code,
        theme=tools.theme.choice,
        text_size=tools.theme.text_size,
        geometry=bytes(window.saveGeometry().data()),
        active=window.isActiveWindow(),
        minimised=window.isMinimized(),
    )


def look_as(window: QWidget, tools: Tools, left: Left) -> None:
    """Before it is shown: in the same place, language and looks, and in front only if it was."""
    tools.language.choose(left.language)
    tools.theme.choose(left.theme)
    tools.theme.enlarge(left.text_size)
    window.restoreGeometry(left.geometry)
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not left.active)
    if left.minimised:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)
