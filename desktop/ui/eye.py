"""The button that shows what is typed into a passphrase field, for as long as one looks at it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QToolButton

from desktop.ui.entry import PassphraseField
from desktop.ui.icons import Icons


class Eye(QToolButton):
    """Off at first; off again once a field was taken or emptied, and when one leaves the screen or the window."""

    def __init__(self, icons: Icons, *fields: PassphraseField) -> None:
        super().__init__()
        self._icons = icons
        self._fields = fields
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._show)
        for field in fields:
            field.textChanged.connect(self._typed)
        icons.follow(self._say)
        self._show(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; another window in front has other eyes on the screen."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.setChecked(False)
        elif event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The screen is left."""
        self.setChecked(False)
        super().hideEvent(event)

    def _typed(self, text: str) -> None:
        if not text and not any(field.text() for field in self._fields):
            self.setChecked(False)

    def _show(self, shown: bool) -> None:
        for field in self._fields:
            field.reveal(shown)
        self._say()

    def _say(self) -> None:
        words = self.tr("Hide what is typed") if self.isChecked() else self.tr("Show what is typed")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setIcon(self._icons.icon("eye-off" if self.isChecked() else "eye"))
