"""The vault's folder: the names in it, and the lock held from unlocking to locking."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import Damaged, Hindered, JiashuError, Refused
from desktop.vault import files, system

MAIN = "a.db"
IDENTITIES = "b.db"
SLOTS = ("k1", "k2", "k3", "k4", "k5", "k6", "k7")
LOCK = "lock"
OPEN = "open"
CLOSED = "closed"
BLOBS = "d"

COPIED = "c"
"""A database on its way to a disk that takes no file of its size."""
NEXT, VERIFIED, LISTED = "n", "m", "w"
"""Of a backup: where its next state is written, what that is called once verified, and the list of its files."""

_TAILS = ("", "-wal", "-shm", "-journal")
UNFINISHED = tuple(name + tail for name in (files.SCRATCH, files.REWRITTEN, COPIED) for tail in _TAILS)
"""A file, or a database, that was being written when something stopped it."""

_DATABASES = tuple(name + tail for name in (MAIN, IDENTITIES) for tail in _TAILS)
_KNOWN = frozenset((*_DATABASES, *UNFINISHED, *SLOTS, LOCK, OPEN, CLOSED, BLOBS, NEXT, VERIFIED, LISTED))


@dataclass
class FolderLock:
    """Held while a vault is open; the system lets go of it when the process ends, however it ends."""

    descriptor: int

    def release(self) -> None:
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1


def create(folder: Path) -> None:
    """Make the folder of a new vault. Refused `vault.exists` unless nothing or an empty folder is there.

    Hindered `file.no_folder` where there is nothing to make it in, `disk.not_allowed` where none can be made.
    """
    if not folder.parent.is_dir():
        raise Hindered("file.no_folder")
    with files.told():
        if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
            raise Refused("vault.exists")
        if folder.exists():
            folder.chmod(system.PRIVATE_FOLDER)
        else:
            _make(folder)
        system.make_private_folder(folder / BLOBS)
        system.sync_folder(folder)
        system.sync_folder(folder.parent)


def _make(folder: Path) -> None:
    """Make it. Hindered `disk.not_allowed` whatever the system calls it: /proc says that the name is not there."""
    try:
        system.make_private_folder(folder)
    except OSError as error:
        said = files.hindered(error)
        raise Hindered("disk.not_allowed", reason=error.errno or 0) if said.code == "disk.failed" else said from None


def check(folder: Path, needs: Sequence[str] = (SLOTS[0], MAIN)) -> None:
    """Whether this can be a vault at all, before a passphrase is asked for. needs: names that must be there.

    Refused `vault.not_found`: nothing there; `vault.is_file`: no folder; `vault.not_a_vault`: neither key slot nor
    database in it. Damaged as `files.check_regular`, for a file of it that must be there; `vault.not_a_folder` when
    evidence would be sought behind a link.
    """
    if not folder.is_dir():
        raise Refused("vault.is_file" if os.path.lexists(folder) else "vault.not_found")
    if not any(os.path.lexists(folder / name) for name in (MAIN, *SLOTS)):
        raise Refused("vault.not_a_vault")
    for name in needs:
        files.check_regular(folder / name)
    files.check_folder(folder / BLOBS)


def close_to_others(folder: Path) -> list[JiashuError]:
    """Take away what rights others have to the folder and the files in it: a copy often comes with some.

    What lies in `d` is behind that folder. Returns what to tell: Hindered `vault.was_open_to_others`, or
    `vault.open_to_others` where they could not be taken away.
    """
    places = [folder, folder / BLOBS, *(folder / name for name in (*_DATABASES, *SLOTS, LOCK, OPEN, CLOSED))]
    opened = [place for place in places if system.open_to_others(place)]
    with suppress(OSError):  # somebody else's, or a disk that knows no rights or cannot be written to
        for place in opened:
            system.close_to_others(place)
    if any(map(system.open_to_others, opened)):
        return [Hindered("vault.open_to_others")]
    return [Hindered("vault.was_open_to_others")] if opened else []


def holds(path: Path) -> bool:
    """Whether `path` lies in the folder of a vault, whichever, or would if it were made; links are followed."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError):  # Python 3.11 tells a circle of links by the latter
        return False
    return any(_looks_like_a_vault(place) for place in (real, *real.parents))


def vaults_in(place: Path) -> list[Path]:
    """The vaults somebody may mean by a folder: itself, or else those that lie in it, the last by name first."""
    if _looks_like_a_vault(place):
        return [place]
    with files.told():
        found = sorted(place.iterdir(), reverse=True) if place.is_dir() else []
        return [one for one in found if one.is_dir() and _looks_like_a_vault(one)]


def live(path: Path) -> bool:
    """Whether `path` is a database or the lock of a vault: opened and closed by anybody but SQLite, or by who holds the
    lock, it lets go of what keeps others out; links are followed."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError):
        return False
    return real.name in (*_DATABASES, LOCK) and _looks_like_a_vault(real.parent)


def _looks_like_a_vault(place: Path) -> bool:
    """Also one that lost a file or two."""
    begun = os.path.lexists(place / MAIN) or os.path.lexists(place / LISTED)
    return begun and any(os.path.lexists(place / name) for name in (*SLOTS, BLOBS))


def lock(folder: Path) -> FolderLock:
    """Take the lock. Hindered `vault.in_use` (process: number of the one that holds it, 0 if not known)."""
    with files.told():
        try:
            descriptor = system.open_private(folder / LOCK, os.O_RDWR | os.O_CREAT)
        except OSError as error:
            raise _unfit(folder / LOCK, error) from None
    if not stat.S_ISREG(mode := os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise files.not_regular(LOCK, mode)
    with files.told():
        held = _try_lock(descriptor)
    _sign_in(descriptor)
    return held


def in_use(folder: Path) -> bool:
    """Whether somebody holds the lock; nothing is written, so that it can be asked of a backup."""
    try:
        held = keep_others_out(folder)
    except Hindered:
        return True
    if held is not None:
        held.release()
    return False


def keep_others_out(folder: Path) -> FolderLock | None:
    """Take the lock and write nothing, not even who holds it; None where there is no lock to take.

    For who only reads a vault that may be damaged, or lie on a disk that knows no locks or cannot be written to.
    Hindered `vault.in_use`.
    """
    try:
        descriptor = system.open_private(folder / LOCK, os.O_RDONLY)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    try:
        return _try_lock(descriptor)
    except OSError:  # a file system without locks, or one where what is read alone cannot be locked
        return None


def _try_lock(descriptor: int) -> FolderLock:
    """Closes it unless the lock could be had. OSError where there are no locks."""
    held = FolderLock(descriptor)
    try:
        if not system.try_lock(descriptor):
            raise Hindered("vault.in_use", process=_holder(descriptor))
    except BaseException:
        held.release()
        raise
    return held


def strange_names(folder: Path) -> tuple[str, ...]:
    """Names in the folder that are none of a vault's; kept, and reported."""
    return tuple(name for name in _names(folder) if name not in _KNOWN and not files.SET_ASIDE.fullmatch(name))


def set_aside(folder: Path) -> tuple[str, ...]:
    """Files that were put aside because they did not belong to the vault, now or long ago."""
    return tuple(name for name in _names(folder) if files.SET_ASIDE.fullmatch(name))


def _names(folder: Path) -> list[str]:
    with files.told():
        return sorted(entry.name for entry in folder.iterdir())


def _unfit(path: Path, error: OSError) -> OSError | Damaged:
    """A link, a folder or a socket in the lock's place; else the system's own error."""
    if os.path.lexists(path) and not stat.S_ISREG(mode := path.lstat().st_mode):
        return files.not_regular(path.name, mode)
    return error


def _holder(descriptor: int) -> int:
    os.lseek(descriptor, 0, os.SEEK_SET)
    text = os.read(descriptor, 20).strip()
    return int(text) if text.isdigit() else 0


def _sign_in(descriptor: int) -> None:
    """Leave this process's number for who comes second: it says nothing about the person or the machine."""
    with suppress(OSError):  # a full or read-only disk must not keep anybody from reading
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, str(os.getpid()).encode("ascii"))
