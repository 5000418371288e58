"""The looks of the window: one palette for light, one for dark, one accent, switched while running."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.stylesheet import stylesheet

GRID = 8  # pixels; every margin and gap is a multiple or the half of it
SYSTEM, LIGHT, DARK = "system", "light", "dark"
TEXT_SIZES = (100, 125, 150, 175, 200)  # per cent
# Arguments for the application: the style by name. `setStyle` would hand back a QStyle, and PySide would make its
# hundreds of names before the window is painted.
STYLE = ("-style", "Fusion")

# Asked for letters the system's font has not; without a wish, Japanese forms of Chinese characters may come.
CHINESE_FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei")


@dataclass(frozen=True, slots=True)
class Colours:
    """What is painted with what; every text colour keeps WCAG AA contrast on window, base and raised."""

    window: str
    base: str
    raised: str
    text: str
    quiet: str
    line: str
    control: str  # the outline of what can be typed in or pressed: 3:1 on window
    accent: str
    on_accent: str
    chosen: str  # behind a chosen row; text stays text
    danger: str
    warning: str
    good: str
    marked: str  # behind words that were searched for


LIGHT_COLOURS = Colours(
    window="#f5f4f0",
    base="#ffffff",
    raised="#ebe9e2",
    text="#1d2229",
    quiet="#565d66",
    line="#d9d6cd",
    control="#85888b",
    accent="#2b5080",
    on_accent="#ffffff",
    chosen="#dce6f2",
    danger="#a12b23",
    warning="#7a4d00",
    good="#22633a",
    marked="#fbe7a2",
)
# Light letters on a dark ground come out bolder than dark ones on a light ground, Chinese ones most of all, since the
# outlines of their fonts are drawn thicker on Linux: so the text is no brighter than it needs to be.
DARK_COLOURS = Colours(
    window="#1f2226",
    base="#181a1d",
    raised="#2a2e33",
    text="#d3d5d6",
    quiet="#a9afb6",
    line="#3a3f45",
    control="#797f87",
    accent="#8ab2e3",
    on_accent="#10161e",
    chosen="#2b3d54",
    danger="#f2938a",
    warning="#e6ba6a",
    good="#8fcb9e",
    marked="#5c4a10",
)


class Theme(QObject):
    """Which of the two palettes is shown. `changed` tells those who paint with icons or colours of their own.

    The application was made with the arguments `STYLE`. It wears the palette; the stylesheet is worn by the window, and
    by all that belongs to it: one of the application would dress every part of a page anew each time the part around it
    is put together, which took most of the time that a page takes.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self._choice = SYSTEM
        self._text_size = 100
        self._worn: tuple[bool, int] | None = None
        font = application.font()
        font.setFamilies([QFontInfo(font).family(), *CHINESE_FONTS])
        application.setFont(font)
        self._plain_size = font.pointSizeF()
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def choice(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._choice

    @property
    def dark(self) -> bool:
        """What is shown now."""
        if self._choice == SYSTEM:
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._choice == DARK

    @property
    def colours(self) -> Colours:
        """The colours shown now."""
        return DARK_COLOURS if self.dark else LIGHT_COLOURS

    @property
    def sheet(self) -> str:
        """What the window wears, in the colours shown now."""
        return stylesheet(self.colours, self._text_size)

    @property
    def text_size(self) -> int:
        """Per cent of the system's own size."""
        return self._text_size

    def choose(self, choice: str) -> None:
        """Show light, dark, or what the system shows."""
        self._choice = choice if choice in {LIGHT, DARK} else SYSTEM
        self._apply()

    def enlarge(self, per_cent: int) -> None:
        """Show all text larger; the layout gives way."""
        before, self._text_size = self._text_size, min(max(per_cent, TEXT_SIZES[0]), TEXT_SIZES[-1])
        if before == self._text_size:
            return
        font = self._application.font()
        font.setPointSizeF(self._plain_size * self._text_size / 100)
        sizes = {widget: widget.font().pointSizeF() for widget in self._application.allWidgets()}
        self._application.setFont(font)
        self._apply()
        for widget, size in sizes.items():
            own, wanted = widget.font(), size * self._text_size / before
            if wanted > 0 and widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) and own.pointSizeF() != wanted:
                own.setPointSizeF(wanted)  # one with a size of its own does not follow the application's
                widget.setFont(own)

    def step(self, by: int) -> None:
        """The next larger or smaller text there is; 0: the system's own size."""
        if by == 0:
            self.enlarge(TEXT_SIZES[0])
            return
        beyond = [size for size in TEXT_SIZES if (size - self._text_size) * by > 0]
        if beyond:
            self.enlarge(min(beyond) if by > 0 else max(beyond))

    def _apply(self) -> None:
        wanted = (self.dark, self._text_size)
        if self._worn == wanted:
            return  # dressing every widget anew takes a tenth of a second on a full page
        self._worn = wanted
        self._application.setPalette(palette_of(self.colours))
        self.changed.emit()


def palette_of(colours: Colours) -> QPalette:
    """The same colours in the roles Qt's widgets ask for."""
    roles = QPalette.ColorRole
    named = {
        roles.Window: colours.window,
        roles.WindowText: colours.text,
        roles.Base: colours.base,
        roles.AlternateBase: colours.raised,
        roles.Text: colours.text,
        roles.Button: colours.raised,
        roles.ButtonText: colours.text,
        roles.BrightText: colours.danger,
        roles.Highlight: colours.accent,
        roles.HighlightedText: colours.on_accent,
        roles.Accent: colours.accent,
        roles.Link: colours.accent,
        roles.LinkVisited: colours.accent,
        roles.ToolTipBase: colours.raised,
        roles.ToolTipText: colours.text,
        roles.PlaceholderText: colours.quiet,
        roles.Light: colours.base,
        roles.Midlight: colours.raised,
        roles.Mid: colours.line,
        roles.Dark: colours.control,
        roles.Shadow: colours.line,
    }
    palette = QPalette()
    for role, colour in named.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return palette
