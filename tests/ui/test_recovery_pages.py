"""A recovery key, whole or in shares, on the screens a person sees: to paper, asked back, used, made anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit

from desktop.casework import key_files, recovering, recovery_shares, vaults
from desktop.casework.recovering import Prepared
from desktop.casework.recovery_state import RecoveryState, recovery_state
from desktop.casework.workspace import Workspace
from desktop.ui.exchange.qr_codes import QrPicture
from desktop.ui.safekeeping.recover_identities import RecoverIdentities
from tests.conftest import Clock
from tests.ui.asking import ask
from tests.ui.choosing import choose
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand
from tests.ui.test_forms import under_tab
from tests.ui.test_saving import busy
from tests.ui.test_vault_screens import NEW_PASSPHRASE, can_press, creating

__all__ = ["creating"]


def state(hand: Hand) -> RecoveryState:
    return ask(hand, recovery_state)


def words_on_screen(hand: Hand) -> list[str]:
    """The share that is shown, in the order of its numbers."""
    named = (label.accessibleName() for label in hand.visible(QLabel))
    shown = {int(number): word for number, _, word in (name.partition(": ") for name in named) if number.isdigit()}
    return [shown[number] for number in sorted(shown)]


def put(hand: Hand, name: str, text: str) -> None:
    """Into a field of several lines, as from paper."""
    field = hand.field(name)
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText(text)


def picture(text: str, folder: Path) -> Path:
    """What a camera would take of the code on the screen."""
    shown = QrPicture()
    shown.show_text(recovery_shares.code(text))
    shown.resize(shown.sizeHint())
    assert shown.grab().save(str(folder / "code.png"))
    return folder / "code.png"


def write_down_shares(hand: Hand, *, of: int = 3) -> list[str]:
    """Write each share down and give it back by four letters a word."""
    shares = []
    for number in range(1, of + 1):
        hand.sees(f"Write down share {number} of {of}")
        shares.append(" ".join(words_on_screen(hand)))
        hand.press("I have written it down")
        put(hand, f"Share {number}", " ".join(word[:4] for word in shares[-1].split()))
        hand.press("All are on paper" if number == of else "On to the next share")
    return shares


def make_anew(hand: Hand) -> None:
    """As far as the new key on the screen."""
    hand.go("Safekeeping")
    hand.press("Make a new recovery key")
    hand.type_into("Passphrase of the vault", PASSPHRASE)
    hand.press("Make the new key")
    hand.sees("Write down the recovery key")


@pytest.fixture
def made(creating: Hand) -> Hand:
    """A vault was made; its key is on the screen."""
    creating.type_into("New passphrase", PASSPHRASE)
    creating.type_into("The same passphrase again", PASSPHRASE)
    creating.press("Create the vault")
    creating.sees("Write down the recovery key")
    return creating


def test_a_new_vaults_key_is_split_and_two_of_its_three_shares_open_it(made: Hand) -> None:
    made.press("Split it into shares")
    made.sees("any 2 of them open the vault; 1 may be lost")
    made.press("Make the shares")
    shares = write_down_shares(made)
    made.until(lambda: can_press(made, "New testimony"))
    assert state(made).shares == 3
    made.lock()
    made.press("I have only the recovery key")
    made.press("Shares")
    put(made, "Share 1", shares[2])
    put(made, "Share 2", shares[0].upper())
    made.sees("The shares give a whole key.")
    made.type_into("New passphrase", NEW_PASSPHRASE)
    made.type_into("The same passphrase again", NEW_PASSPHRASE)
    made.press("Open the vault")
    made.until(lambda: can_press(made, "New testimony"))
    made.lock()
    made.unlock(NEW_PASSPHRASE)


def test_a_share_is_out_of_sight_while_it_is_asked_back(made: Hand) -> None:
    made.press("Split it into shares")
    made.press("Make the shares")
    made.sees("Write down share 1 of 3")
    assert len(words_on_screen(made)) == 33
    made.press("I have written it down")
    assert words_on_screen(made) == []


def test_one_key_can_be_preferred_after_all(made: Hand) -> None:
    made.press("Split it into shares")
    made.press("Rather one key")
    made.sees("Write down the recovery key")
    made.copy_recovery_key()
    made.until(lambda: can_press(made, "New testimony"))
    assert state(made).shares == 0


def test_a_key_given_back_when_the_vault_is_made_counts_as_set_up_and_nothing_is_offered_that_makes_no_sense(
    desk: Hand,
) -> None:
    desk.go("Safekeeping")
    desk.sees("Given back from paper on")
    desk.sees("Not rehearsed yet")
    assert desk.named(QAbstractButton, "I have it on paper") is None
    assert desk.named(QAbstractButton, "The identities' own recovery key") is None


def test_the_key_can_be_given_back_by_a_picture_of_its_code(made: Hand, tmp_path: Path) -> None:
    key = "".join(made.pieces_on_screen().values())
    made.press("Show it as a QR code")
    made.sees("A photograph stays on the phone")
    assert made.pieces_on_screen() == {}
    made.press("I have written it down")
    made.press("From a picture")
    choose(made, picture(recovering.from_paper(key).key, tmp_path))
    made.until(lambda: can_press(made, "New testimony"))
    assert state(made).set_up is not None


def test_a_picture_without_a_code_is_told_and_can_be_taken_again(made: Hand, tmp_path: Path) -> None:
    made.press("I have written it down")
    made.press("From a picture")
    choose(made, picture("no key at all", tmp_path))
    made.sees("No recovery key or share was found in this picture.")
    assert can_press(made, "From a picture")


def test_shares_made_anew_replace_the_key_only_when_all_were_given_back(desk: Hand) -> None:
    before = ask(desk, lambda ws: ws.vault.recovery_recipient)
    make_anew(desk)
    desk.press("Split it into shares")
    desk.press("Make the shares")
    assert ask(desk, lambda ws: ws.vault.recovery_recipient) == before
    shares = write_down_shares(desk)
    desk.sees("The new recovery key is in place.")
    desk.sees("copies of the folder made before still open with it")
    key = recovery_shares.key(shares[1:])
    assert ask(desk, lambda ws: recovering.check(ws.vault.folder, key)).vault
    assert state(desk).shares == 3


def test_left_before_the_end_the_old_key_still_counts_and_that_is_said(desk: Hand) -> None:
    before = ask(desk, lambda ws: ws.vault.recovery_recipient)
    make_anew(desk)
    desk.go("Today")
    desk.sees("The new recovery key was not put in place.")
    assert ask(desk, lambda ws: ws.vault.recovery_recipient) == before


def test_a_wrong_passphrase_makes_no_new_key(desk: Hand) -> None:
    desk.go("Safekeeping")
    desk.press("Make a new recovery key")
    desk.type_into("Passphrase of the vault", "a guess")
    desk.press("Make the new key")
    desk.until(lambda: bool(desk.window.notice))
    desk.type_into("Passphrase of the vault", PASSPHRASE)
    desk.press("Make the new key")
    desk.sees("Write down the recovery key")


def test_a_vault_with_a_key_file_asks_for_that_too(desk: Hand, tmp_path: Path) -> None:
    ask(desk, lambda ws: key_files.give(ws.vault, tmp_path / "key", PASSPHRASE, work_factor=6))
    desk.go("Safekeeping")
    desk.press("Make a new recovery key")
    desk.sees("This vault also needs its key file.")
    desk.type_into("Passphrase of the vault", PASSPHRASE)
    assert not can_press(desk, "Make the new key")
    desk.press("Key file")
    choose(desk, tmp_path / "key")
    desk.press("Make the new key")
    desk.sees("Write down the recovery key")


def test_another_share_than_the_one_asked_for_is_told(desk: Hand) -> None:
    make_anew(desk)
    desk.press("Split it into shares")
    desk.press("Make the shares")
    desk.sees("Write down share 1 of 3")
    first = " ".join(words_on_screen(desk))
    desk.press("I have written it down")
    put(desk, "Share 1", first)
    desk.press("On to the next share")
    desk.sees("Write down share 2 of 3")
    desk.press("I have written it down")
    put(desk, "Share 2", first)
    desk.sees("This is share 1; share 2 is asked for now.")
    assert not can_press(desk, "On to the next share")


def locked_at_shares(desk: Hand) -> Prepared:
    """A vault whose key is in shares, locked, with the fields for shares on the screen."""

    def in_shares(ws: Workspace) -> Prepared:
        prepared = recovering.split(recovering.make(), 3, 5)
        recovering.put_in_place(ws, prepared)
        return prepared

    prepared = ask(desk, in_shares)
    desk.lock()
    desk.press("I have only the recovery key")
    desk.press("Shares")
    return prepared


def test_there_are_as_many_fields_as_shares_are_needed_and_mistakes_are_named(desk: Hand) -> None:
    shares = locked_at_shares(desk).shares
    assert desk.named(QPlainTextEdit, "Share 3") is None
    put(desk, "Share 1", shares[0])
    desk.sees("This is share 1 of its set, whole.")
    desk.sees("More shares are needed: 2.")
    put(desk, "Share 2", "academic zzzz acid")
    desk.sees("Word 2 cannot be right.")
    put(desk, "Share 2", shares[0])
    desk.sees("Share 2 is the same as share 1.")
    put(desk, "Share 2", shares[4])
    put(desk, "Share 3", " ".join(shares[3].split()[:20]))
    desk.sees("20 of 33 words")
    put(desk, "Share 3", shares[3])
    desk.sees("The shares give a whole key.")


def test_a_picture_of_a_share_goes_into_the_next_field(desk: Hand, tmp_path: Path) -> None:
    shares = locked_at_shares(desk).shares
    desk.press("The whole key")
    desk.press("From a picture")
    choose(desk, picture(shares[2], tmp_path))
    desk.sees("This is share 3 of its set, whole.")


def test_a_key_nobody_was_asked_for_is_given_back_later(hand: Hand, tmp_path: Path) -> None:
    created = vaults.create_vault(tmp_path / "v", PASSPHRASE, clock=Clock(), work_factor=6)
    vaults.lock(created.vault)
    hand.window.door.begin(tmp_path / "v")
    hand.unlock(PASSPHRASE)
    hand.go("Safekeeping")
    hand.sees("Not set up")
    hand.press("I have it on paper")
    hand.until(lambda: can_press(hand, "I do not have it: make a new one"))
    put(hand, "Recovery key", created.recovery_key)
    hand.press("Check it")
    hand.sees("This is the recovery key of this vault.")
    assert state(hand).set_up is not None


# ------------------------------------------------------------------------------------------ the identities' own


def give_identities_a_passphrase(hand: Hand) -> None:
    ask(hand, lambda ws: ws.vault.change_identity_passphrase(NEW_PASSPHRASE, 6))


def test_the_identities_get_a_recovery_key_of_their_own(desk: Hand) -> None:
    give_identities_a_passphrase(desk)
    desk.go("Safekeeping")
    desk.press("The identities' own recovery key")
    desk.type_into("Passphrase of the vault", PASSPHRASE)
    desk.press("Make the new key")
    desk.sees("Write down the recovery key")
    desk.copy_recovery_key()
    desk.sees("The identities have a recovery key of their own.")
    assert state(desk).identities_own


def test_their_shares_open_the_identities_with_a_new_passphrase(desk: Hand) -> None:
    give_identities_a_passphrase(desk)

    def own(ws: Workspace) -> Prepared:
        prepared = recovering.prepare(ws, PASSPHRASE, needed=2, count=3, identities=True)
        recovering.put_in_place(ws, prepared)
        vaults.close_identities(ws)
        return prepared

    shares = ask(desk, own).shares
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.press("Identities closed")
    desk.press("I have only their recovery key")
    desk.press("Shares")
    put(desk, "Share 1", shares[0])
    put(desk, "Share 2", shares[1])
    desk.type_into("New passphrase of the identities", "six small boats by the quay")
    desk.type_into("The same passphrase of the identities again", "six small boats by the quay")
    desk.press("Open the identities")
    desk.until(lambda: can_press(desk, "Identities open"))


def test_tab_comes_to_the_share_asked_for_last_where_it_stands(desk: Hand) -> None:
    shares = ask(desk, lambda ws: recovering.prepare(ws, PASSPHRASE, needed=3, count=3)).shares
    dialog = RecoverIdentities(desk.window.tools, desk.window, lambda _notices: None)
    dialog.open()
    dialog.activateWindow()
    desk.until(dialog.isActiveWindow)
    desk.press("Shares")
    put(desk, "Share 1", shares[0])
    put(desk, "Share 2", shares[1])
    desk.wait_for(QPlainTextEdit, "Share 3")
    passed = under_tab(desk, desk.field("Share 2"), "New passphrase of the identities")
    dialog.close()
    assert "Share 3" in passed


def test_identities_opened_while_the_question_was_closed_are_shown_as_open(desk: Hand) -> None:
    give_identities_a_passphrase(desk)
    desk.press("Identities open")
    desk.press("Identities closed")
    desk.type_into("Passphrase of the identities", NEW_PASSPHRASE)
    with busy(desk):
        desk.press("Open them")
        desk.press("Cancel")
    desk.until(lambda: can_press(desk, "Identities open"))
