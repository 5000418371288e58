"""The safekeeping page leads to what keeps the vault."""

from __future__ import annotations

from tests.ui.hand import Hand


def test_the_check_is_reached_from_safekeeping(desk: Hand) -> None:
    desk.go("Safekeeping")
    desk.press("Check the vault")
    desk.sees("Check the vault")


def test_the_passphrase_is_changed_from_safekeeping(desk: Hand) -> None:
    desk.go("Safekeeping")
    desk.press("Change the passphrase")
    desk.sees("Change the passphrase")
