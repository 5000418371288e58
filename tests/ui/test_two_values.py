"""A case of which two people wrote different things: both are shown, compared, counted and settled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QListWidget

from desktop.casework import records, timeline
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from desktop.ui.past.marked_text import MarkedText
from desktop.ui.room_count import COUNT
from tests.ui.asking import ask
from tests.ui.hand import Hand
from tests.ui.two_windows import (
    Two,
    hand_over_renamed,
    handed_over,
    receive,
    rename_case,
    two,
    windows,
)

__all__ = ["handed_over", "two", "windows"]  # fixtures


def test_a_case_with_two_values_shows_both_and_takes_a_third(handed_over: Two) -> None:
    ben, anna = handed_over.ben, handed_over.anna
    rename_case(ben, "Ben's title")
    hand_over_renamed(handed_over, "Anna's title")
    receive(handed_over.at(ben), handed_over.folder / "second.age")
    ben.go("Conflicts")
    ben.sees("Anna's title")
    ben.sees("Ben's title")
    field = ben.field("Your own: Title")
    field.selectAll()
    ben.say(field, "Our title")
    ben.press("Keep what I wrote")
    ben.sees("Nothing contradicts itself.")
    assert ask(ben, lambda ws: records.list_records(ws, "case").rows[0].title) == "Our title"
    assert anna is not ben


def test_what_two_wordings_do_not_share_is_marked_in_both(handed_over: Two) -> None:
    ben = handed_over.ben
    rename_case(ben, "The case of the lamps by night")
    hand_over_renamed(handed_over, "The case of the lamps by day")
    receive(handed_over.at(ben), handed_over.folder / "second.age")
    ben.go("Conflicts")
    ben.until(lambda: sorted(underlined(text) for text in ben.visible(MarkedText)) == ["day", "night"])


def test_undoing_one_side_of_a_conflict_tells_where_to_settle_it(handed_over: Two) -> None:
    ben = handed_over.ben
    rename_case(ben, "Ben's title")
    hand_over_renamed(handed_over, "Anna's title")
    receive(handed_over.at(ben), handed_over.folder / "second.age")
    assert ask(ben, undo_the_last) == "history.contested"
    ben.go("Conflicts")
    ben.press("Look at the record")
    ben.press("History")
    ben.press("Undo this change")
    ben.sees("This change is one side of a conflict.")


def undo_the_last(ws: Workspace) -> str:
    """The code of the refusal."""
    case = records.list_records(ws, "case").rows[0].id
    last = timeline.history(ws, case)[-1].revision
    with pytest.raises(Refused) as refused:
        timeline.undo(ws, case, last)
    return refused.value.code


def underlined(text: MarkedText) -> str:
    """What is marked in a wording."""
    cursor, found = QTextCursor(text.document()), ""
    for place in range(text.document().characterCount() - 1):
        cursor.setPosition(place)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        found += cursor.selectedText() if cursor.charFormat().fontUnderline() else ""
    return found


def test_the_navigation_counts_the_conflicts_until_they_are_settled(handed_over: Two) -> None:
    ben = handed_over.ben
    assert not waiting(ben)
    rename_case(ben, "Ben's title")
    hand_over_renamed(handed_over, "Anna's title")
    receive(handed_over.at(ben), handed_over.folder / "second.age")
    ben.until(lambda: waiting(ben) == 1)
    ben.go("Conflicts")
    ben.press("Take this one: Ben's title")
    ben.until(lambda: waiting(ben) == 0)


def waiting(hand: Hand) -> int:
    """The number beside “Conflicts”."""
    rooms = next(one for one in hand.visible(QListWidget) if one.property("navigation"))
    (item,) = rooms.findItems("Conflicts", Qt.MatchFlag.MatchExactly)
    return int(item.data(COUNT) or 0)
