"""Evidence is looked at inside the window, from memory, and covered until somebody asks."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from desktop.casework import evidence
from desktop.ui.place import Place
from desktop.ui.viewer import PictureView, Viewer
from tests.ui.asking import ask
from tests.ui.hand import Hand

T = TypeVar("T")
NOTE = "七月九日 凌晨四点 门口两个人"


def attached(hand: Hand, file: Path) -> str:
    """A file taken in, its page open."""
    record: str = ask(hand, lambda ws: evidence.attach(ws, None, file)).created[0]
    hand.window.tools.go(Place("record", record, "evidence"))
    hand.sees(file.name)
    return record


@pytest.fixture
def note(tmp_path: Path) -> Path:
    file = tmp_path / "note.txt"
    file.write_text(NOTE, encoding="gb18030")
    return file


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "picture.png"
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#c03020"))
    image.save(str(file))
    return file


def view(hand: Hand) -> QLabel:
    """The label the picture is drawn on."""
    found = hand.window.findChild(PictureView)
    assert isinstance(found, PictureView)
    label = found.widget()
    assert isinstance(label, QLabel)
    return label


def test_a_text_is_covered_until_asked_for(desk: Hand, note: Path) -> None:
    attached(desk, note)
    assert not desk.reads(NOTE)
    desk.press("Show it")
    desk.sees(NOTE)


@pytest.mark.fault(25)
def test_fault_25_what_turns_the_direction_of_a_text_is_seen(desk: Hand, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("paid to \u202enehC\u202c in May", "utf-8")
    attached(desk, file)
    desk.press("Show it")
    desk.sees("paid to ⟨U+202E⟩nehC⟨U+202C⟩ in May")


def test_a_text_is_covered_again(desk: Hand, note: Path) -> None:
    attached(desk, note)
    desk.press("Show it")
    desk.sees(NOTE)
    desk.press("Cover it again")
    assert not desk.reads(NOTE)


def test_what_is_shown_takes_the_height_there_is(desk: Hand, note: Path) -> None:
    attached(desk, note)
    desk.press("Show it")
    desk.sees(NOTE)
    viewer = desk.window.findChild(Viewer)
    assert isinstance(viewer, Viewer)
    before = viewer.height()
    desk.window.resize(desk.window.width(), desk.window.height() + 300)
    desk.until(lambda: viewer.height() == before + 300)


def test_a_text_can_be_read_and_not_written(desk: Hand, note: Path) -> None:
    attached(desk, note)
    desk.press("Show it")
    field = desk.wait_for(QPlainTextEdit, "The text of the file")
    assert field.isReadOnly()


def test_a_picture_is_shown_in_its_colours(desk: Hand, picture: Path) -> None:
    attached(desk, picture)
    desk.press("Show it")
    desk.until(lambda: not view(desk).pixmap().isNull())
    assert view(desk).pixmap().toImage().pixelColor(5, 5).name() == "#c03020"


def test_a_picture_grows_and_shrinks(desk: Hand, picture: Path) -> None:
    attached(desk, picture)
    desk.press("Show it")
    desk.until(lambda: not view(desk).pixmap().isNull())
    fitted = view(desk).pixmap().width()
    desk.press("Larger")
    assert view(desk).pixmap().width() > fitted
    desk.press("Smaller")
    desk.press("Smaller")
    assert view(desk).pixmap().width() < fitted


def test_escape_covers_a_picture_and_lets_go_of_it(desk: Hand, picture: Path) -> None:
    attached(desk, picture)
    desk.press("Show it")
    desk.until(lambda: not view(desk).pixmap().isNull())
    QTest.keyClick(desk.window.findChild(Viewer), Qt.Key.Key_Escape)  # type: ignore[arg-type]
    assert view(desk).pixmap().isNull()


@pytest.mark.fault(25)
@pytest.mark.parametrize("name", ["a.svg", "a.html"])
def test_fault_25_what_could_load_something_is_shown_as_its_letters_or_not_at_all(
    desk: Hand, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/></svg>', "utf-8")
    attached(desk, file)
    desk.press("Show it")
    desk.until(lambda: desk.reads("<svg") or desk.reads("cannot be shown") or desk.reads("picture"))
    assert view(desk).pixmap().isNull()


@pytest.mark.fault(25)
def test_fault_25_a_broken_picture_is_told_in_words(desk: Hand, picture: Path) -> None:
    picture.write_bytes(picture.read_bytes()[:60])
    attached(desk, picture)
    desk.press("Show it")
    desk.until(lambda: bool(desk.window.notice))
    assert view(desk).pixmap().isNull()


def test_a_copy_is_given_out_letter_for_letter(desk: Hand, note: Path, tmp_path: Path) -> None:
    record = attached(desk, note)
    out = tmp_path / "copy"
    ask(desk, lambda ws: evidence.extract(ws, record, out))
    assert out.read_bytes() == note.read_bytes()
