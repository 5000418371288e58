"""What is painted first of a record stands where it stays."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QLabel

from desktop.casework import records
from desktop.casework.workspace import JSON
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from tests.ui.asking import ask
from tests.ui.hand import Hand, settle

LAST_IN_SIGHT = "Words used"  # in the window of these tests; Qt gives a page less room before it has its place


class Paintings(QObject):
    """Where fields and words stood each time the window was painted, by what they are called."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand.window)
        self.all: list[dict[str, QPoint]] = []
        self._hand = hand
        hand.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Has it painted, and looks."""
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        self._hand.window.removeEventFilter(self)
        self._hand.window.event(event)
        self._hand.window.installEventFilter(self)
        self.all.append(self.now())
        return True

    def now(self) -> dict[str, QPoint]:
        """Of all that is in sight."""
        window = self._hand.window
        there = {one.text(): one for one in self._hand.visible(QLabel) if not one.visibleRegion().isEmpty()}
        return {words: one.mapTo(window, QPoint()) for words, one in there.items()}


def an_act(hand: Hand) -> str:
    began: JSON = {"edtf": "2021-03-01"}
    ended: JSON = {"edtf": "2021-03-10"}
    victim = ask(hand, lambda ws: records.add(ws, "person", [{"sex": "f"}])).created[0]
    act: JSON = {"victim": victim, "type": "B.04", "nature": "state", "start": began, "end": ended}
    return ask(hand, lambda ws: records.add(ws, "act", [act])).created[0]


def test_all_that_is_in_sight_of_an_act_is_painted_at_once_where_it_stays(desk: Hand) -> None:
    record = an_act(desk)
    desk.go("Today")
    paintings = Paintings(desk)
    desk.window.tools.go(Place("record", record, "act"))
    desk.until(lambda: any("Person harmed" in one for one in paintings.all))
    first = next(one for one in paintings.all if "Person harmed" in one)
    desk.sees("No source yet.")  # stands at the end of the page
    last = paintings.now()
    assert LAST_IN_SIGHT in first
    assert any(words.startswith("Lasted") for words in first)
    assert {words: place for words, place in first.items() if last.get(words) != place} == {}


def test_all_that_is_in_sight_of_a_new_record_is_painted_at_once_where_it_stays(desk: Hand) -> None:
    desk.go("Today")
    paintings = Paintings(desk)
    desk.window.tools.go(Place("record", kind="organisation"))
    desk.until(lambda: any("Name" in one for one in paintings.all))
    first = next(one for one in paintings.all if "Name" in one)
    desk.until(lambda: not desk.window.findChildren(RecordForm)[0].building)
    settle()
    assert first == paintings.now()
