"""Contacts: one's own card in three shapes, a colleague's from a file or from pictures of its codes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QListWidget

from desktop import places
from desktop.casework import contacts, vaults
from desktop.casework.contacts import OwnCard
from desktop.casework.workspace import Workspace
from desktop.crypto.recipients import X25519Identity
from desktop.domain.vocabulary import Vocabularies
from desktop.ui.exchange.qr_codes import QrCodes, QrPicture
from desktop.ui.exchange.qr_reader import codes_of
from tests.conftest import Clock
from tests.ui.asking import ask
from tests.ui.choosing import choose
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand


@pytest.fixture
def card(tmp_path: Path) -> Iterator[OwnCard]:
    """The card of a colleague with a vault of their own."""
    yield from owned(tmp_path / "colleague")


@pytest.fixture
def namesake(tmp_path: Path) -> Iterator[OwnCard]:
    """The card of somebody else who calls themselves the same."""
    yield from owned(tmp_path / "namesake")


def owned(folder: Path) -> Iterator[OwnCard]:
    """The card of a vault made there, which is open until the test is over."""
    clock = Clock()
    vault = vaults.create_vault(folder, PASSPHRASE, clock=clock, work_factor=2).vault
    ws = Workspace(vault, Vocabularies.from_tables(places.read_tables()), clock)
    contacts.rename_own(ws, "Ben Oduya")
    yield contacts.own_card(ws)
    vaults.lock(vault)


def pictures(card: OwnCard, folder: Path) -> list[Path]:
    """Each code of a card as it stands on the colleague's screen, saved as a picture."""
    files = []
    for number, text in enumerate(card.qr):
        shown = QrPicture()
        shown.show_text(text)
        shown.resize(shown.sizeHint())
        files.append(folder / f"{number}.png")
        assert shown.grab().save(str(files[-1]))
    return files


def listed(hand: Hand) -> list[str]:
    """The contacts as they stand in the list."""
    names = hand.wait_for(QListWidget, "Contacts")
    return [names.item(number).text().replace("\n", ": ") for number in range(names.count())]


def test_ones_own_card_is_first_and_can_be_named(desk: Hand) -> None:
    desk.go("Contacts")
    desk.type_into("Name on the card", "Anna Weber")
    desk.press("Rename")
    desk.sees("Your card was made anew.")
    assert listed(desk) == ["You: your own card"]


def test_the_own_card_is_saved_as_a_file_that_can_be_read(desk: Hand, tmp_path: Path) -> None:
    desk.go("Contacts")
    desk.press("Save as a file")
    desk.press("Go on without a name")
    choose(desk, tmp_path / "card.json")
    desk.sees("The card was saved.")
    desk.press("Copy as text")
    assert QGuiApplication.clipboard().text().encode() == (tmp_path / "card.json").read_bytes()


def test_the_codes_of_the_own_card_are_paged_through(desk: Hand) -> None:
    desk.go("Contacts")
    desk.press("Show as QR codes")
    desk.type_into("Name on the card", "Anna Weber")
    desk.press("Use this name")
    desk.until(lambda: any(desk.visible(QrCodes)))
    codes = next(desk.visible(QrCodes))
    desk.press("Next")
    assert any(label.text().startswith("Code 2 of") for label in codes.findChildren(QLabel))


def test_the_own_card_is_asked_for_a_name_before_it_leaves_and_that_once(desk: Hand) -> None:
    desk.go("Contacts")
    desk.press("Copy as text")
    desk.sees("Your card has no name yet.")
    desk.press("Back")
    assert QGuiApplication.clipboard().text() == ""
    desk.press("Copy as text")
    desk.type_into("Name on the card", "Anna Weber")
    desk.press("Use this name")
    desk.sees("The card is on the clipboard for ten seconds.")
    assert '"name":"Anna Weber"' in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    desk.press("Copy as text")
    desk.until(lambda: '"name":"Anna Weber"' in QGuiApplication.clipboard().text())


def test_a_name_that_stands_there_is_on_the_card_that_is_given(desk: Hand) -> None:
    desk.go("Contacts")
    desk.type_into("Name on the card", "Ben")
    desk.press("Copy as text")
    desk.sees("The card is on the clipboard for ten seconds.")
    assert contacts_read(desk) == "Ben"


def contacts_read(hand: Hand) -> str:
    """The name on the card that is on the clipboard."""
    content = QGuiApplication.clipboard().text().encode()
    return ask(hand, lambda ws: contacts.preview_card(ws, content)).name


def test_a_code_on_the_screen_is_read_back_from_its_picture(card: OwnCard, tmp_path: Path, qapp: object) -> None:
    first, *_ = pictures(card, tmp_path)
    assert codes_of(first.read_bytes()) == [card.qr[0]]


def test_a_card_is_taken_from_a_file_once_its_words_were_seen(desk: Hand, card: OwnCard, tmp_path: Path) -> None:
    (tmp_path / "ben.json").write_text(card.text, encoding="utf-8")
    desk.go("Contacts")
    desk.press("Add a colleague's card")
    desk.press("Choose a file")
    choose(desk, tmp_path / "ben.json")
    for word in card.words.split():
        desk.sees(word)
    desk.press("Add the card")
    desk.sees("“Ben Oduya” is a contact now.")
    desk.until(lambda: listed(desk) == ["You: your own card", "Ben Oduya: words not compared"])


def test_nobody_is_asked_to_compare_words_with_a_bare_key(desk: Hand, tmp_path: Path) -> None:
    (tmp_path / "Lawyer.txt").write_text(X25519Identity.generate().recipient.text)
    desk.go("Contacts")
    desk.press("Add a colleague's card")
    desk.press("Choose a file")
    choose(desk, tmp_path / "Lawyer.txt")
    desk.sees("A bare key of somebody without this program.")
    assert desk.named(QCheckBox, "We compared the words, and they are the same") is None
    desk.press("Add the card")
    desk.until(lambda: listed(desk) == ["You: your own card", "Lawyer: a bare key"])


def test_a_card_is_read_from_pictures_of_its_codes(desk: Hand, card: OwnCard, tmp_path: Path) -> None:
    files = pictures(card, tmp_path)
    desk.go("Contacts")
    desk.press("Add a colleague's card")
    desk.press("Choose pictures of QR codes")
    choose(desk, *reversed(files))
    desk.sees("Ben Oduya")
    desk.press("Add the card")
    desk.sees("is a contact now.")


def test_codes_may_come_in_two_goes_and_nothing_is_missing_any_more_then(
    desk: Hand, card: OwnCard, tmp_path: Path
) -> None:
    first, *rest = pictures(card, tmp_path)
    desk.go("Contacts")
    desk.press("Add a colleague's card")
    desk.press("Choose pictures of QR codes")
    choose(desk, first)
    desk.until(lambda: desk.window.notice != "")
    desk.press("Choose pictures of QR codes")
    choose(desk, *rest)
    desk.sees("Ben Oduya")
    assert desk.window.notice == ""


def test_a_picture_without_a_code_is_told_to_have_none(desk: Hand, tmp_path: Path) -> None:
    blank = tmp_path / "blank.png"
    assert desk.window.grab().save(str(blank))
    desk.go("Contacts")
    desk.press("Add a colleague's card")
    desk.press("Choose pictures of QR codes")
    choose(desk, blank)
    desk.sees("No QR code was found in the pictures.")


def test_an_altered_card_is_refused_with_a_sentence(desk: Hand, card: OwnCard) -> None:
    desk.go("Contacts")
    desk.press("Add a colleague's card")
    QGuiApplication.clipboard().setText(card.text.replace("Ben", "Bob"))
    desk.field("The card as text").paste()
    desk.press("Read the text")
    desk.sees("This contact card was changed after its owner signed it.")


def test_marks_of_a_contact_count_at_once_and_it_can_be_forgotten(desk: Hand, card: OwnCard) -> None:
    desk.go("Contacts")
    desk.press("Add a colleague's card")
    QGuiApplication.clipboard().setText(card.text)
    desk.field("The card as text").paste()
    desk.press("Read the text")
    desk.press("Add the card")
    desk.until(lambda: desk.named(QAbstractButton, "Forget this contact") is not None)
    desk.press("We compared the words, and they are the same")
    desk.press("Of our team")
    desk.until(lambda: listed(desk) == ["You: your own card", "Ben Oduya: our team · words compared"])
    desk.press("Forget this contact")
    desk.press("Forget")
    desk.until(lambda: listed(desk) == ["You: your own card"])


def call(desk: Hand, name: str) -> None:
    """Type over what they are called so far."""
    field = desk.field("What you call them")
    field.selectAll()
    desk.say(field, name)


def add_as_text(desk: Hand, card: OwnCard, called: str = "") -> None:
    """Paste a colleague's card and add it under a name of ours."""
    desk.go("Contacts")
    desk.press("Add a colleague's card")
    QGuiApplication.clipboard().setText(card.text)
    desk.field("The card as text").paste()
    desk.press("Read the text")
    if called:
        call(desk, called)
    desk.press("Add the card")


def test_a_contact_is_listed_by_our_name_with_their_own_beside_it(desk: Hand, card: OwnCard) -> None:
    add_as_text(desk, card, "Ben from the harbour")
    desk.sees("“Ben from the harbour” is a contact now.")
    desk.sees("Calls themselves “Ben Oduya”")
    line = "Ben from the harbour: words not compared · calls themselves “Ben Oduya”"
    desk.until(lambda: listed(desk) == ["You: your own card", line])


def test_a_contact_is_renamed_on_purpose(desk: Hand, card: OwnCard) -> None:
    add_as_text(desk, card)
    desk.sees("is a contact now.")
    desk.until(lambda: desk.named(QAbstractButton, "Forget this contact") is not None)
    call(desk, "Ben from the harbour")
    desk.press("Rename")
    line = "Ben from the harbour: words not compared · calls themselves “Ben Oduya”"
    desk.until(lambda: listed(desk) == ["You: your own card", line])


def test_a_second_contact_of_the_same_name_needs_another(desk: Hand, card: OwnCard, namesake: OwnCard) -> None:
    add_as_text(desk, card)
    desk.sees("is a contact now.")
    add_as_text(desk, namesake, "ben  oduya")
    desk.sees("Another contact has this name, or one that looks like it.")
    call(desk, "The other Ben")
    desk.press("Add the card")
    desk.sees("“The other Ben” is a contact now.")


@pytest.mark.fault(25)
def test_fault_25_a_name_on_a_card_that_looks_like_markup_is_shown_letter_for_letter(desk: Hand) -> None:
    desk.go("Contacts")
    desk.type_into("Name on the card", "<img src=x>")
    desk.press("Rename")
    desk.sees("Your card was made anew.")
