"""A page whose affair goes in steps, with long work in sight between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework.stepwise import Stepwise
from desktop.casework.workspace import Progress, Workspace
from desktop.errors import JiashuError
from desktop.ui.in_steps import InSteps
from desktop.ui.layout import READING_WIDTH, centred, column, held, row
from desktop.ui.long_work import LongWork
from desktop.ui.notice import Note, note_of
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading
from desktop.ui.stage import Stage
from desktop.ui.tools import Tools

T = TypeVar("T")


class StagedPage(Page):
    """A title over one step at a time. above: what stands between them through all steps.

    finished: only the result is shown now, and whoever comes here by the navigation wants to begin anew.
    """

    def __init__(self, tools: Tools, place: Place, *above: QWidget, width: int = READING_WIDTH) -> None:
        super().__init__(tools, place)
        self.finished = False
        self._trouble: Note | None = None
        self.title = Heading()
        self.stage = Stage()
        self.setLayout(column(centred(held(column(self.title, *above, self.stage, gap=16)), width)))

    def place(self) -> Place:
        """Another one once it is finished, so that the navigation does not take it for the beginning."""
        return replace(self._place, given=(("finished", "yes"),)) if self.finished else self._place

    def work(
        self,
        what: str,
        action: Callable[[Workspace, Progress], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[JiashuError], None],
        stopped: Callable[[], None],
    ) -> None:
        """Run long work in sight. what: one line, translated already. stopped: shows what was there before."""
        work, finished, refused = self._in_sight(what, done, failed, stopped)
        work.follow(self.tools.worker.submit_long(action, finished, owner=self, progress=work.report, failed=refused))

    def work_in_steps(
        self,
        what: str,
        begin: Callable[[Workspace], Stepwise[T]],
        done: Callable[[T], None],
        *,
        failed: Callable[[JiashuError], None],
        stopped: Callable[[], None],
    ) -> None:
        """The same for work that lets whatever else is asked come between: saving never waits for all of it."""
        work, finished, refused = self._in_sight(what, done, failed, stopped)
        work.follow(InSteps(self.tools.worker, begin, finished, refused, work.report, parent=self))

    def _in_sight(
        self,
        what: str,
        done: Callable[[T], None],
        failed: Callable[[JiashuError], None],
        stopped: Callable[[], None],
    ) -> tuple[LongWork, Callable[[T], None], Callable[[JiashuError], None]]:
        """The step that shows it; and `done` and `failed`, which end that first."""
        work = self.stage.enter(LongWork(what))
        work.cancelled.connect(stopped)

        def finished(result: T) -> None:
            work.end()
            self.went_well()
            done(result)

        def refused(error: JiashuError) -> None:
            work.end()
            failed(error)

        return work, finished, refused

    def leave(self) -> None:
        """Work that nobody looks at any more is stopped, and that is said."""
        if isinstance(self.stage.step, LongWork) and self.stage.step.stop():
            self.tools.tell(Note("info", self.tr("It was stopped."), self.tr("Nothing half done was kept.")))

    def tell_error(self, error: JiashuError) -> None:
        """The sentences for a failure, above the page."""
        self.tell_trouble(note_of(error, self.tools.language))

    def offer_way_back(self, error: JiashuError, back: Callable[[], None]) -> None:
        """A rule says no to all of it: nothing else is offered. back: leaves the page."""
        self.tell_error(error)
        button = QPushButton(self.tr("&Back"))
        button.clicked.connect(back)
        self.stage.enter(held(column(held(row(button, None)), None)))
        button.setFocus()

    def tell_trouble(self, note: Note) -> None:
        """Why a step could not be taken; it stands there until one can be."""
        self._trouble = note
        self.tools.tell(note)

    def went_well(self) -> None:
        """What was told of a step that could not be taken is true no longer."""
        note, self._trouble = self._trouble, None
        if note is not None:
            self.tools.untell(note)
