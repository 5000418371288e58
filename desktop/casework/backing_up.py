"""Backups: making one beside other work, and how old the last one is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.casework.stepwise import to_its_end
from desktop.casework.workspace import Progress, Workspace
from desktop.errors import Refused
from desktop.vault.backup import Backup

SETTING = "backup_days"
DEFAULT_DAYS = 7
CHOICES = (1, 7, 30, 0)
"""Days between two backups; 0: not asked for."""

_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class BackupStanding:
    """When the vault was last backed up: UTC seconds and full days ago, None if never. every: days; 0 if not asked for.

    n: events in the log then; changes: those since.
    """

    at: int | None
    days: int | None
    every: int
    changes: int

    @property
    def due(self) -> bool:
        """Whether to remind: something is in the vault that no backup has, and it is time."""
        if not self.every or not self.changes:
            return False
        return self.days is None or self.days >= self.every


@dataclass(frozen=True)
class BackedUp:
    """A backup that was verified. kind: "whole" or "incremental". digest: the log's hash, hex. changes: events in its
    log. copied, removed: evidence files, this time; lacking: those the vault itself has not whole. size: bytes written
    and read back. beside: it lies on the disk the vault is on.
    """

    kind: str
    records: int
    files: int
    copied: int
    removed: int
    lacking: int
    split: int
    changes: int
    digest: str
    size: int
    beside: bool


def standing(ws: Workspace) -> BackupStanding:
    """How old the last backup is, and whether the next is due."""
    last = ws.vault.keeping.last("backup")
    now = ws.vault.log_end[0]
    every = days_between(ws)
    if last is None:
        return BackupStanding(None, None, every, now)
    days = max(0, ws.clock() - last.at) // _DAY
    return BackupStanding(last.at, days, every, max(0, now - int(last.found.get("n", 0))))


def days_between(ws: Workspace) -> int:
    """Days after which a backup is due; 0 when nobody wants to be reminded."""
    days = ws.vault.setting(SETTING, DEFAULT_DAYS)
    return days if isinstance(days, int) and 0 <= days <= 366 else DEFAULT_DAYS


def set_days_between(ws: Workspace, days: int) -> None:
    """Keep that inside the vault."""
    ws.vault.set_setting(SETTING, days)


@dataclass
class BackingUp:
    """A backup under way: `step` again and again, with whatever else comes between; then `done` has what came out.

    Left or locked before its end, the former backup is as it was.
    """

    _ws: Workspace = field(repr=False)
    _backup: Backup = field(repr=False)
    _slices: Iterator[tuple[int, int]] = field(repr=False)
    _folder: Path = field(repr=False)
    done: BackedUp | None = None

    def step(self) -> tuple[int, int] | None:
        """A moment's work; (done, total) in bytes, or None at its end. Refused, Hindered, Damaged as `Backup`."""
        told = next(self._slices, None)
        if told is None and self.done is None and self._backup.made is not None:
            self.done = _noted(self._ws, self._backup, self._folder)
        return told

    def stop(self) -> None:
        """It is not wanted any more."""
        self._backup.close()


def begin(ws: Workspace, folder: Path, *, whole: bool = False, part_size: int | None = None) -> BackingUp:
    """A backup into a new or empty folder, or over the last one of this vault there.

    whole: every file that is there already is read, compared and copied anew if it is not right. part_size: bytes of
    the largest file the disk takes, where that is not to be found out. Refused `handoff.part_size`: too small; else as
    `Backup`.
    """
    if part_size is not None and part_size < 4096:
        raise Refused("handoff.part_size", smallest=4096)
    backup = ws.vault.backup(folder, thorough=whole, part_size=part_size)
    return BackingUp(ws, backup, backup.slices(), folder)


def back_up(
    ws: Workspace, folder: Path, *, whole: bool = False, part_size: int | None = None, progress: Progress | None = None
) -> BackedUp:
    """The same to its end."""
    return to_its_end(begin(ws, folder, whole=whole, part_size=part_size), progress)


def _noted(ws: Workspace, backup: Backup, folder: Path) -> BackedUp:
    made = backup.made
    assert made is not None
    kind = "whole" if made.first or backup.thorough else "incremental"
    ws.vault.keeping.note(
        "backup", kind=kind, n=made.n, h=made.hash.hex(), records=made.records, files=made.files, bytes=made.read
    )
    return BackedUp(
        kind=kind,
        records=made.records,
        files=made.files,
        copied=made.copied,
        removed=made.removed,
        lacking=made.lacking,
        split=made.split,
        changes=made.n,
        digest=made.hash.hex(),
        size=made.read,
        beside=_one_disk(folder, ws.vault.folder),
    )


def _one_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
