"""In a field of several lines: what names somebody known is underlined, and one key makes it a mention."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.casework import guarding
from desktop.casework.guarding import Made
from desktop.casework.workspace import Workspace
from desktop.domain.mentions import Mention
from desktop.ui.entry import TextField, finish_composing
from desktop.ui.page import Page
from desktop.ui.tools import Tools
from desktop.ui.writing.chip import SIGN

Put = Callable[[Sequence[tuple[Mention, QTextCursor]]], None]

KEYS = "F7"
SEALED = "sealed"
"""A property of pages whose own words are kept with the identities: a name is at home there."""
SOON = 120  # milliseconds after the last letter
ENOUGH = 20_000  # characters looked through in one go; the rest follows when the window had its turn
LAST_OF_ONE_UNIT = "\uffff"


@dataclass(frozen=True)
class Marked:
    """Words that name somebody: where they stand in the field, as Qt counts. person: None where it may be several."""

    start: int
    end: int
    person: str | None


class Marking(QObject):
    """Underlines, and never changes a letter by itself; while an input method composes it waits. `changed` when there
    are others."""

    changed = Signal()

    def __init__(self, tools: Tools, field: TextField, ask: Callable[[], None], put: Put) -> None:
        """ask: whom the words that are marked mean. put: mentions in the place of words."""
        super().__init__(field)
        self._tools = tools
        self._field = field
        self._ask = ask
        self._put = put
        self._seen: dict[str, tuple[Marked, ...]] = {}
        self.marked: tuple[Marked, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        field.textChanged.connect(self._touched)
        tools.guard.changed.connect(self._anew)
        tools.theme.changed.connect(self._draw)

    def look(self) -> None:
        """Look through what was written since."""
        if self._field.composing:
            return  # the text changes once more when it is done
        looks = self._tools.guard.ready and not within_sealed(self._field)
        self._take(tuple(self._through()) if looks else ())

    def _take(self, marked: tuple[Marked, ...]) -> None:
        others = [(one.person, one.end - one.start) for one in marked]
        told = others != [(one.person, one.end - one.start) for one in self.marked]
        moved = marked != self.marked
        self.marked = marked
        if moved:
            self._draw()
        if told:
            self.changed.emit()

    def at(self, place: int) -> Marked | None:
        """What is marked at a place of the text."""
        return next((one for one in self.marked if one.start <= place <= one.end), None)

    def settle_one(self) -> None:
        """What is marked under the caret, else the last before it, else the next, becomes a mention."""
        if self._field.composing:
            finish_composing()
        self.look()
        caret = self._field.textCursor().position()
        before = [one for one in self.marked if one.end <= caret]
        one = self.at(caret) or (before[-1] if before else next(iter(self.marked), None))
        if one is None:
            self._tools.whisper(self.tr("Nobody known is named here in plain words."))
        else:
            self.settle([one])

    def settle_all(self) -> None:
        """Everything marked of which it is known whom it names; of the rest the first is asked for."""
        self.look()
        self.settle(self.marked)

    def settle(self, several: Sequence[Marked]) -> None:
        """Put mentions in the place of these. The words stay with the identities, as they were said."""
        field = self._field
        if field.isReadOnly():
            return
        known = [(one.person, self._cursor(one)) for one in several if one.person is not None]
        if not known:
            if several:
                field.setTextCursor(self._cursor(several[0]))
                self._ask()
            return
        said = [(person, cursor.selectedText()) for person, cursor in known]
        for _person, cursor in known:
            cursor.setKeepPositionOnInsert(True)

        def make(ws: Workspace) -> Made:
            return guarding.make_mentions(ws, said)

        def put(made: Made) -> None:
            kept = zip(known, said, made.mentions, strict=True)
            here = [(mention, cursor) for (_, cursor), (_, words), mention in kept if cursor.selectedText() == words]
            self._put(here)

        self._tools.worker.submit(make, put, owner=field)

    def _touched(self) -> None:
        self._timer.start(SOON)

    def _anew(self) -> None:
        """What was looked through is so no more; what is hidden now is marked no more at once."""
        self._seen = {}
        if self._tools.guard.ready:
            self._timer.start(0)
        else:
            self._take(())  # whatever an input method is at

    def _through(self) -> Iterator[Marked]:
        """Every paragraph; those that stand as they stood are not looked through again."""
        seen, self._seen = self._seen, {}
        block, looked = self._field.document().begin(), 0
        while block.isValid():
            words, begin = block.text(), block.position()
            block = block.next()
            if words not in self._seen:
                if words not in seen and looked > ENOUGH:
                    self._timer.start(0)
                    continue
                if words not in seen:
                    looked += len(words)
                    seen[words] = tuple(self._in_paragraph(words))
                self._seen[words] = seen[words]
            yield from (Marked(begin + one.start, begin + one.end, one.person) for one in self._seen[words])

    def _in_paragraph(self, words: str) -> Iterator[Marked]:
        """A mention that is one already parts words from each other."""
        at = 0
        for piece in words.split(SIGN):
            for mark in self._tools.guard.marks(piece):
                start = at + _units(piece[: mark.start])
                yield Marked(start, start + _units(piece[mark.start : mark.end]), mark.person)
            at += _units(piece) + 1

    def _cursor(self, one: Marked) -> QTextCursor:
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(one.start)
        cursor.setPosition(one.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _draw(self) -> None:
        looks = QTextCharFormat()
        looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        looks.setUnderlineColor(QColor(self._tools.theme.colours.warning))
        drawn = []
        for one in self.marked:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(one)
            selection.format = looks
            drawn.append(selection)
        self._field.setExtraSelections(drawn)


def within_sealed(field: QWidget) -> bool:
    """Whether a field is on a page whose words are kept with the identities."""
    widget: QWidget | None = field
    while widget is not None and not isinstance(widget, Page):
        widget = widget.parentWidget()
    return widget is not None and widget.property(SEALED) is True


def said_of(marked: Sequence[Marked]) -> str:
    """How much of a text names somebody in plain words; nothing where none does."""
    if not marked:
        return ""
    if len(marked) == 1:
        return QCoreApplication.translate(
            "Marking", "Somebody known is named here in plain words. F7 makes it a mention."
        )
    said = QCoreApplication.translate(
        "Marking", "{count} times somebody known is named here in plain words. F7 makes one a mention."
    )
    return said.format(count=len(marked))


def _units(words: str) -> int:
    """How many places of a field words take: it counts in UTF-16."""
    return len(words) + sum(sign > LAST_OF_ONE_UNIT for sign in words)
