"""What came out of a backup: how much, whether it is whole, and the hash of its log."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework.restoring import Outcome
from desktop.ui.cells import CellsView
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary
from desktop.ui.moments import checksum, number
from desktop.ui.speaking import Speaking
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

MOST_ROWS = 12


class OutcomeStep(Speaking):
    """Whoever derives from it says the first sentence, and what the buttons do."""

    def __init__(self, tools: Tools, outcome: Outcome, later: str = "") -> None:
        """later: how far the vault of today has gone on since, in words."""
        super().__init__()
        self.outcome = outcome
        self._messages = tools.language.messages
        self.told = Told(tools, "done" if outcome.sound else "danger")
        self._facts = Facts()
        self._table = CellsView(0)
        language = tools.language.code
        self._facts.add(self.tr("Records"), number(outcome.records, language))
        self._facts.add(self.tr("Evidence files"), number(outcome.files, language))
        self._facts.add(self.tr("Changes"), number(outcome.changes, language))
        self._facts.add(self.tr("Since then, in the vault"), later)
        self._facts.add(self.tr("Could not be read"), number(outcome.lost, language) if outcome.lost else "")
        differing = number(outcome.differing, language) if outcome.differing else ""
        self._facts.add(self.tr("Not as they were when the backup was made"), differing)
        unchecked = number(outcome.unchecked, language) if outcome.unchecked else ""
        self._facts.add(self.tr("Not checked: the identities have their own passphrase"), unchecked)
        self._facts.add(self.tr("Checksum of all changes"), checksum(outcome.digest))
        self.first, self.second = primary(QPushButton()), QPushButton()
        buttons = held(Flow(self.first, self.second, gap=8))
        self.setLayout(column(self.told, self._facts, self._table, buttons, None, gap=16))
        self._table.setVisible(bool(outcome.findings))
        self.retranslate()

    def retranslate(self) -> None:
        """What was found."""
        self._table.setAccessibleName(self.tr("What was found"))
        self._table.cells.name(self.tr("What was found"), self.tr("Where"))
        rows = [(self._messages.explain(one.error).what, one.subject) for one in self.outcome.findings]
        self._table.cells.fill(rows)
        self._table.showing(MOST_ROWS)
