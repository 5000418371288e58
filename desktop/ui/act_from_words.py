"""An act about to be made from words of an account: nothing is kept before somebody saves it."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.casework import from_account
from desktop.casework.from_account import BegunAct, Words
from desktop.casework.workspace import Changes
from desktop.ui.act_page import ActPage
from desktop.ui.drafting import DRAFT
from desktop.ui.layout import column, sheet
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.tools import Tools

ACCOUNT, STATEMENT, START, END = "account", "statement", "start", "end"  # in `Place.given`


def leading_to(words: Words) -> Place:
    """The form for a new act that stands on these words; each has a draft of its own."""
    return Place("record", kind="act", given=(*told_by(words), (DRAFT, f"new:act:{secrets.token_hex(8)}")))


def told_by(words: Words) -> tuple[tuple[str, str], ...]:
    """What a place is given that leads to these words."""
    return (ACCOUNT, words.testimony), (STATEMENT, words.item), (START, str(words.start)), (END, str(words.end))


def words_in(place: Place) -> Words | None:
    """What `told_by` gave; None for every other place."""
    given = dict(place.given)
    start, end = given.get(START, ""), given.get(END, "")
    if ACCOUNT not in given or not (start.isdecimal() and end.isdecimal()):
        return None
    return Words(given[ACCOUNT], given.get(STATEMENT, ""), int(start), int(end))


class ActFromWords(ActPage):
    """The words stand above the form, so that one reads them while filling it in."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._quote = PlainLabel(wrap=True)
        self._from = PlainLabel(wrap=True).be(quiet=True)
        self._account = ""
        self._words = words_in(place)  # the place is another once the act is saved
        super().__init__(tools, place)
        self.retranslate()

    def above(self) -> list[QWidget]:
        """The words, and whose they are."""
        return [sheet(column(self._quote, self._from, gap=4)), *super().above()]

    def saved_by_hand(self) -> bool:
        """Whoever marked words by mistake goes back, and there is no act."""
        return True

    def start(self) -> None:
        """Ask what it begins with."""
        self._ask(self._begun)

    def refresh(self, changes: Changes | None) -> None:
        """Names may be hidden now, also those in the words above."""
        super().refresh(changes)
        if changes is None:
            self._ask(self._say)

    def discard(self) -> None:
        """Back to the account; the form itself can be brought back."""
        super().discard()
        if not self.editor.record:
            self.tools.back()

    def retranslate(self) -> None:
        """Whose words they are."""
        super().retranslate()
        self._from.setText(self.tr("From: {account}").format(account=self._account) if self._account else "")

    def _ask(self, answer: Callable[[BegunAct], None]) -> None:
        words = self._words
        if words is not None:
            self.tools.worker.submit(lambda ws: from_account.begin_act(ws, words), answer, owner=self)

    def _say(self, begun: BegunAct) -> None:
        self._quote.setText(begun.quote)
        self._account = begun.account
        self.retranslate()

    def _begun(self, begun: BegunAct) -> None:
        self._say(begun)
        self.editor.begin(begun.nested)
        self.form.focus_first_empty()
