"""A hand and an eye: drives the window by the words one sees, so that no control can lack a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.window import Window

W = TypeVar("W", bound=QWidget)
WAIT = 60_000  # milliseconds at most; every wait ends as soon as what it waits for is there


def plain(words: str) -> str:
    """Words as one reads them: without mnemonics and ellipsis."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


class Hand:
    """Sees what is visible, presses and types."""

    def __init__(self, bot: QtBot, window: Window) -> None:
        self.bot = bot
        self.window = window

    # -------------------------------------------------------------------------------------------- seeing

    def visible(self, kind: type[W]) -> Iterator[W]:
        """Every widget of a kind one can see, in any window of the program, in the order one reads them.

        Qt hands its widgets out of a hash table: in an order that is another one every time.
        """
        yield from sorted(self._there(kind), key=place_of)

    def _there(self, kind: type[W]) -> Iterator[W]:
        """The same in no order; where the widgets are takes longer to ask than all that is looked for."""
        return (one for one in QApplication.allWidgets() if isinstance(one, kind) and one.isVisible())

    def named(self, kind: type[W], name: str) -> W | None:
        """The visible widget a screen reader calls by this name, or that shows these words."""
        return min((one for one in self._there(kind) if called(one, name)), key=place_of, default=None)

    def wait_for(self, kind: type[W], name: str) -> W:
        """The same, once it is there."""
        self.until(lambda: self.named(kind, name) is not None)
        found = self.named(kind, name)
        assert found is not None
        return found

    def until(self, seen: Callable[[], bool]) -> None:
        """Wait for something."""
        self.bot.waitUntil(seen, timeout=WAIT)

    def reads(self, words: str) -> bool:
        """Whether the words stand anywhere on the screen."""
        return any(words in text for widget in self._there(QWidget) for text in texts_of(widget))

    def texts(self) -> Iterator[str]:
        """Everything that can be read on the screen."""
        for widget in self.visible(QWidget):
            yield from texts_of(widget)

    def sees(self, words: str) -> None:
        """Wait until the words can be read."""
        self.until(lambda: self.reads(words))

    # ------------------------------------------------------------------------------------------- pressing

    def press(self, name: str) -> None:
        """Click the button of this name, once it is there and enabled."""
        self.until(lambda: (found := self.named(QAbstractButton, name)) is not None and found.isEnabled())
        button = self.named(QAbstractButton, name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def keys(self, keys: str) -> None:
        """Press a shortcut, wherever the caret is."""
        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))

    def go(self, room: str) -> None:
        """Choose a room in the navigation."""
        self.until(lambda: any(one.property("navigation") for one in self.visible(QListWidget)))
        rooms = next(one for one in self.visible(QListWidget) if one.property("navigation"))
        item = next(rooms.item(number) for number in range(rooms.count()) if rooms.item(number).text() == room)
        QTest.mouseClick(rooms.viewport(), Qt.MouseButton.LeftButton, pos=rooms.visualItemRect(item).center())

    # --------------------------------------------------------------------------------------------- typing

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        """The field a screen reader calls by this name, with the caret put into it."""
        self.until(lambda: self.named(QLineEdit, name) is not None or self.named(QPlainTextEdit, name) is not None)
        found = self.named(QLineEdit, name) or self.named(QPlainTextEdit, name)
        assert found is not None
        found.setFocus()
        return found

    def type_into(self, name: str, text: str) -> None:
        """Put the caret into a field and type; anything but ASCII comes by an input method."""
        self.say(self.field(name), text)

    def say(self, field: QWidget, text: str) -> None:
        """Type into a field."""
        if text.isascii():
            QTest.keyClicks(field, text)
        else:
            commit(field, text)

    def caret(self) -> QWidget | None:
        """The widget the caret is in."""
        return QApplication.focusWidget()

    # -------------------------------------------------------------------------------------- longer moves

    def create(self, folder: str, passphrase: str) -> None:
        """Make a vault on the screens a person would see."""
        self.window.door.welcome()
        self.press("Create a vault")
        where = self.field("Folder of the new vault")
        assert isinstance(where, QLineEdit)
        where.setText(folder)
        self.type_into("New passphrase", passphrase)
        self.type_into("The same passphrase again", passphrase)
        self.press("Create the vault")
        self.sees("Write down the recovery key")
        self.copy_recovery_key()
        self.until(lambda: self.named(QAbstractButton, "New testimony") is not None)

    def enter(self, folder: Path, passphrase: str) -> None:
        """Unlock a vault that is there."""
        self.window.door.ask(folder)
        self.unlock(passphrase)
        self.until(lambda: self.named(QAbstractButton, "New testimony") is not None)

    def copy_recovery_key(self) -> str:
        """Write the key down as it stands on the screen, then type the pieces asked for. Returns the key."""
        pieces = self.pieces_on_screen()
        self.press("I have written it down")
        self.type_pieces(pieces)
        return " ".join(pieces.values())

    def pieces_on_screen(self) -> dict[str, str]:
        """The recovery key as it is shown, by number of the piece."""
        named = (label.accessibleName() for label in self.visible(QLabel))
        shown = dict(name.split(": ") for name in named if ": " in name)
        return {number: shown[number].replace(" ", "") for number in sorted(shown, key=int)}

    def type_pieces(self, pieces: Mapping[str, str]) -> None:
        """Answer with the pieces asked for."""
        for field in list(self.visible(QLineEdit)):
            self.say(field, pieces[field.accessibleName().removeprefix("Piece ")])
        self.press("It is on paper")

    def lock(self) -> None:
        """Ctrl+L, and wait until the vault is closed."""
        with self.bot.waitSignal(self.window.locked, timeout=WAIT):
            self.keys("Ctrl+L")

    def unlock(self, passphrase: str) -> None:
        """Type the passphrase, press Enter, wait for the desk."""
        field = self.field("Passphrase")
        self.say(field, passphrase)
        with self.bot.waitSignal(self.window.entered, timeout=WAIT):
            QTest.keyClick(field, Qt.Key.Key_Return)


def called(widget: QWidget, name: str) -> bool:
    """Whether a screen reader calls it by this name, or it shows these words."""
    return widget.accessibleName() == name or (isinstance(widget, QAbstractButton) and plain(widget.text()) == name)


def place_of(widget: QWidget) -> tuple[int, int]:
    """Where a widget begins on the screen: from the top down, then from the left."""
    corner = widget.mapToGlobal(QPoint(0, 0))
    return corner.y(), corner.x()


def commit(field: QWidget, text: str, preedit: str = "") -> None:
    """What an input method sends: first what is being composed, then what was chosen."""
    compose(field, preedit or "zhuyin")
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


def compose(field: QWidget, preedit: str) -> None:
    """Letters an input method shows and has not handed over yet."""
    QCoreApplication.sendEvent(field, QInputMethodEvent(preedit, []))


def settle() -> None:
    """Let everything that is due happen, deletions included."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def texts_of(widget: QWidget) -> Iterator[str]:
    """What a widget shows, says and explains, and what its model holds."""
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.displayText()
        yield widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QListWidget):
        yield from (widget.item(number).text() for number in range(widget.count()))
    elif isinstance(widget, QTableView) and widget.model() is not None:
        model = widget.model()
        for row in range(min(model.rowCount(), 500)):
            for column in range(model.columnCount()):
                yield str(model.index(row, column).data() or "")
