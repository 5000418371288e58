"""A new person is made with a name or without one."""

from __future__ import annotations

from desktop.casework import records
from desktop.ui.place import Place
from tests.ui.asking import ask
from tests.ui.hand import Hand


def people(hand: Hand) -> list[str]:
    return [row.title for row in ask(hand, lambda ws: records.list_records(ws, "person")).rows]


def test_a_person_is_made_with_a_name(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="person"))
    desk.type_into("Name", "韩松")
    desk.press("Add the person")
    desk.until(lambda: people(desk) == ["韩松"])


def test_a_person_is_made_without_a_name(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="person"))
    desk.press("Add the person")
    desk.until(lambda: len(people(desk)) == 1)
