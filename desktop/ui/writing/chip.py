"""How a mention stands in a text: as one sign, drawn with the words it reads as."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextInlineObject,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

from desktop.casework.mentioning import Reading
from desktop.domain.mentions import Mention, parse
from desktop.ui.plain import one_line
from desktop.ui.theme import Theme

SIGN = "\ufffc"
"""What stands in the field for a mention; one that somebody pasted has no format of ours and stays a sign."""

CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
TOKEN = QTextFormat.Property.UserProperty.value + 1
WIDEST = 320  # pixels; longer words are cut with an ellipsis
PADDING, APART, ROUND = 5, 1, 4  # pixels beside the words, between the chip and its neighbours, of its corners
UNKNOWN = "…"


def format_of(mention: Mention) -> QTextCharFormat:
    """The format of a mention's sign. It holds the token, and no name."""
    made = QTextCharFormat()
    made.setObjectType(CHIP)
    made.setProperty(TOKEN, mention.token)
    return made


def mention_of(held: QTextFormat) -> Mention | None:
    """The mention a sign of this format stands for."""
    if held.objectType() != CHIP:
        return None
    parts = parse(str(held.property(TOKEN)))
    return parts[0] if len(parts) == 1 and isinstance(parts[0], Mention) else None


class Readings(QObject):
    """What the mentions of one field read as. `wanted` when one is drawn that nobody has looked up.

    font: of the field.
    """

    wanted = Signal()

    def __init__(self, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self.font = font
        self._known: dict[Mention, Reading | None] = {}

    def learn(self, readings: Mapping[Mention, Reading]) -> None:
        """They read as this from now on."""
        self._known.update(readings)

    def forget(self) -> None:
        """Names may no longer be shown."""
        self._known.clear()

    def of(self, mention: Mention) -> Reading | None:
        """None until the vault has answered."""
        if mention not in self._known:
            self._known[mention] = None
            self.wanted.emit()
        return self._known[mention]

    def words(self, mention: Mention) -> str:
        """What stands in the text."""
        reading = self.of(mention)
        return reading.words if reading is not None else UNKNOWN


class ChipLayout(QPlainTextDocumentLayout):
    """Lays out plain text, and gives each mention the room of its words.

    While Qt calls it, it does not ask for its document: PySide would then take the document for its own, and delete it.
    """

    def __init__(self, document: QTextDocument, readings: Readings, theme: Theme) -> None:
        super().__init__(document)
        self._readings = readings
        self._drawing = _Drawing(self, readings, theme)
        self.registerHandler(CHIP, self._drawing)

    def paint_marked(self, painter: QPainter) -> None:
        """The chips that are marked, once all else is painted: Qt lays a veil over them, hard to read through."""
        self._drawing.paint_marked(painter)

    def resizeInlineObject(self, item: QTextInlineObject, _place: int, held: QTextFormat) -> None:
        """As wide as the words, as high as a line."""
        mention = mention_of(held)
        if mention is None:
            return
        metrics = QFontMetricsF(self._readings.font)
        words = _fitting(self._readings.words(mention), metrics)
        item.setWidth(metrics.horizontalAdvance(words) + 2 * (PADDING + APART))
        item.setAscent(metrics.ascent())
        item.setDescent(metrics.descent())


class _Drawing(QPyTextObject):
    """Draws the chip; of what Qt asks its size is answered by the layout, which knows where the line stands."""

    def __init__(self, parent: QObject, readings: Readings, theme: Theme) -> None:
        super().__init__(parent)
        self._readings = readings
        self._theme = theme
        self._marked: list[tuple[QRectF, Mention]] = []

    def intrinsicSize(self, _document: QTextDocument, _place: int, _held: QTextFormat) -> QSizeF:
        """Not asked."""
        return QSizeF()

    def drawObject(
        self, painter: QPainter, place: QRectF | QRect, _document: QTextDocument, _place: int, held: QTextFormat
    ) -> None:
        """In the colours of what is chosen; what is marked is painted later."""
        mention = mention_of(held)
        if mention is None:
            return
        if held.hasProperty(QTextFormat.Property.BackgroundBrush.value):
            self._marked.append((QRectF(place), mention))
        else:
            colours = self._theme.colours
            self._draw(painter, QRectF(place), mention, (colours.chosen, colours.chosen, colours.text))

    def paint_marked(self, painter: QPainter) -> None:
        """In the colours of what is marked, with an outline, so that each is told from the words beside it."""
        colours = self._theme.colours
        for place, mention in self._marked:
            self._draw(painter, place, mention, (colours.accent, colours.on_accent, colours.on_accent))
        self._marked.clear()

    def _draw(self, painter: QPainter, place: QRectF, mention: Mention, colours: tuple[str, str, str]) -> None:
        """colours: of the ground, the outline, the words."""
        ground, outline, words = colours
        metrics = QFontMetricsF(self._readings.font)
        said = _fitting(self._readings.words(mention), metrics)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(outline))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place.adjusted(APART, 0.5, -APART, -0.5), ROUND, ROUND)
        painter.setPen(QColor(words))
        painter.setFont(self._readings.font)
        painter.drawText(QPointF(place.left() + PADDING + APART, place.top() + metrics.ascent()), said)
        painter.restore()


def _fitting(words: str, metrics: QFontMetricsF) -> str:
    return metrics.elidedText(one_line(words), Qt.TextElideMode.ElideRight, WIDEST)
