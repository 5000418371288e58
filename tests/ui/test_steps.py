"""Every step of an exchange, with markup in every name and title: read letter for letter, named, nothing cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import quick, records
from desktop.casework.quick import Pick, QuickTestimony
from desktop.casework.workspace import Workspace
from desktop.ui.place import Place
from desktop.ui.theme import TEXT_SIZES
from tests import screens_of_exchange
from tests.ui.hand import Hand, settle
from tests.ui.test_looks import describe, pressed_or_typed, spoken
from tests.ui.test_plain_text import labels_that_guess, tips_that_guess

HOSTILE = ' <img src="file:///x">'
T = TypeVar("T")


class Walker:
    """Goes where pictures would be taken, and notes what is wrong there."""

    def __init__(self, hand: Hand) -> None:
        self.window = hand.window
        self._hand = hand
        self.seen: list[str] = []
        self.wrong: list[str] = []

    def ask(self, action: Callable[[Workspace], T]) -> T:
        answers: list[T] = []
        self.window.tools.worker.submit(action, answers.append, owner=self.window)
        self._hand.until(lambda: bool(answers))
        return answers[0]

    def quiet(self) -> None:
        for _ in range(4):
            self.ask(lambda _ws: True)
            settle()

    def show(self, name: str, place: Place) -> None:
        self.window.tools.go(Place("passphrase"))
        self.window.tools.go(place)
        self.quiet()
        self.take(name)

    def take(self, name: str) -> None:
        settle()
        self.seen += [text for text in self._hand.texts() if HOSTILE.strip() in text]
        wrong = [*labels_that_guess(), *tips_that_guess()]
        wrong += [describe(one) for one in self._hand.visible(QWidget) if pressed_or_typed(one) and not spoken(one)]
        wrong += [f"cut: {button.text()}" for button in self._hand.visible(QPushButton) if cut(button)]
        self.wrong += [f"{name}: {what}" for what in wrong]


def cut(button: QPushButton) -> bool:
    """Whether a button is narrower than its words."""
    return button.width() < button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))


def begun(ws: Workspace) -> tuple[str, str]:
    """A case and its testimony, markup everywhere."""
    told = QuickTestimony(
        f"学校打来电话。{HOSTILE}",
        speaker=Pick(text=f"沈月{HOSTILE}"),
        about=(Pick(text=f"韩松{HOSTILE}"),),
        case=Pick(text=f"七月案{HOSTILE}"),
    )
    changes = quick.record_testimony(ws, told)
    return records.list_records(ws, "case").rows[0].id, quick.testimony_of(ws, changes) or ""


@pytest.mark.fault(25)
@pytest.mark.parametrize("language", ["en", "zh_Hans"])
@pytest.mark.parametrize("size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_every_step_of_an_exchange_is_plain_named_and_whole(
    desk: Hand, tmp_path: Path, language: str, size: int
) -> None:
    walker = Walker(desk)
    desk.window.tools.theme.enlarge(size)
    desk.window.tools.language.choose(language)
    case, testimony = walker.ask(begun)
    made = screens_of_exchange.prepare(walker, case, testimony, tmp_path, ending=HOSTILE)
    screens_of_exchange.exchange(walker, made)
    screens_of_exchange.take_in(walker, made)
    screens_of_exchange.contradictions(walker, made)
    assert walker.wrong == []
    assert walker.seen
