"""One thread owns the vault: answers reach the living, failures are told in words, bugs without content."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.casework import pictures
from desktop.casework.stops import Stops
from desktop.casework.verify import Step
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.domain.vocabulary import Vocabularies
from desktop.errors import JiashuError, Refused
from desktop.ui.checking import Checking
from desktop.ui.crash import place_of
from desktop.ui.exchange.qr_reader import read_codes
from desktop.ui.worker import Worker, leave_behind
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.ui.hand import WAIT, settle

SECRET = "沈月住在北京"
HANGING = [sys.executable, "-I", "-c", "import time; time.sleep(600)"]
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"


@pytest.fixture
def worker(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[Worker]:
    """A worker with a vault open."""
    worker = Worker()
    opened: list[None] = []
    vault, _ = Vault.create(tmp_path / "vault", "seven quiet lamps", work_factor=4, clock=clock)
    workspace = Workspace(vault, Vocabularies.from_tables({}), clock)
    worker.open(lambda: (workspace, None), opened.append, owner=worker, failed=print)
    qtbot.waitUntil(lambda: bool(opened), timeout=WAIT)
    yield worker
    worker.stop()
    vault.lock()
    settle()


def test_an_answer_comes_back_in_the_windows_thread(worker: Worker, qtbot: QtBot) -> None:
    threads: list[tuple[int, int]] = []
    owner = QObject()

    def done(there: int) -> None:
        threads.append((there, threading.get_ident()))

    worker.submit(lambda _ws: threading.get_ident(), done, owner=owner)
    qtbot.waitUntil(lambda: bool(threads), timeout=WAIT)
    ((there, here),) = threads
    assert here == threading.get_ident() != there


def test_actions_run_in_the_order_they_were_asked_for(worker: Worker, qtbot: QtBot) -> None:
    answers: list[int] = []

    def ask(number: int) -> None:
        worker.submit(lambda _ws: number, answers.append, owner=worker)

    for number in range(50):
        ask(number)
    qtbot.waitUntil(lambda: len(answers) == 50, timeout=WAIT)
    assert answers == list(range(50))


def test_an_answer_to_a_closed_view_is_dropped(worker: Worker, qtbot: QtBot) -> None:
    answers: list[str] = []
    closed = QObject()
    gate = threading.Event()
    worker.submit(lambda _ws: gate.wait(WAIT / 1000), lambda _on: answers.append("closed"), owner=closed)
    leave_behind(closed)
    settle()
    gate.set()
    worker.submit(lambda _ws: None, lambda _none: answers.append("open"), owner=worker)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    assert answers == ["open"]


def test_an_answer_from_before_a_lock_reaches_nobody(worker: Worker, qtbot: QtBot) -> None:
    answers: list[str] = []
    gate = threading.Event()
    worker.submit(lambda _ws: gate.wait(WAIT / 1000), lambda _on: answers.append("before"), owner=worker)
    worker.close(lambda _ws: None, lambda: answers.append("locked"))
    gate.set()
    qtbot.waitUntil(lambda: "locked" in answers, timeout=WAIT)
    assert answers == ["locked"]


def test_changes_are_announced_to_everybody(worker: Worker, qtbot: QtBot) -> None:
    changes = Changes(frozenset({"case"}), frozenset({"a" * 64}))
    with qtbot.waitSignal(worker.changed, timeout=WAIT) as told:
        worker.submit(lambda _ws: changes, owner=worker)
    assert told.args == [changes]


def test_an_error_nobody_waits_for_reaches_the_message_bar(worker: Worker, qtbot: QtBot) -> None:
    def refuse(_ws: Workspace) -> None:
        raise Refused("record.unknown")

    with qtbot.waitSignal(worker.failed, timeout=WAIT) as told:
        worker.submit(refuse, owner=worker)
    assert told.args is not None
    assert isinstance(told.args[0], JiashuError)


def test_an_error_whose_owner_is_gone_reaches_whoever_asked_for_it(worker: Worker, qtbot: QtBot) -> None:
    told: list[JiashuError] = []
    closed = QObject()
    gate = threading.Event()

    def refuse(_ws: Workspace) -> None:
        gate.wait(WAIT / 1000)
        raise Refused("record.unknown")

    worker.submit(refuse, owner=closed, failed=lambda _error: None, lost=told.append)
    leave_behind(closed)
    settle()
    gate.set()
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
    assert told[0].code == "record.unknown"


def test_whoever_waits_for_an_answer_is_told_of_a_bug_too(worker: Worker, qtbot: QtBot) -> None:
    told: list[JiashuError] = []

    def stumble(_ws: Workspace) -> None:
        raise KeyError(SECRET)

    worker.submit(stumble, owner=worker, failed=told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
    assert SECRET not in str(told[0])


def test_a_bug_is_told_by_its_place_and_not_by_what_it_held(worker: Worker, qtbot: QtBot) -> None:
    def stumble(_ws: Workspace) -> None:
        raise KeyError(SECRET)

    with qtbot.waitSignal(worker.broke, timeout=WAIT) as told:
        worker.submit(stumble, owner=worker)
    assert told.args is not None
    assert "KeyError" in told.args[0]
    assert SECRET not in told.args[0]


def test_the_place_of_a_bug_names_lines_of_the_program() -> None:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        place = place_of(error)
    assert place.startswith("ValueError < tests/ui/test_worker.py:")
    assert SECRET not in place


def test_a_long_action_stops_at_its_next_report(worker: Worker, qtbot: QtBot) -> None:
    reached: list[int] = []
    begun = threading.Event()
    gate = threading.Event()

    def long(_ws: Workspace, report: Progress) -> None:
        for step in range(100):
            report(step, 100)
            reached.append(step)
            begun.set()
            gate.wait(WAIT / 1000)

    job = worker.submit_long(long, lambda _none: reached.append(-1), owner=worker, progress=lambda _done, _total: None)
    assert begun.wait(WAIT / 1000)
    job.cancel()
    gate.set()
    after: list[None] = []
    worker.submit(lambda _ws: None, after.append, owner=worker)
    qtbot.waitUntil(lambda: bool(after), timeout=WAIT)
    assert reached == [0]


def test_progress_is_told_in_the_windows_thread(worker: Worker, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    done: list[None] = []

    def long(_ws: Workspace, report: Progress) -> None:
        report(3 * 2**30, 4 * 2**30)

    worker.submit_long(long, done.append, owner=worker, progress=lambda now, total: told.append((now, total)))
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    assert told == [(3 * 2**30, 4 * 2**30)]


def test_a_lock_stops_long_work(worker: Worker, qtbot: QtBot) -> None:
    begun, gate = threading.Event(), threading.Event()
    reached: list[int] = []

    def long(_ws: Workspace, report: Progress) -> None:
        begun.set()
        gate.wait(WAIT / 1000)
        report(1, 2)
        reached.append(1)

    locked: list[bool] = []
    worker.submit_long(long, lambda _none: reached.append(2), owner=worker, progress=lambda _done, _total: None)
    assert begun.wait(WAIT / 1000)
    worker.close(lambda _ws: None, lambda: locked.append(True))
    gate.set()
    qtbot.waitUntil(lambda: bool(locked), timeout=WAIT)
    assert reached == []


def lock(ws: Workspace) -> None:
    ws.vault.lock()


@pytest.mark.fault(12)
def test_fault_12_a_lock_ends_a_look_that_would_take_for_ever(worker: Worker, qtbot: QtBot) -> None:
    told: list[JiashuError] = []
    worker.failed.connect(told.append)
    worker.submit(lambda ws: ws.vault._database.all(ENDLESS), owner=worker, look=True)
    with qtbot.waitSignal(worker.busy, check_params_cb=lambda jobs: jobs == 0, timeout=WAIT):
        worker.close(lock, lambda: None)
    assert told == []


@pytest.mark.fault(12)
def test_fault_12_a_lock_ends_long_work_in_the_middle_of_a_statement(worker: Worker, qtbot: QtBot) -> None:
    locked: list[bool] = []

    def long(ws: Workspace, _report: Progress) -> None:
        ws.vault._database.all(ENDLESS)

    worker.submit_long(long, lambda _none: None, owner=worker, progress=lambda _done, _total: None)
    worker.close(lock, lambda: locked.append(True))
    qtbot.waitUntil(lambda: bool(locked), timeout=WAIT)


@pytest.mark.fault(12)
def test_fault_12_a_lock_ends_a_check_of_the_vault_in_the_middle_of_a_statement(worker: Worker, qtbot: QtBot) -> None:
    locked: list[bool] = []
    checking = Checking(worker)

    def look(ws: Workspace) -> Step:
        def step() -> tuple[int, int]:
            ws.vault._database.all(ENDLESS)  # as long as a table of a very large vault
            return 0, 1

        return step

    asked: list[bool] = []

    def go_on(step: Step) -> None:
        checking._go_on(step, 0)
        asked.append(True)

    worker.submit(look, go_on, owner=checking)
    qtbot.waitUntil(lambda: bool(asked), timeout=WAIT)
    worker.close(lock, lambda: locked.append(True))
    qtbot.waitUntil(lambda: bool(locked), timeout=WAIT)


@pytest.mark.fault(12)
def test_fault_12_a_lock_interrupts_nothing_that_was_to_be_kept(worker: Worker, qtbot: QtBot) -> None:
    begun, gate = threading.Event(), threading.Event()
    kept: list[bool] = []

    def keep(ws: Workspace) -> None:
        begun.set()
        gate.wait(WAIT / 1000)
        counted = (
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT COUNT(*) FROM n"
        )
        kept.append(ws.vault._database.value(counted) == 300_000)

    worker.submit(keep, owner=worker)
    assert begun.wait(WAIT / 1000)
    locked: list[bool] = []
    worker.close(lock, lambda: locked.append(True))
    gate.set()
    qtbot.waitUntil(lambda: bool(locked), timeout=WAIT)
    assert kept == [True]


def test_what_only_looks_and_waits_for_its_turn_is_not_begun_once_a_lock_is_asked_for(
    worker: Worker, qtbot: QtBot
) -> None:
    gate = threading.Event()
    looked: list[bool] = []
    locked: list[bool] = []
    worker.submit(lambda _ws: gate.wait(WAIT / 1000), owner=worker)
    worker.submit(lambda _ws: looked.append(True), owner=worker, look=True)
    worker.close(lambda _ws: None, lambda: locked.append(True))
    gate.set()
    qtbot.waitUntil(lambda: bool(locked), timeout=WAIT)
    assert looked == []


@pytest.mark.fault(12)
def test_fault_12_work_that_hangs_keeps_nobody_from_leaving(worker: Worker) -> None:
    begun, gate = threading.Event(), threading.Event()

    def hang(_ws: Workspace) -> None:
        begun.set()
        gate.wait(WAIT / 1000)

    worker.submit(hang, owner=worker)
    assert begun.wait(WAIT / 1000)
    assert not worker.stop(1)
    gate.set()


@pytest.mark.fault(12)
def test_fault_12_a_lock_waits_for_no_picture(worker: Worker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.formats.pictures.command", lambda: HANGING)
    locked: list[bool] = []
    worker.submit(lambda ws: pictures.decode(b"", stops=ws.stops), owner=worker, look=True)
    worker.close(lock, lambda: locked.append(True))
    qtbot.waitUntil(lambda: bool(locked), timeout=WAIT)


@pytest.mark.fault(12)
def test_fault_12_a_lock_waits_for_no_picture_of_a_code(
    worker: Worker, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.formats.pictures.command", lambda: HANGING)
    picture, begun = tmp_path / "code.png", threading.Event()
    picture.write_bytes(b"anything")

    def read(stops: Stops) -> list[str]:
        begun.set()
        return read_codes([picture], lambda _done, _total: None, stops)

    locked: list[bool] = []
    worker.aside(read, print, owner=worker, failed=print)
    assert begun.wait(WAIT / 1000)
    worker.close(lock, lambda: locked.append(True))
    qtbot.waitUntil(lambda: bool(locked), timeout=WAIT)
