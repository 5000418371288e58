"""One set of icons, tinted in the colour of the text beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
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
        drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        icon = QIcon()
        for colour, mode in ((getattr(colours, tint), QIcon.Mode.Normal), (colours.quiet, QIcon.Mode.Disabled)):
            renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
            for size in SIZES:
                icon.addPixmap(_pixmap(renderer, size), mode)
        self._drawn[name, tint] = icon
        return icon

    def program(self) -> QIcon:
        """The program's own icon, in its own colours."""
        return QIcon(str(self._folder / "jiashu.svg"))


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
