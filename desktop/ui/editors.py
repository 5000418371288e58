"""One widget for one value of a record: text, number, date, yes or no."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QFocusEvent, QRegularExpressionValidator, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton

from desktop.casework.workspace import JSON
from desktop.domain.date_show import show_edtf
from desktop.domain.date_words import parse_words
from desktop.ui.entry import LineField, TextField
from desktop.ui.layout import column, row
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

LONGEST_INTEGER = 9  # digits
MOST_LINES = 14


class Editor(Speaking):
    """`edited` when a person changed the value; showing one announces nothing. An empty value is None."""

    edited = Signal()

    def put(self, value: JSON) -> None:
        """Show a value."""
        raise NotImplementedError

    def value(self) -> JSON:
        """What stands there, as JSON."""
        raise NotImplementedError

    def adopt(self, ids: Mapping[str, str]) -> None:
        """New items of a list take on the ids they were saved with; what is typed in them stays."""

    def call(self, name: str) -> None:
        """What a screen reader calls it."""
        raise NotImplementedError


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.field = LineField()
        self.field.textEdited.connect(self.edited)
        self.setFocusProxy(self.field)
        self.setLayout(column(self.field))

    def put(self, value: JSON) -> None:
        """Text, or nothing."""
        self.field.setText(value if isinstance(value, str) else "")

    def value(self) -> JSON:
        """The text as typed, None when there is none."""
        return self.field.text() or None

    def call(self, name: str) -> None:
        """The field has the name."""
        self.field.setAccessibleName(name)


class IntegerEditor(LineEditor):
    """A whole number."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        digits = QRegularExpression(rf"-?\d{{0,{LONGEST_INTEGER}}}")
        self.field.setValidator(QRegularExpressionValidator(digits, self.field))
        self.field.setMaximumWidth(140)

    def put(self, value: JSON) -> None:
        """A number, or nothing."""
        self.field.setText(str(value) if isinstance(value, int) and not isinstance(value, bool) else "")

    def value(self) -> JSON:
        """The number, None while there is none."""
        text = self.field.text()
        return int(text) if text.strip("-") else None


class LongEditor(Editor):
    """Several lines; the field grows with what is written."""

    def __init__(self, tools: Tools, lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self._showing = False
        self.field = TextField()
        self.field.textChanged.connect(self._changed)
        self.field.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.setFocusProxy(self.field)
        self.setLayout(column(self.field))
        self._grow()

    def put(self, value: JSON) -> None:
        """Text, or nothing."""
        self._showing = True
        self.field.setPlainText(value if isinstance(value, str) else "")
        self._showing = False

    def value(self) -> JSON:
        """The text as typed, None when there is none."""
        return self.field.toPlainText() or None

    def call(self, name: str) -> None:
        """The field has the name."""
        self.field.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def _changed(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _grow(self) -> None:
        line = self.field.fontMetrics().lineSpacing()
        height = min(max(self.field.text_height(), self._lines * line), MOST_LINES * line)
        self.field.setFixedHeight(height + 24)


class ExampleField(LineField):
    """Shows an example while the caret is in it: a page full of examples would tire."""

    example = ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Here is how it may be written."""
        self.setPlaceholderText(self.example)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Quiet again."""
        self.setPlaceholderText("")
        super().focusOutEvent(event)


class DateEditor(Editor):
    """A date in anybody's words, with how it is understood beneath; the words are kept either way."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._kept: dict[str, JSON] = {}
        self.field = ExampleField()
        self._understood = PlainLabel(wrap=True).be(quiet=True)
        self.setFocusProxy(self.field)
        self.setLayout(column(self.field, self._understood, gap=2))
        self.field.textEdited.connect(self._typed)
        self.retranslate()

    def put(self, value: JSON) -> None:
        """A date of a record."""
        self._kept = dict(value) if isinstance(value, dict) else {}
        words = self._kept.get("words") or self._kept.get("edtf") or ""
        self.field.setText(str(words))
        self._tell()

    def value(self) -> JSON:
        """The date; one that was not touched stays exactly as it was."""
        return dict(self._kept) or None

    def call(self, name: str) -> None:
        """The field has the name."""
        self.field.setAccessibleName(name)

    def retranslate(self) -> None:
        """The example, and how the date is understood."""
        self.field.example = self.tr("2015-07-09, July 2015, 2015年7月上旬…")
        self._tell()

    def _typed(self, text: str) -> None:
        self._kept = parse_words(text).to_json() if text.strip() else {}
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        words, edtf = self._kept.get("words"), self._kept.get("edtf")
        if isinstance(edtf, str):
            shown = show_edtf(edtf, self._tools.language.code)
            self._understood.setText("" if shown == words else self.tr("Understood as {date}").format(date=shown))
        elif words:
            self._understood.setText(self._why_not(str(words)))
        else:
            self._understood.setText("")
        self._understood.setVisible(bool(self._understood.text()))
        self.field.setAccessibleDescription(self._understood.text())

    def _why_not(self, words: str) -> str:
        flag = parse_words(words).flag
        if flag == "lunar":
            return self.tr("A day of the lunar calendar: kept in these words.")
        if flag == "impossible":
            return self.tr("There is no such day: kept in these words.")
        return self.tr("Not understood as a date: kept in these words.")


class YesNoEditor(Editor):
    """Yes, no, or nothing said; pressing the chosen one again takes it back."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._yes, self._no = QPushButton(), QPushButton()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for button in (self._yes, self._no):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("choice", True)
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._clicked)
        self.setFocusProxy(self._yes)
        self.setLayout(row(self._yes, self._no, None))
        self._name = ""
        self.retranslate()

    def put(self, value: JSON) -> None:
        """True, False, or None."""
        self._yes.setChecked(value is True)
        self._no.setChecked(value is False)

    def value(self) -> JSON:
        """True, False, or None."""
        if self._yes.isChecked():
            return True
        return False if self._no.isChecked() else None

    def call(self, name: str) -> None:
        """Each button says what it answers."""
        self._name = name
        self.retranslate()

    def retranslate(self) -> None:
        """Yes and no."""
        for button, word in ((self._yes, self.tr("Yes")), (self._no, self.tr("No"))):
            button.setText(word)
            button.setAccessibleName(f"{self._name}: {word}" if self._name else word)

    def _clicked(self, button: QPushButton) -> None:
        if button.isChecked():
            (self._no if button is self._yes else self._yes).setChecked(False)
        self.edited.emit()
