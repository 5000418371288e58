"""Large letters have the room that small ones have."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QStyle,
    QStyleOptionButton,
    QTableWidget,
)

from desktop import app
from desktop.casework import records
from desktop.casework.case_timeline import CaseTimeline, Lane, Moment
from desktop.casework.workspace import Workspace
from desktop.ui.going_on import left_by
from desktop.ui.place import Place
from desktop.ui.timeline_layout import lay_out
from desktop.ui.timeline_view import LOWEST, TimelineView
from tests.ui.asking import ask
from tests.ui.hand import Hand, settle
from tests.ui.test_mentions import somebody
from tests.ui.test_reports_room import told


@pytest.mark.parametrize("line", [17.0, 34.0])
def test_a_label_of_a_timeline_grows_with_the_letters(line: float) -> None:
    day = date(2021, 3, 1)
    moment = Moment("one", "act", "A", "x" * 100, "", "", "", "", day, day, None, open=False)
    timeline = CaseTimeline("a case", (Lane("", "", "", defender=False, moments=(moment,)),), (), day)
    laid = lay_out(timeline, 2000, line, lambda words: len(words) * line / 2)
    assert laid is not None
    assert laid.marks[0].label.width() == 15 * line


def test_boxes_to_tick_and_the_signs_of_lists_grow_with_the_letters(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    box, chooser = desk.wait_for(QCheckBox, "Interview in progress"), desk.wait_for(QLineEdit, "Who is speaking")

    def sizes() -> tuple[int, int]:
        option = QStyleOptionButton()
        option.initFrom(box)
        drawn = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
        return drawn.width(), chooser.textMargins().right()

    small = sizes()
    desk.window.tools.theme.enlarge(200)
    desk.until(lambda: all(large > plain for plain, large in zip(small, sizes(), strict=True)))


def test_the_screen_of_a_locked_vault_is_as_large_as_the_window_that_was_locked(
    hand: Hand, qapp: QApplication, tmp_path: Path
) -> None:
    hand.window.tools.theme.enlarge(200)
    left = left_by(hand.window, hand.window.tools, tmp_path)
    hand.window.tools.theme.enlarge(100)
    window = app.build(qapp, work_factor=6)
    window.go_on_with(left)
    window.show()
    sizes = {one.font().pointSizeF() for one in window.findChildren(QAbstractButton) if one.isVisible()}
    boxes = [one.sizeHint().height() for one in window.findChildren(QCheckBox)]
    letters = qapp.font().pointSizeF()
    window.tools.theme.enlarge(100)  # the letters are those of all windows to come
    window.lock()
    window.tools.worker.stop()
    settle()
    shiboken6.delete(window)
    assert (sizes, min(boxes) >= 30) == ({letters}, True)


def test_a_timeline_in_large_letters_gives_way_so_that_no_window_outgrows_its_screen(desk: Hand) -> None:
    case, _ = ask(desk, told)
    desk.window.tools.theme.enlarge(200)
    desk.window.tools.go(Place("timeline", case, "case"))
    desk.sees("沈月")
    (view,) = desk.visible(TimelineView)
    desk.until(lambda: view.sizeHint().height() > LOWEST)
    assert max(view.minimumHeight(), view.minimumSizeHint().height()) <= LOWEST


def test_every_room_has_its_line_on_a_small_screen(desk: Hand) -> None:
    (rooms,) = (one for one in desk.visible(QListWidget) if one.property("navigation"))
    high_lines = []
    for wide, high in ((1280, 1000), (1024, 640)):
        desk.window.resize(wide, high)
        settle()
        last = rooms.visualItemRect(rooms.item(rooms.count() - 1))
        assert rooms.viewport().rect().contains(last)
        high_lines.append(rooms.sizeHintForRow(0))
    assert high_lines[0] > high_lines[1]


def test_what_tells_two_testimonies_of_one_person_apart_stands_first_and_gives_way_last(desk: Hand) -> None:
    def twice(ws: Workspace) -> str:
        person = somebody(ws)
        words = ("那天早上天还没亮，巷子里停着两辆车，他们先敲门", "那天早上天还没亮，巷子里停着两辆车，他们先打电话")
        records.add(ws, "testimony", [{"speaker": person, "statements": [{"words": one}]} for one in words])
        return person

    desk.window.tools.theme.enlarge(200)
    desk.window.tools.go(Place("record", ask(desk, twice), "person"))
    table = desk.wait_for(QTableWidget, "Testimonies")
    desk.until(lambda: table.columnWidth(0) >= table.sizeHintForColumn(0) and table.isColumnHidden(2))
    assert {str(table.model().index(row, 0).data())[-3:] for row in range(2)} == {"先敲门", "打电话"}
