"""Conflicts: fields with several values, shown side by side until a person settles them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.casework import conflicts
from desktop.casework.conflicts import Conflict
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.ui.kind_icons import kind_icon
from desktop.ui.layout import column, held, readable
from desktop.ui.notice import Note
from desktop.ui.page import Page
from desktop.ui.past.list_and_step import list_and_step
from desktop.ui.past.settling import SettlingPanel
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.stage import Stage
from desktop.ui.tools import Tools
from desktop.ui.two_lines import two_lines

WHICH = Qt.ItemDataRole.UserRole


class ConflictsPage(Page):
    """`Place.record`: of one record; "": of the whole vault."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._open: tuple[Conflict, ...] = ()
        self._chosen: tuple[str, str] | None = None
        self._asked = False
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._list = QListWidget()
        self._stage = Stage()
        self._lay_out()
        self._list.currentItemChanged.connect(self._choose)
        tools.theme.changed.connect(self._fill)
        self.retranslate()
        self.refresh(None)

    def begin(self) -> None:
        """The list, which the arrow keys walk through."""
        self._list.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Any change may settle one or bring one."""
        record = self._place.record or None

        def look(ws: Workspace) -> tuple[Conflict, ...]:
            return conflicts.open_conflicts(ws, record)

        self.tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Conflicts"))
        self._list.setAccessibleName(self.tr("Open conflicts"))
        self._tell()

    def _tell(self) -> None:
        if self._asked and not self._open:
            words = self.tr(
                "Nothing contradicts itself. When you and a colleague write different things into the same field "
                "before you exchange the case again, both are kept and shown here."
            )
        else:
            words = self.tr("All values are kept until you settle it; the ones not chosen stay in the history.")
        self._about.setText(words)

    def _show(self, found: tuple[Conflict, ...]) -> None:
        before = {(one.record, one.path): one for one in self._open}
        self._open, self._asked = found, True
        known = {(one.record, one.path): one for one in found}
        if self._chosen not in known:
            self._chosen = next(iter(known), None)
        self._splitter.setVisible(bool(found))
        self._rest.setVisible(not found)
        self._tell()
        self._fill()
        if self._chosen is None or before.get(self._chosen) != known[self._chosen] or self._stage.step is None:
            self._enter()

    def _fill(self) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for conflict in self._open:
            item = two_lines(self._list, kind_icon(self.tools.icons, conflict.kind), conflict.title, conflict.label)
            item.setData(WHICH, (conflict.record, conflict.path))
            self._list.addItem(item)
            if (conflict.record, conflict.path) == self._chosen:
                self._list.setCurrentItem(item)
        self._list.blockSignals(False)

    def _choose(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            record, path = item.data(WHICH)
            self._chosen = (record, path)
            self._enter()

    def _enter(self) -> None:
        conflict = next((one for one in self._open if (one.record, one.path) == self._chosen), None)
        if conflict is None:
            self._stage.leave()
            return
        panel = self._stage.enter(SettlingPanel(self.tools, conflict))
        panel.taken.connect(lambda revision: self._take(conflict, revision))
        panel.written.connect(lambda value: self._write(conflict, value))
        panel.record_wanted.connect(lambda: self.tools.go(Place("record", conflict.record, conflict.kind)))

    def _take(self, conflict: Conflict, revision: str) -> None:
        def take(ws: Workspace) -> Changes:
            return conflicts.settle(ws, conflict.record, conflict.path, revision)

        self.tools.worker.submit(take, self._settled, owner=self)

    def _write(self, conflict: Conflict, value: JSON) -> None:
        def write(ws: Workspace) -> Changes:
            return conflicts.settle_with(ws, conflict.record, conflict.path, value)

        self.tools.worker.submit(write, self._settled, owner=self)

    def _settled(self, _changes: Changes) -> None:
        self.tools.tell(Note("done", self.tr("Settled."), self.tr("The other values stay in the history.")))
        self._list.setFocus()

    def _lay_out(self) -> None:
        self._splitter = list_and_step(self._list, self._stage)
        self._splitter.hide()
        self._rest = held(column(None))
        top = column(self._title, readable(self._about), gap=4)
        top.setContentsMargins(16, 16, 16, 4)
        whole = column(top, self._splitter, self._rest, gap=8)
        whole.setStretch(1, 1)
        whole.setStretch(2, 1)
        self.setLayout(whole)
