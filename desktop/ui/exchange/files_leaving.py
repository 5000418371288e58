"""The evidence files of a redacted copy: which go without what is hidden in them, which stay, which go as they are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework.copies import FileLeaving
from desktop.ui.cells import CellsView
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held
from desktop.ui.moments import number, size
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

KEPT, PLAIN, STAYS = "kept", "plain", "stays"
MOST_ROWS = 8


class FilesLeaving(Speaking):
    """`keep_wanted` (record, whether) when a file is to go as it is, or no longer."""

    keep_wanted = Signal(str, bool)

    def __init__(self, tools: Tools, files: tuple[FileLeaving, ...]) -> None:
        super().__init__()
        self._tools = tools
        self._files = files
        self._title, self._about = Heading(level=2), PlainLabel(wrap=True).be(quiet=True)
        self._list = CellsView(1)
        self._keep = QPushButton()
        self.setLayout(column(self._title, self._about, self._list, held(Flow(self._keep, gap=8)), gap=8))
        self._keep.clicked.connect(self._toggle)
        self.retranslate()
        self._list.selectionModel().currentRowChanged.connect(lambda _now, _before: self._look())
        self._list.selectRow(0)
        if not files:
            self.hide()  # never shown here, where it would be a window of its own

    def retranslate(self) -> None:
        """Every word of the list."""
        language = self._tools.language.code
        going = sum(one.how != STAYS for one in self._files)
        title = self.tr("Evidence files: {going} leave, {staying} stay")
        staying = len(self._files) - going
        self._title.setText(title.format(going=number(going, language), staying=number(staying, language)))
        self._about.setText(
            self.tr(
                "What is hidden in a file (place, names, device, time) is taken out on the way, and the file is looked "
                "into once more before it counts as clean. What cannot be cleaned stays."
            )
        )
        self._list.setAccessibleName(self.tr("What becomes of the files"))
        self._list.cells.name(self.tr("File"), self.tr("What becomes of it"), self.tr("Size"))
        self._list.cells.fill(
            [(one.title, self._how(one), size(one.size, language) if one.how != STAYS else "") for one in self._files]
        )
        self._list.showing(MOST_ROWS)
        self._look()

    def _how(self, one: FileLeaving) -> str:
        if one.how == KEPT:
            return self.tr("Goes as it is, with all that is hidden in it")
        if one.how == PLAIN:
            return self.tr("Goes; nothing is hidden in it")
        if one.how == STAYS:
            reason = self._tools.vocabularies.label("hidden_reasons", one.reason, self._tools.language.code)
            return self.tr("Stays: {reason}").format(reason=reason)
        return self.tr("Goes without what is hidden in it")

    def _chosen(self) -> FileLeaving | None:
        row = self._list.currentIndex().row()
        return self._files[row] if 0 <= row < len(self._files) else None

    def _look(self) -> None:
        one = self._chosen()
        kept = one is not None and one.how == KEPT
        self._keep.setText(
            self.tr("Take out what is hidden in this file after all")
            if kept
            else self.tr("Send this file as it is, with what is hidden in it")
        )
        self._keep.setEnabled(one is not None and one.how != PLAIN)

    def _toggle(self) -> None:
        one = self._chosen()
        if one is not None:
            self.keep_wanted.emit(one.record, one.how != KEPT)
