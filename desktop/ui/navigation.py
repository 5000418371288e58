"""The navigation at the left: a new testimony, the rooms with how much waits in each, and the lock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPushButton

from desktop.casework.workspace import Workspace
from desktop.ui.layout import column, primary
from desktop.ui.room_count import COUNT, RoomDelegate
from desktop.ui.rooms import ROOMS, room
from desktop.ui.tools import Tools

ROOM = Qt.ItemDataRole.UserRole
NARROWEST = 208  # pixels
SPACINGS = ((18, 12), (14, 8), (10, 6))
"""Pixels around the letters of a room and between groups of rooms, the roomiest first; the last where none fits."""


class _Rooms(QListWidget):
    """The rooms one under the other, as far apart as there is room for: all stand there on a small screen too."""

    def space(self) -> None:
        """Give every line its height."""
        letters, items = self.fontMetrics().height(), [self.item(row) for row in range(self.count())]
        rooms = sum(bool(item.data(ROOM)) for item in items)
        for around, gap in SPACINGS:
            if rooms * (letters + around) + (len(items) - rooms) * gap <= self.viewport().height():
                break
        for item in items:
            item.setSizeHint(QSize(0, letters + around if item.data(ROOM) else gap))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room now, or less."""
        self.space()
        super().resizeEvent(event)


class Navigation(QFrame):
    """`chosen`: a room is to be entered (its name). `new_wanted`: a new testimony. `lock_wanted`: the vault closed."""

    chosen = Signal(str)
    new_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._counts: dict[str, int] = {}
        # Ctrl+N and Ctrl+L press them from anywhere; a letter of their own would take it from every page.
        self._new = primary(QPushButton())
        self._rooms = _Rooms()
        self._lock = QPushButton()
        self._lay_out()
        self._new.clicked.connect(self.new_wanted)
        self._lock.clicked.connect(self.lock_wanted)
        tools.theme.changed.connect(self._draw_icons)
        self.retranslate()
        self._draw_icons()
        self.count()
        self._rooms.itemClicked.connect(self._choose)
        self._rooms.itemActivated.connect(self._choose)

    def mark(self, name: str) -> None:
        """The room one is in; none where it has no line here."""
        rows = range(self._rooms.count())
        marked = next((row for row in rows if self._rooms.item(row).data(ROOM) == name), -1)
        if marked == self._rooms.currentRow():
            return
        self._rooms.blockSignals(True)
        self._rooms.setCurrentRow(marked)
        self._rooms.blockSignals(False)

    def count(self) -> None:
        """What waits in each room, once all that was asked before is done."""
        waiting = {one.name: one.waits for one in ROOMS if one.waits is not None}

        def count(ws: Workspace) -> dict[str, int]:
            return {name: waits(ws) for name, waits in waiting.items()}

        self._tools.worker.submit(count, self._show_counts, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word."""
        self._new.setText(self.tr("New testimony"))
        self._new.setToolTip(self.tr("Ctrl+N"))
        self._lock.setText(self.tr("Lock"))
        self._lock.setToolTip(self.tr("Ctrl+L"))
        self._rooms.setAccessibleName(self.tr("Navigation"))
        for number in range(self._rooms.count()):
            item = self._rooms.item(number)
            entered = room(item.data(ROOM) or "")
            item.setText(QCoreApplication.translate("Desk", str(entered.label)) if entered else "")
        self._show_counts(self._counts)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; and be as wide as the words at any size of text."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange and hasattr(self, "_rooms"):
            self._widen()
        super().changeEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        if item.data(ROOM):
            self.chosen.emit(item.data(ROOM))

    def _show_counts(self, counts: dict[str, int]) -> None:
        self._counts = counts
        quiet = QColor(self._tools.theme.colours.quiet)
        for number in range(self._rooms.count()):
            item = self._rooms.item(number)
            count = counts.get(item.data(ROOM) or "")
            if count is None:
                continue
            item.setData(COUNT, count)
            item.setData(Qt.ItemDataRole.ForegroundRole, None if count else quiet)
            waits = self.tr("{room}: {count} to settle").format(room=item.text(), count=count)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, waits if count else item.text())

    def _draw_icons(self) -> None:
        icons = self._tools.icons
        self._new.setIcon(icons.icon("new-testimony", "on_accent"))
        self._lock.setIcon(icons.icon("lock"))
        for number in range(self._rooms.count()):
            item = self._rooms.item(number)
            entered = room(item.data(ROOM) or "")
            if entered:
                item.setIcon(icons.icon(entered.icon, "quiet"))
        self._show_counts(self._counts)

    def _widen(self) -> None:
        self.setFixedWidth(max(NARROWEST, self.fontMetrics().averageCharWidth() * 26))
        self._rooms.space()

    def _lay_out(self) -> None:
        self.setProperty("side", True)
        self._rooms.setProperty("navigation", True)
        self._rooms.setItemDelegate(RoomDelegate(self._tools, self._rooms))
        self._rooms.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        group = 0
        for one in sorted((one for one in ROOMS if one.label), key=lambda one: one.group):
            if group and one.group != group:
                gap = QListWidgetItem()
                gap.setFlags(Qt.ItemFlag.NoItemFlags)
                self._rooms.addItem(gap)
            group = one.group
            item = QListWidgetItem()
            item.setData(ROOM, one.name)
            self._rooms.addItem(item)
        self._widen()
        whole = column(column(self._new, margin=12), self._rooms, column(self._lock, margin=12), gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
