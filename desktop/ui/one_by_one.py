"""Puts what belongs to a record beneath its form, one part at a time, once the form stands there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.beneath import Beneath
from desktop.ui.form import AFTER, Form
from desktop.ui.listening import listening

MakeBeneath: TypeAlias = Callable[[], Beneath]


class OneByOne(QObject):
    """Whoever opens a record waits for none of them. Of one that is not read yet, or cannot be, none comes.

    first, last: where parts stand, above the form and beneath it.
    """

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        self._form = form
        self._waiting: deque[MakeBeneath] = deque()
        self._inside: QWidget | None = None
        self.there: list[Beneath] = []
        self.first, self.last = QVBoxLayout(), QVBoxLayout()
        for part in (self.first, self.last):
            part.setSpacing(16)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._put_next)

    def stand_in(self, inside: QWidget) -> None:
        """They come while this is in sight."""
        self._inside = inside

    def put_first(self, one: Beneath) -> None:
        """At once, above the form."""
        self._put(one, self.first)

    def put_later(self, makes: Iterable[MakeBeneath]) -> None:
        """Beneath the form, in this order, after those that wait already."""
        self._waiting.extend(makes)

    def go_on(self) -> None:
        """They come from now on, if somebody sees the page."""
        self._timer.start()

    @property
    def at_work(self) -> bool:
        """Whether it looks again and again what can come."""
        return self._timer.isActive()

    @property
    def building(self) -> bool:
        """Whether something is still to come, the rest of the form included, which may move what is under the caret."""
        return bool(self._waiting) or self._form_comes

    @property
    def _form_comes(self) -> bool:
        """Behind a curtain nothing of it does."""
        return not self._form.isHidden() and self._form.building

    def _put_next(self) -> None:
        if not self._waiting or self._inside is None or not self._inside.isVisible():
            self._timer.stop()
        elif self._form_comes:
            self._timer.setInterval(AFTER)  # not at once: the vault's thread would wait for every look
        else:
            self._timer.setInterval(0)
            make = self._waiting.popleft()
            with listening().still():
                self._put(make(), self.last)

    def _put(self, one: Beneath, where: QVBoxLayout) -> None:
        self.there.append(one)
        where.addWidget(one)
