"""The one thread that owns the open vault: actions queue up there, answers come back to whoever is still alive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThread, QTimer, Signal

from desktop.casework.stops import Stops
from desktop.errors import JiashuError, Refused
from desktop.ui.crash import place_of
from desktop.ui.job import Answer, Broke, Cancelled, Failed, Job

if TYPE_CHECKING:
    from desktop.casework.workspace import Progress, Workspace

T = TypeVar("T")
LEFT = "left"
FOR_EVER = -1
HURRY_EVERY = 50  # milliseconds between two interruptions of what a lock waits for


class Worker(QObject):
    """Runs actions in the order of the clicks that asked for them.

    `changed` tells every view what an action touched; `failed` gets the errors nobody else wanted; `broke` gets
    the place of a bug, before whoever waited is told that it failed. `busy` follows the number of jobs under way.
    """

    changed = Signal(object)  # Changes
    failed = Signal(object)  # JiashuError
    broke = Signal(str)
    busy = Signal(int)
    _answered = Signal(object)
    _progressed = Signal(object, object, object)  # int would cut sizes off at 2 GiB

    def __init__(self) -> None:
        super().__init__()
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._workspace: Workspace | None = None  # touched by the thread alone
        self._session = 0
        self._under_way = 0
        self._long: set[Job] = set()
        self._turn = threading.Lock()  # held while one job gives way to the next: no other one is interrupted
        self._at_work: Job | None = None
        self._interrupt: Callable[[], None] = _nothing
        self.looks = 0  # how often it was looked at otherwise: an answer asked for before is of another look
        self._stops = Stops()
        self._hurry = QTimer(self)
        self._hurry.setInterval(HURRY_EVERY)
        self._hurry.timeout.connect(self._hurry_on)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._report, Qt.ConnectionType.QueuedConnection)
        self._thread = _Thread(self._work)
        self._thread.start()

    def prepare(self, load: Callable[[], None]) -> None:
        """Something to do before there is a vault: loading modules."""
        self._put(Job(lambda _progress: load(), _ignore, None, self, self._session))

    def aside(self, action: Callable[[Stops], T], done: Callable[[T], None], *, owner: QObject, failed: Failed) -> Job:
        """Something that asks nothing of a vault, which may be locked: reading a picture. A lock waits for none of it:
        what it waits for itself ends by the `Stops` it is given."""
        job = Job(lambda _progress: action(self._stops), done, failed, owner, self._session, droppable=True)
        return self._put(job)

    def open(
        self, make: Callable[[], tuple[Workspace, T]], done: Callable[[T], None], *, owner: QObject, failed: Failed
    ) -> Job:
        """Unlock or create: `make` runs in the thread and gives the workspace that is used from then on."""

        def action(_progress: Progress) -> T:
            self._workspace, result = make()
            self._interrupt = self._workspace.interrupt
            return result

        return self._put(Job(action, done, failed, owner, self._session))

    def submit(
        self,
        action: Callable[[Workspace], T],
        done: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        failed: Failed | None = None,
        lost: Failed | None = None,
        look: bool = False,
    ) -> Job:
        """Run a query or an action. A result that tells of changes is announced to everybody first.

        look: it only looks, so that a lock need not wait for it.

        Without `failed` the error goes to the message bar, whether `owner` is still there or not. Once it is deleted
        nothing else is delivered, but an error to `lost`: what keeps somebody's words says there that it could not.
        """

        def asking(_progress: Progress) -> T:
            return action(self._open_workspace())

        return self._put(Job(asking, done or _ignore, failed, owner, self._session, lost=lost, droppable=look))

    def submit_long(
        self,
        action: Callable[[Workspace, Progress], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        progress: Progress,
        failed: Failed | None = None,
    ) -> Job:
        """The same for long work, which reports (done, total) and can be cancelled by the job returned."""

        def reporting(report: Progress) -> T:
            return action(self._open_workspace(), report)

        job = Job(reporting, done, failed, owner, self._session, progress, droppable=True)
        self._long.add(job)
        return self._put(job)

    def apart(
        self,
        action: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        progress: Progress,
        failed: Failed | None = None,
    ) -> Job:
        """Long work while no vault is open, on files of one; reports and can be cancelled as other long work."""
        job = Job(action, done, failed, owner, self._session, progress)
        self._long.add(job)
        return self._put(job)

    def look_otherwise(self, change: Callable[[Workspace], Workspace]) -> None:
        """Look at the same vault in another language, or with names hidden."""

        def action(_progress: Progress) -> None:
            self._workspace = change(self._open_workspace())

        self.looks += 1
        self._put(Job(action, _ignore, None, self, self._session))

    def close(self, lock: Callable[[Workspace], None], done: Callable[[], None]) -> None:
        """Lock after all that was asked before; answers of what was asked before reach nobody any more.

        Long work is told to stop, and what only looks is not begun; a statement either of them waits for is
        interrupted. A lock waits for nothing but what somebody asked to have kept.
        """
        self._session += 1
        for job in self._long:
            job.cancel()

        def action(_progress: Progress) -> None:
            workspace, self._workspace, self._interrupt = self._workspace, None, _nothing
            if workspace is not None:
                lock(workspace)

        def closed(_none: None) -> None:
            self._hurry.stop()
            done()

        self._put(Job(action, closed, lambda _error: closed(None), self, self._session))
        self._hurry.start()
        self._hurry_on()

    def _hurry_on(self) -> None:
        """Interrupt what a lock need not wait for; again and again, since it may be between two statements now."""
        with self._turn:
            job = self._at_work
            if job is not None and self._dropped(job):
                self._interrupt()
                self._stops.stop()

    def _dropped(self, job: Job) -> bool:
        """Whether a lock came since it was asked for, which waits for nothing like it."""
        return job.droppable and job.session != self._session

    def stop(self, patience: int = FOR_EVER) -> bool:
        """Finish what was asked, then end the thread. False when it has not ended after so many milliseconds."""
        self._jobs.put(None)
        return self._thread.wait(QDeadlineTimer(patience))

    def _put(self, job: Job) -> Job:
        self._under_way += 1
        self.busy.emit(self._under_way)
        self._jobs.put(job)
        return job

    def _open_workspace(self) -> Workspace:
        if self._workspace is None:
            raise Refused("vault.locked_meanwhile")
        return self._workspace

    # ------------------------------------------------------------------------------- in the thread

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            with self._turn:
                self._at_work = job
            answer = self._run(job)
            with self._turn:
                self._at_work = None
            self._answered.emit(answer)
            del job, answer  # nothing of a closed page stays in this frame

    def _run(self, job: Job) -> Answer:
        def report(done: int, total: int) -> None:
            # A lock waits for nothing long: what was asked before it stops here, and nothing half done stays.
            if job.cancelled or job.session != self._session:
                raise Cancelled
            self._progressed.emit(job, done, total)

        try:
            if job.cancelled or self._dropped(job):
                raise Cancelled
            return Answer(job, job.action(report))
        except Cancelled:
            job.cancelled = True
            return Answer(job)
        except JiashuError as error:
            error.__traceback__ = None  # its frames hold what was being worked on
            return Answer(job, error=error)
        except Exception as error:  # noqa: BLE001 (the bridge: whatever else goes wrong is our bug, and the window goes on)
            if self._dropped(job):  # an interruption, wherever it struck
                return Answer(job)
            return Answer(job, error=Broke(place_of(error)))

    # ------------------------------------------------------------------------- in the window's thread

    def _report(self, job: Job, done: int, total: int) -> None:
        if job.on_progress is not None and self._wanted(job):
            job.on_progress(done, total)

    def _deliver(self, answer: Answer) -> None:
        self._under_way -= 1
        self.busy.emit(self._under_way)
        job = answer.job
        self._long.discard(job)
        if job.session == self._session:
            self._announce(answer.result)
        if isinstance(answer.error, Broke):
            self.broke.emit(str(answer.error.details["place"]))
        if answer.error is not None:
            self._tell(job, answer.error)
        elif self._wanted(job):
            job.done(answer.result)

    def _tell(self, job: Job, error: JiashuError) -> None:
        if job.session != self._session or job.cancelled:
            return
        tell = job.failed if alive(job.owner) else job.lost
        if tell is not None:
            tell(error)
        elif job.failed is None and not isinstance(error, Broke):
            self.failed.emit(error)

    def _announce(self, result: object) -> None:
        from desktop.casework.workspace import Changes  # no screen before a vault is open needs it

        changes = result if isinstance(result, Changes) else getattr(result, "changes", None)
        if isinstance(changes, Changes) and changes:
            self.changed.emit(changes)

    def _wanted(self, job: Job) -> bool:
        return job.session == self._session and not job.cancelled and alive(job.owner)


def alive(owner: QObject | None) -> bool:
    """Neither deleted nor part of something that is about to be (see `leave_behind`)."""
    if not shiboken6.isValid(owner):
        return False
    while owner is not None:
        if owner.property(LEFT):
            return False
        owner = owner.parent()
    return True


def leave_behind(widget: QObject) -> None:
    """Delete a page as soon as whatever it is doing has returned; no answer reaches it or its parts any more."""
    widget.setProperty(LEFT, True)
    widget.deleteLater()


class _Thread(QThread):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


def _nothing() -> None:
    """There is no vault to interrupt."""


def _ignore(_result: object) -> None:
    """For actions whose announcement says it all."""
