"""History, undoing, striking a wording, putting aside, erasing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QAbstractButton, QListWidget, QMenu

from desktop.casework import records
from desktop.casework.workspace import Workspace
from desktop.ui.past.marked_text import MarkedText
from desktop.ui.past.settling import declared
from desktop.ui.place import Place
from tests.ui.asking import ask, rows
from tests.ui.hand import Hand

FIRST, SECOND = "The lamps case", "The case of the lamps"


@pytest.fixture
def renamed(desk: Hand) -> Hand:
    """A case whose title was changed once, with its history open."""

    def make(ws: Workspace) -> str:
        case = records.add(ws, "case", [{"title": FIRST}]).created[0]
        records.edit(ws, case, {"title": SECOND})
        return case

    case = ask(desk, make)
    desk.window.tools.go(Place("history", str(case), "case"))
    desk.until(lambda: desk.named(QListWidget, "Changes, the latest first") is not None)
    desk.sees(FIRST)
    return desk


def title(hand: Hand) -> object:
    """What the case is called today."""
    return ask(hand, lambda ws: records.list_records(ws, "case", deleted=True).rows[0].title)


def changes(hand: Hand) -> list[str]:
    """The lines of the history as a screen reader says them."""
    listed = hand.wait_for(QListWidget, "Changes, the latest first")
    return [
        str(listed.item(number).data(Qt.ItemDataRole.AccessibleTextRole)).split(" · ", maxsplit=1)[0].split(",")[0]
        for number in range(listed.count())
    ]


def pieces(text: MarkedText) -> Iterator[tuple[str, QTextCharFormat]]:
    """The parts of a text as they are drawn."""
    block = text.document().begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            yield walk.fragment().text(), walk.fragment().charFormat()
            walk += 1
        block = block.next()


def test_the_latest_change_is_first_and_says_before_and_then(renamed: Hand) -> None:
    assert changes(renamed) == ["Changed", "Made"]
    renamed.sees(f"Title: {FIRST} → {SECOND}")


def test_a_line_of_the_history_says_what_was_changed_by_whom(renamed: Hand) -> None:
    line = renamed.wait_for(QListWidget, "Changes, the latest first").item(0).text()
    assert line.startswith("Changed · Title\nhere · ")


def test_what_went_is_struck_through_and_what_came_underlined(renamed: Hand) -> None:
    (text,) = renamed.visible(MarkedText)
    fragments = list(pieces(text))
    assert "".join(words for words, looks in fragments if looks.fontStrikeOut()).strip() == "case"
    assert [words.strip() for words, looks in fragments if looks.fontUnderline()] == ["case of the"]


def test_only_an_earlier_wording_can_be_struck(renamed: Hand) -> None:
    assert renamed.named(QAbstractButton, "Strike an earlier wording") is None


def test_of_several_earlier_wordings_one_is_chosen(renamed: Hand) -> None:
    listed = renamed.wait_for(QListWidget, "Changes, the latest first")
    record = ask(renamed, lambda ws: records.list_records(ws, "case").rows[0].id)
    ask(renamed, lambda ws: records.edit(ws, str(record), {"summary": "One"}))
    ask(renamed, lambda ws: records.edit(ws, str(record), {"title": "Another", "summary": "Two"}))
    ask(renamed, lambda ws: records.edit(ws, str(record), {"title": FIRST, "summary": "Three"}))
    renamed.until(lambda: listed.count() == 5)
    listed.setCurrentRow(1)
    renamed.press("Strike an earlier wording")
    (menu,) = renamed.visible(QMenu)
    assert sorted(action.text() for action in menu.actions()) == ["Summary: Two", "Title: Another"]


def test_undoing_sets_back_what_stood_before(renamed: Hand) -> None:
    renamed.press("Undo this change")
    renamed.until(lambda: changes(renamed) == ["Changed", "Changed", "Made"])
    assert title(renamed) == FIRST


def test_the_first_entry_cannot_be_undone(renamed: Hand) -> None:
    renamed.wait_for(QListWidget, "Changes, the latest first").setCurrentRow(1)
    renamed.until(lambda: renamed.named(QAbstractButton, "Undo this change") is None)


def test_putting_aside_and_bringing_back_are_two_more_lines(renamed: Hand) -> None:
    renamed.press("Put it aside")
    renamed.press("Bring it back")
    renamed.until(lambda: changes(renamed) == ["Brought back", "Put aside", "Changed", "Made"])


def test_an_earlier_wording_is_struck_after_its_preview(renamed: Hand) -> None:
    renamed.wait_for(QListWidget, "Changes, the latest first").setCurrentRow(1)
    renamed.press("Strike an earlier wording")
    renamed.until(lambda: [row[2] for row in rows(renamed, "What goes")] == [FIRST])
    renamed.press("I have looked at the list")
    renamed.press("Strike it for good")
    renamed.sees("Nothing of it is left in this vault")
    assert title(renamed) == SECOND
    assert not ask(renamed, lambda ws: ws.vault.wordings(FIRST))


def test_nothing_is_erased_before_the_list_was_looked_at(renamed: Hand) -> None:
    renamed.press("Erase the record")
    assert not renamed.wait_for(QAbstractButton, "Erase the record for good").isEnabled()


def test_leaving_everything_as_it_is_erases_nothing(renamed: Hand) -> None:
    renamed.press("Erase the record")
    renamed.press("Leave everything as it is")
    assert title(renamed) == SECOND


def test_an_erased_record_is_gone_and_its_history_says_that_it_was(renamed: Hand) -> None:
    renamed.press("Erase the record")
    renamed.press("I have looked at the list")
    renamed.press("Erase the record for good")
    renamed.sees("Nothing of it is left in this vault")
    assert not ask(renamed, lambda ws: ws.vault.wordings(SECOND))
    renamed.until(lambda: changes(renamed)[0] == "Erased")


@pytest.mark.parametrize(
    ("path", "type_"),
    [("title", "text"), (f"statements/{'a' * 32}/words", "long"), ("never_heard_of", None), ("*", None)],
)
def test_a_path_leads_to_the_field_it_is_about(path: str, type_: str | None) -> None:
    kind = "testimony" if "/" in path else "case"
    found = declared(kind, path)
    assert (found.type if found else None) == type_
