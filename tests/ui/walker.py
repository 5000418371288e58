"""Goes where pictures would be taken, screen by screen, and looks there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop.casework.workspace import Workspace
from desktop.ui.place import Place
from tests.ui.asking import ask
from tests.ui.hand import Hand, settle

T = TypeVar("T")


class Walker:
    """What it looks for is in `take`."""

    def __init__(self, hand: Hand) -> None:
        self.window = hand.window
        self.hand = hand

    def ask(self, action: Callable[[Workspace], T]) -> T:
        """Run an action in the vault's thread."""
        return ask(self.hand, action)

    def quiet(self) -> None:
        """Let all that was asked be answered, and what follows from it."""
        for _ in range(4):
            self.ask(lambda _ws: True)
            settle()

    def show(self, name: str, place: Place) -> None:
        """Go somewhere and look."""
        self.window.tools.go(Place("passphrase"))  # so that a page shown already is built anew
        self.window.tools.go(place)
        self.quiet()
        self.take(name)

    def take(self, name: str) -> None:
        """Look at what is shown."""
        raise NotImplementedError
