"""One record by itself, with the way back."""

from __future__ import annotations

from desktop.casework.workspace import Changes
from desktop.ui.details import make_detail
from desktop.ui.layout import column
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.tools import Tools


class RecordPage(Page):
    """Holds the screen a kind has, alone on the page."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._detail = make_detail(tools, place)
        self.setLayout(column(self._detail))

    def place(self) -> Place:
        """The record's."""
        return self._detail.place()

    def keep_draft(self) -> None:
        """As the record's screen does."""
        self._detail.keep_draft()

    def save(self) -> None:
        """As the record's screen does."""
        self._detail.save()

    def leave(self) -> None:
        """As the record's screen does."""
        self._detail.leave()

    def refresh(self, changes: Changes | None) -> None:
        """As the record's screen does."""
        self._detail.refresh(changes)

    def begin(self) -> None:
        """As the record's screen does."""
        self._detail.begin()
