"""One change of a record: each field as it was before and as it became, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton

from desktop.casework.timeline import FieldChange, HistoryLine
from desktop.ui.layout import column, held, row, sheet
from desktop.ui.moments import moment
from desktop.ui.plain import Heading, PlainLabel, one_line
from desktop.ui.reasons import HAPPENED, said
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

LONGEST = 4_000  # characters of a wording
FINAL = frozenset({"erased", "deleted", "restored"})


class ChangePanel(Speaking):
    """`undo_wanted` to take it back; `strike_wanted` (a path) to erase one of its wordings for good."""

    undo_wanted = Signal()
    strike_wanted = Signal(str)

    def __init__(self, tools: Tools, line: HistoryLine, *, first: bool) -> None:
        super().__init__()
        self._tools = tools
        self._line = line
        self._title = Heading(level=2)
        self._who = PlainLabel(wrap=True).be(quiet=True)
        self._undo = QPushButton()
        fields = [self._field(change) for change in line.changes]
        self.setLayout(column(self._title, self._who, *fields, held(row(self._undo, None)), None, gap=12))
        self._undo.setVisible(not first and line.kind not in FINAL)
        self._undo.clicked.connect(self.undo_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """The words of the head; fields are built once."""
        self._title.setText(said(HAPPENED, self._line.kind))
        who = self.tr("Written here") if self._line.own else self.tr("By {who}").format(who=one_line(self._line.author))
        self._who.setText(f"{who} · {moment(self._line.at, self._tools.language.code)}")
        self._undo.setText(self.tr("&Undo this change"))
        self._undo.setToolTip(self.tr("Sets these fields back to what stood before; the history keeps both."))

    def _field(self, change: FieldChange) -> QFrame:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Heading(change.label or change.path, 3), 0, 0, 1, 2)
        self._wording(grid, 1, self.tr("Before"), change.before, quiet=True)
        self._wording(grid, 2, self.tr("After"), self._after(change), quiet=change.state != "here")
        if change.state == "here" and change.after:
            strike = QPushButton(self.tr("Strike this wording…"))
            strike.setAccessibleName(self.tr("Strike this wording of: {field}").format(field=change.label))
            strike.setToolTip(self.tr("Erases these words from the history for good; first you see exactly what goes."))
            strike.clicked.connect(lambda: self.strike_wanted.emit(change.path))
            grid.addLayout(row(strike, None), 3, 1)
        return sheet(grid, 16)

    def _after(self, change: FieldChange) -> str:
        if change.state == "struck":
            return self.tr("(struck)")
        if change.state == "not_here":
            return self.tr("(the wording is not here)")
        return change.after if change.after else self.tr("(nothing)")

    def _wording(self, grid: QGridLayout, line: int, name: str, text: str | None, *, quiet: bool) -> None:
        if text is None:
            return
        label = PlainLabel(name).be(quiet=True)
        words = PlainLabel(text[:LONGEST] + ("…" if len(text) > LONGEST else ""), wrap=True).be(quiet=quiet)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.setAccessibleName(f"{name}: {one_line(text)}")
        grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, line, 1)
