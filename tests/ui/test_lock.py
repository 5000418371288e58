"""Locked means gone: the screen is cleared, no dialog stands in the way, nothing that was typed is left in memory."""

from __future__ import annotations

import gc
import linecache
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPlainTextEdit, QPushButton, QWidget

from desktop.ui.going_on import left_by
from desktop.ui.host import anew
from desktop.ui.host.anew import Left
from desktop.ui.idle import Idle
from tests.conftest import Clock
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import WAIT, Hand, settle, texts_of

CANARY = "金丝雀在此鸣叫"
ACCOUNT = "The account, in their own words"


def held_anywhere(word: str) -> Iterator[str]:
    """Every place in widgets, clipboard or Python objects that still has the word."""
    for widget in QApplication.allWidgets():
        if any(word in text for text in texts_of(widget)):
            yield type(widget).__name__
        if isinstance(widget, QPlainTextEdit) and widget.document().isUndoAvailable():
            yield "undo"
    if word in QGuiApplication.clipboard().text():
        yield "clipboard"
    linecache.clearcache()  # the source of the tests, which has the word too
    gc.unfreeze()  # what is frozen is not among the objects
    gc.collect()
    for thing in gc.get_objects():
        values = thing.values() if type(thing) is dict else thing if type(thing) in {list, tuple, set} else ()
        if any(type(value) is str and word in value and value != word for value in list(values)):
            yield f"{type(thing).__name__} in memory"


def with_canary(hand: Hand) -> None:
    """The word is in a saved testimony, a name, a case and an open form."""
    hand.keys("Ctrl+N")
    hand.type_into("Who is speaking", f"{CANARY}一")
    hand.type_into("Which case", f"{CANARY}二")
    hand.type_into(ACCOUNT, f"{CANARY}三，他们把我丈夫带走了。")
    hand.keys("Ctrl+S")
    hand.sees("The testimony is kept.")


def type_a_canary(hand: Hand) -> None:
    """The word is typed and not saved."""
    hand.keys("Ctrl+N")
    hand.type_into(ACCOUNT, f"{CANARY}四")


def test_the_unlock_screen_is_all_one_sees_after_ctrl_l(desk: Hand) -> None:
    type_a_canary(desk)
    desk.lock()
    assert desk.reads("The vault is locked")
    assert not desk.reads(CANARY)


@pytest.mark.parametrize("room", ["Cases", "People", "Testimonies", "Today"])
def test_nothing_in_memory_holds_what_was_shown(desk: Hand, room: str) -> None:
    with_canary(desk)
    desk.go(room)
    desk.sees(CANARY)
    desk.lock()
    settle()
    assert list(held_anywhere(CANARY)) == []


def test_nothing_in_memory_holds_what_was_typed(desk: Hand) -> None:
    type_a_canary(desk)
    desk.lock()
    settle()
    assert list(held_anywhere(CANARY)) == []


def test_r_sec_10_after_a_lock_the_clipboard_is_cleared_and_no_file_has_the_words_in_clear(
    desk: Hand, home: Path, tmp_path: Path
) -> None:
    type_a_canary(desk)
    desk.keys("Ctrl+A")
    desk.keys("Ctrl+C")
    assert CANARY in QGuiApplication.clipboard().text()
    desk.lock()
    assert QGuiApplication.clipboard().text() == ""
    assert in_clear(home, tmp_path) == []


def in_clear(*folders: Path) -> list[str]:
    """Files that have the word, however it is encoded, in them or in their name."""
    clear = [CANARY.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    return [
        path.name
        for folder in folders
        for path in folder.rglob("*")
        if CANARY in path.name or (path.is_file() and any(word in path.read_bytes() for word in clear))
    ]


@pytest.mark.fault(12)
def test_fault_12_a_file_dialog_does_not_stop_a_lock(desk: Hand) -> None:
    desk.go("Evidence")
    desk.press("Add a file")
    desk.press("Choose files")
    desk.until(lambda: any(True for _ in desk.visible(QFileDialog)))
    with desk.bot.waitSignal(desk.window.locked, timeout=WAIT):
        desk.window.lock()
    settle()
    assert not list(desk.visible(QFileDialog))


@pytest.mark.fault(12)
def test_fault_12_an_open_menu_does_not_stop_a_lock(desk: Hand) -> None:
    with_canary(desk)
    desk.press("More")
    desk.until(lambda: any(True for _ in desk.visible(QMenu)))
    with desk.bot.waitSignal(desk.window.locked, timeout=WAIT):
        desk.window.lock()
    assert not list(desk.visible(QMenu))


@pytest.mark.fault(12)
def test_fault_12_a_lock_during_a_save_keeps_what_is_saved(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, CANARY)
    desk.keys("Ctrl+S")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.go("Testimonies")
    desk.sees(CANARY)
    desk.keys("Ctrl+N")
    assert not desk.reads(CANARY)


@pytest.mark.fault(12)
def test_fault_12_nobody_at_the_desk_for_long_enough_locks_it(qapp: QApplication, clock: Clock) -> None:
    idle = Idle(qapp, clock)
    passed: list[bool] = []
    idle.passed.connect(lambda: passed.append(True))
    idle.watch(600)
    let_pass(idle, clock, 599)
    assert not passed
    let_pass(idle, clock, 1)
    assert passed == [True]


def test_a_key_pressed_puts_the_lock_off(hand: Hand, qapp: QApplication, clock: Clock) -> None:
    idle = Idle(qapp, clock)
    passed: list[bool] = []
    idle.passed.connect(lambda: passed.append(True))
    idle.watch(600)
    let_pass(idle, clock, 599)
    hand.keys("Tab")
    let_pass(idle, clock, 599)
    assert not passed


@pytest.mark.fault(12)
def test_fault_12_a_machine_that_slept_is_locked_at_waking(qapp: QApplication, clock: Clock) -> None:
    idle = Idle(qapp, clock)
    passed: list[bool] = []
    idle.passed.connect(lambda: passed.append(True))
    idle.watch(600)
    let_pass(idle, clock, 100)
    assert not passed
    clock.tick(61)
    idle.look()
    assert passed == [True]


@pytest.mark.fault(12)
def test_fault_12_a_clock_that_is_set_back_puts_no_lock_off(qapp: QApplication, clock: Clock) -> None:
    idle = Idle(qapp, clock)
    passed: list[bool] = []
    idle.passed.connect(lambda: passed.append(True))
    idle.watch(600)
    let_pass(idle, clock, 300)
    clock.tick(-86_400)
    idle.look()
    let_pass(idle, clock, 299)
    assert not passed
    let_pass(idle, clock, 1)
    assert passed == [True]


def let_pass(idle: Idle, clock: Clock, seconds: int) -> None:
    """Time goes by on a machine that is awake: it is looked at every second."""
    for _ in range(seconds):
        clock.tick()
        idle.look()


def test_the_window_never_says_more_than_the_programs_name(desk: Hand) -> None:
    with_canary(desk)
    titles = {widget.windowTitle() for widget in QApplication.topLevelWidgets()}
    assert titles <= {"Jiashu", ""}


@pytest.mark.fault(11)
def test_fault_11_choosing_a_file_writes_nothing_outside_the_vault(desk: Hand, home: Path) -> None:
    desk.go("Evidence")
    desk.press("Add a file")
    desk.press("Choose files")
    desk.until(lambda: any(True for _ in desk.visible(QFileDialog)))
    dialog = next(iter(desk.visible(QFileDialog)))
    dialog.reject()
    settle()
    written = [path.name for path in home.rglob("*") if path.is_file()]
    assert set(written) <= {"vaults.json", *(path for path in written if path.startswith("vault"))}


def test_a_wrong_passphrase_says_so_and_asks_again(desk: Hand) -> None:
    desk.lock()
    desk.type_into("Passphrase", "not this one at all")
    desk.press("Unlock")
    desk.sees("passphrase")
    desk.until(lambda: (found := desk.named(QPushButton, "Unlock")) is not None and found.isEnabled())
    assert desk.caret() is desk.field("Passphrase")


def every_dialog(hand: Hand) -> list[QWidget]:
    """Windows of the program beside the main one."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not hand.window]


@pytest.mark.fault(12)
def test_fault_12_the_question_for_the_identities_does_not_stop_a_lock(desk: Hand) -> None:
    desk.press("Identities open")
    desk.press("Identities closed")
    desk.until(lambda: len(every_dialog(desk)) == 1)
    with desk.bot.waitSignal(desk.window.locked, timeout=WAIT):
        desk.window.lock()
    assert every_dialog(desk) == []


@pytest.mark.fault(11)
def test_fault_11_after_a_days_work_no_file_holds_a_word_of_it(desk: Hand, home: Path, tmp_path: Path) -> None:
    with_canary(desk)
    for room in ("Cases", "People", "Testimonies", "Today"):
        desk.go(room)
        desk.sees(CANARY)
    desk.go("Search")
    desk.type_into("Search", CANARY)
    type_a_canary(desk)
    desk.lock()
    assert in_clear(home, tmp_path) == []


@pytest.fixture
def renewed(desk: Hand, monkeypatch: pytest.MonkeyPatch) -> list[Left]:
    """What would be handed to a fresh image of the program, were there one."""
    told: list[Left] = []
    monkeypatch.setattr(desk.window.locking, "renew", told.append)
    return told


def test_a_program_that_cannot_be_renewed_asks_for_the_passphrase_itself(desk: Hand, renewed: list[Left]) -> None:
    type_a_canary(desk)
    desk.lock()
    desk.sees("The vault is locked")
    assert len(renewed) == 1


def test_what_is_left_to_the_fresh_image_is_where_the_vault_is_and_no_word_of_it(
    desk: Hand, renewed: list[Left], tmp_path: Path
) -> None:
    with_canary(desk)
    desk.lock()
    desk.until(lambda: bool(renewed))
    told = renewed[0].to_bytes()
    assert CANARY.encode() not in told
    assert Left.from_bytes(told) == renewed[0]
    assert renewed[0].folder == tmp_path / "vault"


def test_the_fresh_image_looks_as_the_window_did(hand: Hand, tmp_path: Path) -> None:
    hand.window.tools.theme.choose("dark")
    hand.window.tools.theme.enlarge(150)
    hand.window.tools.language.choose("zh_Hans")
    hand.window.resize(780, 720)
    left = left_by(hand.window, hand.window.tools, tmp_path)
    hand.window.tools.theme.choose("light")
    hand.window.tools.theme.enlarge(100)
    hand.window.tools.language.choose("en")
    hand.window.resize(1200, 800)
    hand.window.go_on_with(left)
    tools = hand.window.tools
    assert (tools.theme.choice, tools.theme.text_size, tools.language.code) == ("dark", 150, "zh_Hans")
    assert (hand.window.width(), hand.window.height()) == (780, 720)


@pytest.mark.parametrize("untrusted", [b"", b"{}", b"[1]", b'{"folder": 3}', b"\xff" * 40])
def test_what_is_no_message_of_the_program_is_not_gone_on_with(untrusted: bytes) -> None:
    reads, writes = os.pipe()
    os.write(writes, untrusted)
    os.close(writes)
    assert anew.read(reads) is None


def test_a_number_that_is_no_pipe_is_not_read(tmp_path: Path) -> None:
    file = (tmp_path / "file").open("w+b")
    assert anew.read(file.fileno()) is None
    file.close()
    assert anew.read(10_000) is None


@pytest.mark.fault(12)
def test_fault_12_a_job_that_hangs_stops_no_lock(desk: Hand, renewed: list[Left]) -> None:
    type_a_canary(desk)
    gate = threading.Event()
    desk.window.tools.worker.submit(lambda _ws: gate.wait(60) and None, owner=desk.window)
    desk.window.locking.patience.setInterval(1)
    desk.keys("Ctrl+L")
    desk.until(lambda: bool(renewed))
    assert not desk.reads(CANARY)
    gate.set()


@pytest.mark.fault(12)
def test_fault_12_a_draft_that_cannot_be_kept_stops_no_lock(desk: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    type_a_canary(desk)

    def stumble() -> None:
        raise ValueError

    assert desk.window.desk is not None
    monkeypatch.setattr(desk.window.desk, "keep_drafts", stumble)
    with desk.bot.captureExceptions() as caught, desk.bot.waitSignal(desk.window.locked, timeout=WAIT):
        desk.window.lock()
    assert [kind for kind, *_ in caught] == [ValueError]
    assert not desk.reads(CANARY)


@pytest.mark.fault(12)
def test_fault_12_a_lock_while_the_vault_is_being_opened_closes_it_again(desk: Hand) -> None:
    desk.lock()
    entered: list[bool] = []
    desk.window.entered.connect(lambda: entered.append(True))
    desk.window.door.way_in.unlock(PASSPHRASE)
    with desk.bot.waitSignal(desk.window.locked, timeout=WAIT):
        desk.window.lock()
    settle()
    assert not entered
    assert desk.reads("The vault is locked")
    desk.unlock(PASSPHRASE)
