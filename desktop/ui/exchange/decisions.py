"""What somebody else erased, put aside or loosened: it binds only if a person here accepts it, one by one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop.casework.deciding import Decision
from desktop.ui.layout import column, sheet
from desktop.ui.plain import Heading, PlainLabel, one_line
from desktop.ui.reasons import DECISIONS, said
from desktop.ui.speaking import Speaking
from desktop.ui.tick_box import TickBox


class Decisions(Speaking):
    """A box to tick for each; none is ticked beforehand."""

    def __init__(self, decisions: tuple[Decision, ...]) -> None:
        super().__init__()
        self._decisions = decisions
        self._boxes = [TickBox() for _ in decisions]
        self._words = [PlainLabel(wrap=True) for _ in decisions]
        self._details = [PlainLabel(wrap=True).be(quiet=True) for _ in decisions]
        self._title = Heading(level=2)
        self._about = PlainLabel(wrap=True).be(quiet=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for line, (box, words, detail) in enumerate(zip(self._boxes, self._words, self._details, strict=True)):
            grid.addWidget(box, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(column(words, detail, gap=2), line, 1)
        self.setLayout(column(self._title, self._about, sheet(grid, 16), gap=8))
        self.retranslate()

    @property
    def accepted(self) -> frozenset[str]:
        """The ids of those ticked."""
        return frozenset(one.id for one, box in zip(self._decisions, self._boxes, strict=True) if box.isChecked())

    def retranslate(self) -> None:
        """Every word."""
        self._title.setText(self.tr("Yours to decide: {count}").format(count=len(self._decisions)))
        self._about.setText(
            self.tr("Tick what shall hold here too. What is not ticked is noted as refused and not asked again.")
        )
        for one, box, words, detail in zip(self._decisions, self._boxes, self._words, self._details, strict=True):
            what = self.tr("{what}: {kind} “{title}”").format(
                what=said(DECISIONS, one.what), kind=one_line(one.kind_label), title=one_line(one.title)
            )
            words.setText(what)
            refused = self.tr("Refused here before.") if one.refused_before else ""
            detail.setText(" ".join(part for part in (one.detail, refused) if part))
            detail.setVisible(bool(detail.text()))
            box.setAccessibleName(" ".join(part for part in (what, one.detail, refused) if part))
