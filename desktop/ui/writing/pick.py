"""A small picker beside the caret: whom to mention."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.casework.people import Pick
from desktop.ui import sources
from desktop.ui.layout import column
from desktop.ui.page import Page
from desktop.ui.picker import New, Picker
from desktop.ui.plain import PlainLabel, one_line
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools

# A menu, or another window: the caret comes back.
FOR_A_MOMENT = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
WIDTH = 320  # pixels
BELOW = 4  # pixels between the line and the picker


class MentionPicker(QFrame):
    """`chosen` with whoever was picked, or a new name. It closes by Escape, or when the caret goes elsewhere.

    said: the words the mention takes the place of. People called so stand in the list at once; nobody new is made of
    them by mere Enter.
    """

    chosen = Signal(object)  # Pick

    def __init__(self, tools: Tools, field: QWidget, said: str, at_hand: sources.AtHand) -> None:
        self._page = _page_around(field)
        super().__init__(self._page)
        self._field = field
        self._said = said
        self._why_left = Qt.FocusReason.OtherFocusReason
        self._people = sources.people(tools, self, at_hand)
        self._ask = PlainLabel(wrap=True)
        self._help = PlainLabel(wrap=True).be(quiet=True)
        self._picker = Picker("", self._offer, new=New.PERSON)
        self.setProperty("popup", True)
        self.setAutoFillBackground(True)
        self._parts = column(self._ask, self._picker, self._help, gap=4, margin=8)
        self.setLayout(self._parts)
        self._words()
        self._picker.installEventFilter(self)
        self._picker.picked.connect(self._picked)
        self._picker.made.connect(self._made)
        self._picker.left.connect(self._left)

    def open_beneath(self, caret: QRect) -> None:
        """Show it under the caret, above it where there is no room. caret: from the corner of the field."""
        page = self._page
        width = min(WIDTH, page.width())
        self.setFixedSize(width, self._parts.totalHeightForWidth(width))
        above = self._field.mapTo(page, caret.topLeft())
        top = above.y() + caret.height() + BELOW
        if top + self.height() > page.height() and above.y() - BELOW - self.height() >= 0:
            top = above.y() - BELOW - self.height()
        left = max(min(above.x(), page.width() - self.width()), 0)
        self.move(QPoint(left, max(min(top, page.height() - self.height()), 0)))
        self.show()
        self.raise_()
        self._picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self._picker.ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape closes list and picker at once, unless an input method wants it."""
        if isinstance(event, QFocusEvent):
            self._why_left = event.reason()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not self._picker.composing:
            if event.type() != QEvent.Type.KeyPress:
                return False
            self._close()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _words(self) -> None:
        said = self.tr("Who is “{words}”?").format(words=one_line(self._said))
        self._ask.setText(said if self._said else self.tr("Who is mentioned here?"))
        kept = self.tr("The words stay as they were said; while names are hidden the code stands in their place.")
        self._help.setText(kept if self._said else "")
        self._help.setVisible(bool(self._said))
        self._picker.setAccessibleName(self._ask.text())
        self._picker.setPlaceholderText(self.tr("Name or code"))

    def _offer(self, words: str, answer: Callable[[Sequence[Option]], None]) -> None:
        """While nothing is typed those first who are called as the words say."""
        if words or not self._said:
            self._people(words, answer)
            return

        def called_so(found: Sequence[Option]) -> None:
            if found:
                answer(found)
            else:
                self._people("", answer)

        self._people(self._said, called_so)

    def _picked(self) -> None:
        if self._picker.chosen is not None:
            self._choose(Pick(record=self._picker.chosen.key))

    def _made(self) -> None:
        if self._picker.typed:
            self._choose(Pick(text=self._picker.typed, new=self._picker.said_new))

    def _choose(self, pick: Pick) -> None:
        self._close()
        self.chosen.emit(pick)

    def _left(self) -> None:
        if self._why_left not in FOR_A_MOMENT:
            self._close(back=False)

    def _close(self, *, back: bool = True) -> None:
        if self.isHidden():
            return
        self._picker.left.disconnect(self._left)
        self.hide()
        if back:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()


def _page_around(field: QWidget) -> QWidget:
    """The page the field is on: what lies on it goes with it."""
    widget = field
    while not isinstance(widget, Page) and (parent := widget.parentWidget()) is not None:
        widget = parent
    return widget
