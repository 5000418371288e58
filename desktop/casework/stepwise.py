"""Long work that goes on a step at a time, carried to its end where nothing else comes between the steps."""

from __future__ import annotations

from typing import Protocol, TypeVar

from desktop.casework.workspace import Progress
from desktop.errors import Refused

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


class Stepwise(Protocol[T_co]):
    """Work under way. done: what came out of it, None until its last step."""

    @property
    def done(self) -> T_co | None: ...

    def step(self) -> tuple[int, int] | None:
        """A moment's work; (done, total), or None at its end."""

    def stop(self) -> None:
        """It is not wanted any more, or came to its end."""


def to_its_end(work: Stepwise[T], progress: Progress | None = None) -> T:
    """Every step of it; stopped whatever happens. Refused `vault.locked` where a lock ended it, else as its steps."""
    try:
        while told := work.step():
            if progress:
                progress(*told)
    finally:
        work.stop()
    if work.done is None:
        raise Refused("vault.locked")
    return work.done
