"""Whom to mention: asked beside the caret of a field, and put into its text."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QTextCursor

from desktop.casework import mentioning
from desktop.casework.mentioning import Mentioned
from desktop.casework.people import Pick
from desktop.casework.workspace import Workspace
from desktop.domain.mentions import Mention, Text
from desktop.ui import sources
from desktop.ui.entry import TextField, finish_composing
from desktop.ui.tools import Tools
from desktop.ui.writing.parts import KEEP, parts_of, put_parts
from desktop.ui.writing.pick import MentionPicker

LONGEST_SAID = 200  # characters; more than that is nobody's name


class Asking(QObject):
    """What is being saved stays as it was handed over: nothing is put into a field that only reads.

    at_hand: the records of the case at hand, whose people are offered first.
    """

    def __init__(self, tools: Tools, field: TextField, look_up: Callable[[], None]) -> None:
        """look_up: asks the vault what the mentions of the field read as."""
        super().__init__(field)
        self._tools = tools
        self._field = field
        self._look_up = look_up
        self.at_hand: sources.AtHand = sources.nothing_at_hand

    def ask(self) -> None:
        """At the caret, or for the words that are marked."""
        if self._field.isReadOnly():
            return
        if self._field.composing:
            finish_composing()
        cursor, said = self._meant()
        picker = MentionPicker(self._tools, self._field, said, self.at_hand)
        picker.chosen.connect(lambda pick: self._put_chosen(pick, said, cursor))
        picker.open_beneath(self._place_of(cursor))

    def put_mentions(self, several: Collection[tuple[Mention, QTextCursor]]) -> None:
        """Each in the place of what its cursor has marked; one undo takes all of them back."""
        for number, (mention, cursor) in enumerate(several):
            self._put_in(mention, cursor, with_last=number > 0)

    def _meant(self) -> tuple[QTextCursor, str]:
        """What a mention takes the place of, and its words; of what can be nobody's name nothing."""
        cursor = self._field.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        parts = list(parts_of(self._field.document(), start, end))
        said = parts[0].words if len(parts) == 1 and isinstance(parts[0], Text) else ""
        if not said.strip() or "\n" in said or len(said) > LONGEST_SAID:
            cursor.setPosition(end)
            return cursor, ""
        cursor.setPosition(start + len(said) - len(said.lstrip()))
        cursor.setPosition(end - (len(said) - len(said.rstrip())), KEEP)
        return cursor, said.strip()

    def _place_of(self, cursor: QTextCursor) -> QRect:
        """Of a caret, from the field's own corner."""
        at = QTextCursor(cursor)
        at.setPosition(cursor.selectionStart())
        return self._field.cursorRect(at).translated(self._field.viewport().pos())

    def _put_chosen(self, pick: Pick, said: str, cursor: QTextCursor) -> None:
        """Whoever is chosen stands in the text at once, a new name by its letters until the vault has made the person.

        Somebody writes on, saves or locks before the answer is here: words that were only promised would be missing,
        or stand behind what was written meanwhile.
        """
        if pick.record is not None and not said:
            self._put_in(Mention(pick.record), cursor)
            return
        words = said or pick.text
        if not said:
            start = cursor.selectionStart()
            put_parts(cursor, [Text(words)])
            end = cursor.position()
            cursor.setPosition(start)
            cursor.setPosition(end, KEEP)
        self._go_behind(cursor)
        cursor.setKeepPositionOnInsert(True)  # what is written right behind belongs to it no more
        document = self._field.document()
        written = document.revision()

        def make(ws: Workspace) -> Mentioned:
            return mentioning.mention(ws, pick, said)

        def put(made: Mentioned) -> None:
            untouched = not said and document.revision() == written
            if cursor.selectedText() == words:
                self._put_in(made.mention, cursor, with_last=untouched)

        self._tools.worker.submit(make, put, owner=self._field)

    def _put_in(self, mention: Mention, cursor: QTextCursor, *, with_last: bool = False) -> None:
        """with_last: one undo takes it back together with what was put in last."""
        if self._field.isReadOnly():
            return
        caret = self._field.textCursor()
        waits = not caret.hasSelection() and caret.position() == cursor.selectionEnd()
        cursor.setKeepPositionOnInsert(False)
        put_parts(cursor, [mention], with_last=with_last)
        if waits:
            self._go_behind(cursor)
        self._look_up()

    def _go_behind(self, cursor: QTextCursor) -> None:
        """The caret behind what was just put in, where one writes on."""
        caret = self._field.textCursor()
        caret.setPosition(cursor.selectionEnd())
        self._field.setTextCursor(caret)
