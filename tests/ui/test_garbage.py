"""What nobody holds any more goes in the window's thread, whichever thread is at work."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.garbage import Garbage


class Ring:
    """Holds itself, so that only looking for garbage finds it; says in which thread it went."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    garbage = Garbage(qapp)
    yield garbage
    garbage.stop()
    garbage.deleteLater()


def went(make: int) -> list[int]:
    """Make rings in another thread; the threads in which those went that did."""
    threads: list[int] = []

    def work() -> None:
        for _ in range(make):
            weakref.finalize(Ring(), lambda: threads.append(threading.get_ident()))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return threads


def test_nothing_goes_in_another_thread(garbage: Garbage) -> None:
    assert went(gc.get_threshold()[0] * 3) == []


def test_what_is_due_goes_in_this_one(garbage: Garbage) -> None:
    threads = went(gc.get_threshold()[0] * 3)
    garbage.look()
    assert set(threads) == {threading.get_ident()}
