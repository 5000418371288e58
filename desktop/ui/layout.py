"""The few ways things are put beside and under each other, on the 8-pixel grid."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme import GRID

Box = TypeVar("Box", bound=QBoxLayout)
DEEPEST = 16  # widgets inside each other
READING_WIDTH = 720  # pixels; lines longer than this tire the eye


def column(*parts: QWidget | QLayout | None, gap: int = GRID, margin: int = 0) -> QVBoxLayout:
    """One under the other; None stretches."""
    return _filled(QVBoxLayout(), parts, gap, margin)


def row(*parts: QWidget | QLayout | None, gap: int = GRID, margin: int = 0) -> QHBoxLayout:
    """One beside the other; None stretches."""
    return _filled(QHBoxLayout(), parts, gap, margin)


def held(layout: QLayout, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QWidget:
    """A widget around a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    layout.setContentsMargins(*margins)
    return widget


def sheet(layout: QLayout, margin: int = 2 * GRID) -> QFrame:
    """A quiet frame on the page, for what has the eye."""
    frame = QFrame()
    frame.setProperty("sheet", True)
    frame.setLayout(layout)
    layout.setContentsMargins(margin, margin, margin, margin)
    return frame


def centred(content: QWidget, width: int = READING_WIDTH) -> QScrollArea:
    """The content in the middle of the page, no wider than can be read, scrolling where the window is small."""
    content.setMaximumWidth(width)
    content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    inside = Scrolled()
    around = QHBoxLayout(inside)
    around.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
    around.addStretch(1)
    around.addWidget(content, 1000)
    around.addStretch(1)
    around.setAlignment(content, Qt.AlignmentFlag.AlignTop)
    return scrolling(inside)


def readable(content: QWidget, width: int = READING_WIDTH) -> QWidget:
    """The content at the left, no wider than can be read, on a page that is wider."""
    content.setMaximumWidth(width)
    line = row(content, None, gap=0)
    line.setStretch(0, 1000)
    return held(line)


def into_sight(widget: QWidget) -> None:
    """Scroll to what was just shown, as soon as it is laid out."""

    def scroll() -> None:
        above = widget.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 3 * GRID)

    QTimer.singleShot(0, widget, scroll)


def lay_out_all() -> None:
    """Whatever waits for its place takes it now, and all that holds it with it.

    Qt takes a turn of the event loop for each widget that is inside another, and paints what there is in between:
    fields too low to be read, until the page has grown. What was just shown it would paint a second time.
    """
    for _ in range(DEEPEST):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateLater)


def place_now(widget: QWidget) -> None:
    """What was just put into a layout is shown and has its place, for which Qt would take a turn of the event loop."""
    one: QWidget | None = widget if widget.window().isVisible() else None
    while one is not None and not one.isVisible():
        if one.isHidden() and not one.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            one.show()
        one = one.parentWidget()
    lay_out_all()


def lying_in(layout: QLayout, among: Iterable[QWidget]) -> list[QWidget | QLayout]:
    """Of these widgets, and of the layouts within it, those that lie in a layout itself, in its order.

    It is not asked for its items: PySide would hold on to each for as long as the layout is there, also once Qt has
    deleted it, and take for it whatever Qt makes next in its place.
    """
    found: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in among]
    found += [(layout.indexOf(one), one) for one in layout.children() if isinstance(one, QLayout)]
    return [one for place, one in sorted(found, key=lambda each: each[0]) if place >= 0]


def height_above(column: QVBoxLayout, widget: QWidget) -> int:
    """Of what stands in the column before the widget, as far as it is there."""
    height = 0
    for one in lying_in(column, children_of(widget.parentWidget() or widget)):
        if one is widget:
            break
        empty = one.isHidden() if isinstance(one, QWidget) else one.isEmpty()
        height += 0 if empty else one.sizeHint().height() + column.spacing()
    return height


def children_of(widget: QWidget) -> list[QWidget]:
    """What is in it itself, in the order it came."""
    return widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


class Scrolled(QWidget):
    """What lies in a scroll area: as high as its text is at this width, not as it would be in a narrow column.

    fills: the area has all the room there is, so nobody need know how large it would like to be. Qt asks that at each
    change of anything in it, and measures all of it for the answer.
    """

    def __init__(self, *, fills: bool = False) -> None:
        super().__init__()
        self._fills = fills
        self.setProperty("page", True)

    def sizeHint(self) -> QSize:
        """None where it changes nothing."""
        return QSize() if self._fills else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The height is left to `heightForWidth`."""
        if self.isHidden():  # else Qt measures all of it, again and again, before anybody sees it
            return QSize()
        hint = super().minimumSizeHint()
        layout = self.layout()
        return QSize(hint.width(), 0) if layout is not None and layout.hasHeightForWidth() else hint


def scrolling(content: QWidget) -> QScrollArea:
    """The content with a vertical scroll bar when it needs one; a horizontal one where nothing can give way."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def primary(button: QPushButton) -> QPushButton:
    """The one button of a screen that goes on."""
    button.setProperty("primary", True)
    button.setAutoDefault(False)
    return button


def quiet_button() -> QToolButton:
    """A button that does not ask for attention: an icon, or words without a frame."""
    button = QToolButton()
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def choice_button() -> QPushButton:
    """One of a few answers; the one that holds stays pressed."""
    button = QPushButton()
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setProperty("choice", True)
    return button


def clear(layout: QLayout, forget: Callable[[QWidget], None] | None = None) -> None:
    """Take everything out of a layout and destroy it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            if forget is not None:
                forget(widget)
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner, forget)


def _filled(layout: Box, parts: tuple[QWidget | QLayout | None, ...], gap: int, margin: int) -> Box:
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout
