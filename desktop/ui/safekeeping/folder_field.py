"""A folder, typed or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.ui.entry import LineField
from desktop.ui.files import choose_folder
from desktop.ui.layout import column, held, row
from desktop.ui.plain import PlainLabel, unmnemonic
from desktop.ui.speaking import Speaking


class FolderField(Speaking):
    """`changed` whenever another folder is named."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._label = PlainLabel()
        self._field = LineField()
        self._choose = QPushButton()
        self._help = PlainLabel(wrap=True).be(quiet=True)
        self._label.setBuddy(self._field)
        self.setLayout(column(self._label, held(row(self._field, self._choose)), self._help, gap=6))
        self._field.textChanged.connect(lambda _text: self.changed.emit())
        self._choose.clicked.connect(lambda: choose_folder(self, self._name, self.put))
        self.retranslate()

    @property
    def folder(self) -> Path | None:
        """The folder named; None while there is none."""
        typed = self._field.text().strip()
        return Path(typed) if typed and Path(typed).is_absolute() else None

    def put(self, folder: Path) -> None:
        """Name a folder."""
        self._field.setText(str(folder))

    def say(self, name: str, about: str) -> None:
        """name: what the folder is; about: a line on what it must be like."""
        self._name = name
        self._label.setText(unmnemonic(name))
        self._field.setAccessibleName(name)
        self._choose.setAccessibleName(f"{self._choose.text().replace('&', '').rstrip('…')}: {name}")
        self._help.setText(about)
        self._help.setVisible(bool(about))

    def begin(self) -> None:
        """Most choose; the caret is on that button while nothing is named."""
        (self._field if self._field.text() else self._choose).setFocus()

    def retranslate(self) -> None:
        """The button's word; the rest is `say`'s."""
        self._choose.setText(self.tr("Choose…"))
