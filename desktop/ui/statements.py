"""An account statement by statement: the words as they were told at the left, the translation at the right, aligned."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QWidget

from desktop.casework.items import new_item
from desktop.casework.workspace import JSON
from desktop.ui.choosers import CodeEditor
from desktop.ui.editors import Editor
from desktop.ui.entry import TextField
from desktop.ui.finding.passage import mark
from desktop.ui.layout import clear, column, held, quiet_button, row
from desktop.ui.plain import PlainLabel
from desktop.ui.tools import Tools
from desktop.ui.untaken import gathered, spread

_SIGN = re.compile(r"\r\n|.", re.DOTALL)
LEAST_LINES = 2
SIDES = ("words", "translation")


@dataclass(frozen=True)
class Passage:
    """Words marked in a statement. start, end: in code points, as anchors count."""

    item: str
    start: int
    end: int
    quote: str = field(repr=False)


class StatementText(TextField):
    """One side of one statement. `grown` when it wants another height."""

    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.1)
        self.setFont(font)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.grown.emit())

    @property
    def wanted_height(self) -> int:
        """Enough for all its lines."""
        return max(self.text_height(), LEAST_LINES * self.fontMetrics().lineSpacing()) + 24

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self.grown.emit()

    def marked(self) -> tuple[int, int, str]:
        """What is marked: start and end in code points of what is shown, and the words."""
        cursor = self.textCursor()
        text = self.toPlainText()
        units = text.encode("utf-16-le")
        start, end = (
            len(units[: 2 * place].decode("utf-16-le")) for place in (cursor.selectionStart(), cursor.selectionEnd())
        )
        return start, end, text[start:end]


class Statement(QWidget):
    """Both sides of one statement with the language of each and how the speaker knows."""

    edited = Signal()

    def __init__(self, tools: Tools, item: str, fields: dict[str, JSON]) -> None:
        super().__init__()
        self.item = item
        self._fields = fields
        self._stands: dict[str, tuple[str, str]] = {}
        self._putting = True
        self.sides = {side: StatementText() for side in SIDES}
        self._codes = {
            "language": CodeEditor(tools, "languages"),
            "translation_language": CodeEditor(tools, "languages"),
            "basis": CodeEditor(tools, "knowledge_basis"),
        }
        self.remove = quiet_button()
        self.remove.setIcon(tools.icons.icon("delete", "quiet"))
        self._lay_out()
        for text in self.sides.values():
            text.textChanged.connect(self._edited)
            text.grown.connect(self._align)
        for editor in self._codes.values():
            editor.edited.connect(self.edited)
        self.put(fields)
        self._align()

    def _side(self, side: str) -> str:
        """The words of a side: as they were put while nobody has typed, for a field shows some signs as others."""
        words, shown = self._stands.get(side, ("", ""))
        typed = self.sides[side].toPlainText()
        return words if typed == shown else typed

    def marked(self) -> tuple[int, int, str]:
        """The words marked in the original, by where they stand in it."""
        start, end, quote = self.sides["words"].marked()
        words = self._side("words")
        return _within(words, start), _within(words, end), quote

    def mark(self, start: int, end: int) -> None:
        """Mark words of the original, given by where they stand in it, and scroll there."""
        words = self._side("words")
        first, last = (len(_SIGN.findall(words[:place])) for place in (start, end))
        mark(self.sides["words"], first, last - first)

    @property
    def holds_caret(self) -> bool:
        """Whether somebody is typing in it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def put(self, fields: dict[str, JSON]) -> None:
        """Show these; what stands there already is not touched, nor its caret, nor its undo."""
        self._putting = True
        self._fields = fields
        for side, text in self.sides.items():
            if self._side(side) != (words := _shown(fields.get(side))):
                text.setPlainText(words)
                self._stands[side] = words, text.toPlainText()
        for name, editor in self._codes.items():
            if editor.untaken() or editor.value() != fields.get(name):
                editor.put(fields.get(name))
        self._putting = False

    def name(self, number: int, words: dict[str, str]) -> None:
        """What a screen reader calls its parts."""
        for name, widget in {**self.sides, "remove": self.remove}.items():
            widget.setAccessibleName(f"{words[name]} {number}")
        for name, editor in self._codes.items():
            editor.call(f"{words[name]} {number}")
            editor.picker.setPlaceholderText(words[name])
        self.remove.setToolTip(words["remove"])

    def value(self) -> dict[str, JSON]:
        """The item's fields; what is not shown is kept."""
        fields = dict(self._fields)
        stand: dict[str, JSON] = {side: self._side(side) or None for side in self.sides}
        stand |= {name: editor.value() for name, editor in self._codes.items()}
        for name, value in stand.items():
            if value is None:
                if not isinstance(fields.get(name), dict):  # why it is missing is an answer too
                    fields.pop(name, None)
            else:
                fields[name] = value
        return fields

    def settle(self) -> None:
        """As if the caret left."""
        for editor in self._codes.values():
            editor.settle()

    def untaken(self) -> dict[str, JSON]:
        """By field, words that are not in its list."""
        return gathered(self._codes)

    def put_untaken(self, words: JSON) -> None:
        """Show them again."""
        spread(self._codes, words)

    def _edited(self) -> None:
        if not self._putting:
            self.edited.emit()

    def _align(self) -> None:
        height = max(text.wanted_height for text in self.sides.values())
        for text in self.sides.values():
            text.setFixedHeight(height)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for number, side in enumerate(SIDES):
            grid.addWidget(self.sides[side], 0, number)
            grid.setColumnStretch(number, 1)
        left = row(self._codes["language"], self._codes["basis"])
        right = row(self._codes["translation_language"], None, self.remove)
        grid.addLayout(left, 1, 0)
        grid.addLayout(right, 1, 1)


def _within(words: str, place: int) -> int:
    """Where a place in what a field shows is in the words: a line end of two signs is shown as one."""
    return sum(map(len, _SIGN.findall(words)[:place]))


def _shown(value: JSON) -> str:
    return value if isinstance(value, str) else ""


class StatementsEditor(Editor):
    """All statements in their order. `act_wanted` with the passage marked."""

    act_wanted = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._statements: list[Statement] = []
        self._absent: JSON = None
        self._focus_wanted = False
        self._heads = [PlainLabel().be(quiet=True) for _ in SIDES]
        self._add = QPushButton()
        self._act = QPushButton()
        self._list = column(gap=16)
        heads = row(*self._heads, gap=16)
        for number in range(len(SIDES)):
            heads.setStretch(number, 1)
        self.setLayout(column(heads, self._list, held(row(self._add, self._act, None)), gap=8))
        self._add.clicked.connect(self._add_one)
        self._act.clicked.connect(self._want_act)
        QShortcut(
            QKeySequence("Ctrl+Return"), self, self._add_one, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.retranslate()

    def put(self, value: JSON) -> None:
        """Statements by their item id. Those that are shown already stay, with the caret in them."""
        self._absent = value if isinstance(value, dict) and "absent" in value else None
        wanted = value if isinstance(value, dict) and self._absent is None else {}
        known = {one.item: one for one in self._statements}
        if known and list(wanted) == [item for item in known if item in wanted]:
            for item, statement in known.items():
                if item in wanted:
                    statement.put(wanted[item] if isinstance(wanted[item], dict) else {})
                elif not statement.holds_caret:
                    self._drop(statement)
        else:
            clear(self._list)
            self._statements = []
            for item, fields in wanted.items():
                self._show(item, fields if isinstance(fields, dict) else {})
        if not self._statements:
            self._show(new_item(), {})
        self.retranslate()
        if self._focus_wanted:
            self.focus_text()

    def value(self) -> JSON:
        """Statements by their item id, those in which something stands."""
        return {one.item: fields for one in self._statements if (fields := one.value())} or self._absent

    def settle(self) -> None:
        """In every statement."""
        for one in self._statements:
            one.settle()

    def untaken(self) -> JSON:
        """By item, then by field."""
        return {one.item: words for one in self._statements if (words := one.untaken())}

    def put_untaken(self, words: JSON) -> None:
        """A statement that held nothing else is made again."""
        for item, inside in words.items() if isinstance(words, dict) else ():
            self._statement(item).put_untaken(inside)
        self.retranslate()

    def call(self, name: str) -> None:
        """Each part has a name of its own."""

    def retranslate(self) -> None:
        """Every word of the editor."""
        words = {
            "words": self.tr("In their own words"),
            "translation": self.tr("Translation"),
            "language": self.tr("Language"),
            "translation_language": self.tr("Language of the translation"),
            "basis": self.tr("How they know"),
            "remove": self.tr("Remove this statement"),
        }
        for head, side in zip(self._heads, SIDES, strict=True):
            head.setText(words[side])
        for number, statement in enumerate(self._statements, start=1):
            statement.name(number, words)
        self._add.setText(self.tr("Add a &statement"))
        self._add.setToolTip(self.tr("Ctrl+Enter"))
        self._add.setIcon(self._tools.icons.icon("add"))
        self._act.setText(self.tr("Turn the marked words into an &act"))
        self._act.setIcon(self._tools.icons.icon("act"))

    def marked(self) -> Passage | None:
        """The words marked in an original, if any are."""
        for statement in self._statements:
            start, end, quote = statement.marked()
            if quote.strip():
                return Passage(statement.item, start, end, quote)
        return None

    def mark(self, item: str, start: int, end: int) -> None:
        """Mark words and scroll there, as far as the statement is still there."""
        for statement in self._statements:
            if statement.item == item:
                statement.mark(start, end)

    def focus_text(self) -> None:
        """The caret goes into the first statement, once there is one."""
        if self._statements:
            self._statements[0].sides["words"].setFocus()
        self._focus_wanted = not self._statements

    def _want_act(self) -> None:
        self.act_wanted.emit(self.marked())

    def _add_one(self) -> None:
        statement = self._show(new_item(), {})
        self.retranslate()
        statement.sides["words"].setFocus()

    def _show(self, item: str, fields: dict[str, JSON]) -> Statement:
        statement = Statement(self._tools, item, fields)
        statement.edited.connect(self.edited)
        statement.remove.clicked.connect(lambda: self._remove(statement))
        self._statements.append(statement)
        self._list.addWidget(statement)
        return statement

    def _statement(self, item: str) -> Statement:
        known = next((one for one in self._statements if one.item == item), None)
        if known is not None:
            return known
        first = self._statements[0]
        if len(self._statements) == 1 and not first.value() and not first.untaken():
            first.item = item  # the one that is there to begin with
            return first
        return self._show(item, {})

    def _drop(self, statement: Statement) -> None:
        self._statements.remove(statement)
        self._list.removeWidget(statement)
        statement.hide()
        statement.deleteLater()

    def _remove(self, statement: Statement) -> None:
        self._drop(statement)
        if not self._statements:
            self._show(new_item(), {})
            self.retranslate()
        self.edited.emit()
