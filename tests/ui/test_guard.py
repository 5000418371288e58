"""What names somebody is held ready; a read that failed costs nothing but a second try."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import places
from desktop.casework import people
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.vocabulary import Vocabularies
from desktop.errors import JiashuError
from desktop.ui.guard import Guard
from desktop.ui.worker import Worker
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.ui.hand import WAIT, settle


@pytest.fixture
def worker(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[Worker]:
    """A worker with a vault open, in which one name is known."""
    worker = Worker()
    opened: list[None] = []
    vault, _ = Vault.create(tmp_path / "vault", "seven quiet lamps", work_factor=4, clock=clock)
    workspace = Workspace(vault, Vocabularies.from_tables(places.read_tables()), clock)
    people.add(workspace, "欧阳秀兰")
    worker.open(lambda: (workspace, None), opened.append, owner=worker, failed=print)
    qtbot.waitUntil(lambda: bool(opened), timeout=WAIT)
    yield worker
    worker.stop()
    vault.lock()
    settle()


def knows(guard: Guard, words: str) -> bool:
    return any(True for _ in guard.marks(words))


def test_after_a_failed_read_the_next_name_is_known_and_what_failed_is_read_again(worker: Worker, qtbot: QtBot) -> None:
    guard = Guard(worker)
    errors: list[JiashuError] = []
    worker.failed.connect(errors.append)
    whole: list[Vocabularies] = []

    def without_words(ws: Workspace) -> Workspace:
        whole.append(ws.vocabularies)
        return replace(ws, vocabularies=Vocabularies.from_tables({}))

    worker.look_otherwise(without_words)
    guard.begin()
    qtbot.waitUntil(lambda: bool(errors), timeout=WAIT)
    assert [error.code for error in errors] == ["vocabulary.absent"]
    assert not guard.ready
    worker.look_otherwise(lambda ws: replace(ws, vocabularies=whole[0]))
    made: list[Changes] = []
    worker.submit(lambda ws: people.add(ws, "司徒明月"), made.append, owner=guard)
    qtbot.waitUntil(lambda: bool(made), timeout=WAIT)
    guard.refresh(made[0])
    qtbot.waitUntil(lambda: knows(guard, "司徒明月") and knows(guard, "欧阳秀兰"), timeout=WAIT)
