"""The recovery drill: the last backup restored by the recovery key into a folder that is thrown away again."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop.casework import recovering, restoring
from desktop.casework.restoring import Opening, Outcome
from desktop.casework.stepwise import to_its_end
from desktop.casework.workspace import Clock, Progress, Workspace
from desktop.errors import Hindered, JiashuError, Refused
from desktop.vault import folder, restore, system
from desktop.vault.carrying import onto_disk
from desktop.vault.copyfolder import refuse_inside
from desktop.vault.restore import Restore, Restored

_NAME = re.compile(r"t[0-9a-f]{16}")
_MARK, _VAULT = "x", "v"


@dataclass(frozen=True)
class Rehearsed:
    """What came out, and how far the vault of today has gone on since: changes later; None when it was not asked.

    earlier_key: the backup is older than the recovery key of today, and so is the key; that counts as no rehearsal.
    """

    outcome: Outcome
    later: int | None
    earlier_key: bool = False


@dataclass
class Drill:
    """A drill under way: `step` again and again; then `done` has what came out, and nothing else is left of it."""

    _restore: Restore = field(repr=False)
    _slices: Iterator[tuple[int, int]] = field(repr=False)
    _ws: Workspace | None = field(repr=False)
    _earlier_key: bool = False
    done: Rehearsed | None = None

    def step(self) -> tuple[int, int] | None:
        """A moment's work; (done, total), or None at its end.

        Refused `drill.other_vault`, `drill.branch` when that is no backup of the open vault; else as `Restore.slices`.
        """
        told = next(self._slices, None)
        if told is None and self._ws is not None:
            self._ws.vault.at_lock(None)
        if told is None and self.done is None and self._restore.restored is not None:
            self.done = _compared(self._restore.restored, self._ws, earlier_key=self._earlier_key)
        return told

    def stop(self) -> None:
        """It is not wanted any more, or the vault is locked; what was restored is taken away."""
        if self._ws is not None:
            self._ws.vault.at_lock(None)
        self._slices.close()  # type: ignore[attr-defined]


def begin(
    backup: Path, recovery_key: str, *, clock: Clock, ws: Workspace | None = None, beside: Path | None = None
) -> Drill:
    """Restore `backup` by its recovery key, beside it or in the folder `beside`, compare it with the open vault if
    there is one, note that it succeeded, and take everything away again. Neither the backup nor this computer's list
    of vaults is touched.
    """
    keys = Opening(recovery_key=recovery_key).keys()
    where = backup.resolve().parent if beside is None else beside
    place = where / f"t{secrets.token_hex(8)}"
    if ws is not None:
        refuse_inside(place, ws.vault.folder)
    made = Restore(backup, place / _VAULT, keys, clock=clock)
    under_way = Drill(made, _in(place, made), ws, ws is not None and not recovering.is_current(ws, recovery_key))
    if ws is not None:
        ws.vault.at_lock(under_way.stop)
    return under_way


def drill(
    backup: Path,
    recovery_key: str,
    *,
    clock: Clock,
    ws: Workspace | None = None,
    beside: Path | None = None,
    progress: Progress | None = None,
) -> Rehearsed:
    """The same to its end."""
    return to_its_end(begin(backup, recovery_key, clock=clock, ws=ws, beside=beside), progress)


def _in(place: Path, made: Restore) -> Iterator[tuple[int, int]]:
    """What a kill left of another drill goes first, and all of this one at its end."""
    if not place.parent.is_dir():
        raise Hindered("file.no_folder")
    for left in place.parent.iterdir():
        if _is_left_over(left):
            with suppress(JiashuError):
                restore.remove(left)
    try:
        with onto_disk():
            system.make_private_folder(place)
            system.touch_private(place / _MARK)
        yield from made.slices()
    except BaseException:
        with suppress(JiashuError):  # what cannot be removed now is by the next drill; the error that led here counts
            restore.remove(place)
        raise
    restore.remove(place)


def _is_left_over(place: Path) -> bool:
    """Whether a folder is one of ours, and nobody is at work in it."""
    if not _NAME.fullmatch(place.name) or place.is_symlink() or not place.is_dir():
        return False
    names = {entry.name for entry in place.iterdir()}
    return (not names or _MARK in names) and names <= {_MARK, _VAULT} and not folder.in_use(place / _VAULT)


def _compared(restored: Restored, ws: Workspace | None, *, earlier_key: bool) -> Rehearsed:
    outcome = restoring.outcome(restored)
    if ws is None:
        return Rehearsed(outcome, None)
    if restored.vault_id != ws.vault.vault_id:
        raise Refused("drill.other_vault")
    if ws.vault.log_hash(restored.n) != restored.hash:
        raise Refused("drill.branch")
    later = ws.vault.log_end[0] - restored.n
    if outcome.sound and not earlier_key:
        ws.vault.keeping.note(
            "drill", n=restored.n, h=restored.hash.hex(), records=restored.records, files=restored.files, later=later
        )
    return Rehearsed(outcome, later, earlier_key)
