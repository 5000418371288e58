"""Every step of an exchange, with markup in every name and title: read letter for letter, named, nothing cut."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.casework import quick, records
from desktop.casework.handoff import Handoff
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import Workspace
from desktop.ui.exchange.handover_form import HandoverForm
from desktop.ui.exchange.receive_page import ReceiveStart
from desktop.ui.place import Place
from desktop.ui.theme import TEXT_SIZES
from tests import screens_of_exchange
from tests.ui.hand import Hand, settle
from tests.ui.test_lock import CANARY, held_anywhere
from tests.ui.test_looks import describe, pressed_or_typed, spoken
from tests.ui.test_plain_text import labels_that_guess, tips_that_guess
from tests.ui.walker import Walker

HOSTILE = ' <img src="file:///x">'
NAME = "沈月"
T = TypeVar("T")


class Flashes(QObject):
    """Notes every window that is shown beside the one there is: a widget shown before it has its place."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note, let everything through."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"flash: {type(watched).__name__}")
        return False


class Looking(Walker):
    """Goes where pictures would be taken, and notes what is wrong there."""

    def __init__(self, hand: Hand) -> None:
        self._flashes = Flashes()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self._flashes)
        super().__init__(hand)
        self.seen: list[str] = []
        self.wrong: list[str] = []

    def take(self, name: str) -> None:
        settle()
        self.seen += [text for text in self.hand.texts() if HOSTILE.strip() in text]
        wrong = [*labels_that_guess(), *tips_that_guess()]
        wrong += [describe(one) for one in self.hand.visible(QWidget) if pressed_or_typed(one) and not spoken(one)]
        wrong += [f"cut: {button.text()}" for button in self.hand.visible(QPushButton) if cut(button)]
        self.wrong += [f"{name}: {what}" for what in (*wrong, *self._flashes.seen)]
        self._flashes.seen.clear()


def cut(button: QPushButton) -> bool:
    """Whether a button is narrower than its words."""
    return button.width() < button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))


def begun(ws: Workspace, ending: str = HOSTILE) -> tuple[str, str]:
    """A case and its testimony, with the same words at the end of everything."""
    told = QuickTestimony(
        f"学校打来电话。{ending}",
        speaker=Pick(text=f"沈月{ending}"),
        about=(Pick(text=f"韩松{ending}"),),
        case=Pick(text=f"七月案{ending}"),
    )
    changes = quick.record_testimony(ws, told)
    return records.list_records(ws, "case").rows[0].id, quick.testimony_of(ws, changes) or ""


@pytest.mark.fault(25)
@pytest.mark.parametrize("language", ["en", "zh_Hans"])
@pytest.mark.parametrize("size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_fault_25_every_step_of_an_exchange_is_plain_named_and_whole(
    desk: Hand, tmp_path: Path, language: str, size: int
) -> None:
    walker = Looking(desk)
    desk.window.tools.theme.enlarge(size)
    desk.window.tools.language.choose(language)
    case, testimony = walker.ask(begun)
    made = screens_of_exchange.prepare(walker, case, testimony, tmp_path, ending=HOSTILE)
    screens_of_exchange.exchange(walker, made)
    screens_of_exchange.take_in(walker, made)
    screens_of_exchange.contradictions(walker, made)
    assert walker.wrong == []
    assert walker.seen


def look_at(hand: Hand, step: str, made: screens_of_exchange.Exchange, words: str = CANARY) -> None:
    """Go as far as one step shows what the case says."""
    go = hand.window.tools.go
    if step in {"history", "erase"}:
        go(Place(step, made.case, "case"))
    elif step == "handoff":
        go(Place("handoff", made.case, "case"))
        form = hand.window.findChild(HandoverForm)
        assert isinstance(form, HandoverForm)
        form.wanted.emit(Handoff(made.case, "redacted"))
    elif step == "receive":
        go(Place("receive"))
        start = hand.window.findChild(ReceiveStart)
        assert isinstance(start, ReceiveStart)
        start.chosen.emit(made.back)
    else:
        go(Place(step))
    hand.sees(words)


@pytest.mark.parametrize("step", ["history", "erase", "handoff", "receive", "conflicts", "contacts"])
def test_nothing_in_memory_holds_what_a_step_showed(desk: Hand, tmp_path: Path, step: str) -> None:
    walker = Looking(desk)
    case, testimony = walker.ask(lambda ws: begun(ws, CANARY))
    made = screens_of_exchange.prepare(walker, case, testimony, tmp_path, ending=f" {CANARY}")
    if step == "conflicts":
        screens_of_exchange.take_in(walker, made)
    look_at(desk, step, made)
    del walker, made
    desk.lock()
    settle()
    assert list(held_anywhere(CANARY)) == []


@pytest.mark.parametrize("step", ["handoff", "receive"])
def test_hiding_names_hides_them_in_every_step(desk: Hand, tmp_path: Path, step: str) -> None:
    walker = Looking(desk)
    case, testimony = walker.ask(lambda ws: begun(ws, ""))
    made = screens_of_exchange.prepare(walker, case, testimony, tmp_path)
    look_at(desk, step, made, NAME)
    desk.press("Names shown")
    desk.sees("Codes shown")
    desk.until(lambda: not desk.reads(NAME))
