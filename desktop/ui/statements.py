"""An account statement by statement: the words as they were told at the left, the translation at the right, aligned."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from desktop.casework.items import new_item
from desktop.casework.workspace import JSON
from desktop.ui.editors import Editor
from desktop.ui.flow import Flow
from desktop.ui.layout import clear, column, held, row
from desktop.ui.plain import PlainLabel
from desktop.ui.statement import SIDES, Statement
from desktop.ui.tools import Tools
from desktop.ui.writing.button import MentionButton
from desktop.ui.writing.field import MentionField


@dataclass(frozen=True)
class Passage:
    """Words marked in a statement. start, end: in code points, as anchors count."""

    item: str
    start: int
    end: int
    quote: str = field(repr=False)


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
        self._at_hand: Callable[[], Collection[str]] = tuple
        self._add = QPushButton()
        self._act = QPushButton()
        self._mention = MentionButton(tools, self._first_text)
        self._list = column(gap=16)
        heads = row(*self._heads, gap=16)
        for number in range(len(SIDES)):
            heads.setStretch(number, 1)
        self.setLayout(column(heads, self._list, held(Flow(self._add, self._act, self._mention, gap=8)), gap=8))
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
            "translator": self.tr("Translator (code)"),
            "basis": self.tr("How they know"),
            "remove": self.tr("Remove this statement"),
        }
        for head, side in zip(self._heads, SIDES, strict=True):
            head.setText(words[side])
        for number, statement in enumerate(self._statements, start=1):
            statement.name(number, words)
        self._add.setText(self.tr("Add a state&ment"))
        self._add.setToolTip(self.tr("Ctrl+Enter"))
        self._add.setIcon(self._tools.icons.icon("add"))
        self._act.setText(self.tr("Turn the marked words into an &act"))
        self._act.setIcon(self._tools.icons.icon("act"))

    def marked(self) -> Passage | None:
        """The words marked in an original, if any are."""
        for statement in self._statements:
            start, end, quote = statement.sides["words"].marked()
            if quote.strip():
                return Passage(statement.item, start, end, quote)
        return None

    def mark(self, item: str, start: int, end: int) -> None:
        """Mark words and scroll there, as far as the statement is still there."""
        for statement in self._statements:
            if statement.item == item:
                statement.sides["words"].mark(start, end)

    def focus_text(self) -> None:
        """The caret goes into the first statement, once there is one."""
        if self._statements:
            self._statements[0].sides["words"].setFocus()
        self._focus_wanted = not self._statements

    def be_among(self, at_hand: Callable[[], Collection[str]]) -> None:
        """People of the case at hand are offered first for a mention."""
        self._at_hand = at_hand
        for one in self._statements:
            one.be_among(at_hand)

    def _first_text(self) -> MentionField | None:
        return self._statements[0].sides["words"] if self._statements else None

    def _want_act(self) -> None:
        self.act_wanted.emit(self.marked())

    def _add_one(self) -> None:
        statement = self._show(new_item(), {})
        self.retranslate()
        statement.sides["words"].setFocus()

    def _show(self, item: str, fields: dict[str, JSON]) -> Statement:
        statement = Statement(self._tools, item, fields)
        statement.be_among(self._at_hand)
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
