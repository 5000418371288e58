"""What a record's page says while it is being read, where it cannot be, and once it can be again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLabel, QPlainTextEdit

from desktop.casework import records
from desktop.casework.workspace import Changes
from desktop.errors import Damaged
from desktop.history.state import RecordState
from desktop.ui.place import Place
from tests.ui.asking import ask
from tests.ui.hand import Hand
from tests.ui.test_forms import a_case, title
from tests.ui.test_saving import busy

STILL = "Still reading this from the vault. It comes by itself, and nothing is lost."
IN_THEIR_WORDS = "In their own words 1"


def says(hand: Hand) -> bool:
    """Whether the page says that it is being read."""
    return any(one.text() == STILL for one in hand.visible(QLabel))


@contextmanager
def damaged(hand: Hand) -> Iterator[None]:
    """What is asked for lies in a part of the vault that cannot be read, until the end."""

    def state(_record: str) -> RecordState:
        raise Damaged("vault.database", file="a.db")

    vault = ask(hand, lambda ws: ws.vault)
    vault.state = state  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        del vault.state


def read_anew(hand: Hand, record: str) -> None:
    """The record may stand otherwise in the vault now."""
    hand.window.tools.worker.changed.emit(Changes(frozenset({"testimony"}), frozenset({record})))


def test_a_page_says_that_it_is_being_read_while_the_vault_is_slow(desk: Hand) -> None:
    record = a_case(desk)
    desk.go("Today")
    with busy(desk):
        desk.window.tools.go(Place("record", record, "case"))
        desk.until(lambda: says(desk))
        assert not any(one.text().startswith("New") for one in desk.visible(QLabel))
    desk.until(lambda: title(desk).text() == "七月案")
    assert not says(desk)


def test_a_testimony_that_could_not_be_read_is_written_on_once_it_can(desk: Hand) -> None:
    (record,) = ask(desk, lambda ws: records.add(ws, "testimony", [{"statements": [{"words": "They came."}]}])).created
    desk.window.tools.go(Place("record", record, "testimony"))
    desk.until(lambda: desk.wait_for(QPlainTextEdit, IN_THEIR_WORDS).toPlainText() == "They came.")
    with damaged(desk):
        read_anew(desk, record)
        desk.sees("Damaged")
    read_anew(desk, record)
    desk.until(lambda: any(one.isEnabled() for one in desk.visible(QPlainTextEdit)))
    desk.type_into(IN_THEIR_WORDS, "At night. ")
    assert not any(one.text() == "Damaged" for one in desk.visible(QLabel))
