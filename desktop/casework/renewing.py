"""After an update of the program: lists and search brought up to date with it, bit by bit beside other work."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.casework.workspace import Workspace

Step = Callable[[], tuple[int, int] | None]
"""Does a little more; tells (done, total), or None once all is done."""


def begin(ws: Workspace) -> Step | None:
    """What is to be called until it gives None; None where nothing is to be done.

    Whatever comes between, a lock included, nothing done is lost. A step raises Hindered `vault.lists_are_old` where
    it cannot be written: all can be read, but what was chosen from lists may not be found by its label.
    """
    return _steps(ws.vault.renew()) if ws.vault.lists_are_old else None


def _steps(slices: Iterator[tuple[int, int]]) -> Step:
    return lambda: next(slices, None)
