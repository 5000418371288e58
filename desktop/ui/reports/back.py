"""The way back from a form or a table to the room of reports."""

from __future__ import annotations

from desktop.ui.back_line import BackLine
from desktop.ui.place import Place


class BackToReports(BackLine):
    """Wherever one came from, it leads to all reports."""

    def retranslate(self) -> None:
        """Where it leads."""
        self._back.setText(self.tr("All &reports"))
        self._draw()

    def _go(self) -> None:
        self._tools.go(Place("reports"))
