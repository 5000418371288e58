"""Text to be read and copied in which parts are marked: what went is struck through, what came is underlined."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from desktop.domain.differing import Pieces
from desktop.ui.plain import visible
from desktop.ui.tools import Tools

WENT, CAME, SAME, QUIET = "went", "came", "same", "quiet"
KEPT_BESIDE = 60  # characters of a long unchanged stretch that are shown at either side of what changed
Parts = Sequence[tuple[str, str]]  # text, and how it is drawn


class MarkedText(QTextEdit):
    """As high as its text. Nothing in it is taken for markup: the parts are put in letter for letter."""

    def __init__(self, tools: Tools, parts: Parts) -> None:
        super().__init__()
        self._tools = tools
        self._parts = [(visible(text), how) for text, how in parts]
        self.setProperty("marked", True)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        tools.theme.changed.connect(self._write)
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the text is at this width."""
        super().resizeEvent(event)
        self._fit()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for text, how in self._parts:
            cursor.insertText(text, self._format(how))
        self._fit()

    def _format(self, how: str) -> QTextCharFormat:
        """Never by colour alone."""
        colours, looks = self._tools.theme.colours, QTextCharFormat()
        looks.setForeground(QColor({WENT: colours.danger, QUIET: colours.quiet}.get(how, colours.text)))
        if how == WENT:
            looks.setFontStrikeOut(True)
        elif how == CAME:
            looks.setFontUnderline(True)
            looks.setBackground(QColor(colours.marked))
        return looks

    def _fit(self) -> None:
        around = self.contentsMargins()
        beside = self.height() - self.viewport().height()
        height = math.ceil(self.document().size().height()) + max(beside, around.top() + around.bottom())
        if height != self.height():
            self.setFixedHeight(height)


def marked(pieces: Pieces, how: str) -> list[tuple[str, str]]:
    """Pieces as they are drawn; of long stretches that did not change only what stands beside a change."""
    parts: list[tuple[str, str]] = []
    for number, (text, differs) in enumerate(pieces):
        if differs:
            parts.append((text, how))
            continue
        first, last = number == 0, number == len(pieces) - 1
        parts.append((_shortened(text, first=first, last=last), SAME))
    return parts


def _shortened(text: str, *, first: bool, last: bool) -> str:
    if len(text) <= 3 * KEPT_BESIDE:
        return text
    head, tail = text[:KEPT_BESIDE], text[-KEPT_BESIDE:]
    if first:
        return f"… {tail}"
    return f"{head} …" if last else f"{head} … {tail}"
