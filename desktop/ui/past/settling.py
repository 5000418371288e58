"""One conflict: each value beside the other, and room for one of one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton

from desktop.casework.conflicts import Conflict, Side
from desktop.domain.declaration import FieldDecl
from desktop.domain.differing import differing
from desktop.domain.registry import KINDS
from desktop.ui.editors import Editor
from desktop.ui.field_row import EDITORS
from desktop.ui.layout import column, held, row, sheet
from desktop.ui.moments import moment
from desktop.ui.past.marked_text import CAME, SAME, MarkedText, Parts
from desktop.ui.plain import Heading, PlainLabel, one_line
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

PER_LINE = 2
ONE_VALUE = frozenset({"text", "long", "integer", "date", "yes_no", "code", "ref"})


class SettlingPanel(Speaking):
    """`taken` (a revision) to choose one; `written` (a value) to settle with one's own; `record_wanted` to look."""

    taken = Signal(str)
    written = Signal(object)
    record_wanted = Signal()

    def __init__(self, tools: Tools, conflict: Conflict) -> None:
        super().__init__()
        self._tools = tools
        self._conflict = conflict
        self._title = Heading(conflict.title, 2)
        self._field = Heading(conflict.label, 3)
        self._look = QPushButton()
        self._own_label = PlainLabel(wrap=True)
        self._editor = self._own_editor()
        self._keep = QPushButton()
        sides = QGridLayout()
        sides.setSpacing(12)
        for number, side in enumerate(conflict.sides):
            sides.addWidget(self._side(side), *divmod(number, PER_LINE))
            sides.setColumnStretch(number % PER_LINE, 1)
        head = row(self._title, None, self._look)
        whole = column(head, self._field, held(sides), gap=12)
        if self._editor is not None:
            whole.addWidget(self._own_label)
            whole.addWidget(self._editor)
            whole.addLayout(row(self._keep, None))
            self._editor.edited.connect(self._looked)
        whole.addStretch(1)
        self.setLayout(whole)
        self._look.clicked.connect(self.record_wanted)
        self._keep.clicked.connect(self._write)
        self.retranslate()
        self._looked()

    def retranslate(self) -> None:
        """The words around the values, which are built once."""
        self._look.setText(self.tr("Look at the &record"))
        self._own_label.setText(self.tr("Or write your own:"))
        self._keep.setText(self.tr("&Keep what I wrote"))
        if self._editor is not None:
            self._editor.call(self.tr("Your own: {field}").format(field=self._conflict.label))

    def _side(self, side: Side) -> QFrame:
        who = self.tr("Written here") if side.own else self.tr("By {who}").format(who=one_line(side.author))
        when = moment(side.at, self._tools.language.code)
        text = side.text or self.tr("(nothing)")
        words = MarkedText(self._tools, self._parts(side) or [(text, SAME)])
        words.setAccessibleName(one_line(text))
        take = QPushButton(self.tr("Take this one"))
        take.setAccessibleName(self.tr("Take this one: {text}").format(text=one_line(text)))
        take.clicked.connect(lambda: self.taken.emit(side.revision))
        head = PlainLabel(f"{who} · {when}", wrap=True).be(quiet=True)
        return sheet(column(head, words, None, held(row(take, None)), gap=8), 16)

    def _parts(self, side: Side) -> Parts:
        """The whole wording; what the other does not say is marked, so that nobody compares long texts by eye."""
        others = [one.text for one in self._conflict.sides if one is not side]
        if len(others) != 1 or not (side.text and others[0]):
            return ()
        _, pieces = differing(others[0], side.text)
        return [(text, CAME if differs else SAME) for text, differs in pieces]

    def _own_editor(self) -> Editor | None:
        """An editor for one value of the field, filled with the first; lists and newer fields have none."""
        decl = declared(self._conflict.kind, self._conflict.path)
        if decl is None or decl.type not in ONE_VALUE:
            return None
        editor = EDITORS[decl.type](self._tools, decl)
        editor.put(self._conflict.sides[0].value)
        return editor

    def _looked(self) -> None:
        """Enabled once something stands there that none of the sides says."""
        if self._editor is not None:
            value = self._editor.value()
            self._keep.setEnabled(all(value != side.value for side in self._conflict.sides))

    def _write(self) -> None:
        if self._editor is not None:
            self.written.emit(self._editor.value())


def declared(kind: str, path: str) -> FieldDecl | None:
    """The declaration a path leads to: NAME, or NAME/ITEM/NAME in lists; None for what is not known here."""
    declaration = KINDS.get(kind)
    fields = declaration.fields if declaration is not None else None
    decl: FieldDecl | None = None
    for name in path.split("/")[::2]:
        decl = fields.get(name) if fields is not None else None
        if decl is None:
            return None
        fields = decl.items
    return decl
