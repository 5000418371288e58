"""What came in with a package."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework.receive import Received
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary
from desktop.ui.moments import number
from desktop.ui.place import Place
from desktop.ui.plain import Heading
from desktop.ui.speaking import Speaking
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools


class ReceivedStep(Speaking):
    """Counts, and where to go on."""

    def __init__(self, tools: Tools, received: Received) -> None:
        super().__init__()
        self._received = received
        self._title = Heading(level=2)
        self._told = Told(tools, "done")
        self._cases, self._settle, self.again = primary(QPushButton()), QPushButton(), QPushButton()
        self._names = Told(tools, "info")
        facts = Facts()
        for name, count in (
            (self.tr("New records"), received.new),
            (self.tr("Merged"), received.merged),
            (self.tr("Conflicts to settle"), received.conflicts),
            (self.tr("Evidence files"), received.evidence),
            (self.tr("Decisions accepted"), received.accepted),
            (self.tr("Decisions refused"), received.refused),
        ):
            facts.add(name, number(count, tools.language.code) if count else "")
        buttons = held(Flow(self._cases, self._settle, self.again, gap=8))
        self.setLayout(column(self._title, self._told, self._names, facts, buttons, None, gap=12))
        self._settle.setVisible(received.conflicts > 0)
        self._cases.clicked.connect(lambda: tools.go(Place("cases")))
        self._settle.clicked.connect(lambda: tools.go(Place("conflicts")))
        self.retranslate()

    def begin(self) -> None:
        """Conflicts first, if there are any."""
        (self._settle if not self._settle.isHidden() else self._cases).setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        got = self._received
        nothing = not any((got.new, got.merged, got.accepted, got.evidence, got.waiting))
        self._title.setText(self.tr("Nothing new") if nothing else self.tr("The package is in"))
        self._told.say(
            self.tr("Everything in it was here already; nothing was changed.")
            if nothing
            else self.tr("It was taken in as a whole. What you had before is still in the history.")
        )
        self._names.say(
            self.tr("Names came with it; they wait, sealed, until the identities are opened.") if got.waiting else ""
        )
        self._cases.setText(self.tr("See the &cases"))
        self._settle.setText(self.tr("&Settle the conflicts"))
        self.again.setText(self.tr("Receive &another…"))
