"""Locked means gone, for keys: no page that shows or takes a key, a share or a passphrase leaves it in memory."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

from desktop.casework.recovery_key import PIECE
from desktop.ui.place import Place
from tests.ui.hand import WAIT, Hand, settle
from tests.ui.test_lock import held_anywhere
from tests.ui.test_recovery_pages import made, make_anew, put, words_on_screen
from tests.ui.test_vault_screens import creating

__all__ = ["creating", "made"]

SECRET = "nine tall herons wade at dusk"
HELD = 4
"""Words of a share in a row: one alone says nothing, and is in the list of all words."""


def the_key_on_the_screen(hand: Hand) -> list[str]:
    make_anew(hand)
    hand.press("Show it as a QR code")
    return [hand.window.desk._page.stage.step._prepared.key[20:60]]  # type: ignore[union-attr]


def a_share_on_the_screen(hand: Hand) -> list[str]:
    make_anew(hand)
    hand.press("Split it into shares")
    hand.press("Make the shares")
    hand.sees("Write down share 1 of 3")
    return [" ".join(words_on_screen(hand)[5 : 5 + HELD])]


def a_share_given_back(hand: Hand) -> list[str]:
    share = a_share_on_the_screen(hand)
    hand.press("I have written it down")
    put(hand, "Share 1", f"{share[0]} and more")
    return share


def a_key_typed(hand: Hand) -> list[str]:
    hand.window.tools.go(Place("drill"))
    put(hand, "Recovery key", f"{SECRET} and more")
    return [SECRET]


def passphrases_typed(hand: Hand, place: str, *fields: str) -> list[str]:
    hand.window.tools.go(Place(place))
    for field in fields:
        hand.type_into(field, f"{SECRET} and more")  # what is only this word is the one written here
    return [SECRET]


PAGES: dict[str, Callable[[Hand], list[str]]] = {
    "a key": the_key_on_the_screen,
    "a share": a_share_on_the_screen,
    "a share given back": a_share_given_back,
    "a key typed": a_key_typed,
    "a key file": lambda hand: passphrases_typed(hand, "key-file", "Passphrase of the vault"),
    "the identities": lambda hand: passphrases_typed(hand, "identity-passphrase", "New passphrase of the identities"),
    "renewing the keys": lambda hand: passphrases_typed(hand, "renew-keys", "Passphrase"),
}


@pytest.mark.parametrize("page", PAGES)
def test_nothing_in_memory_holds_a_key_after_a_lock(desk: Hand, page: str) -> None:
    secrets = PAGES[page](desk)
    assert all(secrets)
    desk.lock()
    settle()
    for secret in secrets:
        assert list(held_anywhere(secret)) == []


def test_nothing_in_memory_holds_the_key_of_a_vault_just_made(made: Hand) -> None:
    pieces = [label.accessibleName().partition(": ")[2] for label in made.visible(QLabel)]
    written = sorted((piece for piece in pieces if piece), key=len)[-2:]
    assert len(written[0]) > 2 * PIECE - 2
    with made.bot.waitSignal(made.window.locked, timeout=WAIT):
        made.window.lock()
    settle()
    held = [one for piece in written for one in held_anywhere(piece)]
    key = "".join(piece.replace(" ", "") for piece in written[:1])
    assert [*held, *held_anywhere(key)] == []
