"""A field that is typed into and chosen from; what it offers comes from a source that may take its time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.entry import LineField, held_back
from desktop.ui.plain import isolated, one_line
from desktop.ui.suggestions import Option, Suggestions

Source = Callable[[str, Callable[[Sequence[Option]], None]], None]
"""Given what is typed and where to send the options; it may answer later, or never."""

ASK_AFTER = 60  # milliseconds
SIGN = 4  # pixels, half the width of the sign that says there is a list
SIGN_ROOM = 22


class Picker(LineField):
    """`picked` when a choice was made or taken back, or other words stand there than before.

    With `new_words`, what is typed and known to nobody stays and means something new; without, it is taken back.
    """

    picked = Signal()

    def __init__(self, name: str, source: Source, *, new_words: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._source = source
        self._new_words = new_words
        self._chosen: Option | None = None
        self._asked = 0
        self._list = Suggestions(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER)
        self._timer.timeout.connect(self.ask)
        self._keep_room()
        self.textEdited.connect(self._typed)
        self._list.taken.connect(self.take)

    @property
    def chosen(self) -> Option | None:
        """The option chosen, if one was."""
        return self._chosen

    @property
    def typed(self) -> str:
        """Words that stand there and were not chosen from the list."""
        return "" if self._chosen is not None else self.text().strip()

    def put(self, option: Option | None, typed: str = "") -> None:
        """Show a choice, or words; nothing is announced."""
        self._chosen = option
        self.setText(one_line(option.label) if option else typed)
        self.setCursorPosition(0)
        self._list.hide()

    def take(self, option: Option) -> None:
        """Choose."""
        self._timer.stop()
        self._asked += 1
        if option.key:
            self.put(option)
        else:
            self._list.hide()
        self.picked.emit()

    def ask(self) -> None:
        """Ask the source for what fits."""
        self._asked += 1
        number = self._asked
        words = "" if self._chosen is not None else self.text().strip()

        def answer(options: Sequence[Option]) -> None:
            if number == self._asked:
                self._offer(words, options)

        self._source(words, answer)

    def settle(self) -> None:
        """The caret leaves: words nobody knows stay only where they mean something new."""
        self._timer.stop()
        self._asked += 1
        self._list.hide()
        if self._chosen is None and not self._new_words and self.text():
            self.put(None)
            self.picked.emit()

    def new_offer(self, words: str) -> str:
        """How making something new reads in the list."""
        return self.tr("New: {words}").format(words=isolated(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens and goes down, Enter takes, Escape closes; an input method comes before all of them."""
        if held_back(event, self.composing):
            event.accept()
            return
        shown = self._list.isVisible()
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if shown:
                self._list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            else:
                self.ask()
        elif shown and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (option := self._list.current()):
            self.take(option)
        elif shown and event.key() == Qt.Key.Key_Escape:
            self._list.hide()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click into the empty field, or on the sign, shows what there is."""
        super().mousePressEvent(event)
        on_sign = self._sign_place().contains(event.position().toPoint())
        if not self._list.isVisible() and (on_sign or not self.text()):
            self.ask()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Over the sign the pointer presses; over the words it writes."""
        on_sign = self._sign_place().contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.ArrowCursor if on_sign else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and at its end the sign that there is a list."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
        middle = self._sign_place().center()
        left, right = middle + QPoint(-SIGN, -SIGN // 2), middle + QPoint(SIGN, -SIGN // 2)
        painter.drawPolyline([left, middle + QPoint(0, SIGN // 2), right])

    def changeEvent(self, event: QEvent) -> None:
        """The sign stands at the end of the line, whichever way it runs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._keep_room()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle what stands there."""
        super().focusOutEvent(event)
        self.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden field offers nothing."""
        self._list.hide()
        super().hideEvent(event)

    def _keep_room(self) -> None:
        """Words end before the sign."""
        leading_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(SIGN_ROOM if leading_right else 0, 0, 0 if leading_right else SIGN_ROOM, 0)

    def _sign_place(self) -> QRect:
        begins = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - SIGN_ROOM
        return QRect(begins, 0, SIGN_ROOM, self.height())

    def _typed(self, _text: str) -> None:
        self._chosen = None
        self._timer.start()
        self.picked.emit()

    def _offer(self, words: str, options: Sequence[Option]) -> None:
        offered = list(options)
        if self._new_words and words and not any(option.label == words for option in options):
            offered.append(Option("", self.new_offer(words)))
        self._list.offer(offered)
        if words and offered:
            self._list.step(1)
