"""One copy of a case as it would leave: what goes, and what stays and why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from desktop.casework.handoff import CopyPreview
from desktop.ui.cells import CellsView
from desktop.ui.kind_icons import kind_icon
from desktop.ui.layout import column
from desktop.ui.moments import number, size
from desktop.ui.plain import Heading
from desktop.ui.reasons import handing
from desktop.ui.speaking import Speaking
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

MOST_ROWS = 10


class CopyPanel(Speaking):
    """`history_wanted` (record, kind) when a line with earlier wordings is activated."""

    history_wanted = Signal(str, str)

    def __init__(self, tools: Tools, copy: CopyPreview) -> None:
        super().__init__()
        self._tools = tools
        self._copy = copy
        self._withheld = Told(tools, "warning")
        self._facts = Facts()
        if copy.evidence_bytes:
            self._facts.add(self.tr("Evidence"), size(copy.evidence_bytes, tools.language.code))
        self._leaving_title, self._staying_title = Heading(level=2), Heading(level=2)
        self._leaving, self._staying = CellsView(1), CellsView(1)
        self._conditions_title, self._conditions = Heading(level=2), Facts()
        for one in copy.conditions:
            self._conditions.add(one.name, one.words)
        self.setLayout(
            column(
                self._facts,
                self._conditions_title,
                self._conditions,
                self._leaving_title,
                self._leaving,
                self._staying_title,
                self._staying,
                self._withheld,
                gap=12,
            )
        )
        shown: tuple[tuple[QWidget, bool], ...] = (
            (self._conditions_title, bool(copy.conditions)),
            (self._conditions, bool(copy.conditions)),
            (self._staying_title, bool(copy.staying)),
            (self._staying, bool(copy.staying)),
        )
        for widget, some in shown:
            widget.setVisible(some)
        self._leaving.activated.connect(self._open_history)
        self.retranslate()

    def begin(self) -> None:
        """The list of what leaves comes first."""
        self._leaving.setFocus()

    def retranslate(self) -> None:
        """Every word of the panel."""
        copy, language, icons = self._copy, self._tools.language.code, self._tools.icons
        self._leaving_title.setText(self.tr("Leaves: {count}").format(count=number(len(copy.leaving), language)))
        self._staying_title.setText(self.tr("Stays: {count}").format(count=number(len(copy.staying), language)))
        self._leaving.setAccessibleName(self.tr("What leaves"))
        self._staying.setAccessibleName(self.tr("What stays, and why"))
        earlier = (self.tr("Earlier wordings"),) if any(one.earlier for one in copy.leaving) else ()
        self._leaving.cells.name(self.tr("Kind"), self.tr("Record"), *earlier)
        self._staying.cells.name(self.tr("Kind"), self.tr("Record"), self.tr("Why it stays"))
        self._leaving.cells.fill(
            [(one.kind_label, one.title, str(one.earlier or "")) for one in copy.leaving],
            [kind_icon(icons, one.kind) for one in copy.leaving],
        )
        self._staying.cells.fill(
            [(one.kind_label, one.title, self._why(one.reason)) for one in copy.staying],
            [kind_icon(icons, one.kind) for one in copy.staying],
        )
        self._conditions_title.setText(self.tr("They agreed on a condition: see that it holds"))
        self._leaving.showing(MOST_ROWS)
        self._staying.showing(MOST_ROWS)
        withheld = self.tr("Acts left out because somebody does not permit it: {count}")
        self._withheld.say(withheld.format(count=copy.withheld_acts) if copy.withheld_acts else "")

    def _why(self, reason: str) -> str:
        return handing(self._tools.vocabularies, reason, self._tools.language.code)

    def _open_history(self, index: QModelIndex) -> None:
        one = self._copy.leaving[index.row()]
        if one.earlier:
            self.history_wanted.emit(one.record, one.kind)
