"""The line under a form: quiet while nothing is to be saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from desktop.ui.layout import primary, row
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking


class SaveBar(Speaking):
    """`save_wanted`, `discard_wanted`. It shows itself only while something is unsaved, and is made when it first does:
    most records are read and left as they are."""

    save_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[PlainLabel, QPushButton, QPushButton] | None = None
        self._by_leaving = True
        self.hide()

    def setVisible(self, on: bool) -> None:
        """Have it there before anybody sees it."""
        if on and self._said is None:
            self._said = self._lay_out()
            self.retranslate()
        super().setVisible(on)

    def saved_by_leaving(self, on: bool) -> None:
        """Whether going elsewhere saves, or keeps a draft."""
        self._by_leaving = on
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the line."""
        if self._said is None:
            return
        state, save, discard = self._said
        state.setText(
            self.tr("Not saved yet. It is kept as an encrypted draft and saved when you go elsewhere.")
            if self._by_leaving
            else self.tr("Not saved yet. What you type is kept as an encrypted draft until you press Save.")
        )
        save.setText(self.tr("&Save"))
        save.setToolTip(self.tr("Ctrl+S"))
        discard.setText(self.tr("&Discard"))

    def _lay_out(self) -> tuple[PlainLabel, QPushButton, QPushButton]:
        state, save, discard = PlainLabel(wrap=True).be(quiet=True), primary(QPushButton()), QPushButton()
        frame = QFrame()
        frame.setProperty("foot", True)
        inside = row(state, discard, save)
        inside.setStretch(0, 1)
        inside.setContentsMargins(24, 8, 24, 8)
        frame.setLayout(inside)
        self.setLayout(row(frame))
        for button in (save, discard):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret in the field one goes on with
        save.clicked.connect(self.save_wanted)
        discard.clicked.connect(self.discard_wanted)
        return state, save, discard
