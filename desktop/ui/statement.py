"""One statement of an account: the words as they were told, the translation beside them, and how it is known."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from desktop.casework.workspace import JSON
from desktop.ui.choosers import CodeEditor
from desktop.ui.editors import LineEditor
from desktop.ui.layout import quiet_button, row
from desktop.ui.reason_menu import ABSENT_KEY, REASONS, ReasonMenu
from desktop.ui.tools import Tools
from desktop.ui.untaken import gathered, spread
from desktop.ui.writing.field import MentionField
from desktop.ui.writing.marked_line import MarkedLine

LEAST_LINES = 2
SIDES = ("words", "translation")
FROM_THE_RIGHT = frozenset({"ug", "ar"})


class StatementText(MentionField):
    """One side of one statement. `grown` when it wants another height."""

    grown = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
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


class Statement(QWidget):
    """Both sides of one statement with the language of each and how the speaker knows."""

    edited = Signal()

    def __init__(self, tools: Tools, item: str, fields: dict[str, JSON]) -> None:
        super().__init__()
        self.item = item
        self._tools = tools
        self._fields = fields
        self._words: dict[str, str] = {}
        self._putting = True
        self.sides = {side: StatementText(tools) for side in SIDES}
        self._codes = {
            "language": CodeEditor(tools, "languages"),
            "translation_language": CodeEditor(tools, "languages"),
            "basis": CodeEditor(tools, "knowledge_basis"),
        }
        self._translator = LineEditor(tools)
        self.remove = quiet_button()
        self.remove.setIcon(tools.icons.icon("delete", "quiet"))
        self._lay_out()
        for text in self.sides.values():
            text.textChanged.connect(self._edited)
            text.grown.connect(self._align)
        for editor in (*self._codes.values(), self._translator):
            editor.edited.connect(self.edited)
        for editor in self._codes.values():
            editor.edited.connect(self._turn)
        self.put(fields)
        self._align()

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
            if text.stored() != (words := _shown(fields.get(side))):
                text.put(words)
        for name, editor in self._codes.items():
            if editor.untaken() or editor.value() != fields.get(name):
                editor.put(fields.get(name))
        if self._translator.value() != fields.get("translator"):
            self._translator.put(fields.get("translator"))
        self._turn()
        self._say_absent()
        self._putting = False

    def name(self, number: int, words: dict[str, str]) -> None:
        """What a screen reader calls its parts."""
        self._words = words
        for name, widget in {**self.sides, "remove": self.remove}.items():
            widget.setAccessibleName(f"{words[name]} {number}")
        for name, editor in self._codes.items():
            editor.call(f"{words[name]} {number}")
        self._translator.call(f"{words['translator']} {number}")
        self.remove.setToolTip(words["remove"])
        self._say_absent()

    def value(self) -> dict[str, JSON]:
        """The item's fields; what is not shown is kept."""
        fields = dict(self._fields)
        stand: dict[str, JSON] = {side: text.stored() or None for side, text in self.sides.items()}
        stand |= {name: editor.value() for name, editor in self._codes.items()}
        stand["translator"] = self._translator.value()
        for name, value in stand.items():
            if value is None:
                if not isinstance(fields.get(name), dict):  # why it is missing is an answer too
                    fields.pop(name, None)
            else:
                fields[name] = value
        return fields

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key says why there is no answer, where none stands."""
        caret = QApplication.focusWidget()
        found = next((one for one in self._answers().items() if caret in (one[1], *one[1].findChildren(QWidget))), None)
        if event.key() != ABSENT_KEY or found is None:
            super().keyPressEvent(event)
        elif not isinstance(self.value().get(found[0]), str):
            self._ask_why(*found)

    def be_among(self, at_hand: Callable[[], Collection[str]]) -> None:
        """People of the case at hand are offered first for a mention."""
        for text in self.sides.values():
            text.be_among(at_hand)

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

    def _answers(self) -> dict[str, QWidget]:
        """What can be answered, by field."""
        return {**self.sides, **self._codes, "translator": self._translator}

    def _ask_why(self, name: str, under: QWidget) -> None:
        said = self._fields.get(name)
        stands = str(said["absent"]) if isinstance(said, dict) and "absent" in said else None
        menu = ReasonMenu(self._tools, stands, self, lambda code: self._answer_none(name, code))
        if stands is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Take the reason back")).triggered.connect(lambda: self._answer_none(name, None))
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))

    def _answer_none(self, name: str, code: str | None) -> None:
        without = {field: value for field, value in self._fields.items() if field != name}
        self._fields = without if code is None else {**without, name: {"absent": code}}
        self._say_absent()
        self.edited.emit()

    def _say_absent(self) -> None:
        """In an empty field stands what it is for, and why nothing is there."""
        for name, widget in self._answers().items():
            told, said = self._words.get(name, ""), self._fields.get(name)
            if isinstance(said, dict) and "absent" in said:
                label = self._tools.vocabularies.label(REASONS, str(said["absent"]), self._tools.language.code)
                told = self.tr("{field}: {reason}").format(field=told, reason=label)
            elif name in SIDES:
                told = ""
            if isinstance(widget, CodeEditor):
                widget.picker.setPlaceholderText(told)
            elif isinstance(widget, LineEditor):
                widget.field.setPlaceholderText(told)
            elif isinstance(widget, StatementText):
                widget.setPlaceholderText(told)

    def _turn(self) -> None:
        """Uyghur is written from the right, also while nothing is written yet."""
        for side, name in zip(SIDES, ("language", "translation_language"), strict=True):
            document = self.sides[side].document()
            option = document.defaultTextOption()
            code = self._codes[name].value()
            right = isinstance(code, str) and code.split("-")[0] in FROM_THE_RIGHT
            wanted = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LayoutDirectionAuto
            if option.textDirection() != wanted:
                option.setTextDirection(wanted)
                document.setDefaultTextOption(option)

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
        right = row(self._codes["translation_language"], self._translator, self.remove)
        grid.addLayout(left, 1, 0)
        grid.addLayout(right, 1, 1)
        grid.addWidget(MarkedLine(*self.sides.values()), 2, 0, 1, len(SIDES))


def _shown(value: JSON) -> str:
    return value if isinstance(value, str) else ""
