"""One action on its way to the thread that owns the vault, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop.errors import JiashuError

if TYPE_CHECKING:
    from desktop.casework.workspace import Progress

Failed = Callable[[JiashuError], None]


class Broke(JiashuError):
    """Something in the program itself went wrong there; whoever waits for an answer waits no longer."""

    def __init__(self, place: str) -> None:
        super().__init__("program.broke", place=place)


class Cancelled(BaseException):  # not an Exception: nothing on its way up may take it for a failure
    """Raised out of a progress report when the person wants a long action to stop."""


@dataclass(eq=False)
class Job:
    """One action on its way. Only its owner's death, or `cancel`, stops an answer from being delivered.

    lost: gets what failed when the owner is gone. droppable: a lock may stop it anywhere, or not begin it at all,
    and nothing anybody asked to have kept is lost.
    """

    action: Callable[[Progress], Any]
    done: Callable[[Any], None]
    failed: Failed | None
    owner: QObject
    session: int
    on_progress: Progress | None = None
    lost: Failed | None = None
    droppable: bool = False
    cancelled: bool = field(default=False)

    def cancel(self) -> None:
        """Stop at the next progress report; nothing half done stays, and no answer comes."""
        self.cancelled = True


@dataclass(eq=False)
class Answer:
    """What came of a job: a result, or an error that people are told."""

    job: Job
    result: Any = field(default=None, repr=False)
    error: JiashuError | None = None
