"""What the vault says of a record, and what a table shows, as tests at the window look at both."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QTableView

from desktop.casework import records
from desktop.casework.workspace import JSON, Workspace
from tests.ui.hand import Hand

T = TypeVar("T")


def ask(hand: Hand, action: Callable[[Workspace], T]) -> T:
    """What the vault says."""
    answers: list[T] = []
    hand.window.tools.worker.submit(action, answers.append, owner=hand.window)
    hand.until(lambda: bool(answers))
    return answers[0]


def stands(hand: Hand, record: str) -> dict[str, JSON]:
    """The record as the vault has it."""
    return dict(ask(hand, lambda ws: records.show(ws, record).nested))


def rows(hand: Hand, name: str) -> list[list[str]]:
    """A table as one reads it."""
    model = hand.wait_for(QTableView, name).model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data() or "") for column in columns] for row in range(model.rowCount())]
