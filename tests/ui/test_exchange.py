"""Two people at two windows: cards, a case handed over and received, a contradiction settled."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidget, QTableView
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.casework import contacts, records, timeline
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from desktop.ui.past.marked_text import MarkedText
from desktop.ui.place import Place
from desktop.ui.room_count import COUNT
from desktop.ui.suggestions import Suggestions
from tests.casework.shorthand import how_many
from tests.shelf import Shelf
from tests.ui.choosing import choose
from tests.ui.conftest import PASSPHRASE, make_before
from tests.ui.hand import Hand, settle

ACCOUNT = "The account, in their own words"
TOLD = "学校打来电话，说孩子不能再来上学了。"
CASE = "The lamps case"
PACKAGE_PASSPHRASE = "nine old bridges over grey rivers"


@dataclass
class Two:
    """Two people. Only one window is shown at a time, so that what is seen belongs to one of them."""

    anna: Hand
    ben: Hand
    folder: Path

    def at(self, hand: Hand) -> Hand:
        """Sit down at one of the windows."""
        for one in (self.anna, self.ben):
            one.window.setVisible(one is hand)
        hand.window.activateWindow()
        settle()
        return hand


@pytest.fixture
def windows(hand: Hand, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Two]:
    """Two windows with no vault open."""
    hand.window.hide()
    window = app.build(qapp, work_factor=6)
    window.show()
    yield Two(hand, Hand(qtbot, window), tmp_path)
    window.lock()
    settle()
    window.tools.worker.stop()
    settle()
    shiboken6.delete(window)


@pytest.fixture
def two(windows: Two, made_before: Path, shelf: Shelf) -> Two:
    """Two vaults open in two windows; nobody knows anybody yet."""
    begin(windows, shutil.copytree(made_before, windows.folder / "vault"), other_vault(shelf, windows.folder))
    return windows


def begin(windows: Two, annas: Path, bens: Path) -> None:
    """Both unlock, and Anna sits down."""
    windows.at(windows.ben).enter(bens, PASSPHRASE)
    windows.at(windows.anna).enter(annas, PASSPHRASE)


def other_vault(shelf: Shelf, folder: Path) -> Path:
    """A vault of somebody else, made as the screens make one."""
    return shelf.copied("another vault", folder / "other", make_before)


def copy_card(hand: Hand, name: str) -> str:
    """Name the own card and copy it as text."""
    hand.go("Contacts")
    hand.type_into("Name on the card", name)
    hand.press("Rename")
    hand.sees("Your card was made anew.")
    hand.press("Copy as text")
    return QGuiApplication.clipboard().text()


def add_card(hand: Hand, text: str, *, team: bool = True) -> None:
    """Paste a colleague's card, say that the words were compared, add it."""
    hand.go("Contacts")
    hand.press("Add a colleague's card")
    field = hand.field("The card as text")
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(field, "Ctrl+V")
    hand.press("Read the text")
    hand.press("We compared the words, and they are the same")
    if team:
        hand.press("Of our team")
    hand.press("Add the card")
    hand.sees("is a contact now.")


def acquainted(two: Two) -> None:
    """Both have the other's card."""
    annas = copy_card(two.at(two.anna), "Anna")
    bens = copy_card(two.at(two.ben), "Ben")
    add_card(two.ben, annas)
    add_card(two.at(two.anna), bens)


def record_case(hand: Hand) -> None:
    """A testimony about somebody, in a case."""
    hand.keys("Ctrl+N")
    hand.type_into("Who is speaking", "林清河")
    hand.type_into("About whom", "韩松")
    hand.type_into("Which case", CASE)
    hand.type_into(ACCOUNT, TOLD)
    hand.keys("Ctrl+S")
    hand.sees("The testimony is kept.")


def choose_case(hand: Hand, case: str = CASE) -> None:
    """Type the case's title and take it from the list."""
    field = hand.field("Case")
    hand.say(field, case)
    QTest.keyClick(field, Qt.Key.Key_Down)
    hand.until(lambda: any(one.current() is not None for one in hand.visible(Suggestions)))
    QTest.keyClick(field, Qt.Key.Key_Return)


def tick_contact(hand: Hand, name: str) -> None:
    """Tick somebody in the list of contacts."""
    hand.until(lambda: hand.named(QListWidget, "Contacts it is handed to") is not None)
    listed = hand.wait_for(QListWidget, "Contacts it is handed to")
    item = next(listed.item(n) for n in range(listed.count()) if listed.item(n).text().startswith(name))
    listed.setCurrentItem(item)
    QTest.keyClick(listed, Qt.Key.Key_Space)


def hand_over(hand: Hand, to: str, file: Path, *, redacted: bool = False, case: str = CASE) -> None:
    """The whole way from the navigation to the sealed file."""
    hand.window.activateWindow()  # offscreen, nobody gives the keyboard back when a dialog closes
    settle()
    hand.go("Hand over")
    choose_case(hand, case)
    tick_contact(hand, to)
    if redacted:
        hand.press("A redacted copy")
    hand.press("See what would leave")
    hand.sees("What leaves")
    hand.press("Write the sealed file")
    choose(hand, file)
    hand.sees("The case is sealed")


def open_package(hand: Hand, file: Path) -> None:
    """From the navigation to the preview."""
    hand.go("Today")
    hand.go("Receive")
    hand.press("Choose the file")
    choose(hand, file)


def receive(hand: Hand, file: Path) -> None:
    """Take a package in, whatever it is."""
    open_package(hand, file)
    hand.sees("What arrives")
    hand.press("Take it in")
    hand.sees("The package is in")


def rows(hand: Hand, name: str) -> list[list[str]]:
    """A table as one reads it."""
    model = hand.wait_for(QTableView, name).model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data() or "") for column in columns] for row in range(model.rowCount())]


def ask(hand: Hand, query: object) -> object:
    """What the vault says."""
    answers: list[object] = []
    hand.window.tools.worker.submit(query, answers.append, owner=hand.window)  # type: ignore[arg-type]
    hand.until(lambda: bool(answers))
    return answers[0]


def rename_case(hand: Hand, title: str) -> None:
    """Change the title of the only case."""

    def change(ws: Workspace) -> object:
        case = records.list_records(ws, "case").rows[0].id
        return records.edit(ws, case, {"title": title})

    ask(hand, change)


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


@pytest.fixture
def handed_over(windows: Two, made_before: Path, shelf: Shelf) -> Two:
    """Ben has taken in the case that Anna handed over; once for all tests, which open copies of both their vaults."""

    def once(place: Path) -> None:
        place.mkdir()
        begin(windows, shutil.copytree(made_before, place / "anna"), other_vault(shelf, place).rename(place / "ben"))
        acquainted(windows)
        record_case(windows.at(windows.anna))
        hand_over(windows.anna, "Ben", place / "first.age")
        receive(windows.at(windows.ben), place / "first.age")
        for one in (windows.ben, windows.anna):
            windows.at(one).lock()

    done = shelf.copied("a case handed over", windows.folder / "done", once)
    shutil.copy(done / "first.age", windows.folder)
    begin(windows, done / "anna", done / "ben")
    windows.at(windows.ben)
    return windows


def test_what_was_received_is_found_by_its_words(handed_over: Two) -> None:
    ben = handed_over.ben
    ben.go("Search")
    ben.type_into("Search", "电话")
    ben.sees("Hits: 1")


@pytest.mark.fault(18)
def test_fault_18_receiving_the_same_package_twice_changes_nothing(handed_over: Two) -> None:
    open_package(handed_over.ben, handed_over.folder / "first.age")
    handed_over.ben.sees("Everything in it is here already. Nothing would change.")


def test_a_case_with_two_values_shows_both_and_takes_a_third(handed_over: Two) -> None:
    ben, anna = handed_over.ben, handed_over.anna
    rename_case(ben, "Ben's title")
    hand_over_renamed(handed_over, "Anna's title")
    receive(handed_over.at(ben), handed_over.folder / "second.age")
    ben.go("Conflicts")
    ben.sees("Anna's title")
    ben.sees("Ben's title")
    field = ben.field("Your own: Title")
    field.selectAll()
    ben.say(field, "Our title")
    ben.press("Keep what I wrote")
    ben.sees("Nothing contradicts itself.")
    assert ask(ben, lambda ws: records.list_records(ws, "case").rows[0].title) == "Our title"
    assert anna is not ben


def test_what_two_wordings_do_not_share_is_marked_in_both(handed_over: Two) -> None:
    ben = handed_over.ben
    rename_case(ben, "The case of the lamps by night")
    hand_over_renamed(handed_over, "The case of the lamps by day")
    receive(handed_over.at(ben), handed_over.folder / "second.age")
    ben.go("Conflicts")
    ben.until(lambda: sorted(underlined(text) for text in ben.visible(MarkedText)) == ["day", "night"])


def test_undoing_one_side_of_a_conflict_tells_where_to_settle_it(handed_over: Two) -> None:
    ben = handed_over.ben
    rename_case(ben, "Ben's title")
    hand_over_renamed(handed_over, "Anna's title")
    receive(handed_over.at(ben), handed_over.folder / "second.age")
    assert ask(ben, undo_the_last) == "history.contested"
    ben.go("Conflicts")
    ben.press("Look at the record")
    ben.press("History")
    ben.press("Undo this change")
    ben.sees("This change is one side of a conflict.")


def undo_the_last(ws: Workspace) -> str:
    """The code of the refusal."""
    case = records.list_records(ws, "case").rows[0].id
    last = timeline.history(ws, case)[-1].revision
    with pytest.raises(Refused) as refused:
        timeline.undo(ws, case, last)
    return refused.value.code


def underlined(text: MarkedText) -> str:
    """What is marked in a wording."""
    cursor, found = QTextCursor(text.document()), ""
    for place in range(text.document().characterCount() - 1):
        cursor.setPosition(place)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        found += cursor.selectedText() if cursor.charFormat().fontUnderline() else ""
    return found


def test_the_navigation_counts_the_conflicts_until_they_are_settled(handed_over: Two) -> None:
    ben = handed_over.ben
    assert not waiting(ben)
    rename_case(ben, "Ben's title")
    hand_over_renamed(handed_over, "Anna's title")
    receive(handed_over.at(ben), handed_over.folder / "second.age")
    ben.until(lambda: waiting(ben) == 1)
    ben.go("Conflicts")
    ben.press("Take this one: Ben's title")
    ben.until(lambda: waiting(ben) == 0)


def waiting(hand: Hand) -> int:
    """The number beside “Conflicts”."""
    rooms = next(one for one in hand.visible(QListWidget) if one.property("navigation"))
    (item,) = rooms.findItems("Conflicts", Qt.MatchFlag.MatchExactly)
    return int(item.data(COUNT) or 0)


def hand_over_renamed(two: Two, title: str) -> None:
    """Anna gives the case another title and hands it over again."""
    rename_case(two.at(two.anna), title)
    hand_over(two.anna, "Ben", two.folder / "second.age", case=title)


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
    assert sorted(deleted) == [False, True]  # type: ignore[call-overload]


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


def test_a_redacted_copy_leaves_the_names_at_home(two: Two) -> None:
    acquainted(two)
    record_case(two.at(two.anna))
    consents(two.anna)
    hand_over(two.anna, "Ben", two.folder / "copy.age", redacted=True)
    receive(two.at(two.ben), two.folder / "copy.age")
    assert ask(two.ben, lambda ws: how_many(ws).get("name", 0)) == 0
    assert ask(two.ben, lambda ws: records.list_records(ws, "testimony").total) == 1


def consents(hand: Hand) -> None:
    """Everybody in the case agrees to be shared with a partner."""

    def agree(ws: Workspace) -> object:
        people = records.list_records(ws, "person").rows
        scope = {"scope": "share_partner", "state": "given"}
        told = [{"person": one.id, "state": "given", "scopes": {"+1": dict(scope)}} for one in people]
        return records.add(ws, "consent", told)

    ask(hand, agree)


def look_at_copy(two: Two) -> Hand:
    """Anna sees what a redacted copy for Ben would be: the speaker agrees, the other was not asked."""
    acquainted(two)
    record_case(two.at(two.anna))

    def agree(ws: Workspace) -> object:
        testimony = records.list_records(ws, "testimony").rows[0].id
        told = records.show(ws, testimony).nested
        scope = {"scope": "share_partner", "state": "given"}
        records.add(ws, "act", [{"case": told["case"], "victim": told["speaker"], "type": "F.02"}])
        records.edit(ws, told["case"], {"summary": "林清河写信。"})
        return records.add(ws, "consent", [{"person": told["speaker"], "state": "given", "scopes": [scope]}])

    ask(two.anna, agree)
    hand = two.anna
    hand.go("Hand over")
    choose_case(hand)
    tick_contact(hand, "Ben")
    hand.press("A redacted copy")
    hand.press("See what would leave")
    hand.sees("What leaves")
    return hand


def test_a_redacted_copy_is_shown_by_the_codes_that_leave(two: Two) -> None:
    hand = look_at_copy(two)
    leaves = {(row[0], row[1]): row[2] for row in rows(hand, "What leaves")}
    assert re.fullmatch(r"as [0-9A-Z]{4}-[0-9A-Z]{4}", leaves["Person", "林清河"])
    assert leaves["Case", CASE] == ""


def test_who_stays_is_shown_with_the_bare_code_that_leaves(two: Two) -> None:
    stays = {(row[0], row[1]): row[2:] for row in rows(look_at_copy(two), "What stays, and why")}
    why, instead = stays["Person", "韩松"]
    assert why == "Not asked for this purpose"
    assert re.fullmatch(r"only the code [0-9A-Z]{4}-[0-9A-Z]{4}", instead)


def test_words_taken_out_of_texts_are_shown_by_record(two: Two) -> None:
    hand = look_at_copy(two)
    assert rows(hand, "What was taken out of texts") == [["Case", CASE, "1: 林清河 ×1", ""]]
    hand.sees("A word that is no name may be among them.")


def test_what_a_record_lacks_stands_beside_it(two: Two) -> None:
    lacking = [row[-1] for row in rows(look_at_copy(two), "What leaves") if row[0] == "Act"]
    assert lacking == ["Because of (defender), The person harmed is the defender's"]


def test_of_what_was_put_aside_only_that_leaves(handed_over: Two) -> None:
    anna = handed_over.at(handed_over.anna)
    ask(anna, lambda ws: records.delete(ws, records.list_records(ws, "testimony").rows[0].id))
    anna.go("Hand over")
    choose_case(anna)
    tick_contact(anna, "Ben")
    anna.press("See what would leave")
    anna.sees("What leaves")
    assert [row[2] for row in rows(anna, "What leaves") if row[0] == "Testimony"] == ["only that it was put aside"]


def test_who_has_an_erased_record_is_told_by_day_and_purpose(handed_over: Two) -> None:
    anna = handed_over.at(handed_over.anna)
    testimony = ask(anna, lambda ws: records.list_records(ws, "testimony").rows[0].id)
    anna.window.tools.go(Place("erase", str(testimony), "testimony"))
    anna.sees("Others have it already: 1")
    ((who, what, on, purpose),) = rows(anna, "Who has it already")
    assert (who, what, purpose) == ("Ben", "Hand-over with names, to our team", "")
    assert re.fullmatch(r"\d+ [A-Z][a-z]+ \d{4}", on)


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
