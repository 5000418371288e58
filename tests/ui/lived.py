"""A life of the real program as a process: driven from inside by a hand that does what it is told.

Run as a program. What it types comes through standard input, so that neither its source nor its environment holds it;
after a lock the fresh image runs this very file again, says that it is there, and waits to be told.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ACCOUNT = "The account, in their own words"


class Bot:
    """As much of pytest-qt's as a hand asks for."""

    def waitUntil(self, seen: Callable[[], bool], timeout: int = 0) -> None:
        """Let the program go on until it is so."""
        from PySide6.QtWidgets import QApplication

        ends = time.monotonic() + timeout / 1000
        while not seen():
            if time.monotonic() > ends:
                os._exit(9)
            QApplication.processEvents()

    @contextmanager
    def waitSignal(self, signal: Any, timeout: int = 0) -> Iterator[None]:
        """Go on only once it was emitted."""
        came: list[bool] = []
        signal.connect(lambda *_: came.append(True))
        yield
        self.waitUntil(lambda: bool(came), timeout)


def say(**told: Any) -> None:
    """A line to whoever started this."""
    print(json.dumps(told), flush=True)


class Life:
    """Does what it is told, one line at a time, while the program goes on as ever."""

    def __init__(self, window: Any) -> None:
        from PySide6.QtCore import QSocketNotifier

        from tests.ui.hand import Hand

        self._window = window
        self._hand = Hand(Bot(), window)  # type: ignore[arg-type]  # a bot of our own
        self._hand.sees("The vault is locked")
        self._told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._told.activated.connect(self._listen)
        say(locked=True, size=[window.width(), window.height()])

    def _listen(self) -> None:
        words = json.loads(sys.stdin.readline())
        getattr(self, words["do"])(words)

    def write(self, words: dict[str, str]) -> None:
        """Unlock, write a testimony with names, leave another one unfinished; say which keys are in memory."""
        hand = self._hand
        hand.unlock(words["passphrase"])
        hand.sees("Nothing typed is ever lost.")
        hand.keys("Ctrl+N")
        hand.type_into("Who is speaking", words["name"])
        hand.type_into("Which case", words["case"])
        hand.type_into(ACCOUNT, words["account"])
        hand.keys("Ctrl+S")
        hand.sees("The testimony is kept.")
        hand.go("People")
        hand.sees(words["name"])
        hand.keys("Ctrl+N")
        hand.type_into(ACCOUNT, words["draft"])
        vault = self._window.tools.worker._workspace.vault
        rings = (vault._opened.ring, vault._compartment.ring)
        secrets = [ring.current.secret.hex() for ring in rings]
        say(secrets=secrets, keys=[ring.database_key[0].hex() for ring in rings])

    def unlock(self, words: dict[str, str]) -> None:
        """Say what of the unfinished one came back."""
        from PySide6.QtWidgets import QPlainTextEdit

        hand = self._hand
        hand.unlock(words["passphrase"])
        hand.until(lambda: any(field.toPlainText() for field in hand.visible(QPlainTextEdit)))
        (field,) = [field for field in hand.visible(QPlainTextEdit) if field.toPlainText()]
        hand.until(lambda: hand.caret() is field)  # it is given once the page is shown
        say(draft=field.toPlainText(), caret=field.textCursor().position(), ours=hand.caret() is field)

    def lock(self, _words: dict[str, str]) -> None:
        """By the keys."""
        self._hand.keys("Ctrl+L")

    def hang(self, _words: dict[str, str]) -> None:
        """The vault's thread waits for something that never comes, and somebody locks, with little patience left."""
        import threading

        self._window.tools.worker.submit(lambda _ws: threading.Event().wait(), owner=self._window)
        self._window.locking.patience.setInterval(1)
        self._hand.keys("Ctrl+L")

    def leave(self, _words: dict[str, str]) -> None:
        """By the keys."""
        self._hand.keys("Ctrl+Q")


def main() -> int:
    """The program, with somebody at its keyboard."""
    sys.path.insert(0, str(Path.cwd()))
    from desktop.ui import plain_import

    load_pyside = plain_import.load_pyside
    lives: list[Life] = []

    def load_and_drive() -> None:
        load_pyside()
        from PySide6.QtCore import QTimer

        from desktop import app

        build = app.build

        def driven(*given: Any, **more: Any) -> Any:
            window = build(*given, **more)
            window.painted.connect(lambda: QTimer.singleShot(0, lambda: lives.append(Life(window))))
            return window

        app.build = driven

    plain_import.load_pyside = load_and_drive
    from desktop.__main__ import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main())
