"""What lies under a record's head: put together out of sight until it was read, then laid out once and shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.layout import READING_WIDTH, Scrolled, height_above, place_now, readable, scrolling


class RecordSheet:
    """One part under the other, in `area`, which scrolls. inside: what holds them."""

    def __init__(self) -> None:
        """Nobody sees it, or types into it, until `stand`."""
        self.inside = Scrolled(fills=True)
        self.area: QScrollArea = scrolling(self.inside)  # while it is empty: what is in it would be measured here
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.inside.hide()
        self.area.setWidgetResizable(False)  # nor is it measured, since Qt would keep the answer
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(24, 8, 24, 32)
        self._column.setSpacing(16)
        self._form: QWidget | None = None

    def put(self, *parts: QWidget | QLayout) -> None:
        """Under what is there."""
        for part in parts:
            if isinstance(part, QLayout):
                self._column.addLayout(part)
            else:
                self._column.addWidget(part)

    def put_form(self, form: QWidget) -> None:
        """The same; it is built as far as it is in sight when the page stands."""
        self._form = readable(form, READING_WIDTH + 160)
        self.put(self._form)

    def end(self) -> None:
        """Nothing comes under what is there."""
        self._column.addStretch(1)

    @property
    def stands(self) -> bool:
        """Whether what is in sight of it is there."""
        return not self.inside.isHidden()

    def stand(self, page: QWidget, build_within: Callable[[int], None]) -> None:
        """With all that is in sight there, and given its height before it is shown, it is laid out once.

        page: what it lies in. build_within: builds the form, as far as it fits in so many pixels.
        """
        assert self._form is not None
        if not self.stands:
            place_now(page)  # a quick answer comes before Qt has, and the page would be built for another size
        room = self.area.maximumViewportSize()
        build_within(room.height() - height_above(self._column, self._form))
        if not self.stands:
            self._show()

    def _show(self) -> None:
        room, bar = self.area.maximumViewportSize(), self.area.verticalScrollBar()
        beside_bar = room.width() - bar.sizeHint().width()
        height = self.inside.heightForWidth(beside_bar)  # most pages are higher than the window; Qt keeps one answer
        if height > room.height():
            bar.setRange(0, height - room.height())  # it stands there first: the page is as wide as it stays
            self.inside.resize(beside_bar, height)
        else:
            self.inside.resize(room)
        self.area.setWidgetResizable(True)
        self.inside.show()
