"""Two people at two windows: cards, a case handed over and received, a contradiction settled."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox

from desktop.casework import contacts, records
from desktop.casework.workspace import Workspace
from tests.ui.asking import ask
from tests.ui.choosing import choose
from tests.ui.hand import settle
from tests.ui.two_windows import (
    PACKAGE_PASSPHRASE,
    Two,
    acquainted,
    add_card,
    choose_case,
    consents,
    copy_card,
    hand_over,
    handed_over,
    open_package,
    receive,
    record_case,
    rename_case,
    tick_contact,
    two,
    windows,
)

__all__ = ["handed_over", "two", "windows"]  # fixtures


def test_a_case_goes_from_one_window_to_the_other_and_a_contradiction_is_settled(two: Two) -> None:
    acquainted(two)
    first, back, again = (two.folder / f"{name}.age" for name in ("first", "back", "again"))
    record_case(two.at(two.anna))
    hand_over(two.anna, "Ben", first)

    ben = two.at(two.ben)
    receive(ben, first)
    rename_case(ben, "The lamps case, as Ben tells it")
    rename_case(two.at(two.anna), "The lamps case, as Anna tells it")
    hand_over(two.at(ben), "Anna", back)

    anna = two.at(two.anna)
    receive(anna, back)
    anna.go("Conflicts")
    anna.press("Take this one: The lamps case, as Ben tells it")
    anna.sees("Nothing contradicts itself.")
    hand_over(anna, "Ben", again)

    ben = two.at(two.ben)
    receive(ben, again)
    ben.go("Conflicts")
    ben.sees("Nothing contradicts itself.")
    ben.go("Cases")
    ben.sees("The lamps case, as Ben tells it")


def test_what_was_received_is_found_by_its_words(handed_over: Two) -> None:
    ben = handed_over.ben
    ben.go("Search")
    ben.type_into("Search", "电话")
    ben.sees("Hits: 1")


@pytest.mark.fault(18)
def test_fault_18_receiving_the_same_package_twice_changes_nothing(handed_over: Two) -> None:
    open_package(handed_over.ben, handed_over.folder / "first.age")
    handed_over.ben.sees("Everything in it is here already. Nothing would change.")


def test_a_deletion_binds_only_where_it_is_accepted(handed_over: Two) -> None:
    delete_testimony(handed_over)
    ben = handed_over.at(handed_over.ben)
    open_package(ben, handed_over.folder / "second.age")
    ben.sees("They put it aside")
    ben.press("Take it in")
    ben.sees("Decisions refused")
    assert ask(ben, lambda ws: records.list_records(ws, "testimony").total) == 1


def test_a_deletion_that_is_accepted_counts_here_too(handed_over: Two) -> None:
    delete_testimony(handed_over)
    ben = handed_over.at(handed_over.ben)
    open_package(ben, handed_over.folder / "second.age")
    ben.sees("They put it aside")
    box = next(one for one in ben.visible(QCheckBox) if one.accessibleName().startswith("They put it aside"))
    box.click()
    ben.press("Take it in")
    ben.sees("Decisions accepted")
    assert ask(ben, lambda ws: records.list_records(ws, "testimony").total) == 0


def test_one_part_of_a_package_is_enough_to_choose(two: Two) -> None:
    acquainted(two)
    record_case(two.at(two.anna))
    hand_over(two.anna, "Ben", two.folder / "whole.age")
    content = (two.folder / "whole.age").read_bytes()
    for number, start in enumerate(range(0, len(content), 10_000), start=1):
        (two.folder / f"parts.age.{number:03}").write_bytes(content[start : start + 10_000])
    receive(two.at(two.ben), two.folder / "parts.age.001")
    (two.folder / "parts.age.002").unlink()
    open_package(two.ben, two.folder / "parts.age.001")
    two.ben.sees("Part 002 of this package is not here")


def test_names_wait_while_the_identities_are_closed_and_come_in_with_them(two: Two) -> None:
    acquainted(two)
    record_case(two.at(two.anna))
    hand_over(two.anna, "Ben", two.folder / "first.age")
    ben = two.at(two.ben)
    ben.press("Identities open")
    ben.sees("Identities closed")
    open_package(ben, two.folder / "first.age")
    ben.sees("Names came with it; they wait, sealed")
    ben.press("Take it in")
    ben.sees("Names came with it; they wait, sealed, until the identities are opened.")
    ben.go("People")
    assert not ben.reads("林清河")
    ben.press("Identities closed")
    ben.press("Open them")
    ben.sees("Names that had come while the identities were closed are in now")
    ben.sees("林清河")


def test_what_was_put_aside_in_names_that_waited_is_decided_under_today(handed_over: Two) -> None:
    def delete(ws: Workspace) -> object:
        return records.delete(ws, records.list_records(ws, "name").rows[0].id)

    ask(handed_over.at(handed_over.anna), delete)
    hand_over(handed_over.anna, "Ben", handed_over.folder / "second.age")
    ben = handed_over.at(handed_over.ben)
    ben.press("Identities open")
    ben.sees("Identities closed")
    receive(ben, handed_over.folder / "second.age")
    ben.press("Identities closed")
    ben.press("Open them")
    ben.sees("somebody else put something aside or brought something back")
    ben.go("Today")
    ben.press("Decide about names that came")
    ben.sees("They put it aside")
    next(one for one in ben.visible(QCheckBox) if one.accessibleName().startswith("They put it aside")).click()
    settle()
    ben.press("Decide so")
    ben.sees("Nothing is left to decide")
    deleted = ask(ben, lambda ws: [row.deleted for row in records.list_records(ws, "name", deleted=True).rows])
    assert sorted(deleted) == [False, True]


def delete_testimony(two: Two) -> None:
    """Anna puts the testimony aside and hands the case over again."""

    def delete(ws: Workspace) -> object:
        return records.delete(ws, records.list_records(ws, "testimony").rows[0].id)

    ask(two.at(two.anna), delete)
    hand_over(two.anna, "Ben", two.folder / "second.age")


@pytest.mark.fault(18)
def test_fault_18_a_package_of_somebody_unknown_asks_for_their_card_first(two: Two) -> None:
    annas, bens = copy_card(two.at(two.anna), "Anna"), copy_card(two.at(two.ben), "Ben")
    assert annas
    add_card(two.at(two.anna), bens)
    record_case(two.anna)
    hand_over(two.anna, "Ben", two.folder / "first.age")
    ben = two.at(two.ben)
    open_package(ben, two.folder / "first.age")
    ben.sees("signed by somebody who is not among your contacts")
    ben.press("Add the card")
    ben.sees("What arrives")
    ben.press("Take it in")
    ben.sees("The package is in")


@pytest.mark.fault(18)
def test_fault_18_of_a_package_for_somebody_else_it_is_said_that_no_key_here_opens_it(two: Two) -> None:
    copies = copy_card(two.at(two.ben), "Ben")
    copy_card(two.at(two.anna), "Anna")
    add_card(two.anna, copies)
    record_case(two.anna)
    hand_over(two.anna, "Ben", two.folder / "first.age")
    open_package(two.anna, two.folder / "first.age")
    two.anna.sees("This package is sealed to keys that are not here: it was made for somebody else, or")


def test_a_signer_nobody_compared_words_with_is_told_as_such(two: Two) -> None:
    acquainted(two)
    record_case(two.at(two.anna))
    hand_over(two.anna, "Ben", two.folder / "first.age")
    ben = two.at(two.ben)
    card = ask(ben, lambda ws: contacts.resolve_contact(ws, "Anna"))
    assert isinstance(card, contacts.Contact)
    ask(ben, lambda ws: contacts.mark(ws, card.id, verified=False))
    open_package(ben, two.folder / "first.age")
    ben.sees("The words of their card were never compared with them")
    ben.sees(card.words)


def test_a_passphrase_package_opens_with_the_words_alone(two: Two) -> None:
    record_case(two.at(two.anna))
    consents(two.anna)
    hand = two.anna
    hand.go("Hand over")
    choose_case(hand)
    hand.press("Somebody with only a passphrase")
    hand.sees("Whole cases go to contacts of our team alone.")
    hand.press("See what would leave")
    hand.sees("Your card has no name yet.")
    hand.press("Go on without a name")
    hand.sees("Whoever has the file and the passphrase can read it")
    hand.type_into("New passphrase", PACKAGE_PASSPHRASE)
    hand.type_into("The same passphrase again", PACKAGE_PASSPHRASE)
    hand.press("Write the sealed file")
    choose(hand, two.folder / "lawyer.age")
    hand.sees("The case is sealed")

    ben = two.at(two.ben)
    open_package(ben, two.folder / "lawyer.age")
    ben.type_into("Passphrase of the package", "not these words at all")
    ben.press("Open it")
    ben.sees("That passphrase does not open it.")
    ben.type_into("Passphrase of the package", PACKAGE_PASSPHRASE)
    ben.press("Open it")
    ben.sees("signed by somebody who is not among your contacts")


def test_whole_cases_are_offered_to_our_team_alone(two: Two) -> None:
    card = copy_card(two.at(two.ben), "Ben")
    add_card(two.at(two.anna), card, team=False)
    record_case(two.anna)
    two.anna.go("Hand over")
    choose_case(two.anna)
    tick_contact(two.anna, "Ben")
    two.anna.sees("Whole cases go to contacts of our team alone.")
