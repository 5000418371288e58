"""A life of the real program as a process: driven from inside by a hand, stopped where somebody wants to look at it.

Run as a program. What it types comes through standard input, so that neither its source nor its environment holds it;
after a lock the fresh image runs this very file again, reads nothing and only says that it is there.
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


def live(window: Any) -> None:
    """Unlock, write a testimony with names, leave another one unfinished, and lock when told to."""
    from tests.ui.hand import Hand

    words = json.loads(sys.stdin.readline())
    hand = Hand(Bot(), window)  # type: ignore[arg-type]  # a bot of our own
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
    vault = window.tools.worker._workspace.vault
    rings = (vault._opened.ring, vault._compartment.ring)
    say(
        open=True,
        secrets=[ring.current.secret.hex() for ring in rings],
        keys=[ring.database_key[0].hex() for ring in rings],
    )
    del vault, rings
    sys.stdin.readline()
    hand.keys("Ctrl+L")


def live_on(window: Any) -> None:
    """Say that the fresh image is there, then unlock again and say what of the draft came back."""
    from PySide6.QtWidgets import QPlainTextEdit

    from tests.ui.hand import Hand

    hand = Hand(Bot(), window)  # type: ignore[arg-type]  # a bot of our own
    hand.sees("The vault is locked")
    say(locked=True, size=[window.width(), window.height()])
    words = json.loads(sys.stdin.readline())
    hand.unlock(words["passphrase"])
    hand.until(lambda: any(field.toPlainText() for field in hand.visible(QPlainTextEdit)))
    (field,) = [field for field in hand.visible(QPlainTextEdit) if field.toPlainText()]
    say(draft=field.toPlainText(), caret=field.textCursor().position(), ours=hand.caret() is field)
    window.leave()


def main() -> int:
    """The program, with somebody at its keyboard."""
    sys.path.insert(0, str(Path.cwd()))
    from desktop.ui import plain_import

    load_pyside = plain_import.load_pyside
    fresh = "--anew" in sys.argv

    def load_and_drive() -> None:
        load_pyside()
        from PySide6.QtCore import QTimer

        from desktop import app

        build = app.build

        def driven(*given: Any, **more: Any) -> Any:
            window = build(*given, **more)
            window.painted.connect(lambda: QTimer.singleShot(0, lambda: (live_on if fresh else live)(window)))
            return window

        app.build = driven

    plain_import.load_pyside = load_and_drive
    from desktop.__main__ import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main())
