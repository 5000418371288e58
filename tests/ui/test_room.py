"""On a small screen with large letters nothing is cut off: it wraps, gives way, or can be scrolled to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QSplitter, QTableView, QWidget

from desktop.casework import quick, records
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import Workspace
from desktop.ui.columns import shares
from desktop.ui.place import Place
from desktop.ui.plain import ElidedLabel
from tests.ui.hand import Hand, settle

SMALL = (1024, 768)
LARGE = 200
BREAKS = re.compile(r"\s+|(?<=[\u2e80-\uffff])")  # a line may end there
WORDS = "They came in the night and took the computer, and the school did not let the child in after that."
WHO = "Aynur Test-Example of the Second Street"


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
@pytest.mark.parametrize("kind", ["cases", "people", "testimonies"])
def test_a_list_beside_a_record_cuts_nothing_off(desk: Hand, kind: str, language: str) -> None:
    desk.window.tools.language.choose(language)
    show(desk, lambda told: Place(kind, told[kind]))
    assert list(cut_off(desk)) == []


@pytest.mark.parametrize("page", ["history", "erase"])
def test_a_page_about_a_record_cuts_nothing_off(desk: Hand, page: str) -> None:
    show(desk, lambda told: Place(page, told["testimonies"], "testimony"))
    assert list(cut_off(desk)) == []


@pytest.mark.parametrize(
    "page", ["today", "contacts", "conflicts", "settings", "handoff", "receive", "import", "search"]
)
def test_a_room_cuts_nothing_off(desk: Hand, page: str) -> None:
    show(desk, lambda _told: Place(page))
    assert list(cut_off(desk)) == []


def test_a_list_stands_above_the_record_where_both_have_no_room(desk: Hand) -> None:
    show(desk, lambda told: Place("people", told["people"]))
    (splitter,) = desk.visible(QSplitter)
    assert splitter.orientation() == Qt.Orientation.Vertical
    desk.window.tools.theme.enlarge(100)
    settle()
    assert splitter.orientation() == Qt.Orientation.Horizontal


def test_what_is_whispered_at_the_foot_does_not_widen_the_window(desk: Hand) -> None:
    show(desk, lambda _told: Place("today"))
    before = desk.window.width()
    desk.window.tools.whisper(WORDS * 3)
    settle()
    assert desk.window.width() == before


def test_short_columns_are_whole_and_long_ones_give_way() -> None:
    assert shares([40, 400, 300], 440) == [40, 200, 200]


def test_what_matters_most_keeps_its_part_of_a_narrow_table() -> None:
    assert shares([300, 400, 300], 800, 1) == [240, 320, 240]
    assert shares([300, 100, 300], 800, 1) == [300, 100, 300]


def test_columns_that_fit_get_what_they_need() -> None:
    assert shares([40, 100, 80], 440) == [40, 100, 80]


def show(desk: Hand, place: Callable[[dict[str, str]], Place]) -> None:
    """The small screen, the large letters, a family, and the page."""
    window = desk.window
    answers: list[dict[str, str]] = []
    window.tools.worker.submit(tell, answers.append, owner=window)
    desk.until(lambda: bool(answers))
    window.resize(*SMALL)
    window.tools.theme.enlarge(LARGE)
    window.tools.go(place(answers[0]))
    quiet(desk)
    assert window.width() <= SMALL[0]


def tell(ws: Workspace) -> dict[str, str]:
    said = QuickTestimony(WORDS, speaker=Pick(text=WHO), about=(Pick(text="Han Example"),), case=Pick(text="July case"))
    quick.record_testimony(ws, said)
    kinds = {"cases": "case", "people": "person", "testimonies": "testimony"}
    return {room: records.list_records(ws, kind).rows[0].id for room, kind in kinds.items()}


def quiet(desk: Hand) -> None:
    """Until everything asked for is there."""
    for _ in range(4):
        answered: list[bool] = []
        desk.window.tools.worker.submit(lambda _ws: True, answered.append, owner=desk.window)
        wait(desk, answered)


def wait(desk: Hand, answered: list[bool]) -> None:
    desk.until(lambda: bool(answered))
    settle()


def cut_off(desk: Hand) -> Iterator[str]:
    """Words that cannot be read whole, whatever one scrolls."""
    for widget in desk.visible(QWidget):
        if isinstance(widget, QLabel | QAbstractButton) and widget.text() and not isinstance(widget, ElidedLabel):
            if widget.width() < widest_word(widget) or beyond_reach(widget):
                yield f"{type(widget).__name__} in {type(widget.parent()).__name__}: {widget.text()}"
        elif isinstance(widget, QTableView) and columns_out_of_sight(widget):
            yield f"columns of {widget.accessibleName()}"


def widest_word(widget: QLabel | QAbstractButton) -> int:
    """A word or, where words cannot go on in the next line, all of them."""
    text = widget.text().replace("&", "")
    wraps = (isinstance(widget, QLabel) and widget.wordWrap()) or widget.hasHeightForWidth()
    words = BREAKS.split(text) if wraps else text.splitlines()
    return max((widget.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def beyond_reach(widget: QWidget) -> bool:
    """Whether it sticks out of what holds it, and nothing scrolls there."""
    here, holder = widget.rect(), widget.parentWidget()
    while holder is not None and not holder.isWindow():
        at = QRect(widget.mapTo(holder, QPoint(0, 0)), here.size())
        area = holder.parentWidget()
        if isinstance(area, QScrollArea) and holder is area.viewport():
            if area.horizontalScrollBar().maximum() > 0:
                return False
            if at.left() < 0 or at.right() > holder.width():
                return True
            holder = area  # up and down it scrolls
            here = holder.rect()
            widget = area
        elif at.left() < 0 or at.right() > holder.width():
            return True
        holder = holder.parentWidget()
    return False


def columns_out_of_sight(table: QTableView) -> bool:
    return table.horizontalHeader().length() > table.viewport().width() and (
        table.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    )
