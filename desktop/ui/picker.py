"""A field that is typed into and chosen from; what it offers comes from a source that may take its time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from enum import Enum, auto

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.entry import held_back
from desktop.ui.listed_field import ListedField
from desktop.ui.plain import one_line, tooltip
from desktop.ui.suggestions import Option, Suggestions
from desktop.ui.veil import cover, covered

Source = Callable[[str, Callable[[Sequence[Option]], None]], None]
"""Given what is typed and where to send the options; it may answer later, or never."""

ASK_AFTER = 60  # milliseconds


class New(Enum):
    """What words that nobody knows become."""

    PERSON = auto()
    CASE = auto()
    CODE = auto()


ORGANISATION, TAG, PERSON, SOURCE = "organisation", "tag", "person", "source"
MADE = (ORGANISATION, TAG, PERSON, SOURCE)
"""Kinds of which a record is made of the words typed for it, where somebody says so; what is offered first, first."""


class Picker(ListedField):
    """`picked` when a choice was made or taken back, or other words stand there than before.

    With `new`, what is typed and known to nobody stays and means something new: `made` when somebody says so, by Enter
    or by choosing the offer. Without, it stays too, but is nothing: the field says that it is not in the list, until
    somebody chooses or clears it. `left` when the caret went away.

    makes: kinds of record that can be made of the words at once: `wanted` with the kind when somebody says so, by the
    offer or by Enter where nothing in the list fits. Until then the words are nothing.
    """

    picked = Signal()
    made = Signal()
    left = Signal()
    wanted = Signal(str)
    may_name = True

    def __init__(
        self,
        name: str,
        source: Source,
        *,
        new: New | None = None,
        makes: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._source = source
        self._new = new
        self._makes = [kind for kind in MADE if kind in makes]
        self._chosen: Option | None = None
        self._said_new = False
        self._options: tuple[Option, ...] = ()
        self._asked = self._answered = 0
        self._asked_for = ""
        self._enter_waits = False
        self._popup: Suggestions | None = None
        self._timer: QTimer | None = None  # made when something is first typed
        self.textEdited.connect(self._typed)
        self.opened.connect(self._open)

    @property
    def chosen(self) -> Option | None:
        """The option chosen, if one was."""
        return self._chosen

    @property
    def typed(self) -> str:
        """Words that stand there and were not chosen from the list."""
        return "" if self._chosen is not None else self.text().strip()

    @property
    def untaken(self) -> str:
        """Words that stand there and mean nothing, since only what is in the list can be meant."""
        return "" if self._new is not None else self.typed

    @property
    def said_new(self) -> bool:
        """Whether somebody chose the offer to make something new of the words, whoever else is called so."""
        return self._said_new and bool(self.typed)

    def put(self, option: Option | None, typed: str = "", *, new: bool = False) -> None:
        """Show a choice, or words; nothing is announced."""
        self._forget_answers()
        self._chosen = option
        self._said_new = new
        self.setText(one_line(option.label) if option else typed)
        self.setCursorPosition(0)
        self.setToolTip(tooltip(option.plain) if option else "")
        self.mark_strange(bool(self.untaken))

    def take(self, option: Option) -> None:
        """Choose."""
        if option.key:
            self.put(option)
        elif option.makes:
            self._forget_answers()
            self.wanted.emit(option.makes)
            return
        else:
            self._forget_answers()
            self._said_new = True
            self.made.emit()
        self.picked.emit()

    @Slot()
    def ask(self) -> None:
        """Ask the source for what fits. Asked again for the same words before it answers, its first answer counts:
        else a key held down would put the list off for ever."""
        self._ask_no_more()
        if covered(self):
            return  # the list would say what the field does not
        self._asked += 1
        number = self._asked
        words = self._asked_for = "" if self._chosen is not None else self.text().strip()

        def answer(options: Sequence[Option]) -> None:
            if number > self._answered and words == self._asked_for:
                self._answered = self._asked
                self._offer(words, options)

        self._source(words, answer)

    def offer_anew(self) -> None:
        """What the list shows may be called otherwise now, and what is on its way to it too."""
        if self._offers_now or self._asked != self._answered:
            self._close()
            self._answered = self._asked
            self.ask()

    def withhold(self) -> None:
        """Words that name somebody no record hides yet go off the screen, and the list that quotes them."""
        if self.typed:
            self._forget_answers()
            cover(self)

    def settle(self) -> None:
        """Nobody types any more: what is exactly one thing in the list is that one, other words stay as they are."""
        if self._to_ask and self.untaken:
            self.ask()
        self._ask_no_more()
        self._close()
        self._take_certain()
        self.mark_strange(bool(self.untaken))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens and goes down, Enter takes, Escape closes; an input method comes before all of them."""
        if held_back(event, self.composing):
            event.accept()
            return
        shown = self._offers_now
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if shown:
                self._list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            else:
                self.ask()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (shown or self._waiting):
            self._enter()
        elif shown and event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Where only what is in the list can be meant, a click anywhere on what was chosen shows what else there is."""
        super().mousePressEvent(event)
        if self._new is None and self._chosen is not None:
            self.opened.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle what stands there."""
        super().focusOutEvent(event)
        self.settle()
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden field offers nothing."""
        self._close()
        super().hideEvent(event)

    @property
    def _list(self) -> Suggestions:
        """The list, made when something is first offered: most fields of a form never offer anything."""
        if self._popup is None:
            self._popup = Suggestions(self)
            self._popup.taken.connect(self.take)
        return self._popup

    @property
    def _offers_now(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    @property
    def _waiting(self) -> bool:
        """Whether what the list shows is not yet about the words that stand here."""
        return self._to_ask or self._asked != self._answered

    @property
    def _to_ask(self) -> bool:
        """Whether it will be asked what fits the words that stand here."""
        return self._timer is not None and self._timer.isActive()

    def _ask_soon(self) -> None:
        if self._timer is None:
            self._timer = QTimer(self)
            self._timer.setSingleShot(True)
            self._timer.setInterval(ASK_AFTER)
            self._timer.timeout.connect(self.ask)
        self._timer.start()

    def _ask_no_more(self) -> None:
        if self._timer is not None:
            self._timer.stop()

    def _forget_answers(self) -> None:
        self._ask_no_more()
        self._asked += 1
        self._answered = self._asked
        self._options = ()
        self._enter_waits = False
        self._close()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._chosen = None
        self._said_new = self._enter_waits = False
        self.mark_strange(False)
        if self._popup is not None:
            self._popup.unmark()
        self._ask_soon()
        self.picked.emit()

    @Slot()
    def _open(self) -> None:
        if not self._offers_now:
            self.ask()

    def _enter(self) -> None:
        """Enter while a list is shown or on its way: it takes what is marked, and never somebody not seen yet."""
        if self._to_ask and self.untaken:
            self.ask()
        option = self._list.current()
        if option is not None:
            self.take(option)
        elif self._new is not None and self.typed:
            self._forget_answers()
            self.made.emit()
        elif self._makes and self.typed and not self._waiting:
            if self._options and self._makes[0] != TAG:
                self._list.step(1)  # perhaps it is meant: nothing is made of words while something fits, unmarked
            else:
                self.take(self._offers()[0])
        else:
            self._enter_waits = self._waiting

    def _offer(self, words: str, options: Sequence[Option]) -> None:
        self._options = tuple(options)
        self._list.offer(options, self._offers() if words else ())
        if words and options and self._is_meant(options[0]):
            self._list.step(1)
        meant = self._list.current()
        if self._enter_waits and meant is not None and (meant.eager or meant.exact):
            self.take(meant)
        elif not self.hasFocus():
            self._take_certain()
        self._enter_waits = False

    def _offers(self) -> list[Option]:
        """What makes something new of the words."""
        words = self.text().strip()
        if self._new is not None:
            return [Option("", words, offer=self._new_words(self._new))]
        return [Option("", words, offer=self._words_for_made(kind), makes=kind) for kind in self._makes]

    def _is_meant(self, first: Option) -> bool:
        """Whether Enter takes what stands first: where it can hardly surprise, or where nothing else is there."""
        alone = self._new is None and len(self._options) == 1 and first.near
        return first.eager or alone or first is self._certain()

    def _certain(self) -> Option | None:
        """The one thing called exactly so; of several that are called alike none."""
        exact = [option for option in self._options if option.exact]
        return exact[0] if len(exact) == 1 else None

    def _take_certain(self) -> None:
        option = None if self._waiting else self._certain()
        if self.untaken and option is not None:
            self.take(option)

    def _new_words(self, new: New) -> str:
        """How making something new reads in the list."""
        if new is New.PERSON:
            return self.tr("Add “{words}” as a new person")
        if new is New.CASE:
            return self.tr("Add “{words}” as a new case")
        return self.tr("Use “{words}” as it is written")

    def _words_for_made(self, kind: str) -> str:
        if kind == PERSON:
            return self.tr("Add “{words}” as a new person")
        if kind == ORGANISATION:
            return self.tr("Add “{words}” as a new organisation")
        if kind == SOURCE:
            return self.tr("Add “{words}” as a new source")
        return self.tr("Add “{words}” as a new tag")
