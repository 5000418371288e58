"""Somebody at the window of a vault that was filled, with a watch: how long a form takes to open and to be saved."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop import app
from desktop.casework import records
from desktop.casework.workspace import Workspace
from desktop.casework.writing import Pending
from desktop.ui.no_settings import keep_no_settings
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.theme import STYLE

T = TypeVar("T")
PATIENCE = 600.0
SLICE = 1_000


class Seat:
    """The window on a practice vault."""

    def __init__(self, folder: Path) -> None:
        """folder: where the vault is made; not there yet."""
        keep_no_settings()
        self._application = QApplication.instance() or QApplication(["jiashu", *STYLE])
        assert isinstance(self._application, QApplication)
        self.window = app.build(self._application, work_factor=2)
        self.window.resize(1200, 800)
        self.window.show()
        self.window.door.way_in.make_practice(folder)
        self.until(lambda: self.window.desk is not None)
        self.quiet()

    def fill(self, total: int) -> None:
        """Small records about people who are in no case, most of them acts."""
        chance = random.Random(7)
        for _ in range(0, total, SLICE):
            self.ask(lambda ws: _filled(ws, chance, SLICE))
            self._still_here()

    def first(self, kind: str) -> str:
        """A record of a kind: the one that changed last."""
        return self.ask(partial(_first, kind))

    def sit_down(self) -> None:
        """This window alone is seen from now on, until somebody gets up."""
        self.window.show()
        self.window.activateWindow()
        self.quiet()

    def get_up(self) -> None:
        """The window is off the screen."""
        self.window.hide()

    def at_form(self, kind: str, record: str, field: str, words: str) -> Mapping[str, float]:
        """Milliseconds by what is done. open: a record's form, until all that is in sight stands there, painted. fill:
        the longest the window is held up while the rest of the page comes. save: a change of one field."""
        opened, form = self._opened(kind, record)
        filled = self._filled(form)
        self.quiet()
        return {"open": opened, "fill": filled, "save": self._saved(form, field, words)}

    def leave(self) -> None:
        """Lock and end."""
        self.window.lock()
        self.window.stop(10_000)

    def ask(self, action: Callable[[Workspace], T]) -> T:
        """Run an action in the vault's thread."""
        answers: list[T] = []
        self.window.tools.worker.submit(action, answers.append, owner=self.window)
        self.until(lambda: bool(answers))
        return answers[0]

    def until(self, seen: Callable[[], bool]) -> None:
        """Run the window until something is so."""
        end = time.monotonic() + PATIENCE
        while not seen():
            if time.monotonic() > end:
                raise TimeoutError
            QCoreApplication.processEvents()

    def quiet(self) -> None:
        """Let all that was asked be answered, and what follows from it."""
        for _ in range(3):
            self.ask(lambda _ws: True)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _still_here(self) -> None:
        """A key is pressed now and then: on a slow machine the vault would lock itself meanwhile."""
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(self.window, pressed)

    def _opened(self, kind: str, record: str) -> tuple[float, RecordForm]:
        """From the click until it is painted as it was read."""
        self.window.tools.go(Place("keys"))
        self.quiet()
        began = time.perf_counter()
        self.window.tools.go(Place("record", record, kind))
        (form,) = self.window.findChildren(RecordForm)
        watch = _Watch(self.window, lambda: form.stands)
        self.until(lambda: watch.painted is not None)
        assert watch.painted is not None
        return (watch.painted - began) * 1000, form

    def _filled(self, form: RecordForm) -> float:
        longest = 0.0
        while form.building:
            began = time.perf_counter()
            QCoreApplication.processEvents()
            longest = max(longest, time.perf_counter() - began)
        return longest * 1000

    def _saved(self, form: RecordForm, name: str, words: str) -> float:
        """Until it is kept and shown as kept, by somebody who sees what they typed and then saves it."""
        kept: list[str] = []
        form.editor.saved.connect(kept.append)
        form.form.rows[name].put(words)
        form.form.edited.emit()
        self.quiet()
        began = time.perf_counter()
        form.save()
        self.until(lambda: bool(kept))
        return (time.perf_counter() - began) * 1000


class _Watch(QObject):
    """When the window was painted for the first time after something is so, in seconds of `time.perf_counter`."""

    def __init__(self, window: QWidget, so: Callable[[], bool]) -> None:
        super().__init__(window)
        self.painted: float | None = None
        self._window = window
        self._so = so
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Has it painted, and looks at the clock."""
        if watched is not self._window or event.type() != QEvent.Type.UpdateRequest or not self._so():
            return False
        self._window.removeEventFilter(self)
        self._window.event(event)
        self.painted = time.perf_counter()
        return True


def _first(kind: str, ws: Workspace) -> str:
    return records.list_records(ws, kind, limit=1).rows[0].id


def _filled(ws: Workspace, chance: random.Random, count: int) -> int:
    """People with a name each, relatives by tens, and what was done to them."""
    pending = Pending(ws)
    case = pending.create("case", {"title": f"A case of long ago {chance.randrange(10**6)}"})
    defender = ""
    for number in range(count // 5):
        person = pending.create("person", {"sex": chance.choice("mf"), "region": "44"})
        full = "".join(chr(0x4E00 + chance.randrange(2000)) for _ in range(3))
        pending.create("name", {"person": person, "full": full, "type": "legal_zh", "script": "Hans"})
        if number % 10 == 0:
            defender = person
        pending.create("relationship", {"person": person, "type": "child", "related_person": defender})
        for _ in range(2):
            start = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}"
            kind = chance.choice(("E.04", "B.01", "F.02", "C.01"))
            act = {"victim": person, "because_of": defender, "type": kind, "nature": "state", "case": case}
            pending.create("act", {**act, "start": {"edtf": start}, "narrative": full * 20})
    pending.commit()
    return count
