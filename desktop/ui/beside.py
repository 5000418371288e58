"""A list beside what is chosen in it; where there is no room for both, the list stands above."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

FEWEST_LETTERS = 84  # beside each other; with fewer neither the list nor the detail could be read
LIST_LETTERS = 22  # the narrowest list
SHARES = (38, 62)  # of the width, for the list and for the detail
SHARES_ALONE = (80, 20)  # while nothing is chosen: of a detail there is nothing to read
SHARES_ABOVE = (40, 60)  # of the height
ALONE_ABOVE = (75, 25)


class Beside(QSplitter):
    """Turns by itself as the window or the text grows; where somebody moved the handle, it stays until then."""

    def __init__(self, listing: QWidget, detail: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._listing = listing
        self.setChildrenCollapsible(False)
        self.addWidget(listing)
        self.addWidget(detail)
        self.setStretchFactor(1, 1)
        self._moved = self._alone = False
        self.splitterMoved.connect(self._was_moved)
        self._turn()

    def leave_room(self, alone: bool) -> None:
        """Whether nothing is chosen, so that the list may have the room; not where somebody moved the handle."""
        if alone != self._alone:
            self._alone = alone
            if not self._moved:
                self._share()

    @property
    def above(self) -> bool:
        """Whether the list stands above."""
        return self.orientation() == Qt.Orientation.Vertical

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the letters that fit."""
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        """Count them anew: they are of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_listing"):
            self._turn()

    def _turn(self) -> None:
        letter = max(self.fontMetrics().averageCharWidth(), 1)
        above = self.width() // letter < FEWEST_LETTERS
        self._listing.setMinimumWidth(0 if above else letter * LIST_LETTERS)
        if above != self.above:
            self._moved = False
            self.setOrientation(Qt.Orientation.Vertical if above else Qt.Orientation.Horizontal)
        if not self._moved:
            self._share()

    def _was_moved(self, _place: int, _handle: int) -> None:
        self._moved = True

    def _share(self) -> None:
        if self.above:
            shares = ALONE_ABOVE if self._alone else SHARES_ABOVE
        else:
            shares = SHARES_ALONE if self._alone else SHARES
        length = max(self.height() if self.above else self.width(), 100)
        self.setSizes([length * share // 100 for share in shares])
