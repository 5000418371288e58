"""A mention in a text is one sign with the words it reads as; what is stored is the token, letter for letter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPlainTextEdit

from desktop.casework import mentioning, people, records
from desktop.casework.mentioning import Mention
from desktop.casework.people import Pick
from desktop.casework.workspace import JSON, Workspace
from desktop.casework.writing import Pending
from desktop.ui.place import Place
from desktop.ui.writing.counting import stored_places
from desktop.ui.writing.field import MentionField
from tests.ui.asking import ask, stands
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import WAIT, Hand, commit, compose, plain, settle
from tests.ui.test_lock import CANARY, held_anywhere
from tests.ui.test_saving import busy

ACCOUNT = "The account, in their own words"
WORDS = "In their own words 1"
NAME = "韩松"
WHO = "Who is mentioned here?"


def somebody(ws: Workspace, name: str = NAME) -> str:
    """A person with a name."""
    pending = Pending(ws)
    person = people.named(pending, name)
    pending.commit()
    return person


@pytest.fixture
def person(desk: Hand) -> str:
    """Somebody to mention."""
    return ask(desk, somebody)


@pytest.fixture
def token(person: str) -> str:
    """Their mention as it is stored."""
    return Mention(person).token


def told(hand: Hand, words: str) -> str:
    """A testimony of one statement, open, the caret at its beginning."""
    (record,) = ask(hand, lambda ws: records.add(ws, "testimony", [{"statements": [{"words": words}]}])).created
    hand.window.tools.go(Place("record", record, "testimony"))
    hand.until(lambda: field(hand).stored() == words)
    field(hand).setFocus()
    return record


def field(hand: Hand, name: str = WORDS) -> MentionField:
    found = hand.wait_for(QPlainTextEdit, name)
    assert isinstance(found, MentionField)
    return found


def said(hand: Hand, record: str) -> list[JSON]:
    """The words of every statement, as the vault has them."""
    return [one["words"] for one in stands(hand, record)["statements"].values()]


def put_caret(text: MentionField, place: int, *, to: int | None = None) -> None:
    text.put_caret(place, place if to is None else to)


def press(text: MentionField, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(text, key)


def choose(hand: Hand, words: str, asked: str = WHO) -> None:
    """Type into the small picker and take what it offers first."""
    picker = hand.wait_for(QLineEdit, asked)
    hand.until(lambda: hand.caret() is picker)
    hand.say(picker, words)
    hand.until(lambda: hand.reads(f"\u2068{words}\u2069   ("))
    QTest.keyClick(picker, Qt.Key.Key_Return)


def mentions(hand: Hand, words: str) -> None:
    """Wait until a screen reader is told that a text mentions somebody by these words."""
    hand.sees(f"Mentions {words}")


# --------------------------------------------------------------------------------------------- what one sees


def test_a_mention_reads_as_the_name_and_shows_no_token(desk: Hand, token: str) -> None:
    told(desk, f"他们带走了{token}。")
    mentions(desk, NAME)
    assert not desk.reads(token)


def test_a_mention_is_drawn_in_the_room_of_its_name(desk: Hand, token: str) -> None:
    told(desk, f"x{token}x")
    text = field(desk)
    mentions(desk, NAME)
    edges = []
    for place in (1, 2):
        put_caret(text, place)
        edges.append(text.cursorRect().left())
    assert edges[1] - edges[0] >= text.fontMetrics().horizontalAdvance(NAME)


def test_the_caret_steps_over_a_mention_at_once(desk: Hand, token: str) -> None:
    told(desk, f"a{token}b")
    text = field(desk)
    put_caret(text, 0)
    press(text, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert text.textCursor().atEnd()


def test_a_screen_reader_is_told_no_more_of_a_mention_taken_away(desk: Hand, token: str) -> None:
    told(desk, f"{token}。")
    mentions(desk, NAME)
    put_caret(field(desk), 1)
    press(field(desk), Qt.Key.Key_Backspace)
    assert field(desk).accessibleDescription() == ""


def test_f8_leaves_the_code_in_the_place_of_the_name(desk: Hand, person: str, token: str) -> None:
    told(desk, f"他们带走了{token}。")
    mentions(desk, NAME)
    desk.keys("F8")
    mentions(desk, ask(desk, lambda ws: ws.vault.code(person)))
    desk.until(lambda: not desk.reads(NAME))


def test_closed_identities_leave_the_code_too(desk: Hand, person: str, token: str) -> None:
    told(desk, f"他们带走了{token}。")
    mentions(desk, NAME)
    desk.press("Identities open")
    mentions(desk, ask(desk, lambda ws: ws.vault.code(person)))
    desk.until(lambda: not desk.reads(NAME))


def test_a_lock_leaves_no_name_in_memory(desk: Hand) -> None:
    person = ask(desk, lambda ws: somebody(ws, CANARY))
    told(desk, f"他们带走了{Mention(person).token}。")
    mentions(desk, CANARY)
    desk.lock()
    settle()
    assert list(held_anywhere(CANARY)) == []


def test_words_typed_meanwhile_stay_when_names_are_hidden(desk: Hand, token: str) -> None:
    told(desk, f"{token}。")
    QTest.keyClicks(field(desk), "x")
    desk.keys("F8")
    desk.until(lambda: not desk.reads(NAME))
    assert field(desk).stored() == f"x{token}。"


def test_a_mention_in_a_form_reads_as_the_name(desk: Hand, token: str) -> None:
    (record,) = ask(desk, lambda ws: records.add(ws, "act", [{"narrative": f"带走{token}"}])).created
    desk.window.tools.go(Place("record", record, "act"))
    mentions(desk, NAME)
    assert not desk.reads(token)


# ------------------------------------------------------------------------------------------ what is stored


def test_a_text_is_stored_as_it_was_but_for_what_was_typed(desk: Hand, token: str) -> None:
    record = told(desk, f"a{token}b")
    text = field(desk)
    put_caret(text, 2)
    QTest.keyClicks(text, "c")
    desk.keys("Ctrl+S")
    desk.until(lambda: said(desk, record) == [f"a{token}cb"])


def test_a_text_nobody_touched_is_no_change(desk: Hand, token: str) -> None:
    stored = f"⟦x\r\n{token}\xa0⟧"
    told(desk, stored)
    assert field(desk).stored() == stored


def test_a_bracket_that_somebody_types_begins_no_mention(desk: Hand, token: str) -> None:
    record = told(desk, "x")
    commit(field(desk), token)
    desk.keys("Ctrl+S")
    desk.until(lambda: said(desk, record) == [f"⟦{token}x"])


def test_words_an_input_method_hands_over_stand_beside_the_mention(desk: Hand, token: str) -> None:
    told(desk, f"{token}。")
    text = field(desk)
    put_caret(text, 1)
    commit(text, "和孩子")
    assert text.stored() == f"{token}和孩子。"


def test_what_is_being_composed_is_in_no_text(desk: Hand, token: str) -> None:
    told(desk, f"{token}。")
    text = field(desk)
    put_caret(text, 1)
    compose(text, "hai zi")
    assert text.stored() == f"{token}。"


def test_backspace_takes_a_mention_away_whole(desk: Hand, token: str) -> None:
    told(desk, f"a{token}b")
    text = field(desk)
    put_caret(text, 2)
    press(text, Qt.Key.Key_Backspace)
    assert text.stored() == "ab"


def test_undo_brings_a_mention_back(desk: Hand, token: str) -> None:
    told(desk, f"a{token}b")
    text = field(desk)
    put_caret(text, 2)
    press(text, Qt.Key.Key_Backspace)
    text.undo()
    assert text.stored() == f"a{token}b"


def test_two_mentions_beside_each_other_are_two(desk: Hand, token: str) -> None:
    told(desk, token + token)
    text = field(desk)
    put_caret(text, 1)
    press(text, Qt.Key.Key_Backspace)
    assert text.stored() == token


@pytest.mark.parametrize(
    "stored", ["", "a字𠮷", "a\r\nb\n\rc\r", "⟦⟦⟦", f"⟦⟦{Mention('a' * 64).token}𠮷\r\n", "\xa0\u2028\u2029\x0b\t"]
)
def test_the_field_has_as_many_places_as_are_counted(hand: Hand, stored: str) -> None:
    text = MentionField(hand.window.tools)
    hand.bot.addWidget(text)
    text.put(stored)
    assert len(stored_places(stored)) == text.document().characterCount()


# ------------------------------------------------------------------------------------------------ anchors


def test_a_passage_right_after_a_mention_is_counted_as_stored(desk: Hand, token: str) -> None:
    told(desk, f"他{token}走了")
    text = field(desk)
    put_caret(text, 2, to=4)
    assert text.marked() == (1 + len(token), 3 + len(token), "走了")


def test_a_marked_mention_is_quoted_by_its_token(desk: Hand, token: str) -> None:
    told(desk, f"𠮷{token}走了")
    text = field(desk)
    put_caret(text, 2, to=4)
    assert text.marked() == (1, 2 + len(token), f"{token}走")


def test_a_passage_is_counted_as_stored_where_the_field_shows_less(desk: Hand) -> None:
    told(desk, "a⟦⟦b\r\nc")
    text = field(desk)
    put_caret(text, 2, to=5)
    assert text.marked() == (3, 7, "b\r\nc")


def test_an_act_quotes_the_words_as_they_are_stored(desk: Hand, token: str) -> None:
    told(desk, f"他们带走了{token}。")
    put_caret(field(desk), 3, to=6)
    desk.press("Turn the marked words into an act")
    desk.sees("New: Act")
    desk.wait_for(QAbstractButton, "Save")  # what it begins with is there
    desk.keys("Ctrl+S")
    desk.until(lambda: bool(ask(desk, lambda ws: records.list_records(ws, "act")).rows))
    act = ask(desk, lambda ws: records.list_records(ws, "act")).rows[0].id
    (anchor,) = stands(desk, act)["anchors"].values()
    assert (anchor["start"], anchor["end"], anchor["quote"]) == (3, 5 + len(token), f"走了{token}")


# ---------------------------------------------------------------------------------------------- clipboard


def test_copied_words_are_those_one_sees(desk: Hand, token: str) -> None:
    told(desk, f"a{token}b")
    mentions(desk, NAME)
    text = field(desk)
    text.selectAll()
    text.copy()
    assert QGuiApplication.clipboard().text() == f"a{NAME}b"


def test_what_was_copied_here_keeps_its_mentions_when_it_is_pasted(desk: Hand, token: str) -> None:
    told(desk, f"a{token}b")
    text = field(desk)
    text.selectAll()
    text.copy()
    put_caret(text, 3)
    text.paste()
    assert text.stored() == f"a{token}ba{token}b"


def test_one_undo_takes_back_what_was_pasted(desk: Hand, token: str) -> None:
    told(desk, f"a{token}b")
    text = field(desk)
    text.selectAll()
    text.copy()
    put_caret(text, 3)
    text.paste()
    text.undo()
    assert text.stored() == f"a{token}b"


def test_a_token_from_elsewhere_is_pasted_as_its_letters(desk: Hand, token: str) -> None:
    told(desk, "a")
    QGuiApplication.clipboard().setText(token)
    field(desk).paste()
    assert field(desk).stored() == f"⟦{token}a"


def test_a_lock_takes_back_what_was_copied(desk: Hand, token: str) -> None:
    told(desk, f"a{token}b")
    mentions(desk, NAME)
    field(desk).selectAll()
    field(desk).copy()
    desk.lock()
    assert not QGuiApplication.clipboard().text()


# -------------------------------------------------------------------------------------------- mentioning


def test_ctrl_m_puts_somebody_in_at_the_caret(desk: Hand, token: str) -> None:
    record = told(desk, "他们带走了。")
    put_caret(field(desk), 5)
    desk.keys("Ctrl+M")
    choose(desk, NAME)
    desk.until(lambda: field(desk).stored() == f"他们带走了{token}。")
    desk.until(lambda: desk.caret() is field(desk))
    desk.keys("Ctrl+S")
    desk.until(lambda: said(desk, record) == [f"他们带走了{token}。"])


def test_one_writes_on_behind_the_mention(desk: Hand, token: str) -> None:
    told(desk, "a")
    desk.keys("Ctrl+M")
    choose(desk, NAME)
    desk.until(lambda: field(desk).stored() == f"{token}a")
    QTest.keyClicks(field(desk), "b")
    assert field(desk).stored() == f"{token}ba"


def test_one_undo_takes_back_a_mention(desk: Hand, token: str) -> None:
    told(desk, "a")
    desk.keys("Ctrl+M")
    choose(desk, NAME)
    desk.until(lambda: field(desk).stored() == f"{token}a")
    field(desk).undo()
    assert field(desk).stored() == "a"


def test_escape_mentions_nobody(desk: Hand, token: str) -> None:
    told(desk, "a")
    desk.keys("Ctrl+M")
    picker = desk.wait_for(QLineEdit, WHO)
    QTest.keyClick(picker, Qt.Key.Key_Escape)
    desk.until(lambda: desk.caret() is field(desk))
    assert field(desk).stored() == "a"


def test_marked_words_stand_for_whom_was_chosen_as_they_were_said(desk: Hand, person: str) -> None:
    told(desk, "我姐夫老李被带走了")
    put_caret(field(desk), 0, to=5)
    desk.keys("Ctrl+M")
    choose(desk, NAME, "Who is “我姐夫老李”?")
    mentions(desk, "我姐夫老李")
    (identity,) = ask(desk, lambda ws: ws.vault.referring(person, "identity"))
    ((item, form),) = stands(desk, identity)["spoken"].items()
    assert form["words"] == "我姐夫老李"
    assert field(desk).stored() == f"{Mention(person, item).token}被带走了"


def test_hidden_names_hide_the_words_as_they_were_said(desk: Hand, person: str) -> None:
    made = ask(desk, lambda ws: mentioning.mention(ws, Pick(person), "我姐夫老李"))
    told(desk, f"{made.mention.token}被带走了")
    desk.sees("我姐夫老李")
    desk.keys("F8")
    desk.until(lambda: not desk.reads("我姐夫老李"))


def test_people_called_as_the_marked_words_say_are_offered_at_once(desk: Hand, person: str) -> None:
    ask(desk, lambda ws: somebody(ws, "沈月"))
    told(desk, f"{NAME}被带走了")
    put_caret(field(desk), 0, to=2)
    desk.keys("Ctrl+M")
    desk.sees(f"\u2068{NAME}\u2069   (")
    assert not desk.reads("\u2068沈月\u2069   (")


def test_somebody_nobody_knows_is_made_and_mentioned(desk: Hand) -> None:
    told(desk, "a")
    desk.keys("Ctrl+M")
    picker = desk.wait_for(QLineEdit, WHO)
    desk.say(picker, "林清河")
    QTest.keyClick(picker, Qt.Key.Key_Return)
    mentions(desk, "林清河")


def name_by_enter(hand: Hand, name: str) -> None:
    """Ctrl+M, a name nobody knows, Enter."""
    hand.keys("Ctrl+M")
    picker = hand.wait_for(QLineEdit, WHO)
    hand.say(picker, name)
    QTest.keyClick(picker, Qt.Key.Key_Return)


def test_what_is_written_before_the_vault_answers_stands_behind_the_mention(desk: Hand) -> None:
    told(desk, "老师叫")
    put_caret(field(desk), 3)
    name_by_enter(desk, "林清河")
    commit(field(desk), "别来了。")
    mentions(desk, "林清河")
    desk.until(lambda: field(desk).stored().startswith("老师叫⟦"))
    assert field(desk).stored().endswith("⟧别来了。")


def test_somebody_chosen_stands_before_what_is_written_at_once(desk: Hand, token: str) -> None:
    told(desk, "叫")
    put_caret(field(desk), 1)
    desk.keys("Ctrl+M")
    choose(desk, NAME)
    commit(field(desk), "别来了。")
    desk.until(lambda: field(desk).stored() == f"叫{token}别来了。")


def test_words_written_after_a_mention_took_their_place_do_not_replace_them(desk: Hand, person: str) -> None:
    told(desk, "老李被带走了")
    put_caret(field(desk), 0, to=2)
    desk.keys("Ctrl+M")
    choose(desk, NAME, "Who is “老李”?")
    commit(field(desk), "就")
    mentions(desk, "老李")
    assert field(desk).stored().endswith("⟧就被带走了")


def test_a_name_is_in_the_text_when_one_locks_before_the_vault_answers(desk: Hand) -> None:
    told(desk, "a")
    with desk.bot.waitSignal(desk.window.locked, timeout=WAIT), busy(desk):
        name_by_enter(desk, "林清河")
        desk.keys("Ctrl+L")
    desk.unlock(PASSPHRASE)
    desk.until(lambda: field(desk).stored() == "林清河a")


def test_one_undo_takes_back_a_new_name_too(desk: Hand) -> None:
    told(desk, "a")
    name_by_enter(desk, "林清河")
    mentions(desk, "林清河")
    field(desk).undo()
    assert field(desk).stored() == "a"


def test_the_button_does_the_same_and_says_the_keys(desk: Hand, token: str) -> None:
    told(desk, "a")
    desk.reads("Ctrl+M")
    desk.press("Mention a person")
    choose(desk, NAME)
    desk.until(lambda: field(desk).stored() == f"{token}a")


def test_the_menu_of_the_text_does_the_same(desk: Hand, token: str) -> None:
    told(desk, "a")
    text = field(desk)
    at = QPoint(5, 5)
    wanted = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, text.viewport().mapToGlobal(at))
    QApplication.sendEvent(text.viewport(), wanted)
    menu = next(desk.visible(QMenu))
    action = next(one for one in menu.actions() if plain(one.text()) == "Mention a person")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    desk.window.activateWindow()  # as a window manager does once a menu is closed
    choose(desk, NAME)
    desk.until(lambda: text.stored() == f"{token}a")


def test_ctrl_m_hands_over_what_is_being_composed_first(desk: Hand, token: str) -> None:
    told(desk, "a")
    compose(field(desk), "ni")
    desk.keys("Ctrl+M")
    choose(desk, NAME)
    desk.until(lambda: token in field(desk).stored())


# ------------------------------------------------------------------------------------ the quick testimony


def test_a_quick_testimony_keeps_its_mentions(desk: Hand, token: str) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "他们带走了")
    desk.keys("Ctrl+M")
    choose(desk, NAME)
    desk.until(lambda: field(desk, ACCOUNT).stored() == f"他们带走了{token}")
    desk.keys("Ctrl+S")
    desk.sees("The testimony is kept.")
    record = ask(desk, lambda ws: records.list_records(ws, "testimony")).rows[0].id
    assert said(desk, record) == [f"他们带走了{token}"]


def test_a_draft_with_a_mention_is_back_after_a_lock(desk: Hand, token: str) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "他们带走了")
    desk.keys("Ctrl+M")
    choose(desk, NAME)
    desk.until(lambda: field(desk, ACCOUNT).stored() == f"他们带走了{token}")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: field(desk, ACCOUNT).stored() == f"他们带走了{token}")
    mentions(desk, NAME)
    assert field(desk, ACCOUNT).place() == (6, 6)


def test_an_unfinished_account_is_offered_today_as_it_reads(desk: Hand, token: str) -> None:
    desk.keys("Ctrl+N")
    field(desk, ACCOUNT).put(f"他们带走了{token}")
    QTest.keyClicks(field(desk, ACCOUNT), "x")
    desk.go("Today")
    desk.sees(f"New testimony: x他们带走了{NAME}")


def test_a_testimony_locked_while_a_mention_was_typed_comes_back_unsaved(desk: Hand, token: str) -> None:
    told(desk, f"{token}。")
    QTest.keyClicks(field(desk), "x")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: field(desk).stored() == f"x{token}。")
