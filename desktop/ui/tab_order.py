"""Tab follows the eye: it goes through the window as it is laid out, in whatever order that was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSplitter, QWidget

from desktop.ui.layout import children_of, lying_in

TABBED = frozenset({Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus})


class OwnOrder:
    """A widget in which some come before what stands above them."""

    def tab_first(self) -> Sequence[QWidget]:
        """These, in this order; all else follows as it is laid out."""
        raise NotImplementedError


def tabbed(within: QWidget) -> Iterator[QWidget]:
    """What Tab stops at inside a widget, from the top down, were it shown and enabled."""
    return (one for one in _laid_out(within) if _stops(one))


def lead_on(window: QWidget, *, forward: bool) -> bool:
    """Tab was pressed in a window: False where there is nowhere else to go."""
    found = next_stop(window, window.focusWidget(), forward=forward)
    if found is not None:
        found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return found is not None


def next_stop(window: QWidget, caret: QWidget | None, *, forward: bool) -> QWidget | None:
    """Where Tab leads from the caret, round at the end; None where there is nothing else."""
    every = list(_laid_out(window))
    here = every.index(caret) if caret in every else -1  # on a page itself perhaps: Tab goes on from where that stands
    round_it = every[here + 1 :] + every[: max(here, 0)]
    able = (one for one in (round_it if forward else reversed(round_it)) if one.isVisible() and one.isEnabled())
    return next((one for one in able if _stops(one)), None)


def _stops(one: QWidget) -> bool:
    return one.focusPolicy() in TABBED and one.focusProxy() is None


def _laid_out(within: QWidget) -> Iterator[QWidget]:
    """The widget and all that is in it, as it reads."""
    yield within
    first = within.tab_first() if isinstance(within, OwnOrder) else ()
    before = dict.fromkeys(one for child in first for one in _laid_out(child))
    yield from before
    yield from (one for child in _children(within) for one in _laid_out(child) if one not in before)


def _children(within: QWidget) -> Iterator[QWidget]:
    """Those in the layout, then those beside it; no windows, such as lists that open."""
    every, layout = children_of(within), within.layout()
    if isinstance(within, QSplitter):
        every.sort(key=within.indexOf)  # it puts each new one behind those before
    laid = dict.fromkeys(_in_layout(layout, every) if layout is not None else ())
    yield from laid
    yield from (one for one in every if one not in laid and not one.isWindow())


def _in_layout(layout: QLayout, every: Sequence[QWidget]) -> Iterator[QWidget]:
    """Of these widgets those in it, in its order."""
    for one in lying_in(layout, every):
        if isinstance(one, QWidget):
            yield one
        else:
            yield from _in_layout(one, every)
