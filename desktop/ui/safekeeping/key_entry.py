"""The recovery key, typed from paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase

from desktop.casework import recovery_key
from desktop.ui.entry import TextField
from desktop.ui.layout import column
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking

LINES = 3


class KeyEntry(Speaking):
    """`changed` whenever `ready` may have changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = PlainLabel()
        self._field = TextField()
        self._progress = PlainLabel(wrap=True).be(quiet=True)
        self._label.setBuddy(self._field)
        self._field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self._field.setInputMethodHints(hints | Qt.InputMethodHint.ImhLatinOnly)
        self._field.setFixedHeight(self._field.fontMetrics().lineSpacing() * LINES + 24)
        self.setLayout(column(self._label, self._field, self._progress, gap=6))
        self._field.textChanged.connect(self._look)
        self.retranslate()

    @property
    def ready(self) -> bool:
        """Whether a whole key is there; whose, it does not tell."""
        return recovery_key.whole(self._field.toPlainText())

    def key(self) -> str:
        """The key as it was typed."""
        return self._field.toPlainText()

    def forget(self) -> None:
        """Nothing is left in the field."""
        self._field.setPlainText("")

    def begin(self) -> None:
        """The caret goes into the field."""
        self._field.setFocus()

    def retranslate(self) -> None:
        """Every word."""
        self._label.setText(self.tr("Recovery key"))
        self._field.setAccessibleName(self.tr("Recovery key"))
        self._look()

    def _look(self) -> None:
        count = recovery_key.letters_of(self._field.toPlainText())
        if self.ready:
            said = self.tr("The key is complete.")
        elif count < recovery_key.LETTERS:
            said = self.tr("{count} of {all} letters").format(count=count, all=recovery_key.LETTERS)
        else:
            said = self.tr("A letter is mistyped, or there are too many. Compare it with the paper, piece by piece.")
        self._progress.setText(said)
        self.changed.emit()
