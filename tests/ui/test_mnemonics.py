"""A letter with Alt presses what it is underlined in, on every screen one thing alone, and types nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.casework import records
from desktop.domain.registry import KINDS
from desktop.ui.add_member import AddMember
from desktop.ui.place import Place
from desktop.ui.save_bar import SaveBar
from tests import screens_of_exchange, screens_of_safekeeping, screenshots
from tests.ui.asking import ask, stands
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand, settle
from tests.ui.test_forms import a_case, title
from tests.ui.walker import Walker

T = TypeVar("T")
ALT = Qt.KeyboardModifier.AltModifier


class Letters(Walker):
    """Goes where pictures would be taken, with something to save everywhere, and notes letters that mean two things."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand)
        self.clashes: set[str] = set()
        self.seen = 0

    def take(self, name: str) -> None:
        settle()
        for part in (*self.window.findChildren(SaveBar), *self.window.findChildren(AddMember)):
            part.show()
        meant: dict[str, list[str]] = {}
        for keys, words in letters(self.hand):
            meant.setdefault(keys, []).append(words)
        self.seen += len(meant)
        self.clashes |= {f"{name}: {keys} {words}" for keys, words in meant.items() if len(words) > 1}


def letters(hand: Hand) -> Iterator[tuple[str, str]]:
    """Every letter that does something now, and the words it stands in."""
    for widget in hand.visible(QWidget):
        label = widget if isinstance(widget, QLabel) else None
        presses = isinstance(widget, QAbstractButton) or (label is not None and label.buddy() is not None)
        if presses and widget.isEnabled():
            words = widget.text()  # type: ignore[attr-defined]
            keys = QKeySequence.mnemonic(words).toString()
            if keys:
                yield keys, words


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_on_no_screen_a_letter_means_two_things(desk: Hand, tmp_path: Path, language: str) -> None:
    walker = Letters(desk)
    told = walker.ask(lambda ws: screenshots.tell_of(ws, tmp_path))
    made = screens_of_exchange.prepare(walker, told.case, told.testimony, tmp_path)
    desk.window.tools.language.choose(language)
    screenshots.inside(walker, told)
    for kind in KINDS:
        walker.show(f"new {kind}", Place("record", kind=kind))
    screens_of_exchange.exchange(walker, made)
    screens_of_exchange.take_in(walker, made)
    screens_of_exchange.contradictions(walker, made)
    assert walker.seen > 0
    assert "; ".join(sorted(walker.clashes)) == ""


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_on_no_page_of_safekeeping_a_letter_means_two_things(desk: Hand, tmp_path: Path, language: str) -> None:
    walker = Letters(desk)
    kept = screens_of_safekeeping.prepare(walker, PASSPHRASE, tmp_path)
    desk.window.tools.language.choose(language)
    screens_of_safekeeping.keeping(walker, kept)
    screens_of_safekeeping.own_passphrase(walker)
    screens_of_safekeeping.with_key_file(walker, kept, tmp_path)
    assert "; ".join(sorted(walker.clashes)) == ""


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_before_a_vault_is_open_a_letter_means_one_thing_too(hand: Hand, language: str) -> None:
    walker = Letters(hand)
    hand.window.tools.language.choose(language)
    screenshots.before_unlocking(walker)
    assert "; ".join(sorted(walker.clashes)) == ""


def test_a_letter_with_alt_saves_and_is_not_typed(desk: Hand) -> None:
    record = a_case(desk)
    QTest.keyClicks(title(desk), "x")
    title(desk).setFocus()
    QTest.keyClick(title(desk), Qt.Key.Key_S, ALT)
    desk.until(lambda: stands(desk, record)["title"] == "七月案x")
    assert title(desk).text() == "七月案x"


@pytest.mark.parametrize("kind", ["person", "act", "testimony"])
def test_a_letter_with_alt_that_means_nothing_is_typed_nowhere(desk: Hand, kind: str) -> None:
    (record,) = ask(
        desk, lambda ws: records.add(ws, kind, [{"notes": [{"text": "a"}], "custom": [{"label": "b"}]}])
    ).created
    desk.window.tools.go(Place("record", record, kind))
    desk.until(lambda: any(field.toPlainText() == "a" for field in desk.visible(QPlainTextEdit)))
    fields: list[QLineEdit | QPlainTextEdit] = [*desk.visible(QLineEdit), *desk.visible(QPlainTextEdit)]
    for field in fields:
        before = written(field)
        QTest.keyClick(field, Qt.Key.Key_7, ALT)
        QTest.keyClick(field, Qt.Key.Key_J, ALT)
        assert written(field) == before, field.accessibleName()


def test_what_altgr_types_is_typed(desk: Hand) -> None:
    a_case(desk)
    both = ALT | Qt.KeyboardModifier.ControlModifier
    QTest.sendKeyEvent(QTest.KeyAction.Click, title(desk), Qt.Key.Key_Q, "@", both)
    assert title(desk).text().endswith("@")


def written(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
