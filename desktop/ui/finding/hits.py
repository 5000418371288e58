"""What a search found, as a list whose lines are drawn: title and code, and the words in their sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.casework.find import Found
from desktop.ui.also import with_others
from desktop.ui.kind_icons import kind_icon
from desktop.ui.plain import one_line, visible
from desktop.ui.reasons import FOUND_BY, said
from desktop.ui.theme import GRID
from desktop.ui.tools import Tools

HIT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ICON = 20
LONGEST_PIECE = 400  # characters
LINES = 2  # of the sentence
Pieces = tuple[tuple[str, bool], ...]


class Hits(QAbstractListModel):
    """The hits, best first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: Sequence[Found] = ()

    def fill(self, hits: Sequence[Found]) -> None:
        """Show these."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The hit itself for the delegate; one spoken line for screen readers."""
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(hit)
        return None


def spoken(hit: Found) -> str:
    """A hit in one line."""
    sentence = "".join(text for text, _ in hit.snippet)
    called = with_others(one_line(hit.title), hit.also)
    parts = (hit.kind_label, called, hit.code, f"{hit.field}: {one_line(sentence)}" if sentence else "")
    return ", ".join(part for part in (*parts, said(FOUND_BY, hit.why)) if part)


def plain_pieces(snippet: Pieces) -> Pieces:
    """The sentence on one line: nothing invisible in it, marks kept."""
    return tuple((visible(" ".join(_spaced(text[:LONGEST_PIECE]))), marked) for text, marked in snippet if text)


def _spaced(text: str) -> list[str]:
    """Words apart by one space each; a space at either end stays, since pieces are joined again."""
    words = text.split()
    if not words:
        return ["", ""]
    return [*([""] if text[0].isspace() else []), *words, *([""] if text[-1].isspace() else [])]


class HitDelegate(QStyledItemDelegate):
    """Draws a hit; marked words are bold on their own colour, by formats of a text layout, never by markup."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line for the title, as many as the sentence needs up to `LINES`."""
        metrics = QFontMetrics(option.font)
        hit: Found = index.data(HIT)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        height = 0.0
        if hit.snippet:  # letters of other scripts may be higher than the font's own
            height = self._sentence(hit, option.font, width - 5 * GRID - ICON).boundingRect().height() + GRID
        return QSize(width, metrics.height() + math.ceil(height) + 2 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Icon, title and code; under it the field's name and the sentence."""
        hit: Found = index.data(HIT)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, QColor(self._tools.theme.colours.chosen))
        inside = option.rect.adjusted(2 * GRID, GRID, -2 * GRID, -GRID)
        icon = kind_icon(self._tools.icons, hit.kind, "accent" if chosen else "quiet")
        icon.paint(painter, QRect(inside.left(), inside.top(), ICON, ICON))
        words = inside.adjusted(ICON + GRID, 0, 0, 0)
        self._paint_title(painter, words, option.font, hit)
        if hit.snippet:
            layout = self._sentence(hit, option.font, words.width())
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
            layout.draw(painter, QPointF(words.left(), words.top() + QFontMetrics(option.font).height() + GRID / 2))
        painter.restore()

    def _paint_title(self, painter: QPainter, where: QRect, font: QFont, hit: Found) -> None:
        metrics = QFontMetrics(font)
        aside = f"{hit.kind_label}   {hit.code}   {said(FOUND_BY, hit.why)}"
        aside = metrics.elidedText(aside, Qt.TextElideMode.ElideRight, where.width() // 2)
        aside_width = metrics.horizontalAdvance(aside)
        line = QRect(where.left(), where.top(), where.width(), metrics.height())
        painter.setFont(font)
        painter.setPen(QColor(self._tools.theme.colours.quiet))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        bold = QFont(font)
        bold.setBold(True)
        room = line.width() - aside_width - 2 * GRID
        called = with_others(one_line(hit.title or hit.code), hit.also)
        title = QFontMetrics(bold).elidedText(called, Qt.TextElideMode.ElideRight, room)
        painter.setFont(bold)
        painter.setPen(QColor(self._tools.theme.colours.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _sentence(self, hit: Found, font: QFont, width: int) -> QTextLayout:
        """The field's name and the sentence laid out."""
        colours = self._tools.theme.colours
        text, formats = f"{hit.field}  " if hit.field else "", []
        if text:
            formats.append(_range(0, len(text), foreground=colours.quiet))
        for piece, marked in plain_pieces(hit.snippet):
            if marked:
                formats.append(_range(_units(text), _units(piece), foreground=colours.text, behind=colours.marked))
            text += piece
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        _lay_lines(layout, max(width, 80))
        return layout


def _lay_lines(layout: QTextLayout, width: int) -> None:
    """Lay at most `LINES` lines."""
    layout.beginLayout()
    top, count = 0.0, 0
    while count < LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
        count += 1
    layout.endLayout()


def _range(start: int, length: int, *, foreground: str, behind: str | None = None) -> QTextLayout.FormatRange:
    drawn = QTextLayout.FormatRange()
    drawn.start, drawn.length = start, length
    looks = QTextCharFormat()
    looks.setForeground(QBrush(QColor(foreground)))
    if behind is not None:
        looks.setBackground(QBrush(QColor(behind)))
        looks.setFontWeight(QFont.Weight.Bold)
    drawn.format = looks
    return drawn


def _units(text: str) -> int:
    """Length as Qt counts, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


class HitList(QListView):
    """The hits; Enter or a double click opens one."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = Hits(self)
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(tools, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def chosen(self) -> Found | None:
        """The hit the highlight is on."""
        found = self.currentIndex().data(HIT) if self.currentIndex().isValid() else None
        return found if isinstance(found, Found) else None
