"""A quiet word after somebody was named: who is near a defender is at risk, and one press notes how much."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework.risks import KIND, AtRisk
from desktop.ui.flow import Flow
from desktop.ui.layout import clear, column, held, row
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel, unmnemonic
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

MOST = 12  # buttons


class RiskPrompt(Speaking):
    """There only while it asks."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._at_risk: AtRisk | None = None
        self._told = PlainLabel(wrap=True).be(quiet=True)
        self._note = QPushButton()
        line = row(self._told, self._note, gap=12)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._note.clicked.connect(self._note_it)
        self.hide()
        self.retranslate()

    def ask_about(self, at_risk: AtRisk | None) -> None:
        """Of somebody who was named just now; of nobody it says nothing."""
        self._at_risk = at_risk
        self.retranslate()

    def _note_it(self) -> None:
        if self._at_risk is not None:
            note_risk(self._tools, self._at_risk.person)

    def retranslate(self) -> None:
        """Every word of it."""
        called = self._at_risk.called if self._at_risk is not None else ""
        said = self.tr("{person} is at risk by being near the defender. The risk is not assessed yet.")
        self._told.setText(said.format(person=called))
        self._note.setText(self.tr("Note a &risk assessment"))
        self.setVisible(self._at_risk is not None)


class Unassessed(Speaking):
    """On the page of a case: everybody of it whose risk nobody has assessed, each with the way to do so."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._people: Sequence[AtRisk] = ()
        self._told = PlainLabel(wrap=True).be(quiet=True)
        self._each = Flow(gap=8)
        self._buttons: QWidget = held(self._each)
        self.setLayout(column(self._told, self._buttons, gap=4))
        self.hide()
        self.retranslate()

    def show_people(self, people: Sequence[AtRisk]) -> None:
        """Those of whom there is none."""
        if people != self._people:
            self._people = people
            self.retranslate()

    def retranslate(self) -> None:
        """Every word of it."""
        self._told.setText(self.tr("No risk assessment yet; whoever is near a defender is at risk:"))
        clear(self._each)
        for one in self._people[:MOST]:
            button = QPushButton(unmnemonic(one.called))
            button.setAccessibleName(self.tr("Note a risk assessment of {person}").format(person=one.called))
            button.clicked.connect(lambda _on=False, person=one.person: note_risk(self._tools, person))
            self._each.addWidget(button)
        self.setVisible(bool(self._people))


def note_risk(tools: Tools, person: str) -> None:
    """A new assessment of somebody."""
    tools.go(Place("record", kind=KIND, given=(("person", person),)))
