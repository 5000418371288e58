"""Whoever wants to hear of every key and every touch hears of them here, through one call for all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import MethodType
from typing import TypeAlias, cast
from weakref import WeakMethod

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QInputEvent, QInputMethodEvent

Hear: TypeAlias = Callable[[QEvent], bool]
_CARRIERS = (QInputEvent, QInputMethodEvent)  # the classes of events that come from a hand
_THE_ONE = "jiashu_listening"


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

    def to(self, hear: Hear) -> None:
        """Tell a method of every event a hand makes; what it answers with True reaches nobody else."""
        self.no_more(hear)
        self._heard.append(WeakMethod(hear))
        self._attend()

    def no_more(self, hear: Hear) -> None:
        """Tell it no more."""
        self._heard = [one for one in self._heard if one() not in {None, hear}]
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
        found = (one() for one in self._heard)
        return [hear for hear in found if hear is not None and shiboken6.isValid(cast("MethodType", hear).__self__)]

    def _attend(self) -> None:
        self._application.removeEventFilter(self)
        if self._heard and not self._still:
            self._application.installEventFilter(self)


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
