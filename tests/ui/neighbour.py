"""A program of its own on an X11 screen: copies, marks, takes back and reads as it is told, line by line."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.ui.clipboard import Copied

application = QApplication(sys.argv)
clipboard = application.clipboard()
field = QLineEdit()
field.show()
watching = Copied() if "watching" in sys.argv else None


def obey(words: str) -> str:
    """One order; the answer is one line."""
    order, _, rest = words.partition(" ")
    if order == "copy":
        field.setText(rest)
        field.selectAll()
        field.copy()
    elif order == "mark":
        clipboard.setText(rest, QClipboard.Mode.Selection)
    elif order == "back" and watching is not None:
        watching.take_back()
    elif order == "read":
        return clipboard.text()
    elif order == "read-marked":
        return clipboard.text(QClipboard.Mode.Selection)
    elif order == "formats":
        return " ".join(clipboard.mimeData().formats())
    return order


def listen() -> None:
    """Answer; where nobody asks any more, end at once, as in a crash."""
    words = sys.stdin.readline()
    if not words:
        os._exit(1)
    print(obey(words.rstrip("\n")), flush=True)


notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
notifier.activated.connect(listen)
print("here", flush=True)
application.exec()
