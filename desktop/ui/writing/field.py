"""A field of several lines in which people are mentioned: each mention is one sign with the words it reads as."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.casework import mentioning
from desktop.casework.mentioning import Reading
from desktop.domain.mentions import OPEN, Mention, compose, parse, render
from desktop.ui import sources
from desktop.ui.clipboard import STORED
from desktop.ui.entry import TextField
from desktop.ui.finding.passage import mark
from desktop.ui.plain import one_line, tooltip
from desktop.ui.tools import Tools
from desktop.ui.writing.asking import Asking
from desktop.ui.writing.chip import ChipLayout, Readings
from desktop.ui.writing.counting import stored_places
from desktop.ui.writing.marking import KEYS as MARKED_KEYS
from desktop.ui.writing.marking import Marked, Marking, said_of
from desktop.ui.writing.parts import mentions_of, parts_of, put_parts

KEYS = "Ctrl+M"


class MentionField(TextField):
    """Text as it is stored goes in and comes out; what nobody touched comes out letter for letter."""

    def __init__(self, tools: Tools, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._tools = tools
        self._put = self._stood = ""
        self._readings = Readings(self.font(), self)
        self._readings.wanted.connect(self.look_up, Qt.ConnectionType.QueuedConnection)
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        self._chips = ChipLayout(document, self._readings, tools.theme)
        document.setDocumentLayout(self._chips)
        self.setDocument(document)
        self._asking = Asking(tools, self, self.look_up)
        self.marking = Marking(tools, self, self._asking.ask, self._asking.put_mentions)
        self.marking.changed.connect(self._tell_mentions)
        self.textChanged.connect(self._tell_mentions)
        for pressed, act in ((KEYS, self.mention), (MARKED_KEYS, self.marking.settle_one)):
            keys = QShortcut(QKeySequence(pressed), self, act)
            keys.setContext(Qt.ShortcutContext.WidgetShortcut)  # an argument `context` is not heeded
        self._say()

    # ------------------------------------------------------------------------------------ in and out

    def put(self, stored: str) -> None:
        """Show a stored text; what was there, and all that could be undone, is gone."""
        document = self.document()
        if OPEN not in stored:
            self.setPlainText(stored)
        else:
            self.setPlainText("")
            document.setUndoRedoEnabled(False)
            put_parts(QTextCursor(document), parse(stored))
            document.setUndoRedoEnabled(True)
            document.setModified(False)
            self.put_caret(0, 0)
        self._put, self._stood = stored, self._composed()

    def stored(self) -> str:
        """The text as it is stored: as it was put while nobody has typed, for a field shows some signs as others."""
        composed = self._composed()
        return self._put if composed == self._stood else composed

    def put_back(self, text: str, anchor: int, caret: int) -> None:
        """A stored text, and the caret as it was left."""
        self.put(text)
        self.put_caret(anchor, caret)

    def marked(self) -> tuple[int, int, str]:
        """What is marked: start and end in code points of the stored text, and the words as they are stored."""
        cursor, stored = self.textCursor(), self.stored()
        places = stored_places(stored)
        start, end = (places[min(one, len(places) - 1)] for one in (cursor.selectionStart(), cursor.selectionEnd()))
        return start, end, stored[start:end]

    def mark(self, start: int, end: int) -> None:
        """Mark words, given by where they stand in the stored text, in code points, and scroll there."""
        places = stored_places(self.stored())
        mark(self, bisect_left(places, start), bisect_left(places, end))

    def _composed(self) -> str:
        return compose(parts_of(self.document()))

    # --------------------------------------------------------------------------------- what they read as

    def look_up(self) -> None:
        """Ask the vault what the mentions read as."""
        mentions = {mention for _, mention in mentions_of(self.document())}
        if mentions:
            self._tools.worker.submit(lambda ws: mentioning.readings(ws, mentions), self._read, owner=self)

    def look_otherwise(self) -> None:
        """Names are hidden or shown from now on; what they were is not shown until the vault has answered."""
        self._readings.forget()
        self._redraw()
        self.look_up()

    def _read(self, readings: Mapping[Mention, Reading]) -> None:
        self._readings.learn(readings)
        self._redraw()

    def _redraw(self) -> None:
        for place, _ in mentions_of(self.document()):
            self.document().markContentsDirty(place, 1)
        self.viewport().update()
        self._say()

    def _say(self) -> None:
        self.setToolTip(tooltip(self.tr("Ctrl+M mentions a person")))
        self._tell_mentions()

    def _tell_mentions(self) -> None:
        """A screen reader reads no chips and no underlines; it is told whom the text mentions, and what is marked."""
        named = dict.fromkeys(self._readings.words(mention) for _, mention in mentions_of(self.document()))
        told = self.tr("Mentions {people}").format(people=self.tr(", ").join(map(one_line, named))) if named else ""
        told = " ".join(filter(None, (told, said_of(self.marking.marked))))
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)

    # --------------------------------------------------------------------------------------- mentioning

    def be_among(self, at_hand: sources.AtHand) -> None:
        """People of the case at hand are offered first."""
        self._asking.at_hand = at_hand

    def mention(self) -> None:
        """Ask whom to mention: at the caret, or for the words that are marked."""
        self._asking.ask()

    def _mention_later(self) -> None:
        self.setFocus()
        self.mention()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and over it the chips that are marked."""
        super().paintEvent(event)
        self._chips.paint_marked(QPainter(self.viewport()))

    # ---------------------------------------------------------------------------------------- the mouse

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, and what can be done here besides."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        action = menu.addAction(self.tr("&Mention a person"))
        action.triggered.connect(self._mention_later, Qt.ConnectionType.QueuedConnection)  # the menu is gone by then
        action.setShortcut(QKeySequence(KEYS))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(not self.isReadOnly())
        known = self._marked_at(event.pos())
        if known is not None and not self.isReadOnly():
            make = menu.addAction(self.tr("Make the &name a mention"))
            make.setShortcut(QKeySequence(MARKED_KEYS))
            make.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            make.triggered.connect(lambda: self.marking.settle([known]), Qt.ConnectionType.QueuedConnection)
        menu.popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Over a chip: who that is, with the code. Over a known name: what is to be done with it."""
        if not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        reading = self._reading_at(event.pos())
        if reading is None and self._marked_at(event.pos()) is not None:
            QToolTip.showText(event.globalPos(), tooltip(self.tr("Somebody known is named here. F7: a mention")), self)
            return True
        if reading is None:
            return super().viewportEvent(event)
        told = dict.fromkeys((reading.words, reading.person, reading.code))
        QToolTip.showText(event.globalPos(), tooltip(" · ".join(told)), self)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the language."""
        if hasattr(self, "_readings"):
            self._readings.font = self.font()
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _marked_at(self, point: QPoint) -> Marked | None:
        return self.marking.at(self.cursorForPosition(point).position())

    def _reading_at(self, point: QPoint) -> Reading | None:
        near = self.cursorForPosition(point).position()
        for place, mention in mentions_of(self.document()):
            if place in {near - 1, near}:
                before, behind = QTextCursor(self.document()), QTextCursor(self.document())
                before.setPosition(place)
                behind.setPosition(place + 1)
                chip = self.cursorRect(before).united(self.cursorRect(behind))
                if chip.contains(point):
                    return self._readings.of(mention)
        return None

    # ---------------------------------------------------------------------------------- the clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words as they can be read, and beside them how they are stored."""
        cursor = self.textCursor()
        stored = compose(parts_of(self.document(), cursor.selectionStart(), cursor.selectionEnd()))
        copied = QMimeData()
        copied.setText(render(stored, self._readings.words))
        if OPEN in stored:
            copied.setData(STORED, stored.encode())
        return copied

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text; what was copied in this program keeps its mentions."""
        if not source.hasFormat(STORED):
            super().insertFromMimeData(source)
            return
        untrusted_stored = bytes(source.data(STORED).data()).decode("utf-8", "replace")
        put_parts(self.textCursor(), parse(untrusted_stored.replace("\0", "\N{REPLACEMENT CHARACTER}")))
        self.ensureCursorVisible()


def look_up_mentions(within: QWidget) -> None:
    """Somebody may be called otherwise now."""
    for field in within.findChildren(MentionField):
        field.look_up()


def look_otherwise(within: QWidget) -> None:
    """Names are hidden or shown from now on."""
    for field in within.findChildren(MentionField):
        field.look_otherwise()
