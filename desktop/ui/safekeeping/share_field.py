"""One share of a recovery key, typed from paper or taken from a picture of its code."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from desktop.casework import recovery_shares
from desktop.casework.recovery_shares import Typed
from desktop.errors import JiashuError
from desktop.ui.entry import TextField
from desktop.ui.layout import column, held, row
from desktop.ui.plain import PlainLabel
from desktop.ui.safekeeping.from_picture import FromPicture
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

LINES = 4


def for_secrets(field: TextField, lines: int) -> None:
    """What is typed here is remembered by no input method, and stands in letters that can be told apart."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(QApplication.font().pointSizeF())  # as large as somebody asked for
    field.setFont(font)
    field.setInputMethodHints(
        Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhLatinOnly
        | Qt.InputMethodHint.ImhNoAutoUppercase
    )
    field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + 24)


class ShareField(Speaking):
    """`changed` with every letter. typed: how far it is. number: what it is called on the screen, from 1."""

    changed = Signal()

    def __init__(self, tools: Tools, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._number = number
        self._label = PlainLabel()
        self._field = TextField()
        self._picture = FromPicture(tools)
        self._progress = PlainLabel(wrap=True).be(quiet=True)
        self._label.setBuddy(self._field)
        for_secrets(self._field, LINES)
        head = held(row(self._label, None, self._picture))
        self.setLayout(column(head, self._field, self._progress, gap=6))
        self._field.textChanged.connect(self._look)
        self._picture.found.connect(self.put)
        self._picture.refused.connect(self._refused)
        self.typed: Typed = recovery_shares.typed("")
        self.retranslate()

    @property
    def text(self) -> str:
        """As it stands there."""
        return self._field.toPlainText()

    @property
    def whole(self) -> bool:
        """Whether its checksum is right."""
        return self.typed.refused is None

    def begin(self) -> None:
        """The caret goes in."""
        self._field.setFocus()

    def put(self, text: str) -> None:
        """What a code says, in small letters as on paper."""
        self._field.setPlainText(text.lower())

    def forget(self) -> None:
        """Nothing is left in the field, nor can it be taken back."""
        self._field.setPlainText("")
        self._field.document().clearUndoRedoStacks()

    def retranslate(self) -> None:
        """Every word."""
        name = self.tr("Share {number}").format(number=self._number)
        self._label.setText(name)
        self._field.setAccessibleName(name)
        self._look()

    def _look(self) -> None:
        text = self.text
        self.typed = recovery_shares.typed(text, self._number)
        self._progress.setText(self._said(self.typed) if text.strip() else "")
        self.changed.emit()

    def _said(self, typed: Typed) -> str:
        if typed.refused is None:
            return self.tr("This is share {number} of its set, whole.").format(number=typed.number)
        if typed.wrong is not None:
            return self.tr("Word {number} cannot be right. Compare it with the paper.").format(number=typed.wrong)
        if typed.words < recovery_shares.WORDS:
            return self.tr("{count} of {all} words").format(count=typed.words, all=recovery_shares.WORDS)
        return self._tools.language.messages.explain(typed.refused).what

    def _refused(self, error: JiashuError) -> None:
        self._progress.setText(self._tools.language.messages.sentence(error))
