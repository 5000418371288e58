"""One copy of a case as it would leave: what goes, and what stays and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from desktop.casework.copies import CopyPreview, Leaving, Staying, TakenOut
from desktop.domain.registry import KINDS
from desktop.ui.cells import CellsView
from desktop.ui.exchange.files_leaving import FilesLeaving
from desktop.ui.kind_icons import kind_icon
from desktop.ui.layout import column
from desktop.ui.moments import number, size
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.reasons import handing
from desktop.ui.speaking import Speaking
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

MOST_ROWS = 10


class CopyPanel(Speaking):
    """`history_wanted` (record, kind) when a line with earlier wordings is activated. `keep_wanted` (record, whether)
    when a file is to go as it is."""

    history_wanted = Signal(str, str)
    keep_wanted = Signal(str, bool)

    def __init__(self, tools: Tools, copy: CopyPreview) -> None:
        super().__init__()
        self._tools = tools
        self._copy = copy
        self._withheld = Told(tools, "warning")
        self._facts = Facts()
        if copy.evidence_bytes:
            self._facts.add(self.tr("Evidence"), size(copy.evidence_bytes, tools.language.code))
        self._leaving_title, self._staying_title, self._taken_title = (Heading(level=2) for _ in range(3))
        self._leaving, self._staying, self._taken = (CellsView(1) for _ in range(3))
        self._files = FilesLeaving(tools, copy.files)
        self._files.keep_wanted.connect(self.keep_wanted)
        self._about_taken = PlainLabel(wrap=True).be(quiet=True)
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
                self._files,
                self._staying_title,
                self._staying,
                self._withheld,
                self._taken_title,
                self._about_taken,
                self._taken,
                gap=12,
            )
        )
        shown: tuple[tuple[QWidget, bool], ...] = (
            (self._conditions_title, bool(copy.conditions)),
            (self._conditions, bool(copy.conditions)),
            (self._staying_title, bool(copy.staying)),
            (self._staying, bool(copy.staying)),
            (self._taken_title, bool(copy.taken)),
            (self._about_taken, bool(copy.taken)),
            (self._taken, bool(copy.taken)),
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
        copy, language = self._copy, self._tools.language.code
        self._leaving_title.setText(self.tr("Leaves: {count}").format(count=number(len(copy.leaving), language)))
        self._staying_title.setText(self.tr("Stays: {count}").format(count=number(len(copy.staying), language)))
        self._tell_leaving()
        self._tell_staying()
        self._tell_taken()
        self._conditions_title.setText(self.tr("They agreed on a condition: see that it holds"))
        withheld = self.tr("Acts left out because somebody does not permit it: {count}")
        self._withheld.say(withheld.format(count=copy.withheld_acts) if copy.withheld_acts else "")

    def _tell_leaving(self) -> None:
        several = self._copy.leaving
        columns = {
            self.tr("Kind"): [one.kind_label for one in several],
            self.tr("Record"): [one.title for one in several],
            self.tr("How it leaves"): [self._how(one) for one in several],
            self.tr("Earlier wordings"): [str(one.earlier or "") for one in several],
            self.tr("Still lacks"): [self._lacking(one) for one in several],
        }
        told = {name: cells for place, (name, cells) in enumerate(columns.items()) if place < 2 or any(cells)}
        self._leaving.setAccessibleName(self.tr("What leaves"))
        self._leaving.cells.name(*told)
        self._leaving.cells.fill(list(zip(*told.values(), strict=True)), self._icons(several))
        self._leaving.showing(MOST_ROWS)

    def _tell_staying(self) -> None:
        several = self._copy.staying
        instead = (self.tr("In its place"),) if any(one.reads_as for one in several) else ()
        self._staying.setAccessibleName(self.tr("What stays, and why"))
        self._staying.cells.name(self.tr("Kind"), self.tr("Record"), self.tr("Why it stays"), *instead)
        bare = self.tr("only the code {code}")
        self._staying.cells.fill(
            [
                (
                    one.kind_label,
                    one.title,
                    self._why(one.reason),
                    bare.format(code=one.reads_as) if one.reads_as else "",
                )
                for one in several
            ],
            self._icons(several),
        )
        self._staying.showing(MOST_ROWS)

    def _tell_taken(self) -> None:
        several, language = self._copy.taken, self._tools.language.code
        count = sum(one.times("coded") + one.times("left_out") for one in several)
        self._taken_title.setText(
            self.tr("Names and numbers taken out of texts: {count}").format(count=number(count, language))
        )
        self._about_taken.setText(
            self.tr("A word that is no name may be among them. If so, the text reads strangely there: look at it.")
        )
        self._taken.setAccessibleName(self.tr("What was taken out of texts"))
        self._taken.cells.name(self.tr("Kind"), self.tr("Record"), self.tr("Reads as a code"), self.tr("Left out"))
        self._taken.cells.fill(
            [(one.kind_label, one.title, self._words(one, "coded"), self._words(one, "left_out")) for one in several],
            self._icons(several),
        )
        self._taken.showing(MOST_ROWS)

    def _words(self, one: TakenOut, how: str) -> str:
        """How often, and which words, unless names are hidden."""
        times = one.times(how)
        words = ", ".join(f"{each.words} ×{each.times}" for each in one.taken if each.how == how and each.words)
        return ": ".join(filter(None, (number(times, self._tools.language.code), words))) if times else ""

    def _how(self, one: Leaving) -> str:
        if one.gone:
            return self.tr("only that it was erased") if one.gone == "erased" else self.tr("only that it was put aside")
        return self.tr("as {name}").format(name=one.reads_as) if one.reads_as else ""

    def _lacking(self, one: Leaving) -> str:
        fields = KINDS[one.kind].fields if one.kind in KINDS else {}
        return ", ".join(fields[name].label(self._tools.language.code) for name in one.lacks if name in fields)

    def _icons(self, several: Sequence[Leaving | Staying | TakenOut]) -> list[QIcon]:
        return [kind_icon(self._tools.icons, one.kind) for one in several]

    def _why(self, reason: str) -> str:
        return handing(self._tools.vocabularies, reason, self._tools.language.code)

    def _open_history(self, index: QModelIndex) -> None:
        one = self._copy.leaving[index.row()]
        if one.earlier:
            self.history_wanted.emit(one.record, one.kind)
