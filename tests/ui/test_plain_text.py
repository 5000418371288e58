"""Text is shown as text, whatever is written in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QApplication, QLabel

from desktop.ui.plain import ElidedLabel, PlainLabel, isolated, one_line, several_lines, tooltip, visible
from tests.ui.hand import Hand

HOSTILE = '<img src="file:///etc/hostname"><a href="https://example.org">沈月</a>'
OVERRIDE = "\u202egnp.exe"
ACCOUNT = "The account, in their own words"


def labels_that_guess() -> list[str]:
    """Labels that would show markup if somebody wrote it."""
    return [label.text() for label in QApplication.allWidgets() if isinstance(label, QLabel) and guesses(label)]


def guesses(label: QLabel) -> bool:
    """Qt's own dialogs aside, whose labels nobody writes into."""
    own = type(label).__module__.startswith("desktop") or type(label) is QLabel
    inside_qt = label.window().metaObject().className() == "QFileDialog"
    return own and not inside_qt and label.textFormat() != Qt.TextFormat.PlainText


def tips_that_guess() -> list[str]:
    """Tooltips Qt would take for markup, other than those we escaped ourselves."""
    tips = [widget.toolTip() for widget in QApplication.allWidgets()]
    return [
        tip for tip in tips if Text.mightBeRichText(tip) and not tip.startswith('<p style="white-space: pre-wrap">')
    ]


@pytest.mark.fault(25)
def test_fault_25_no_label_in_any_room_guesses_at_markup(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into("Who is speaking", HOSTILE)
    desk.type_into("Which case", HOSTILE)
    desk.type_into(ACCOUNT, HOSTILE)
    desk.keys("Ctrl+S")
    desk.sees("The testimony is kept.")
    for room in ("Today", "Cases", "People", "Testimonies", "Evidence", "Settings"):
        desk.go(room)
        desk.until(lambda: not desk.reads("…</"))
        assert labels_that_guess() == []
        assert tips_that_guess() == []


@pytest.mark.fault(25)
def test_fault_25_markup_typed_as_a_name_is_read_letter_for_letter(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into("Who is speaking", HOSTILE)
    desk.keys("Ctrl+S")
    desk.sees("The testimony is kept.")
    desk.go("People")
    desk.sees('<img src="file:///etc/hostname">')


@pytest.mark.fault(25)
@pytest.mark.parametrize("turning", list("\u202a\u202b\u202d\u202e\u2066\u2067"))
def test_fault_25_what_turns_the_direction_of_writing_is_written_out(turning: str) -> None:
    assert f"U+{ord(turning):04X}" in visible(f"photo{turning}gnp.exe")


@pytest.mark.fault(25)
def test_fault_25_control_characters_are_written_out() -> None:
    assert visible("a\x00b\x1bc\x7f") == "a␀b␛c␡"


@pytest.mark.fault(25)
def test_fault_25_a_line_of_a_megabyte_is_cut(qapp: QApplication) -> None:
    label = PlainLabel("字" * 1_000_000)
    assert len(label.text()) < 30_000


@pytest.mark.fault(25)
def test_fault_25_a_line_of_a_megabyte_is_cut_in_lists() -> None:
    assert len(one_line("字" * 1_000_000)) <= 400


@pytest.mark.fault(25)
def test_fault_25_a_tooltip_is_escaped() -> None:
    assert "<img" not in tooltip(HOSTILE)


def test_an_elided_label_tells_the_whole_to_a_screen_reader(qapp: QApplication) -> None:
    label = ElidedLabel("a long line of words that cannot fit")
    label.resize(20, 20)
    assert label.accessibleName() == "a long line of words that cannot fit"


def test_a_name_put_into_a_sentence_cannot_turn_it() -> None:
    assert isolated(OVERRIDE) == "\u2068‹U+202E›gnp.exe\u2069"


@given(st.text())
def test_what_is_visible_stays_so(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    shown = several_lines(text)
    assert not any(ord(character) < 0x20 and character not in "\n\t" for character in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("uyghur", ["نۇر بۆلۈمى", "བོད་ཡིག", "𠮷𬭎", "می‌خواهم"])
def test_other_scripts_are_left_alone(uyghur: str) -> None:
    assert visible(uyghur) == uyghur
