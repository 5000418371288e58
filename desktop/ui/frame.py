"""The window as the system sees it: its title, icon, place and looks, and that it is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QToolButton

from desktop.ui.layout import lay_out_all
from desktop.ui.tab_order import lead_on
from desktop.ui.theme import Theme

TITLE = "Jiashu"
WIDTH, HEIGHT = 1200, 800
FRAME = 32  # pixels at most for what the system draws around a window


class Frame(QMainWindow):
    """`painted`: it is there for the first time. The title is the program's name, no more."""

    painted = Signal()

    def __init__(self, theme: Theme, icon: QIcon) -> None:
        super().__init__()
        self._theme = theme
        self._painted = False
        self.setWindowTitle(TITLE)
        self.setWindowIcon(icon)
        self._dress()
        theme.changed.connect(self._dress)

    def take_place(self) -> None:
        """As large as it needs, and never larger than the screen has room for."""
        room = self.screen().availableGeometry()
        self.resize(min(WIDTH, room.width() - FRAME), min(HEIGHT, room.height() - 2 * FRAME))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button the caret is on, as Space does; nobody took it for anything else."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton | QToolButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from the top down, though most of a page comes later than what stands beneath it."""
        return lead_on(self, forward=next)

    def event(self, event: QEvent) -> bool:
        """Nothing is painted before it has its place."""
        if event.type() == QEvent.Type.UpdateRequest:
            lay_out_all()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the window is there, once the screen on it is painted too."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # of a window that went meanwhile nobody is told

    def _dress(self) -> None:
        self.ensurePolished()  # else what stands in a window not shown yet keeps the sizes of the sheet before
        self.setStyleSheet(self._theme.sheet)
