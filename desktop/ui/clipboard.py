"""What is copied in this program: kept out of clipboard histories, taken back soon, never dragged elsewhere."""

from __future__ import annotations

import os

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

KEPT = 10_000
"""Milliseconds that a copy stays, long enough to paste it."""

STORED = "application/x-jiashu-stored-text"
"""Beside the plain words: the same as they are stored, for this program alone."""

COPY = "application/x-jiashu-copy"
"""Tells this very copy from any later one, so that no other is taken back."""

HINTS = {
    "x-kde-passwordManagerHint": b"secret",  # Klipper and those that follow it
    # Windows registers a format under the very name it is given; the values are numbers of four bytes.
    "ExcludeClipboardContentFromMonitorProcessing": bytes(4),
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
    "Clipboard Viewer Ignore": bytes(4),
}
"""What asks histories, and those who send the clipboard to other machines, to leave a copy alone."""

_CARRIED = ("text/plain", "text/uri-list", STORED)  # not how it looked
_NEVER = 1_000_000  # pixels; and milliseconds


class Copied(QObject):
    """Watches the clipboard for what any field, list or menu of this program puts there.

    All of Qt's ways to copy end at the clipboard, and only there can none be forgotten: what arrives is at once put
    there again with the hints. Where others ask for a copy by messages, as on X11 and Wayland, nobody saw the first.
    """

    def __init__(self, kept: int = KEPT) -> None:
        """kept: milliseconds; tests tell another number."""
        super().__init__()
        self._clipboard = QGuiApplication.clipboard()
        self._copy = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(kept)
        self._timer.timeout.connect(self.take_back)
        self._clipboard.dataChanged.connect(self._changed)
        self._clipboard.selectionChanged.connect(self._marked)

    def take_back(self) -> None:
        """Empty the clipboard if it holds what was copied here; somebody else's later copy stays."""
        self._timer.stop()
        copy, self._copy = self._copy, b""
        found = self._ours()
        if copy and found is not None and bytes(found.data(COPY).data()) == copy:
            self._clipboard.clear()

    def _changed(self) -> None:
        found = self._ours()
        if found is None:
            self._copy = b""
            self._timer.stop()
        elif found.formats():
            self._timer.start()
            self._copy = bytes(found.data(COPY).data())
            if not self._copy:
                self._copy = os.urandom(16)
                self._clipboard.setMimeData(_hidden(found, self._copy))

    def _marked(self) -> None:
        """X11 puts whatever is marked with the mouse where a middle click anywhere pastes it: never from here."""
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _ours(self) -> QMimeData | None:
        """What lies there, if it comes from here. Plain data of this process does too: a screen that is not there never
        says whose it is."""
        found: QMimeData | None = self._clipboard.mimeData()
        if found is None or self._clipboard.ownsClipboard() or found.metaObject().className() == "QMimeData":
            return found
        return None


def drag_nothing() -> None:
    """Marked text lets itself be dragged into another program by a slip of the hand: here it never begins to move."""
    QApplication.setStartDragDistance(_NEVER)
    QApplication.setStartDragTime(_NEVER)


def _hidden(found: QMimeData, copy: bytes) -> QMimeData:
    """The same with the hints."""
    hidden = QMimeData()
    for name in _CARRIED:
        if found.hasFormat(name):
            hidden.setData(name, found.data(name))
    for name, value in HINTS.items():
        hidden.setData(name, value)
    hidden.setData(COPY, copy)
    return hidden
