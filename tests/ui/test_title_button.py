"""A title that leads somewhere, where there is less room than it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.ui.title_button import TitleButton

LONG = "Mother & aunt of three, told over the phone, " + "很长的标题" * 20


def test_a_long_title_needs_little_room_and_is_read_out_whole(qapp: QApplication) -> None:
    button = TitleButton()
    button.say(LONG)
    button.resize(button.minimumSizeHint())
    button.show()
    assert button.width() < 200
    assert button.text().endswith("…")
    assert button.accessibleName() == LONG


def test_a_title_that_has_room_is_shown_whole(qapp: QApplication) -> None:
    button = TitleButton()
    button.say(LONG)
    button.resize(button.sizeHint())
    button.show()
    assert button.text().replace("&&", "&") == LONG
