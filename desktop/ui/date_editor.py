"""A date, kept in the words it was told in; under them how it is understood."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent

from desktop.casework.workspace import JSON
from desktop.domain.date_show import show_edtf
from desktop.domain.date_words import parse_words
from desktop.ui.editors import Editor
from desktop.ui.entry import LineField
from desktop.ui.layout import column
from desktop.ui.plain import PlainLabel
from desktop.ui.tools import Tools


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
            return self.tr("Which day of the lunar calendar this was is not sure: kept in these words.")
        if flag == "impossible":
            return self.tr("There is no such day: kept in these words.")
        if flag == "ambiguous":
            return self.tr("This can be two different days: kept in these words.")
        if flag == "no_year":
            return self.tr("Which year is not said: kept in these words.")
        if flag == "short_year":
            return self.tr("Write the year with four digits; until then it is kept in these words.")
        return self.tr("Not understood as a date: kept in these words.")
