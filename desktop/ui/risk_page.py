"""A risk assessment: the form every kind has, and the way to a new one, since how things stood then is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework.records import Shown
from desktop.ui.earlier import Earlier, anew
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools


class RiskPage(RecordForm):
    """Of somebody who was assessed before it says so."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._earlier = Earlier(tools, place)
        self._again = QPushButton()
        self._whose = ""
        super().__init__(tools, place)
        self.head.add_button(self._again)
        self._again.hide()
        self._again.clicked.connect(lambda: tools.go(anew(self.kind, self.editor.record, self._whose)))
        self._earlier.ask()
        self.retranslate()

    def above(self) -> list[QWidget]:
        """The one before."""
        return [self._earlier]

    def retranslate(self) -> None:
        """The button."""
        self._again.setText(self.tr("Assess a&gain…"))

    def show_record(self, shown: Shown) -> None:
        """Somebody can be assessed again once it is known who."""
        super().show_record(shown)
        person = shown.nested.get("person")
        self._whose = person if isinstance(person, str) else ""
        self._again.setVisible(bool(self._whose) and not shown.erased)
