"""One record by itself, with the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.casework.workspace import Changes
from desktop.ui.details import make_detail
from desktop.ui.layout import column, quiet_button, row
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.tools import Tools


class RecordPage(Page):
    """Holds the screen a kind has, alone on the page."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._detail = make_detail(tools, place)
        self._back = quiet_button()
        self._back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._back.setProperty("quiet", True)
        self._back.clicked.connect(tools.back, Qt.ConnectionType.QueuedConnection)
        above = row(self._back, None)
        above.setContentsMargins(18, 8, 16, 0)
        whole = column(above, self._detail, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        tools.theme.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """The way back."""
        self._back.setText(self.tr("&Back"))
        self._back.setToolTip(self.tr("Alt+Left"))
        self._back.setIcon(self.tools.icons.icon("back", "quiet"))

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

    def arrive(self) -> None:
        """As the record's screen does."""
        self._detail.arrive()

    def refresh(self, changes: Changes | None) -> None:
        """As the record's screen does."""
        self._detail.refresh(changes)

    def begin(self) -> None:
        """As the record's screen does."""
        self._detail.begin()
