"""Making a vault unreadable for good: its key slots first, in a moment whatever its size; then the rest."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import Hindered, Refused
from desktop.vault import copyfolder, files, folder, slots, system

Report = Callable[[int, int], None]

PASSES = 2
"""How often what can open a vault is written over: on a plain disk once is enough."""

_HEAD = 64 * 1024
_PIECE = 1 << 20
_KEYS = (*folder.SLOTS, files.SCRATCH)  # a slot that was being written stands under the scratch name
_EVIDENCE = re.compile(rf"[0-9a-f]{{32}}{copyfolder.PART}")
_TWO = re.compile(r"[0-9a-f]{2}")


@dataclass(frozen=True)
class Left:
    """What is still there, or was, afterwards.

    strange: files that are none of a vault's, not touched. kept: files of the vault that the disk would not give up.
    unwritten: files that went without being written over first: links, other names of a file kept elsewhere, and what
    the disk would not have written. folder: whether the folder is still there.
    """

    strange: int
    kept: int
    unwritten: int
    folder: bool


def check(place: Path) -> None:
    """Whether this is a vault, or what is left of one, with nothing asked of its keys.

    Refused `vault.not_found`, `vault.is_file`, `vault.not_a_vault`.
    """
    if not place.is_dir():
        raise Refused("vault.is_file" if os.path.lexists(place) else "vault.not_found")
    if not any(_regular(place / name) for name in (folder.MAIN, *folder.SLOTS)):
        raise Refused("vault.not_a_vault")


def take_keys(place: Path) -> int:
    """Write over everything that can open the vault, and take it away; as many calls for a large vault as for a small.

    One that fails does not stop the others. Returns how many keys went without being written over. Hindered
    `destroy.keys_left` (count) when any is as it was: then the vault can still be opened.
    """
    every = [f"{where}{name}" for where in _states(place) for name in _KEYS]
    there = [name for name in every if os.path.lexists(place / name) and not _is_folder(place / name)]
    written: set[str] = set()
    for _ in range(PASSES):
        written |= _overwrite_together(place, there, slots.LIMIT)
    left = [name for name in there if not _gone(place / name) and name not in written]
    with suppress(OSError):
        system.sync_folder(place)
    if left:
        raise Hindered("destroy.keys_left", count=len(left))
    return len(set(there) - written)


def take_rest(place: Path, report: Report) -> Left:
    """The beginnings of the databases, then every file of the vault written over and taken away, and its folder.

    May be stopped at any moment and begun again: without keys nothing of it can be read. report: told how many bytes of
    how many are done, and may raise to stop. Whoever holds the vault's lock has let go of it.
    """
    _overwrite_together(place, (*folder.UNFINISHED, *_databases()), _HEAD)
    every = list(_every(place))
    total = sum(_size(path) for path in every)
    done = kept = unwritten = 0
    report(0, total)
    for path in every:
        size = _size(path)
        unwritten += not _overwrite_whole(path, _counting(report, done, total))
        kept += not _gone(path)
        done += size
        report(done, total)
    _take_folders(place)
    with suppress(OSError):
        system.sync_folder(place.parent)
    there = place.is_dir()
    return Left(_strange(place) if there else 0, kept, unwritten, there)


def _counting(report: Report, before: int, total: int) -> Callable[[int], None]:
    return lambda count: report(before + count, total)


def _databases() -> tuple[str, ...]:
    """The main one last: by it one knows that what is left is a vault."""
    names = [name + tail for name in (folder.IDENTITIES, folder.MAIN) for tail in ("-wal", "-shm", "-journal")]
    return (*names, folder.IDENTITIES, folder.MAIN)


def _every(place: Path) -> Iterator[Path]:
    """Every file that has a name of a vault's, in the order in which it goes; nothing that lies behind a link."""
    for where in _states(place):
        for inner in _folders(place / where / folder.BLOBS):
            found = _names(inner)
            yield from (path for path in found if _EVIDENCE.fullmatch(path.name) and path.name[:2] == inner.name)
        yield from (path for path in _names(place / where) if _is_part(path.name))
        for name in (*_KEYS, *folder.UNFINISHED, folder.OPEN, folder.CLOSED, folder.LISTED, *_databases(), folder.LOCK):
            path = place / where / name
            if os.path.lexists(path) and not _is_folder(path):
                yield path


def _states(place: Path) -> list[str]:
    """Where files of a vault lie: in its folder, and in a backup in what is or was to take the place of that first."""
    return [*(f"{name}/" for name in (folder.NEXT, folder.VERIFIED) if _is_folder(place / name)), ""]


def _is_part(name: str) -> bool:
    """Of what was set aside, and of a database that was cut."""
    return bool(files.SET_ASIDE.fullmatch(name) or (name[-4:-3] == "." and copyfolder.STATE.fullmatch(name)))


def _folders(evidence: Path) -> list[Path]:
    if not _is_folder(evidence):
        return []
    return [path for path in _names(evidence) if _TWO.fullmatch(path.name) and _is_folder(path)]


def _take_folders(place: Path) -> None:
    """Empty ones alone go."""
    for where in _states(place):
        whole = (place / where).resolve()
        for path in (*_folders(whole / folder.BLOBS), whole / folder.BLOBS, whole):
            if _is_folder(path):
                with suppress(OSError):
                    path.rmdir()


def _strange(place: Path) -> int:
    """Files that are left there, whose ever they are."""
    with suppress(OSError):
        return sum(len(names) for _, _, names in os.walk(place))
    return 0


# ------------------------------------------------------------------------------------------- one file


def _overwrite_together(place: Path, names: Sequence[str], most: int) -> set[str]:
    """Write over the beginnings of several files: all of them first, for a flush of one takes its time, then each is
    flushed. Returns the names of those that were written over."""
    opened = {name: descriptor for name in names if (descriptor := _opened(place / name)) is not None}
    written = set()
    try:
        for name, descriptor in opened.items():
            with suppress(OSError):
                os.write(descriptor, os.urandom(min(os.fstat(descriptor).st_size, most)))
                written.add(name)
        for name, descriptor in opened.items():
            try:
                system.flush(descriptor)
            except OSError:
                written.discard(name)
    finally:
        for descriptor in opened.values():
            os.close(descriptor)
    return written


def _overwrite_whole(path: Path, report: Callable[[int], None]) -> bool:
    """Write over all of a file; whether it could be."""
    descriptor = _opened(path)
    if descriptor is None:
        return False
    try:
        size, done = os.fstat(descriptor).st_size, 0
        while done < size:
            done += os.write(descriptor, os.urandom(min(size - done, _PIECE)))
            report(done)
        system.flush(descriptor)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True


def _opened(path: Path) -> int | None:
    """A descriptor to write over a file; None for what is no file, is a link, or is kept elsewhere by another name."""
    if not _regular(path):
        return None
    try:
        descriptor = _open_to_write(path)
    except OSError:
        return None
    found = os.fstat(descriptor)
    if stat.S_ISREG(found.st_mode) and (found.st_nlink == 1 or _is_slot(path)):
        return descriptor
    os.close(descriptor)
    return None


def _open_to_write(path: Path) -> int:
    try:
        return system.open_private(path, os.O_WRONLY)
    except PermissionError:
        path.chmod(system.PRIVATE_FILE)
        return system.open_private(path, os.O_WRONLY)


def _is_slot(path: Path) -> bool:
    """Of what has another name as well, whether it is a key: that is to go wherever it is, a stranger's file is not."""
    with suppress(OSError), os.fdopen(system.open_private(path, os.O_RDONLY), "rb") as file:
        return path.name in folder.SLOTS and file.read(len(_AGE)) == _AGE
    return False


_AGE = b"age-encryption.org/v1\n"


def _gone(path: Path) -> bool:
    """Take a file or a link away; whether nothing is there any more."""
    with suppress(OSError):
        if not _is_folder(path):
            path.unlink(missing_ok=True)
    return not os.path.lexists(path)


def _regular(path: Path) -> bool:
    with suppress(OSError):
        return stat.S_ISREG(path.lstat().st_mode)
    return False


def _is_folder(path: Path) -> bool:
    with suppress(OSError):
        return stat.S_ISDIR(path.lstat().st_mode)
    return False


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.lstat().st_size
    return 0


def _names(place: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(place.iterdir())
    return []
