"""Something that was sent: the form every kind has, and in words above it why no deadline runs yet."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework.records import Shown
from desktop.domain.deadlines import PASSED_ON, waits
from desktop.domain.registry import declaration
from desktop.ui.layout import held, row
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class InterventionPage(RecordForm):
    """One press leads to the day that is missing."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._told = Told(tools, "info")
        self._write = QPushButton()
        self._write.setAutoDefault(False)
        line = row(self._told, self._write, gap=12)
        line.setStretch(0, 1)
        self._missing = held(line)
        self._missing.hide()
        super().__init__(tools, place)
        self._write.clicked.connect(lambda: self.go_to(PASSED_ON))
        self.form.edited.connect(self._look)
        self.retranslate()

    def above(self) -> list[QWidget]:
        """What is missing."""
        return [self._missing]

    def retranslate(self) -> None:
        """The sentence and the button."""
        name = declaration("intervention").fields[PASSED_ON].label(self.tools.language.code)
        said = self.tr(
            "No deadline runs yet: it counts from the day this was passed on to the State. Write that day down once "
            "you know it, under “{field}”."
        )
        self._told.say(said.format(field=name))
        self._write.setText(self.tr("Write the &day down"))

    def show_record(self, shown: Shown) -> None:
        """A deadline may run by now."""
        super().show_record(shown)
        self._look()

    def _look(self) -> None:
        self._missing.setVisible(waits(self.form.stand()))
