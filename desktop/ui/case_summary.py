"""What a case is about and how it stands, to be read first; it is written in the form beneath."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework.family import CasePage
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held
from desktop.ui.plain import PlainLabel, one_line
from desktop.ui.speaking import Speaking

LONGEST = 600  # characters; the whole stands in the form


class CaseSummary(Speaking):
    """`write_wanted` with the field somebody wants to write: "summary" or "status"."""

    write_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._page: CasePage | None = None
        self._status, self._priority = (PlainLabel().be(chip=True) for _ in range(2))
        self._words = PlainLabel(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._write = QPushButton()
        self._chips = held(Flow(self._status, self._priority, self._write, gap=8, apart=2))
        self.setLayout(column(self._chips, self._words, gap=8))
        self._write.clicked.connect(self._ask)
        self.hide()
        self.retranslate()

    def show_page(self, page: CasePage) -> None:
        """Take on a case."""
        self._page = page
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Every word of it."""
        page = self._page
        status, priority, summary = (page.status, page.priority, page.summary) if page else ("", "", "")
        self._status.setText(self.tr("Status: {status}").format(status=one_line(status)) if status else "")
        self._priority.setText(self.tr("Priority: {priority}").format(priority=one_line(priority)) if priority else "")
        for chip in (self._status, self._priority):
            chip.setVisible(bool(chip.text()))
        self._words.setText(summary[:LONGEST] + "…" if len(summary) > LONGEST else summary)
        self._words.setVisible(bool(summary))
        self._write.setText(self.tr("Say how it stands") if summary else self.tr("Write a s&ummary"))
        self._write.setVisible(not (summary and status))

    def _ask(self) -> None:
        self.write_wanted.emit("status" if self._page is not None and self._page.summary else "summary")
