"""The line under a form: quiet while nothing is to be saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from desktop.ui.layout import primary, row
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking


class SaveBar(Speaking):
    """`save_wanted`, `discard_wanted`. It shows itself only while something is unsaved."""

    save_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = PlainLabel(wrap=True).be(quiet=True)
        self._save = primary(QPushButton())
        self._discard = QPushButton()
        frame = QFrame()
        frame.setProperty("foot", True)
        inside = row(self._state, self._discard, self._save)
        inside.setStretch(0, 1)
        inside.setContentsMargins(24, 8, 24, 8)
        frame.setLayout(inside)
        self.setLayout(row(frame))
        for button in (self._save, self._discard):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret in the field one goes on with
        self._save.clicked.connect(self.save_wanted)
        self._discard.clicked.connect(self.discard_wanted)
        self._by_leaving = True
        self.hide()
        self.retranslate()

    def saved_by_leaving(self, on: bool) -> None:
        """Whether going elsewhere saves, or keeps a draft."""
        self._by_leaving = on
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the line."""
        self._state.setText(
            self.tr("Not saved yet. It is kept as an encrypted draft and saved when you go elsewhere.")
            if self._by_leaving
            else self.tr("Not saved yet. What you type is kept as an encrypted draft until you press Save.")
        )
        self._save.setText(self.tr("&Save"))
        self._save.setToolTip(self.tr("Ctrl+S"))
        self._discard.setText(self.tr("&Discard"))
