"""One change of a record: each field as it was and as it became, with what can be done about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QPushButton

from desktop.casework.timeline import FieldChange, HistoryLine
from desktop.domain.differing import differing
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, sheet
from desktop.ui.moments import moment
from desktop.ui.past.marked_text import CAME, QUIET, SAME, WENT, MarkedText, marked
from desktop.ui.plain import Heading, PlainLabel, one_line, unmnemonic
from desktop.ui.reasons import HAPPENED, said
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

LONGEST = 4_000  # characters of a wording
ONE_LINE = 80  # characters of two wordings that stand beside each other
FINAL = frozenset({"erased", "deleted", "restored"})
ARROW = "→"


class ChangePanel(Speaking):
    """`undo_wanted` to take it back; `strike_wanted` (a path) to erase one of its wordings for good."""

    undo_wanted = Signal()
    strike_wanted = Signal(str)

    def __init__(self, tools: Tools, line: HistoryLine, *, first: bool) -> None:
        super().__init__()
        self._tools = tools
        self._line = line
        self._earlier = [change for change in line.changes if change.earlier]
        self._title = Heading(level=2)
        self._who = PlainLabel(wrap=True).be(quiet=True)
        self._undo, self._strike = QPushButton(), QPushButton()
        self._claim = PlainLabel(wrap=True).be(quiet=True)
        told = [self._fields()] if line.changes and line.kind not in FINAL else []
        buttons = held(Flow(self._undo, self._strike, gap=8))
        self.setLayout(column(self._title, self._who, *told, buttons, self._claim, None, gap=12))
        self._undo.setVisible(not first and line.kind not in FINAL)
        self._strike.setVisible(bool(self._earlier))
        self._undo.clicked.connect(self.undo_wanted)
        self._strike.clicked.connect(self._choose_wording)
        self.retranslate()

    def retranslate(self) -> None:
        """The words around the fields, which are built once."""
        self._title.setText(said(HAPPENED, self._line.kind))
        who = self.tr("Written here") if self._line.own else self.tr("By {who}").format(who=one_line(self._line.author))
        self._who.setText(f"{who} · {moment(self._line.at, self._tools.language.code)}")
        self._undo.setText(self.tr("&Undo this change"))
        self._undo.setToolTip(self.tr("Sets these fields back to what stood before; the history keeps both."))
        self._strike.setText(self.tr("&Strike an earlier wording…"))
        self._strike.setToolTip(
            self.tr("Erases these words from the history for good; first you see exactly what goes.")
        )
        self._claim.setText(self.tr("Times come from each person's own computer, and decide nothing."))

    def _choose_wording(self) -> None:
        """Where the change holds several, which of them."""
        if len(self._earlier) == 1:
            self.strike_wanted.emit(self._earlier[0].path)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for change in self._earlier:
            words = f"{change.label or change.path}: {one_line(change.after or '', ONE_LINE)}"
            menu.addAction(unmnemonic(words), partial(self.strike_wanted.emit, change.path))
        menu.popup(self._strike.mapToGlobal(QPoint(0, self._strike.height())))

    def _fields(self) -> QFrame:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, change in enumerate(self._line.changes):
            name = PlainLabel(change.label or change.path, wrap=True).be(quiet=True)
            name.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24)
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._wordings(change), number, 1, Qt.AlignmentFlag.AlignTop)
        return sheet(grid, 16)

    def _wordings(self, change: FieldChange) -> MarkedText:
        """Before and after in one text, what differs marked; of a first wording it alone."""
        before, after = _cut(change.before), _cut(change.after)
        if change.state != "here" or after is None:
            went = [(before, WENT), (f" {ARROW} ", QUIET)] if before else []
            parts = [*went, (self._instead(change), QUIET)]
        elif before is None:
            parts = [(after, SAME if self._line.kind == "created" else CAME)]
        else:
            old, new = differing(before, after)
            short = len(before) + len(after) <= ONE_LINE and "\n" not in before + after
            between = f" {ARROW} " if short else f"\n{ARROW} "
            parts = [*marked(old, WENT), (between, QUIET), *marked(new, CAME)]
        text = MarkedText(self._tools, parts)
        becomes = f" {ARROW} ".join(one_line(one) for one in (before, after or self._instead(change)) if one)
        text.setAccessibleName(f"{change.label or change.path}: {becomes}")
        return text

    def _instead(self, change: FieldChange) -> str:
        """What is said where no words stand."""
        if change.state == "struck":
            return self.tr("(struck)")
        return self.tr("(the wording is not here)") if change.state == "not_here" else self.tr("(nothing)")


def _cut(text: str | None) -> str | None:
    return text[:LONGEST] + "…" if text is not None and len(text) > LONGEST else text
