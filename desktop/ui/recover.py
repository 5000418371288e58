"""Opening a vault by its recovery key where the passphrase is lost: the key from paper, then a new passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import recovery_key
from desktop.ui.entry import TextField
from desktop.ui.icons import Icons
from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.new_passphrase import NewPassphrase
from desktop.ui.plain import ElidedLabel, Heading, PlainLabel
from desktop.ui.speaking import Speaking

LINES = 3


class Recover(Speaking):
    """`recover_wanted`: the key as typed, and the new passphrase. `given_up`: back to the passphrase."""

    recover_wanted = Signal(str, str)
    given_up = Signal()

    def __init__(self, icons: Icons, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Heading()
        self._where = ElidedLabel(str(folder)).be(quiet=True)
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._label = PlainLabel()
        self._key = TextField()
        self._progress = PlainLabel(wrap=True).be(quiet=True)
        self._new = NewPassphrase(icons)
        self._open, self._back = primary(QPushButton()), QPushButton()
        self._state = PlainLabel(wrap=True).be(quiet=True)
        self._lay_out()
        self._label.setBuddy(self._key)
        self._key.textChanged.connect(self._look)
        self._new.changed.connect(self._look)
        self._open.clicked.connect(self._ask)
        self._back.clicked.connect(self.given_up)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The caret goes where the key is typed."""
        self._key.setFocus()

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
                "Type the key from paper, piece by piece. Blanks and capital letters do not matter. The vault then "
                "gets a new passphrase, also for the identities; copies made before still open with the old one."
            )
        )
        self._label.setText(self.tr("&Recovery key"))
        self._key.setAccessibleName(self.tr("Recovery key"))
        self._open.setText(self.tr("&Open the vault"))
        self._back.setText(self.tr("&Back"))
        self._look()

    def _look(self) -> None:
        typed = self._key.toPlainText()
        whole = recovery_key.whole(typed)
        count = recovery_key.letters_of(typed)
        if whole:
            said = self.tr("The key is complete.")
        elif count < recovery_key.LETTERS:
            said = self.tr("{count} of {all} letters").format(count=count, all=recovery_key.LETTERS)
        else:
            said = self.tr("A letter is mistyped, or there are too many. Compare it with the paper, piece by piece.")
        self._progress.setText(said)
        self._open.setEnabled(whole and self._new.ready)

    def _ask(self) -> None:
        self.wait(True)
        self.recover_wanted.emit(self._key.toPlainText(), self._new.take())

    def _lay_out(self) -> None:
        self._key.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._key.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhLatinOnly
        )
        self._key.setFixedHeight(self._key.fontMetrics().lineSpacing() * LINES + 24)
        form = column(
            self._label,
            self._key,
            self._progress,
            self._new,
            held(row(self._open, self._back, None)),
            self._state,
            gap=12,
        )
        inside = held(column(self._title, self._where, self._about, sheet(form), gap=12))
        self.setLayout(column(centred(inside, 560)))
