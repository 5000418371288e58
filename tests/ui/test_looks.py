"""Light and dark, English and Chinese, large and small: all while running, readable, complete."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop.ui.entry import LineField
from desktop.ui.layout import column, held
from desktop.ui.theme import DARK_COLOURS, LIGHT_COLOURS, TEXT_SIZES, Colours
from desktop.ui.tick_box import TickBox
from tests.ui import translations
from tests.ui.hand import Hand, settle

ROOMS = ("Today", "Cases", "People", "Testimonies", "Evidence", "Search", "Bring in", "Contacts", "Settings")
TEXTS = ("text", "quiet", "accent", "danger", "warning", "good")
GROUNDS = ("window", "base", "raised")
PALETTES = {"light": LIGHT_COLOURS, "dark": DARK_COLOURS}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    brighter, darker = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    """Of a colour, 0 to 1."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pairs() -> Iterator[tuple[str, str, str]]:
    for palette in PALETTES:
        for text in TEXTS:
            for ground in GROUNDS:
                yield palette, text, ground


@pytest.mark.parametrize(("palette", "text", "ground"), list(pairs()))
def test_every_text_can_be_read_on_every_ground(palette: str, text: str, ground: str) -> None:
    colours = PALETTES[palette]
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", PALETTES.values(), ids=list(PALETTES))
def test_what_is_chosen_marked_or_pressed_can_be_read(colours: Colours) -> None:
    assert contrast(colours.text, colours.chosen) >= 4.5
    assert contrast(colours.text, colours.marked) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5


@pytest.mark.parametrize("colours", PALETTES.values(), ids=list(PALETTES))
def test_the_outline_of_a_control_can_be_seen(colours: Colours) -> None:
    assert contrast(colours.control, colours.base) >= 3
    assert contrast(colours.control, colours.window) >= 3


def test_both_palettes_name_every_colour() -> None:
    assert all(dataclasses.astuple(colours) for colours in PALETTES.values())


def unfinished(ts: Path) -> list[str]:
    """Words without a finished translation."""
    messages = ElementTree.parse(ts).getroot().iter("message")
    return [
        message.findtext("source") or ""
        for message in messages
        if (found := message.find("translation")) is None or not found.text or found.get("type")
    ]


def test_every_word_of_the_window_is_translated(tmp_path: Path) -> None:
    fresh = tmp_path / translations.TS.name
    shutil.copy(translations.TS, fresh)
    translations.collect(fresh)
    assert unfinished(fresh) == []


def test_no_translation_is_left_of_words_nobody_says(tmp_path: Path) -> None:
    fresh = tmp_path / translations.TS.name
    shutil.copy(translations.TS, fresh)
    translations.collect(fresh)
    kept, said = (len(list(ElementTree.parse(ts).getroot().iter("message"))) for ts in (translations.TS, fresh))
    assert kept == said


def test_a_translation_has_the_same_places_to_fill_in() -> None:
    for message in ElementTree.parse(translations.TS).getroot().iter("message"):
        source, said = message.findtext("source") or "", message.findtext("translation") or ""
        assert places(source) == places(said), source


def places(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]}


def test_the_language_changes_while_the_window_is_open(desk: Hand) -> None:
    desk.go("Settings")
    desk.press("Language: 简体中文")
    desk.sees("设置")
    assert not desk.reads("Settings")


def test_a_language_chosen_is_spoken_after_unlocking_too(desk: Hand) -> None:
    hand = desk
    hand.go("Settings")
    hand.press("Language: 简体中文")
    hand.sees("设置")
    hand.lock()
    hand.window.tools.language.choose("en")
    hand.unlock("seven quiet lamps under water")
    hand.sees("今天")


def test_dark_and_light_change_while_the_window_is_open(desk: Hand) -> None:
    desk.go("Settings")
    desk.press("Looks: Dark")
    assert QApplication.palette().window().color().name() == DARK_COLOURS.window
    desk.press("Looks: Light")
    assert QApplication.palette().window().color().name() == LIGHT_COLOURS.window


@pytest.mark.parametrize("room", ROOMS)
def test_every_control_has_a_name_a_screen_reader_can_speak(desk: Hand, room: str) -> None:
    desk.go(room)
    settle()
    assert [describe(one) for one in desk.visible(QWidget) if pressed_or_typed(one) and not spoken(one)] == []


def pressed_or_typed(widget: QWidget) -> bool:
    """Controls of our own pages; what Qt puts inside them aside."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)
    inside = isinstance(widget.parent(), QAbstractScrollArea | QLineEdit) and not isinstance(widget, QLineEdit)
    return isinstance(widget, kinds) and not inside


def spoken(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} in {type(widget.parent()).__name__}"


@pytest.mark.parametrize("size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
@pytest.mark.parametrize("room", ROOMS)
def test_no_button_cuts_its_words_off(desk: Hand, room: str, size: int) -> None:
    desk.window.tools.theme.enlarge(size)
    desk.go(room)
    settle()
    cut = [
        button.text()
        for button in desk.visible(QPushButton)
        if button.width() < button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
    ]
    assert cut == []


@pytest.mark.parametrize("size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_what_is_typed_stands_on_one_line_in_every_script(hand: Hand, size: int) -> None:
    hand.window.tools.theme.choose("light")
    hand.window.tools.theme.enlarge(size)
    field = LineField("field", hand.window)
    field.show()
    settle()
    field.adjustSize()
    heights = []
    for text in ("I", "I韩松", "Iཤིས"):
        field.setText(text)
        heights.append(first_letter(field))
    assert len(set(heights)) == 1


def first_letter(field: LineField) -> tuple[int, int]:
    """The rows of pixels the first letter, a straight one, stands in."""
    field.setCursorPosition(len(field.text()))
    seen = field.grab().toImage()
    across = range(8, 10 + field.fontMetrics().horizontalAdvance("I"))
    inside = range(4, seen.height() - 4)
    dark = [y for y in inside if any(seen.pixelColor(x, y).lightness() < 160 for x in across)]
    return dark[0], dark[-1]


def test_a_box_to_tick_is_as_high_as_its_lines(hand: Hand) -> None:
    box = TickBox("A sentence that is far too long for the narrow column it stands in")
    screen = held(column(box, None))
    screen.setFixedWidth(160)
    hand.window.screens.show_screen(screen)
    hand.until(lambda: box.width() == 160)
    assert box.height() >= box.heightForWidth(160) > box.fontMetrics().height() * 2
