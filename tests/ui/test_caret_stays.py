"""The caret stays in the page somebody is at, whatever is hidden, held or made anew under it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop.ui.place import Place
from tests.ui.hand import Hand
from tests.ui.test_forms import a_case, title


def stays(hand: Hand) -> bool:
    """Whether the caret is on the page, and not in the navigation or nowhere."""
    desk = hand.window.desk
    assert desk is not None
    page, caret = desk._page, hand.caret()
    return page is not None and caret is not None and (caret is page or page.isAncestorOf(caret))


@pytest.mark.parametrize("by_keys", [True, False])
def test_once_all_is_saved_the_caret_is_in_the_field_one_wrote_in(desk: Hand, by_keys: bool) -> None:
    a_case(desk)
    QTest.keyClicks(desk.field("Title"), "x")
    save = desk.wait_for(QAbstractButton, "Save")
    if by_keys:
        save.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(save, Qt.Key.Key_Space)
    else:
        desk.press("Save")
    desk.until(lambda: desk.named(QAbstractButton, "Save") is None)
    desk.sees("Saved.")
    assert desk.caret() is title(desk)


def test_a_new_record_that_was_saved_keeps_the_caret_in_its_form(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="tag"))
    desk.type_into("Tag", "tea")
    save = desk.wait_for(QAbstractButton, "Save")
    save.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(save, Qt.Key.Key_Space)
    desk.sees("Saved.")
    assert desk.caret() is desk.wait_for(type(desk.field("Tag")), "Tag")


def test_a_page_with_nothing_to_press_has_the_caret_itself(desk: Hand) -> None:
    a_case(desk)
    desk.window.tools.go(Place("names"))
    desk.sees("Nothing is left to decide")
    desk.until(lambda: stays(desk))


def test_a_button_that_goes_with_the_caret_in_it_leaves_it_on_the_page(desk: Hand) -> None:
    desk.go("Settings")
    assert desk.window.desk is not None
    page = desk.window.desk._page
    assert page is not None
    desk.until(page.isVisible)
    last = [one for one in desk.visible(QAbstractButton) if page.isAncestorOf(one) and one.isEnabled()][-1]
    last.setFocus()
    last.hide()
    assert stays(desk)
