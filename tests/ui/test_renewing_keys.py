"""Renewing the keys in the window: offered when the passphrase is changed, begun, and ended beside other work."""

from __future__ import annotations

from desktop.casework import renewing_keys, vaults
from tests.ui.asking import ask
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand

NEW = "nine grey herons stand still"


def begin(desk: Hand, passphrase: str = PASSPHRASE) -> None:
    """From the page that says what it means."""
    desk.sees("The vault gets new keys")
    desk.sees("Files to seal anew: 0")
    desk.type_into("Passphrase", passphrase)
    desk.press("Renew the keys")


def test_from_safekeeping_the_keys_are_renewed_and_that_is_said(desk: Hand) -> None:
    desk.go("Safekeeping")
    desk.press("Renew the keys")
    begin(desk)
    desk.sees("The keys are renewed.")
    assert ask(desk, renewing_keys.left) is None
    desk.sees("The keys were last renewed on")


def test_whoever_says_that_somebody_knows_the_old_passphrase_is_led_to_it(desk: Hand) -> None:
    desk.go("Safekeeping")
    desk.press("Change the passphrase")
    desk.type_into("Old passphrase", PASSPHRASE)
    desk.type_into("New passphrase", NEW)
    desk.type_into("The same passphrase again", NEW)
    desk.press("Somebody may know the old passphrase")
    desk.press("Change it")
    begin(desk, NEW)
    desk.sees("The keys are renewed.")


def test_a_wrong_passphrase_begins_nothing(desk: Hand) -> None:
    desk.go("Safekeeping")
    desk.press("Renew the keys")
    begin(desk, "something else")
    desk.sees("passphrase")
    assert ask(desk, renewing_keys.left) is None


def test_begun_and_locked_it_goes_on_by_itself_after_unlocking(desk: Hand) -> None:
    ask(desk, lambda ws: renewing_keys.do(ws, PASSPHRASE))
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.sees("The keys are renewed.")


def test_while_the_identities_are_closed_it_is_begun_and_said_what_it_waits_for(desk: Hand) -> None:
    ask(desk, vaults.close_identities)
    desk.go("Safekeeping")
    desk.press("Renew the keys")
    desk.sees("The identities are closed: they get new keys when they are next opened.")
    desk.type_into("Passphrase", PASSPHRASE)
    desk.press("Renew the keys")
    desk.sees("The rest is done when the identities are open.")


def test_it_can_rest_and_be_gone_on_with(desk: Hand) -> None:
    ask(desk, lambda ws: renewing_keys.do(ws, PASSPHRASE))
    desk.go("Safekeeping")
    desk.sees("The keys are being renewed.")
    desk.press("Renew the keys")
    desk.press("Let it rest until the next unlocking")
    desk.go("Today")
    assert ask(desk, renewing_keys.left) is not None
    desk.go("Safekeeping")
    desk.press("Renew the keys")
    desk.press("Go on now")
    desk.sees("The keys are renewed.")
