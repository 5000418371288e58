"""Whoever wants to hear of every key and every touch hears of them here, through one call for all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import MethodType
from typing import TypeAlias, TypeVar, cast
from weakref import WeakMethod

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QInputEvent, QInputMethodEvent, QWindow

Hear: TypeAlias = Callable[[QEvent], bool]
Method = TypeVar("Method", bound=Callable[..., object])
_CARRIERS = (QInputEvent, QInputMethodEvent)  # the classes of events that come from a hand
_THE_ONE = "jiashu_listening"
LOOK_EVERY = 20  # milliseconds between two looks whether a page is there
LOOKS = 50


class Listening(QObject):
    """The only filter of the application: every event costs a call into Python for each there is.

    It is there only while somebody listens. The first event has PySide make all of Qt's classes, which a window that
    is still to be painted would wait for.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._heard: list[WeakMethod[Hear]] = []
        self._still = 0
        self._busy: list[WeakMethod[Callable[[], bool]]] = []
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._windows: list[QWindow] = []
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._attend_to_new)

    def to(self, hear: Hear) -> None:
        """Tell a method of every event a hand makes; what it answers with True reaches nobody else."""
        self.no_more(hear)
        self._heard.append(WeakMethod(hear))
        self._attend()

    def no_more(self, hear: Hear) -> None:
        """Tell it no more."""
        self._heard = [one for one in self._heard if one() not in {None, hear}]
        self._attend()

    def lightly(self, busy: Callable[[], bool]) -> None:
        """Until a page that comes bit by bit is there (`busy` says no; a second at most), hear at the windows alone.

        Every key comes in there first, a dialog's or a menu's that opens meanwhile included. Of all that widgets tell
        each other while they are laid out and painted, which is most of what happens then, nothing comes by.
        """
        self._busy = [*self._busy, WeakMethod(busy)]
        self._looks = LOOKS
        self._timer.start()
        self._attend()

    @contextmanager
    def still(self) -> Iterator[None]:
        """Meanwhile widgets are made, which hear of much that no hand did; a key that is pressed comes after it."""
        self._still += 1
        self._attend()
        try:
            yield
        finally:
            self._still -= 1
            self._attend()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The class is asked for first: PySide takes several times as long over the type."""
        if not isinstance(event, _CARRIERS):
            return False
        answers = [hear(event) for hear in self._ears()]
        return any(answers)

    def _ears(self) -> list[Hear]:
        """Of those still there: one that Qt has destroyed, as it does with a window, may live on in Python."""
        return [hear for one in self._heard if (hear := _there(one)) is not None]

    def _look(self) -> None:
        self._looks -= 1
        self._busy = [one for one in self._busy if self._looks and (busy := _there(one)) is not None and busy()]
        if not self._busy:
            self._timer.stop()
            self._attend()
        else:
            self._attend_to_new()

    def _attend_to_new(self) -> None:
        """Keys go to a window as soon as it has the caret; to a menu, on some systems, without."""
        if self._busy and set(QGuiApplication.allWindows()) != set(self._windows):
            self._attend()

    def _attend(self) -> None:
        self._application.removeEventFilter(self)
        for window in self._windows:
            if shiboken6.isValid(window):
                window.removeEventFilter(self)
        self._windows = []
        if not self._heard or self._still:
            return
        if self._busy:
            self._windows = list(QGuiApplication.allWindows())
            for window in self._windows:
                window.installEventFilter(self)
        else:
            self._application.installEventFilter(self)


def _there(one: WeakMethod[Method]) -> Method | None:
    method = one()
    return method if method is not None and shiboken6.isValid(cast("MethodType", method).__self__) else None


def listening(application: QCoreApplication | None = None) -> Listening:
    """That of the application.

    Not looked for among its children: PySide would be handed each, the style too, and make all of Qt's classes.
    """
    application = application or QCoreApplication.instance()
    assert application is not None
    there = cast("Listening | None", application.property(_THE_ONE))
    if there is None:
        there = Listening(application)
        application.setProperty(_THE_ONE, there)
    return there
