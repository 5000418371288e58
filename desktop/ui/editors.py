"""One widget for one value of a record: text, number, yes or no."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton

from desktop.casework.workspace import JSON
from desktop.ui.entry import LineField
from desktop.ui.layout import column, row
from desktop.ui.number_field import NumberField
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools
from desktop.ui.writing.field import MentionField
from desktop.ui.writing.line_marking import LineMarking
from desktop.ui.writing.marked_line import MarkedLine

FEWEST_LINES = 3
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

    def call(self, name: str) -> None:
        """What a screen reader calls it."""
        raise NotImplementedError

    def know(self, called: Mapping[str, str]) -> None:
        """What records are called that may be put: nobody need ask for these."""

    def build_within(self, room: int) -> int:
        """Have what is in sight in so many pixels there. Returns what is left of them; most editors are one line."""
        return room

    def settle(self) -> None:
        """As if the caret left: what is typed is taken as far as it can be."""

    def untaken(self) -> JSON:
        """Words typed that are not in a list and stand for nothing, or such words by item and field; else empty."""
        return None

    def put_untaken(self, words: JSON) -> None:
        """Show what `untaken` gave, over the value."""

    @property
    def trouble(self) -> str:
        """The code of what is wrong with what is typed, "" where nothing is or the field says so itself."""
        return ""

    def mark_within(self, problems: Mapping[str, str]) -> bool:
        """Say what is wrong with the items of a list, by ITEM/FIELD; False where it cannot be said there."""
        return False

    def also(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """What else can be done with the field, beside saying why it is empty."""
        return ()

    def be_among(self, at_hand: Callable[[], Collection[str]]) -> None:
        """Which records the form is about: people of their case are offered first."""


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.field = LineField()
        self.field.textEdited.connect(self.edited)
        self.setFocusProxy(self.field)
        self.setLayout(column(self.field, LineMarking(tools, self.field, self.edited.emit), gap=2))

    def put(self, value: JSON) -> None:
        """Text, or nothing; what stands there keeps the caret, and what can be undone."""
        words = value if isinstance(value, str) else ""
        if self.field.text() != words:
            self.field.setText(words)

    def value(self) -> JSON:
        """The text as typed, None when there is none."""
        return self.field.text() or None

    def call(self, name: str) -> None:
        """The field has the name."""
        self.field.setAccessibleName(name)


class IntegerEditor(Editor):
    """A whole number. Words that are none stay where they are typed and are kept beside it, which stays what it was."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._stands: JSON = None
        self.field = NumberField()
        self.field.setMaximumWidth(140)
        self.field.textEdited.connect(self._typed)
        self.setFocusProxy(self.field)
        self.setLayout(column(self.field))

    def put(self, value: JSON) -> None:
        """A number, or nothing."""
        self._stands = value if isinstance(value, int) and not isinstance(value, bool) else None
        if self.field.untaken or self.field.number != self._stands:
            self.field.setText("" if self._stands is None else str(self._stands))

    def value(self) -> JSON:
        """The number, None while there is none."""
        return self._stands

    def untaken(self) -> JSON:
        """Words that are no number."""
        return self.field.untaken

    def put_untaken(self, words: JSON) -> None:
        """Show such words again."""
        if isinstance(words, str):
            self.field.setText(words)

    @property
    def trouble(self) -> str:
        """Words are no number."""
        return "value.integer" if self.field.untaken else ""

    def call(self, name: str) -> None:
        """The field has the name."""
        self.field.setAccessibleName(name)

    def _typed(self) -> None:
        if not self.field.untaken:
            self._stands = self.field.number
        self.edited.emit()


class LongEditor(Editor):
    """Several lines in which people may be mentioned; the field grows with what is written."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._showing = False
        self.field = MentionField(tools)
        self.field.textChanged.connect(self._changed)
        self.field.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.setFocusProxy(self.field)
        self.setLayout(column(self.field, MarkedLine(self.field), gap=2))
        self._grow()

    def put(self, value: JSON) -> None:
        """Text, or nothing."""
        words = value if isinstance(value, str) else ""
        if self.value() == (words or None):
            return  # what stands there keeps the caret
        self._showing = True
        self.field.put(words)
        self._showing = False

    def value(self) -> JSON:
        """The text as it is stored, None when there is none."""
        return self.field.stored() or None

    def be_among(self, at_hand: Callable[[], Collection[str]]) -> None:
        """People of the case at hand are offered first for a mention."""
        self.field.be_among(at_hand)

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
        height = min(max(self.field.text_height(), FEWEST_LINES * line), MOST_LINES * line)
        self.field.setFixedHeight(height + 24)


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
