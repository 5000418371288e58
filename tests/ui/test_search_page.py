"""Searching: one field, hits in their sentences, an input method left alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QPlainTextEdit, QStyleOptionViewItem

from desktop.casework import records, vaults
from desktop.casework.find import Found
from desktop.domain.mentions import Mention
from desktop.ui.finding.hits import HitDelegate, plain_pieces, spoken
from desktop.ui.place import Place
from tests.older import grow_old
from tests.ui.asking import ask
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand, compose, settle
from tests.ui.test_lock import CANARY, held_anywhere, with_canary

ACCOUNT = "The account, in their own words"
TOLD = "学校打来电话，说孩子不能再来上学了。"


@pytest.fixture
def told(desk: Hand) -> Hand:
    """A vault with one testimony by somebody with a name."""
    desk.keys("Ctrl+N")
    desk.type_into("Who is speaking", "林清河")
    desk.type_into(ACCOUNT, TOLD)
    desk.keys("Ctrl+S")
    desk.sees("The testimony is kept.")
    desk.keys("Ctrl+K")
    return desk


def hits(hand: Hand) -> list[str]:
    """What a screen reader says of each hit."""
    found = hand.named(QListView, "Hits")
    if found is None:
        return []
    model = found.model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_ctrl_k_puts_the_caret_into_the_search_field(told: Hand) -> None:
    assert told.caret() is told.field("Search")


def test_a_word_in_the_middle_of_chinese_text_is_found_in_its_sentence(told: Hand) -> None:
    told.type_into("Search", "电话")
    told.until(lambda: any("打来电话" in hit for hit in hits(told)))


def test_the_other_script_finds_it_too(told: Hand) -> None:
    told.type_into("Search", "電話")
    told.until(lambda: len(hits(told)) == 1)


def test_pinyin_finds_a_person_and_says_so(told: Hand) -> None:
    told.type_into("Search", "linqinghe")
    told.until(lambda: any("林清河" in hit and "by pinyin" in hit for hit in hits(told)))


def test_enter_opens_the_first_hit(told: Hand) -> None:
    told.type_into("Search", "电话")
    told.until(lambda: len(hits(told)) == 1)
    QTest.keyClick(told.field("Search"), Qt.Key.Key_Return)
    told.wait_for(QListView, "Navigation")
    told.until(lambda: told.reads("History") and TOLD in "".join(told.texts()))


def opened(hand: Hand, words: str) -> QPlainTextEdit:
    """Search, open the first hit, and wait for the field its words are marked in."""
    hand.type_into("Search", words)
    hand.until(lambda: len(hits(hand)) == 1)
    QTest.keyClick(hand.field("Search"), Qt.Key.Key_Return)
    hand.until(lambda: marked(hand) is not None)
    field = marked(hand)
    assert field is not None
    return field


def marked(hand: Hand) -> QPlainTextEdit | None:
    """The field the caret is in, if something is marked in it."""
    field = hand.caret()
    return field if isinstance(field, QPlainTextEdit) and field.textCursor().hasSelection() else None


def test_an_opened_hit_has_the_caret_at_the_words_found(told: Hand) -> None:
    assert opened(told, "上學").textCursor().selectedText() == "上学"


def test_an_opened_hit_is_scrolled_to_the_passage(desk: Hand) -> None:
    statements = [{"words": "他们又来了。\n" * 12} for _ in range(12)]
    statements[10]["words"] += "𠮷那天下雪。"
    ask(desk, lambda ws: records.add(ws, "testimony", [{"statements": statements}]))
    desk.keys("Ctrl+K")
    field = opened(desk, "下雪")
    assert field.textCursor().selectedText() == "下雪"
    desk.until(lambda: field.visibleRegion().contains(field.cursorRect().center()))


def test_an_opened_hit_is_found_behind_a_mention(desk: Hand) -> None:
    (person,) = ask(desk, lambda ws: records.add(ws, "person", [{"sex": "female"}])).created
    told = f"那天下雪。后来{Mention(person).token}走的那天下雪。"
    ask(desk, lambda ws: records.add(ws, "testimony", [{"statements": [{"words": told}]}]))
    desk.keys("Ctrl+K")
    desk.type_into("Search", "走的那天下雪")
    desk.until(lambda: len(hits(desk)) == 1)
    QTest.keyClick(desk.field("Search"), Qt.Key.Key_Return)
    desk.until(lambda: (field := marked(desk)) is not None and field.textCursor().selectionStart() == 8)


def test_a_hit_by_what_was_chosen_leads_into_that_field(desk: Hand) -> None:
    ask(desk, lambda ws: records.add(ws, "act", [{"type": "E.02"}]))
    desk.keys("Ctrl+K")
    desk.type_into("Search", "permit application")
    desk.until(lambda: len(hits(desk)) == 1)
    assert "What happened: Passport or permit application refused" in hits(desk)[0]
    QTest.keyClick(desk.field("Search"), Qt.Key.Key_Return)
    desk.until(lambda: (caret := desk.caret()) is not None and caret.accessibleName() == "What happened")


def test_going_back_shows_the_hits_again(told: Hand) -> None:
    told.type_into("Search", "电话")
    told.until(lambda: len(hits(told)) == 1)
    QTest.keyClick(told.field("Search"), Qt.Key.Key_Return)
    told.until(lambda: told.named(QListView, "Hits") is None)
    told.keys("Alt+Left")
    told.until(lambda: len(hits(told)) == 1)


def test_the_down_key_goes_into_the_hits(told: Hand) -> None:
    told.type_into("Search", "电话")
    told.until(lambda: len(hits(told)) == 1)
    QTest.keyClick(told.field("Search"), Qt.Key.Key_Down)
    assert told.caret() is told.named(QListView, "Hits")


def test_what_is_being_composed_is_not_searched_for(told: Hand) -> None:
    told.type_into("Search", "电话")
    told.until(lambda: len(hits(told)) == 1)
    field = told.field("Search")
    compose(field, "bu cun zai")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert len(hits(told)) == 1


def test_words_nobody_wrote_are_told_to_be_nowhere(told: Hand) -> None:
    told.type_into("Search", "zebra")
    told.sees("No record has")


def test_a_page_pasted_into_the_field_is_searched_for_like_a_word(told: Hand) -> None:
    QApplication.clipboard().setText("\n".join(f"line {number} of a page" for number in range(1_500)))
    told.keys("Ctrl+V")
    told.sees("No record has “line 0 of a page")


def test_a_lock_leaves_nothing_of_the_hits_in_memory(desk: Hand) -> None:
    with_canary(desk)
    desk.keys("Ctrl+K")
    desk.type_into("Search", CANARY[:3])
    desk.until(lambda: any(CANARY in hit for hit in hits(desk)))
    desk.lock()
    settle()
    assert list(held_anywhere(CANARY)) == []


def test_the_search_is_back_after_unlocking(told: Hand) -> None:
    told.type_into("Search", "电话")
    told.until(lambda: len(hits(told)) == 1)
    told.lock()
    told.unlock(PASSPHRASE)
    told.until(lambda: len(hits(told)) == 1)


def found(snippet: tuple[tuple[str, bool], ...], title: str = "A title") -> Found:
    """A hit as the search would give it."""
    return Found("a" * 64, "7KQ2-M4XD", "testimony", "Testimony", title, "statements", "Words", snippet, "text")


@pytest.mark.fault(25)
def test_fault_25_markup_in_a_hit_is_spoken_letter_for_letter() -> None:
    hit = found((("<img src='file:///x'>", False), ("<b>", True)))
    assert "<img src='file:///x'><b>" in spoken(hit)


@pytest.mark.fault(25)
def test_fault_25_a_hit_with_everything_hostile_in_it_is_drawn(desk: Hand) -> None:
    desk.keys("Ctrl+K")
    desk.field("Search")
    view = QListView()
    hit = found((("\u202e\0<b>" * 50, False), ("𠮷" * 40, True), ("\n\r\u2028", False)), "\u202etitle<br>" * 40)
    image = QImage(400, 80, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 400, 80)
    delegate = HitDelegate(desk.window.tools, view)
    delegate.paint(painter, option, _Index(hit))  # type: ignore[arg-type]
    painter.end()


class _Index:
    """Hands a hit to the delegate, which asks an index for nothing else."""

    def __init__(self, hit: Found) -> None:
        self._hit = hit

    def data(self, _role: int) -> Found:
        return self._hit


def test_pieces_of_a_sentence_keep_the_space_between_them() -> None:
    assert plain_pieces((("the school ", False), ("called", True), (" again", False))) == (
        ("the school ", False),
        ("called", True),
        (" again", False),
    )


@pytest.mark.fault(25)
def test_fault_25_what_turns_the_direction_of_text_is_written_out_in_a_hit() -> None:
    assert "\u202e" not in plain_pieces((("a\u202eb", True),))[0][0]


def test_a_vault_of_an_older_program_finds_labels_once_it_is_open(desk: Hand) -> None:
    ask(desk, lambda ws: records.add(ws, "act", [{"type": "E.02"}] * 250))
    ask(desk, lambda ws: grow_old(ws.vault._database))
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: not ask(desk, lambda ws: ws.vault.lists_are_old))
    desk.keys("Ctrl+K")
    desk.type_into("Search", "permit")
    desk.until(lambda: len(hits(desk)) > 1)


@pytest.mark.fault(3)
def test_fault_03_lists_that_cannot_be_made_anew_are_told_of(desk: Hand) -> None:
    ask(desk, lambda ws: records.add(ws, "act", [{"type": "E.02"}]))
    ask(desk, lambda ws: grow_old(ws.vault._database))
    ask(desk, lambda ws: ws.vault._database.run("PRAGMA query_only = ON"))
    assert desk.window.desk
    desk.window.desk.begin(Place("today"))
    desk.sees("Lists and search could not be brought up to date")


@pytest.mark.parametrize(("room", "field"), [("Search", "Search"), ("People", "Filter the list")])
def test_the_name_somebody_is_looked_for_by_is_not_kept_where_it_can_be_read_without_the_identities(
    told: Hand, room: str, field: str
) -> None:
    told.go(room)
    told.type_into(field, "林清河")
    told.until(lambda: room != "Search" or bool(hits(told)))
    folder = told.window.door.folder
    assert folder is not None
    told.lock()
    vault = vaults.unlock(folder, PASSPHRASE, clock=lambda: 1_750_000_000)
    kept, drafts = vault.setting("place"), [draft for draft in vault.drafts() if not draft.sealed]
    vaults.lock(vault)
    assert kept["page"] == room.lower()
    assert "林清河" not in f"{kept} {drafts}"
