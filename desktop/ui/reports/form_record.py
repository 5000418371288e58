"""The record of a form, with what only the sender can say; from here one sees the form as it would go."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools


class FormRecord(RecordForm):
    """The record's own fields, and the way to the form."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._see = QPushButton()
        super().__init__(tools, place)
        self._see.clicked.connect(lambda: tools.go(Place("form", self._place.record, "submission")))
        if place.record:
            self.head.add_button(self._see)
        self.retranslate()

    def retranslate(self) -> None:
        """The button's words."""
        super().retranslate()
        self._see.setText(self.tr("See the &form"))
