"""One set of icons, tinted in the colour of the text beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.theme import Theme

SIZES = (16, 20, 24, 32, 48, 64)


class Icons:
    """Draws the SVG files of one folder; what was drawn is kept until the theme changes."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self._theme = theme
        self._drawn: dict[tuple[str, str], QIcon] = {}
        theme.changed.connect(self._drawn.clear)

    def follow(self, draw: Callable[[], None]) -> None:
        """Have `draw` called whenever the icons have other colours."""
        self._theme.changed.connect(draw)

    def icon(self, name: str, tint: str = "text") -> QIcon:
        """The icon in one of the theme's colours (a field of `Colours`); disabled it is drawn quiet."""
        known = self._drawn.get((name, tint))
        if known is not None:
            return known
        colours = self._theme.colours
        icon = QIcon()
        for colour, mode in ((getattr(colours, tint), QIcon.Mode.Normal), (colours.quiet, QIcon.Mode.Disabled)):
            for pixmap in _pixmaps(self._folder / f"{name}.svg", colour):
                icon.addPixmap(pixmap, mode)
        self._drawn[name, tint] = icon
        return icon

    def program(self) -> QIcon:
        """The program's own icon, in its own colours."""
        return QIcon(str(self._folder / "jiashu.svg"))


def _pixmaps(file: Path, colour: str) -> list[QPixmap]:
    """In every size. Qt keeps them: several icons are one drawing in one colour, and a quiet one is that of another."""
    known = [QPixmap() for _ in SIZES]
    keys = [f"{file} {colour} {size}" for size in SIZES]
    if all(QPixmapCache.find(key, pixmap) for key, pixmap in zip(keys, known, strict=True)):
        return known
    drawing = file.read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    drawn = [_pixmap(renderer, size) for size in SIZES]
    for key, pixmap in zip(keys, drawn, strict=True):
        QPixmapCache.insert(key, pixmap)
    return drawn


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
