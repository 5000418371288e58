"""Tab follows the eye: what comes into a page later is reached where it stands, not after all else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

TABBED = frozenset({Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus})
NOBODY = cast("QWidget", None)  # Qt takes it, its declarations for Python do not


def tabbed(within: QWidget) -> Iterator[QWidget]:
    """What Tab stops at inside a widget, in the order it was put there."""
    return (one for one in _stops(within) if one.focusProxy() is None)


def tab_after(before: QWidget, *within: QWidget) -> None:
    """Tab goes from `before` into widgets, one after the other, through all of them, then on as before.

    A widget that hands the caret on is a stop for Qt as well, wherever it stands in the order; Qt itself does not move
    it there, so for a moment it hands on nothing. One that Qt takes out of the order again (the caret goes deeper than
    to a child) hands on nothing from then on; whoever wants it to takes the caret along in `setFocus`.
    """
    stops = [stop for one in within for stop in _stops(one)]
    handing = [(one, proxy, one.focusPolicy()) for one in stops if (proxy := one.focusProxy()) is not None]
    for one, _, _ in handing:
        one.setFocusProxy(NOBODY)
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one in stops:
        QWidget.setTabOrder(before, one)
        before = one
    for one, proxy, policy in handing:
        one.setFocusPolicy(policy)
        follows = one.nextInFocusChain()
        one.setFocusProxy(proxy)
        if one.nextInFocusChain() is not follows:
            one.setFocusProxy(NOBODY)


def _stops(within: QWidget) -> Iterator[QWidget]:
    for one in (within, *within.findChildren(QWidget)):
        tabs = one.focusPolicy() in TABBED or one.focusProxy() is not None
        if tabs and one.window() is within.window():
            yield one
