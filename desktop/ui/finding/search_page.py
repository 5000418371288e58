"""Search: one field over everything that may be seen, the hits below in their sentences."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QKeyEvent, Qt

from desktop.casework import find
from desktop.casework.find import Found
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.entry import NamingField, held_back
from desktop.ui.finding.hits import HitList
from desktop.ui.finding.passage import leading_to
from desktop.ui.job import Job
from desktop.ui.layout import column, readable
from desktop.ui.page import Page
from desktop.ui.place import WORDS, Place
from desktop.ui.plain import Heading, PlainLabel, one_line
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools
from desktop.ui.veil import cover_until_known, covered

ASK_AFTER = 150  # milliseconds without a key
MOST = 100
OWN = "first_hand"  # in `Place.given`


class SearchField(NamingField):
    """Down goes into the hits; everything else is a line field's."""

    def __init__(self, hits: HitList) -> None:
        super().__init__()
        self._hits = hits

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow and page keys belong to the hits, unless an input method is at work."""
        down = event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown}
        if down and not held_back(event, self.composing) and self._hits.hits.rowCount():
            self._hits.setFocus()
            if not self._hits.currentIndex().isValid():
                self._hits.setCurrentIndex(self._hits.hits.index(0))
            return
        super().keyPressEvent(event)


class SearchPage(Page):
    """What is being composed with an input method is not searched for; only what stands in the field."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._asked: Job | None = None
        self._searched = ""
        self._title = Heading()
        self._hits = HitList(tools)
        self._field = SearchField(self._hits)
        self._state = PlainLabel(wrap=True).be(quiet=True)
        self._own = TickBox()
        self._found = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER)
        whole = column(self._title, self._field, self._own, readable(self._state), self._hits, None, gap=12, margin=24)
        whole.setStretch(4, 1000)
        self.setLayout(whole)
        self._own.setChecked(OWN in dict(place.given))
        self._timer.timeout.connect(self._ask)
        self._field.textChanged.connect(lambda _text: self._timer.start())
        self._field.submitted.connect(self._submit)
        self._own.toggled.connect(self._ask_anew)
        self._hits.activated.connect(self._open)
        self._hits.hide()
        self._field.setText(dict(place.given).get(WORDS, ""))
        cover_until_known(tools, self._field)
        tools.theme.changed.connect(self._hits.viewport().update)
        self.retranslate()

    def place(self) -> Place:
        """The page with the words that were searched for, so that one comes back to the same hits."""
        own = ((OWN, OWN),) if self._own.isChecked() else ()
        return Place("search", given=((WORDS, self._searched), *own) if self._searched else own)

    def begin(self) -> None:
        """The caret goes into the field, all of it chosen; what stands there is searched at once."""
        self._field.setFocus()
        self._field.selectAll()
        self._ask()

    def refresh(self, changes: Changes | None) -> None:
        """Ask again, quietly."""
        self._ask_anew()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Search"))
        self._field.setAccessibleName(self.tr("Search"))
        self._field.setPlaceholderText(self.tr("Words, a name, its pinyin, or a code"))
        self._hits.setAccessibleName(self.tr("Hits"))
        self._own.setText(self.tr("First-hand only: what somebody saw, heard or lived through themselves"))
        self._tell()

    def _ask_anew(self) -> None:
        self._searched = ""
        self._ask()
        self._tell()  # what it quotes may have to go from the screen at once

    def _ask(self) -> None:
        self._timer.stop()
        words = self._field.text().strip()
        if words == self._searched:
            return
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        self._searched = words
        if not words:
            self._show(())
            return

        own = self._own.isChecked()

        def query(ws: Workspace) -> tuple[Found, ...]:
            return find.search(ws, words, limit=MOST, first_hand_only=own)

        self._asked = self.tools.worker.submit(query, self._show, owner=self, look=True)

    def _show(self, hits: tuple[Found, ...]) -> None:
        self._asked = None
        self._found = len(hits)
        self._hits.hits.fill(hits)
        self._hits.setVisible(bool(hits))
        if hits:
            self._hits.setCurrentIndex(self._hits.hits.index(0))
        self._tell()

    def _tell(self) -> None:
        if not self._searched:
            self._state.setText(
                self.tr(
                    "Everything you may see is searched: testimonies and translations, people by name, by pinyin or "
                    "its first letters, what is chosen from lists, codes. Chinese needs no spaces and may be typed in "
                    "either script. Several words: records that have all of them."
                )
            )
        elif not self._found and covered(self._field):
            self._state.setText(
                self.tr("No record has the words hidden here. F8 shows them; typing puts others in their place.")
            )
        elif not self._found:
            self._state.setText(
                self.tr("No record has “{words}”. Fewer words, or a part of the name, may find more.").format(
                    words=one_line(self._searched)
                )
            )
        elif self._found >= MOST:
            self._state.setText(self.tr("The best {count} hits").format(count=self._found))
        else:
            self._state.setText(self.tr("Hits: {count}").format(count=self._found))

    def _submit(self) -> None:
        """Enter searches at once; once more it opens the hit that is highlighted."""
        if self._field.text().strip() != self._searched or self._asked is not None:
            self._ask()
        else:
            self._open(self._hits.currentIndex())

    def _open(self, _index: QModelIndex) -> None:
        hit = self._hits.chosen()
        if hit is not None:
            self.tools.go(leading_to(hit))
