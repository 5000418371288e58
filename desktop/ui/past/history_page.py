"""A record's history: what happened in a list, what each change said beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton

from desktop.casework import records, timeline
from desktop.casework.records import Shown
from desktop.casework.timeline import HistoryLine
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held
from desktop.ui.moments import moment
from desktop.ui.page import Page
from desktop.ui.past.change import FINAL, ChangePanel
from desktop.ui.past.list_and_step import list_and_step
from desktop.ui.place import Place
from desktop.ui.plain import ElidedLabel, Heading, one_line
from desktop.ui.reasons import HAPPENED, said
from desktop.ui.stage import Stage
from desktop.ui.tools import Tools
from desktop.ui.two_lines import two_lines

REVISION = Qt.ItemDataRole.UserRole
NAMED = 3  # fields named in the line of a change
ICONS = {"created": "add", "deleted": "remove", "restored": "undo", "erased": "erase", "merged": "conflict"}


@dataclass(frozen=True)
class _Past:
    """A record with its lines, oldest first."""

    shown: Shown
    lines: tuple[HistoryLine, ...]


class HistoryPage(Page):
    """`Place.record`, `Place.kind`: whose history. The newest change is shown first."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._past: _Past | None = None
        self._chosen = ""
        self._title = Heading()
        self._whose = ElidedLabel().be(quiet=True)
        self._back, self._aside, self._erase = QPushButton(), QPushButton(), QPushButton()
        self._list = QListWidget()
        self._stage = Stage()
        self._lay_out()
        self._list.currentItemChanged.connect(self._choose)
        self._back.clicked.connect(lambda: tools.go(Place("record", place.record, place.kind)))
        self._aside.clicked.connect(self._put_aside)
        self._erase.clicked.connect(lambda: tools.go(Place("erase", place.record, place.kind)))
        tools.theme.changed.connect(self._fill)
        self.retranslate()
        self.refresh(None)

    def begin(self) -> None:
        """The list, which the arrow keys walk through."""
        self._list.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Ask anew when the record changed."""
        record = self._place.record
        if changes is not None and record not in changes.records:
            return

        def look(ws: Workspace) -> _Past:
            return _Past(records.show(ws, record), timeline.history(ws, record))

        self.tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("History"))
        self._back.setText(self.tr("&Back to the record"))
        self._erase.setText(self.tr("&Erase the record…"))
        self._list.setAccessibleName(self.tr("Changes, the latest first"))
        self._fill()

    def _show(self, past: _Past) -> None:
        self._past = past
        shown = past.shown
        self._whose.setText(" · ".join(dict.fromkeys(filter(None, (shown.title, shown.code)))))
        self._fill()
        self._open(self._chosen)

    def _fill(self) -> None:
        past = self._past
        deleted = past is not None and past.shown.deleted
        erased = past is not None and past.shown.erased
        self._aside.setText(self.tr("Bring it bac&k") if deleted else self.tr("&Put it aside"))
        self._aside.setEnabled(past is not None and not erased)
        self._erase.setEnabled(past is not None and not erased)
        if past is None:
            return
        self._list.blockSignals(True)
        self._list.clear()
        for line in reversed(past.lines):
            self._list.addItem(self._item(line))
        self._chosen = self._chosen or past.lines[-1].revision
        for number in range(self._list.count()):
            if self._list.item(number).data(REVISION) == self._chosen:
                self._list.setCurrentRow(number)
        self._list.blockSignals(False)

    def _item(self, line: HistoryLine) -> QListWidgetItem:
        who = self.tr("here") if line.own else line.author
        when = moment(line.at, self.tools.language.code)
        icon = self.tools.icons.icon(ICONS.get(line.kind, "edit"), "quiet")
        what = " · ".join(filter(None, (said(HAPPENED, line.kind), self._what(line))))
        item = two_lines(self._list, icon, what, f"{one_line(who)} · {when}")
        item.setData(REVISION, line.revision)
        return item

    def _what(self, line: HistoryLine) -> str:
        """The fields a change is about; of the first wording how many there were."""
        if line.kind in FINAL:
            return ""
        labels = list(dict.fromkeys(one_line(change.label or change.path) for change in line.changes))
        if line.kind == "created" and len(labels) > NAMED:
            return self.tr("{count} fields").format(count=len(labels))
        named = self.tr(", ").join(labels[:NAMED])
        more = len(labels) - NAMED
        return self.tr("{fields} and {count} more").format(fields=named, count=more) if more > 0 else named

    def _choose(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self._open(item.data(REVISION))

    def _open(self, revision: str) -> None:
        past = self._past
        line = next((one for one in past.lines if one.revision == revision), None) if past else None
        if line is None or past is None:
            self._stage.leave()
            return
        self._chosen = revision
        panel = self._stage.enter(ChangePanel(self.tools, line, first=line is past.lines[0]))
        panel.undo_wanted.connect(lambda: self._undo(revision))
        panel.strike_wanted.connect(lambda path: self._strike(revision, path))

    def _undo(self, revision: str) -> None:
        record = self._place.record

        def undo(ws: Workspace) -> Changes:
            return timeline.undo(ws, record, revision)

        self._chosen = ""  # what undoing made is shown
        self.tools.worker.submit(undo, owner=self)

    def _strike(self, revision: str, path: str) -> None:
        given = (("revision", revision), ("path", path))
        self.tools.go(Place("erase", self._place.record, self._place.kind, given))

    def _put_aside(self) -> None:
        record = self._place.record
        deleted = self._past is not None and self._past.shown.deleted

        def put(ws: Workspace) -> Changes:
            return records.undelete(ws, record) if deleted else records.delete(ws, record)

        self._chosen = ""
        self.tools.worker.submit(put, owner=self)

    def _lay_out(self) -> None:
        splitter = list_and_step(self._list, self._stage)
        head = held(Flow(self._title, self._back, self._aside, self._erase, gap=8, apart=1))
        top = column(head, self._whose, gap=4)
        top.setContentsMargins(16, 16, 16, 4)
        whole = column(top, splitter, gap=8)
        whole.setStretch(1, 1)
        self.setLayout(whole)
