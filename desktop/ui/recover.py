"""Opening a vault by its recovery key where the passphrase is lost: key or shares from paper, then a new passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.new_passphrase import NewPassphrase
from desktop.ui.plain import ElidedLabel, Heading, PlainLabel
from desktop.ui.safekeeping.recovery_entry import RecoveryEntry
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools


class Recover(Speaking):
    """`recover_wanted`: the key, and the new passphrase. `given_up`: back to the passphrase."""

    recover_wanted = Signal(str, str)
    given_up = Signal()

    def __init__(self, tools: Tools, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Heading()
        self._where = ElidedLabel(str(folder)).be(quiet=True)
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._key = RecoveryEntry(tools)
        self._new = NewPassphrase(tools.icons)
        self._open, self._back = primary(QPushButton()), QPushButton()
        self._state = PlainLabel(wrap=True).be(quiet=True)
        self._lay_out()
        self._key.changed.connect(self._look)
        self._new.changed.connect(self._look)
        self._open.clicked.connect(self._ask)
        self._back.clicked.connect(self.given_up)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The caret goes where the key is typed."""
        self._key.begin()

    def wait(self, waiting: bool) -> None:
        """While the keys are worked out nothing can be pressed twice; a key that did not fit stays to be mended."""
        for control in (self._key, self._new, self._open, self._back):
            control.setEnabled(not waiting)
        self._state.setText(self.tr("Working out the keys: a few seconds.") if waiting else "")
        if not waiting:
            self._look()
            self.begin()

    def retranslate(self) -> None:
        """Every word of the screen."""
        self._title.setText(self.tr("Open with the recovery key"))
        self._about.setText(
            self.tr(
                "Type the key from paper, piece by piece; blanks and capital letters do not matter. Or give as many "
                "shares as are needed. The vault then gets a new passphrase, which opens the identities too unless "
                "they have a recovery key of their own; it needs no key file any more. Copies made before still open "
                "as they did."
            )
        )
        self._open.setText(self.tr("&Open the vault"))
        self._back.setText(self.tr("&Back"))
        self._look()

    def _look(self) -> None:
        self._open.setEnabled(self._key.ready and self._new.ready)

    def _ask(self) -> None:
        self.wait(True)
        self.recover_wanted.emit(self._key.key(), self._new.take())

    def _lay_out(self) -> None:
        form = column(
            self._key,
            self._new,
            held(row(self._open, self._back, None)),
            self._state,
            gap=12,
        )
        inside = held(column(self._title, self._where, self._about, sheet(form), gap=12))
        self.setLayout(column(centred(inside, 560)))
