"""A source: what limits its use stands above all that is known of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.casework.records import Shown
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel, one_line
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools


class SourcePage(RecordForm):
    """A form; what stands on the source, and others of its origin, are listed beneath."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._limits = PlainLabel(wrap=True).be(warning=True)
        self._restriction = ""
        super().__init__(tools, place)
        self._limits.hide()

    def above(self) -> list[QWidget]:
        """What limits its use."""
        return [self._limits]

    def show_record(self, shown: Shown) -> None:
        """As the source says today."""
        super().show_record(shown)
        said = shown.nested.get("access_restriction")
        self._restriction = said if isinstance(said, str) else ""
        self.retranslate()

    def retranslate(self) -> None:
        """The sentence above."""
        self._limits.setText(self.tr("Its use is restricted: {what}").format(what=one_line(self._restriction)))
        self._limits.setVisible(bool(self._restriction))
