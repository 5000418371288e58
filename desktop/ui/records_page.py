"""A list beside the record chosen in it; the list narrows as one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QTableView, QVBoxLayout, QWidget

from desktop.casework.first_hand import SAID_OF
from desktop.casework.workspace import Changes
from desktop.domain.registry import declaration
from desktop.ui.beside import Beside
from desktop.ui.columns import share_out
from desktop.ui.details import make_detail
from desktop.ui.empty import EmptyScreen
from desktop.ui.entry import NamingField
from desktop.ui.layout import column, held, quiet_button, row
from desktop.ui.page import Page
from desktop.ui.place import WORDS, Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.records_model import RecordsModel
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools
from desktop.ui.veil import cover_until_known
from desktop.ui.worker import leave_behind

KINDS = {
    "cases": "case",
    "people": "person",
    "testimonies": "testimony",
    "evidence": "evidence",
    "events": "event",
    "organisations": "organisation",
    "sources": "source",
    "tasks": "task",
    "tags": "tag",
}
OWN = "first_hand"  # in `Place.given`, as `WORDS`: how the list was narrowed
NARROWED = frozenset({WORDS, OWN})
FILTER_AFTER = 120  # milliseconds
ORDER_KEYS = "Ctrl+Shift+O"


class RecordsTable(QTableView):
    """Where it is narrow the last columns go."""

    wide = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self.share_out()

    def changeEvent(self, event: QEvent) -> None:
        """Rows are as high as their letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.share_out()

    def share_out(self) -> None:
        """The columns as wide as the rows in sight need, the rows as high."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        if self.model() is not None:
            share_out(self, self.wide)


class RecordsPage(Page):
    """The rooms of cases, people, testimonies, evidence and whatever else is listed."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._kind = KINDS[place.page]
        self._wanted = place.record
        self._given = tuple(one for one in place.given if one[0] not in NARROWED)
        self._detail: Page | None = None
        self._title = Heading()
        self._count = PlainLabel().be(quiet=True)
        self._filter = NamingField()
        self._own = TickBox()
        self._new = QPushButton()
        self._twice = quiet_button()
        self._table = RecordsTable()
        self._model = RecordsModel(tools, self._kind, self)
        self._empty = EmptyScreen(tools, self._kind)
        self._choose = PlainLabel(wrap=True).be(quiet=True)
        self._timer = QTimer(self)
        self._lay_out()
        self._filter.setText(dict(place.given).get(WORDS, ""))
        cover_until_known(tools, self._filter)
        self._own.setChecked(OWN in dict(place.given))
        self._timer.timeout.connect(self._ask)
        self._filter.textChanged.connect(lambda _text: self._timer.start())
        self._filter.submitted.connect(self._first)
        self._own.toggled.connect(lambda _on: self._ask())
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._filter.setFocus)
        self._new.clicked.connect(self._make_new)
        self._twice.clicked.connect(lambda: tools.go(Place("same")))
        self._empty.begun.connect(self._make_new)
        self._model.shown.connect(self._shown)
        self._table.horizontalHeader().sectionClicked.connect(self._model.order_by)
        QShortcut(QKeySequence(ORDER_KEYS), self).activated.connect(self._model.order_by_next)
        self._table.selectionModel().currentRowChanged.connect(self._chosen)
        self.retranslate()
        self._ask()

    # ------------------------------------------------------------------------------------------ as a page

    def place(self) -> Place:
        """The list as it was narrowed, with the record chosen in it."""
        given = self._detail.place().given if self._detail is not None else ()
        words = self._filter.text().strip()
        narrowed = (*(((WORDS, words),) if words else ()), *(((OWN, OWN),) if self._own.isChecked() else ()))
        return Place(self._place.page, self._wanted, given=(*given, *narrowed))

    def keep_draft(self) -> None:
        """The record beside the list keeps its own."""
        if self._detail is not None:
            self._detail.keep_draft()

    def save(self) -> None:
        """The record beside the list saves itself."""
        if self._detail is not None:
            self._detail.save()

    def leave(self) -> None:
        """The record beside the list is left too."""
        if self._detail is not None:
            self._detail.leave()

    def refresh(self, changes: Changes | None) -> None:
        """Ask anew when records of the kind changed, or when all may read otherwise."""
        if changes is None or changes.kinds & {self._kind, "name", "merge_decision"}:
            self._ask()
        if self._detail is not None:
            self._detail.refresh(changes)

    def begin(self) -> None:
        """Typing narrows the list at once."""
        self._filter.setFocus()

    def retranslate(self) -> None:
        """Every word of the page."""
        decl, lang = declaration(self._kind), self.tools.language.code
        self._title.setText(decl.plural(lang))
        self._filter.setPlaceholderText(self.tr("Filter"))
        self._filter.setAccessibleName(self.tr("Filter the list"))
        self._own.setText(self.tr("First-hand only"))
        self._new.setText(self._words_for_new())
        self._new.setIcon(self.tools.icons.icon("add"))
        self._twice.setText(self.tr("Recorded twice?"))
        self._twice.setToolTip(self.tr("People whose names are alike, to be compared two by two"))
        self._table.setAccessibleName(decl.plural(lang))
        self._tell_count()

    def _words_for_new(self) -> str:
        return {
            "case": self.tr("New &case"),
            "person": self.tr("New &person"),
            "testimony": self.tr("New &testimony"),
            "evidence": self.tr("&Add a file"),
            "event": self.tr("New &event"),
            "organisation": self.tr("New &organisation"),
            "source": self.tr("New so&urce"),
            "task": self.tr("New &task"),
            "tag": self.tr("New t&ag"),
        }[self._kind]

    # ----------------------------------------------------------------------------------------- the list

    def _ask(self) -> None:
        self._model.first_hand_only = self._own.isChecked()
        self._model.ask(self._filter.text().strip())

    def _shown(self) -> None:
        self._table.share_out()
        nothing_at_all = self._model.total == 0 and not self._model.text and not self._model.first_hand_only
        self._empty.setVisible(nothing_at_all)
        self._splitter.setVisible(not nothing_at_all)
        self._filter.setVisible(not nothing_at_all)
        self._new.setVisible(not nothing_at_all)
        self._twice.setVisible(self._kind == "person" and not nothing_at_all)
        self._tell_count()
        found = self._model.row_of(self._wanted) if self._wanted else -1
        if found >= 0:
            self._table.selectRow(found)
        elif self._wanted and self._detail is None:
            self._open(self._wanted)

    def _tell_count(self) -> None:
        """How many there are; where none is left, what to do about it."""
        none_left = self._model.total == 0 and (self._model.text or self._model.first_hand_only)
        self._choose.setText(
            self.tr("Nothing here has these words. Shorten or clear the filter; Ctrl+K searches everywhere.")
            if none_left and not self._model.first_hand_only
            else self.tr("Nothing here was said to be first-hand. “How they know” in a statement says so.")
            if none_left
            else self.tr("Choose something in the list, and it opens here.")
        )
        self._count.setText(str(self._model.total) if self._model.total or none_left else "")

    def _first(self) -> None:
        if self._model.total:
            self._table.selectRow(0)
            self._table.setFocus()

    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        listed = self._model.at(current.row()) if current.isValid() else None
        if listed is not None and (listed.id != self._wanted or self._detail is None):
            self._open(listed.id)

    def _make_new(self) -> None:
        if self._kind == "testimony":
            self.tools.go(Place("testimony/new"))
        else:
            self.tools.go(Place("record", kind=self._kind))

    # ----------------------------------------------------------------------------------------- the record

    def _open(self, record: str) -> None:
        self._close()
        self._wanted = record
        given, self._given = self._given, ()
        self._detail = make_detail(self.tools, Place("record", record, self._kind, given))
        self._choose.hide()
        self._splitter.leave_room(False)
        self._side.addWidget(self._detail, 1)

    def _close(self) -> None:
        detail, self._detail = self._detail, None
        if detail is not None:
            detail.leave()
            self._side.removeWidget(detail)
            detail.hide()
            detail.setParent(None)
            leave_behind(detail)

    def _lay_out(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(FILTER_AFTER)
        self._empty.hide()
        self._twice.hide()
        self._twice.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        table = self._table
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(1)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionsClickable(True)
        table.wide = self._model.wide
        side = QWidget()
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._choose.setContentsMargins(32, 24, 32, 24)
        self._side.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignTop)
        listing = held(column(self._filter, self._own, table), margins=(16, 0, 16, 16))
        self._splitter = Beside(listing, side)
        self._splitter.leave_room(not self._wanted)
        head = row(self._title, self._count, None, self._twice, self._new, gap=12)
        head.setContentsMargins(16, 16, 16, 4)
        whole = column(head, self._splitter, self._empty, gap=8)
        whole.setStretch(1, 1)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._own.setVisible(self._kind in SAID_OF)  # not before: alone it would be a window of its own
