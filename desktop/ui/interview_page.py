"""An interview: the form every kind has, and above it whether it goes on right now."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.interview_box import InterviewBox
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools


class InterviewPage(RecordForm):
    """While somebody is listened to the vault stays open longer than it does otherwise."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._box = InterviewBox(tools)
        super().__init__(tools, place)

    def above(self) -> list[QWidget]:
        """The tick."""
        return [self._box]

    def retranslate(self) -> None:
        """Its words."""
        self._box.retranslate()
