"""Text is shown as text: no label guesses at rich text, nothing invisible stays invisible."""

from __future__ import annotations

from typing import Self

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

LONGEST_LINE = 400  # characters of a line, list cell or button
LONGEST_TEXT = 20_000  # characters of a text in a label
NARROWEST = 12  # letters beside each other, below which a label does not go
# What turns the direction of text around and can make a name or a file look like another one.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_ENDS = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n"})
AS_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # between tags, where quotes mean nothing
FIRST_STRONG, POP = "\u2068", "\u2069"


def visible(text: str) -> str:
    """The text with every control and direction-turning character written out; line ends and tabs stay."""
    plain = text.replace("\r\n", "\n").translate(LINE_ENDS)
    if plain.isprintable():
        return plain
    return "".join(_written_out(character) for character in plain)


def one_line(text: str, limit: int = LONGEST_LINE) -> str:
    """The text on one line, visible, cut with an ellipsis after `limit` characters."""
    head = text[: limit + 1].replace("\r\n", "\n")
    shown = " ".join(visible(head).split())
    return shown if len(text) <= limit else shown[: limit - 1] + "…"


def several_lines(text: str, limit: int = LONGEST_TEXT) -> str:
    """The text as it stands, visible, cut with an ellipsis after `limit` characters."""
    shown = visible(text[:limit])
    return shown if len(text) <= limit else shown + "…"


def isolated(text: str) -> str:
    """One line that cannot turn the words around it when it is put into a sentence."""
    return f"{FIRST_STRONG}{one_line(text)}{POP}"


def tooltip(text: str) -> str:
    """Escaped, so that Qt, which guesses, finds nothing but text."""
    shown = several_lines(text, LONGEST_LINE * 4)
    return f'<p style="white-space: pre-wrap">{shown.translate(AS_TEXT)}</p>'


def unmnemonic(text: str) -> str:
    """For buttons, menus and tabs, where ``&`` would underline what follows it."""
    return one_line(text).replace("&", "&&")


def _written_out(character: str) -> str:
    code = ord(character)
    if character in "\n\t":
        return character
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if character in TURNING or 0x80 <= code < 0xA0 or 0xE0000 <= code < 0xE0080:
        return f"‹U+{code:04X}›"
    return character


class PlainLabel(QLabel):
    """A label that never guesses: what it is given is shown letter for letter."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if text:
            self.setText(text)

    def setText(self, text: str) -> None:
        """Show the text, made visible and cut where nobody could read on."""
        super().setText(several_lines(text))

    def minimumSizeHint(self) -> QSize:
        """Of wrapped text Qt takes the height it would have in a very narrow column, and pages scroll for nothing."""
        if not self.wordWrap() or self.text() == "":
            return super().minimumSizeHint()
        metrics = self.fontMetrics()
        room = self.contentsMargins()
        width = min(super().minimumSizeHint().width(), metrics.averageCharWidth() * NARROWEST)
        return QSize(width, metrics.lineSpacing() + room.top() + room.bottom())

    def be(self, **looks: bool) -> Self:
        """Take on looks of the stylesheet, ``quiet=True``; returns itself, to be used in one expression."""
        for look, on in looks.items():
            self.setProperty(look, on)
        return self


class Heading(PlainLabel):
    """A larger label; the theme makes it grow with the text. level 1 is the screen's title."""

    SCALES = (1.0, 1.5, 1.2, 1.0)

    def __init__(self, text: str = "", level: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, wrap=True)
        self._level = level
        self._scale()

    def _scale(self) -> None:
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * self.SCALES[self._level])
        font.setBold(True)
        self.setFont(font)


class ElidedLabel(PlainLabel):
    """One line, cut with an ellipsis to the room there is; the whole of it in the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        self._whole = ""
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Keep the whole, show what fits."""
        self._whole = one_line(text)
        self.setAccessibleName(self._whole)
        self.setToolTip(tooltip(self._whole))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 6, super().minimumSizeHint().height())

    def _elide(self) -> None:
        metrics = QFontMetrics(self.font())
        cut = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        if cut != self.text():  # else all around it is laid out anew for nothing
            super().setText(cut)
