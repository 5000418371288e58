"""Two people at two windows, who exchange cards and hand cases to each other, as several tests need them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.casework import records
from desktop.casework.workspace import Workspace
from desktop.ui.suggestions import Suggestions
from tests.shelf import Shelf
from tests.ui.asking import ask
from tests.ui.choosing import choose
from tests.ui.conftest import PASSPHRASE, make_before
from tests.ui.hand import Hand, settle

ACCOUNT = "The account, in their own words"
TOLD = "学校打来电话，说孩子不能再来上学了。"
CASE = "The lamps case"
PACKAGE_PASSPHRASE = "nine old bridges over grey rivers"


@dataclass
class Two:
    """Two people. Only one window is shown at a time, so that what is seen belongs to one of them."""

    anna: Hand
    ben: Hand
    folder: Path

    def at(self, hand: Hand) -> Hand:
        """Sit down at one of the windows."""
        for one in (self.anna, self.ben):
            one.window.setVisible(one is hand)
        hand.window.activateWindow()
        settle()
        return hand


@pytest.fixture
def windows(hand: Hand, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Two]:
    """Two windows with no vault open."""
    hand.window.hide()
    window = app.build(qapp, work_factor=6)
    window.show()
    yield Two(hand, Hand(qtbot, window), tmp_path)
    window.lock()
    settle()
    window.tools.worker.stop()
    settle()
    shiboken6.delete(window)


@pytest.fixture
def two(windows: Two, made_before: Path, shelf: Shelf) -> Two:
    """Two vaults open in two windows; nobody knows anybody yet."""
    begin(windows, shutil.copytree(made_before, windows.folder / "vault"), other_vault(shelf, windows.folder))
    return windows


def begin(windows: Two, annas: Path, bens: Path) -> None:
    """Both unlock, and Anna sits down."""
    windows.at(windows.ben).enter(bens, PASSPHRASE)
    windows.at(windows.anna).enter(annas, PASSPHRASE)


def other_vault(shelf: Shelf, folder: Path) -> Path:
    """A vault of somebody else, made as the screens make one."""
    return shelf.copied("another vault", folder / "other", make_before)


def copy_card(hand: Hand, name: str) -> str:
    """Name the own card and copy it as text."""
    hand.go("Contacts")
    hand.type_into("Name on the card", name)
    hand.press("Rename")
    hand.sees("Your card was made anew.")
    hand.press("Copy as text")
    return QGuiApplication.clipboard().text()


def add_card(hand: Hand, text: str, *, team: bool = True) -> None:
    """Paste a colleague's card, say that the words were compared, add it."""
    hand.go("Contacts")
    hand.press("Add a colleague's card")
    field = hand.field("The card as text")
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(field, "Ctrl+V")
    hand.press("Read the text")
    hand.press("We compared the words, and they are the same")
    if team:
        hand.press("Of our team")
    hand.press("Add the card")
    hand.sees("is a contact now.")


def acquainted(two: Two) -> None:
    """Both have the other's card."""
    annas = copy_card(two.at(two.anna), "Anna")
    bens = copy_card(two.at(two.ben), "Ben")
    add_card(two.ben, annas)
    add_card(two.at(two.anna), bens)


def record_case(hand: Hand) -> None:
    """A testimony about somebody, in a case."""
    hand.keys("Ctrl+N")
    hand.type_into("Who is speaking", "林清河")
    hand.type_into("About whom", "韩松")
    hand.type_into("Which case", CASE)
    hand.type_into(ACCOUNT, TOLD)
    hand.keys("Ctrl+S")
    hand.sees("The testimony is kept.")


def choose_case(hand: Hand, case: str = CASE) -> None:
    """Type the case's title and take it from the list."""
    field = hand.field("Case")
    hand.say(field, case)
    QTest.keyClick(field, Qt.Key.Key_Down)
    hand.until(lambda: any(one.current() is not None for one in hand.visible(Suggestions)))
    QTest.keyClick(field, Qt.Key.Key_Return)


def tick_contact(hand: Hand, name: str) -> None:
    """Tick somebody in the list of contacts."""
    hand.until(lambda: hand.named(QListWidget, "Contacts it is handed to") is not None)
    listed = hand.wait_for(QListWidget, "Contacts it is handed to")
    item = next(listed.item(n) for n in range(listed.count()) if listed.item(n).text().startswith(name))
    listed.setCurrentItem(item)
    QTest.keyClick(listed, Qt.Key.Key_Space)


def hand_over(hand: Hand, to: str, file: Path, *, redacted: bool = False, case: str = CASE) -> None:
    """The whole way from the navigation to the sealed file."""
    hand.window.activateWindow()  # offscreen, nobody gives the keyboard back when a dialog closes
    settle()
    hand.go("Hand over")
    choose_case(hand, case)
    tick_contact(hand, to)
    if redacted:
        hand.press("A redacted copy")
    hand.press("See what would leave")
    hand.sees("What leaves")
    hand.press("Write the sealed file")
    choose(hand, file)
    hand.sees("The case is sealed")


def open_package(hand: Hand, file: Path) -> None:
    """From the navigation to the preview."""
    hand.go("Today")
    hand.go("Receive")
    hand.press("Choose the file")
    choose(hand, file)


def receive(hand: Hand, file: Path) -> None:
    """Take a package in, whatever it is."""
    open_package(hand, file)
    hand.sees("What arrives")
    hand.press("Take it in")
    hand.sees("The package is in")


def rename_case(hand: Hand, title: str) -> None:
    """Change the title of the only case."""

    def change(ws: Workspace) -> object:
        case = records.list_records(ws, "case").rows[0].id
        return records.edit(ws, case, {"title": title})

    ask(hand, change)


@pytest.fixture
def handed_over(windows: Two, made_before: Path, shelf: Shelf) -> Two:
    """Ben has taken in the case that Anna handed over; once for all tests, which open copies of both their vaults."""

    def once(place: Path) -> None:
        place.mkdir()
        begin(windows, shutil.copytree(made_before, place / "anna"), other_vault(shelf, place).rename(place / "ben"))
        acquainted(windows)
        record_case(windows.at(windows.anna))
        hand_over(windows.anna, "Ben", place / "first.age")
        receive(windows.at(windows.ben), place / "first.age")
        for one in (windows.ben, windows.anna):
            windows.at(one).lock()

    done = shelf.copied("a case handed over", windows.folder / "done", once)
    shutil.copy(done / "first.age", windows.folder)
    begin(windows, done / "anna", done / "ben")
    windows.at(windows.ben)
    return windows


def hand_over_renamed(two: Two, title: str) -> None:
    """Anna gives the case another title and hands it over again."""
    rename_case(two.at(two.anna), title)
    hand_over(two.anna, "Ben", two.folder / "second.age", case=title)


def consents(hand: Hand) -> None:
    """Everybody in the case agrees to be shared with a partner."""

    def agree(ws: Workspace) -> object:
        people = records.list_records(ws, "person").rows
        scope = {"scope": "share_partner", "state": "given"}
        told = [{"person": one.id, "state": "given", "scopes": {"+1": dict(scope)}} for one in people]
        return records.add(ws, "consent", told)

    ask(hand, agree)
