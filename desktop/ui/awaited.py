"""Says in the place of a record that it is still being read, where the vault takes its time to answer."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.layout import column
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking

SAID_AFTER = 400  # milliseconds; what comes sooner needs no word


class Awaited:
    """Until `came`. What is quick has nothing made for it."""

    def __init__(self, page: QWidget, where: QVBoxLayout, place: int) -> None:
        """where, place: in the page, before what comes."""
        self._where = where
        self._place = place
        self._said: QWidget | None = None
        self._timer = QTimer(page)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._say)
        self._timer.start(SAID_AFTER)

    def came(self) -> None:
        """It is there, or it is known why not."""
        self._timer.stop()
        said, self._said = self._said, None
        if said is not None:
            said.hide()
            said.deleteLater()

    def _say(self) -> None:
        said = self._said = _StillReading()
        self._where.insertWidget(self._place, said)
        said.tell()


class _StillReading(Speaking):
    """The words, for eyes and for ears."""

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel(wrap=True).be(quiet=True)
        inside = column(self._words, gap=0)
        inside.setContentsMargins(24, 8, 24, 8)
        self.setLayout(inside)
        self.retranslate()

    def retranslate(self) -> None:
        """What is going on, and that there is nothing to do."""
        self._words.setText(self.tr("Still reading this from the vault. It comes by itself, and nothing is lost."))
        self.setAccessibleName(self._words.text())

    def tell(self) -> None:
        """A screen reader reads it out: the caret stays where it is."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # PySide makes their many names only now

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
