"""From a hit to the words it was found by: in which field they stand, marked there and scrolled to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.casework.find import Found
from desktop.ui.entry import LineField, TextField, every_field
from desktop.ui.place import FOUND_AFTER, FOUND_WORDS, Place

FIELD, BEFORE, WORDS = "found", FOUND_AFTER, FOUND_WORDS  # in `Place.given`
MARGIN = 96  # pixels kept free above and below the passage
ELLIPSIS = "…"


@dataclass(frozen=True, repr=False)
class Passage:
    """field: the record's own field. before: what stands right before the words, as far as the hit showed it."""

    field: str
    before: str
    words: str


def leading_to(hit: Found) -> Place:
    """The record, and where in it the hit is; a hit in another record that speaks of it leads to the record alone."""
    if hit.via or not hit.path:
        return Place("record", hit.record, hit.kind)
    marks = [marked for _, marked in hit.snippet]
    first = marks.index(True) if True in marks else len(marks)
    before = "".join(piece for piece, _ in hit.snippet[:first]).removeprefix(ELLIPSIS)
    words = hit.snippet[first][0] if first < len(marks) else ""
    given = ((FIELD, hit.path.split("/")[0]), (BEFORE, before if words else ""), (WORDS, words))
    return Place("record", hit.record, hit.kind, given)


def passage_in(place: Place) -> Passage | None:
    """What a page was opened for; None when nothing was searched."""
    given = dict(place.given)
    return Passage(given[FIELD], given.get(BEFORE, ""), given.get(WORDS, "")) if FIELD in given else None


def show_passage(within: QWidget, passage: Passage) -> bool:
    """Mark the words where what stands before them is most alike, and scroll there; False where no field has them (it
    may be no text)."""
    fields = [field for field in every_field(within) if isinstance(field, LineField | TextField)]
    best, where, at = -1, None, 0
    for field in fields if passage.words else ():
        text = _text(field)
        for start in _places(passage.words, text):
            alike = _alike(passage.before, text[max(start - len(passage.before), 0) : start])
            if alike > best:
                best, where, at = alike, field, start
    if where is not None:
        before = _units(_text(where)[:at])
        mark(where, before, before + _units(passage.words))
    return where is not None


def _places(words: str, text: str) -> Iterator[int]:
    """Where the words stand in a text."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _alike(before: str, stands: str) -> int:
    """How many signs before the words are those of the hit: all of them, or as many as follow a mention of somebody,
    which is one sign in a field and words in a hit."""
    pairs = zip(reversed(before), reversed(stands), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _text(field: LineField | TextField) -> str:
    return field.text() if isinstance(field, LineField) else field.toPlainText()


def mark(field: LineField | TextField, first: int, last: int) -> None:
    """Mark what stands between two places, as Qt counts them, and scroll there."""
    if isinstance(field, LineField):
        field.setSelection(first, last - first)
    else:
        field.put_caret(first, last)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    _KeepInSight(field)


def _units(text: str) -> int:
    """Length as Qt counts, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class _KeepInSight(QObject):
    """Scrolls to a field's caret, and again while the page finds its height, as long as the caret is there."""

    def __init__(self, field: LineField | TextField) -> None:
        super().__init__(field)
        self._field = field
        self._area = _area_around(field)
        if self._area is not None:
            self._area.verticalScrollBar().rangeChanged.connect(self._scroll)
            QTimer.singleShot(0, self._scroll)

    def _scroll(self) -> None:
        area, field = self._area, self._field
        inside = None if area is None else area.widget()
        if area is None or inside is None or not field.hasFocus():
            return
        if isinstance(field, TextField):
            place = field.viewport().mapTo(inside, field.cursorRect().center())
        else:
            place = field.mapTo(inside, QPoint(0, field.height() // 2))
        area.ensureVisible(0, place.y(), 0, MARGIN)


def _area_around(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not (isinstance(parent, QScrollArea) and parent.widget() is not None):
        parent = parent.parentWidget()
    return parent
