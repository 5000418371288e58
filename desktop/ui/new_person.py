"""A new person: a name is enough, and not even that is needed."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework import people
from desktop.casework.workspace import Changes
from desktop.ui.entry import NamingField
from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.tools import Tools


class NewPerson(Page):
    """The name becomes a record of its own, sealed with the identities."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._title = Heading()
        self._label = PlainLabel()
        self._name = NamingField()
        self._help = PlainLabel(wrap=True).be(quiet=True)
        self._make = primary(QPushButton())
        self._label.setBuddy(self._name)
        form = column(self._label, self._name, self._help, held(row(self._make, None)), gap=8)
        self.setLayout(column(centred(held(column(self._title, sheet(form), gap=16)), 560)))
        self._make.clicked.connect(self.save)
        self._name.submitted.connect(self.save)
        self.retranslate()

    def begin(self) -> None:
        """The caret goes into the name."""
        self._name.setFocus()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("A new person"))
        self._label.setText(self.tr("&Name, as far as it is known"))
        self._name.setAccessibleName(self.tr("Name"))
        self._help.setText(
            self.tr("Names are sealed with the identities. Without a name the person is called by a code.")
        )
        self._make.setText(self.tr("&Add the person"))

    def save(self) -> None:
        """Make the person, and the name if one was typed."""
        name = self._name.text().strip()
        self._make.setEnabled(False)

        worker = self.tools.worker
        worker.submit(
            lambda ws: people.add(ws, name), self._made, owner=self, failed=self._failed, lost=worker.failed.emit
        )

    def _made(self, changes: Changes) -> None:
        self._name.clear()
        self.tools.go(Place("record", changes.created[0], "person"))

    def _failed(self, error: Exception) -> None:
        self._make.setEnabled(True)
        self.tools.worker.failed.emit(error)
