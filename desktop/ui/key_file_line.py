"""Choosing the key file a vault needs: a quiet button, and which file was chosen; nothing of it is remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.layout import held, row
from desktop.ui.plain import ElidedLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools


class KeyFileLine(Speaking):
    """`changed` once a file was chosen, or it is known whether one is needed; `path` says which, None so far."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._needed = False
        self._choose = QPushButton()
        self._which = ElidedLabel().be(quiet=True)
        line = row(self._choose, self._which, gap=12)
        line.setStretch(1, 1)
        self.setLayout(row(held(line)))
        self._choose.clicked.connect(self._ask)
        self.retranslate()

    def ask_where_needed(self, tools: Tools, asker: QWidget) -> None:
        """Show the line where the open vault needs a key file, and only there. asker: the page it stands on."""
        self.hide()
        tools.worker.submit(lambda ws: ws.vault.needs_key_file, self.need, owner=asker)

    def need(self, needed: bool) -> None:
        """Whether a key file is needed; the line is there only then."""
        self.setVisible(needed)
        if needed != self._needed:
            self._needed = needed
            self.changed.emit()

    @property
    def ready(self) -> bool:
        """Whether all that is needed of it is there."""
        return self.path is not None or not self._needed

    def begin(self) -> None:
        """The caret on the button."""
        self._choose.setFocus()

    def retranslate(self) -> None:
        """Every word of the line."""
        self._choose.setText(self.tr("&Key file…"))
        self._which.setText(self.tr("This vault also needs its key file.") if self.path is None else self.path.name)

    def _ask(self) -> None:
        from desktop.ui.files import choose_file  # not needed for the first screen

        choose_file(self, self.tr("The key file of the vault"), self._chosen)

    def _chosen(self, path: Path) -> None:
        self.path = path
        self.retranslate()
        self.changed.emit()
