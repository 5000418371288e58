"""Reading and writing the small files of a vault: whole or not at all, and never through a link."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.errors import Damaged, Hindered, JiashuError
from desktop.vault import system

SCRATCH = "t"
"""The one name a file has while it is being written; whatever stands there was never finished."""

REWRITTEN = "r"
"""A database that is being written anew, to be put in the place of one all of which is in its one file by then."""

SET_ASIDE = re.compile(r"s[0-9a-f]{16}")
"""The name of a file that was set aside, and is read by nothing."""

_TRIED = 64 * 1024
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def told(needed: int = 0) -> Iterator[None]:
    """What the system refuses, as an error with a code: Hindered `disk.full`, `disk.not_allowed`, `disk.failed`.

    needed: bytes about to be written, so that the person knows how much room to make.
    """
    try:
        yield
    except OSError as error:
        raise hindered(error, needed) from None


def hindered(error: OSError, needed: int = 0) -> JiashuError:
    """The error of the system without its path, which may hold a name."""
    number = error.errno or 0
    if number in _NO_ROOM:
        return Hindered("disk.full", needed=needed)
    if number in _NOT_ALLOWED:
        return Hindered("disk.not_allowed", reason=number)
    return Hindered("disk.failed", reason=number)


def check_room(folder: Path, needed: int) -> None:
    """Hindered `disk.full` before long writing that cannot end well; told by the device, which knows of no quotas."""
    try:
        disk = shutil.disk_usage(folder)
    except OSError:
        return  # whatever is the matter, writing will tell
    if disk.total and disk.free < needed:  # some shares tell of no size at all
        raise Hindered("disk.full", needed=needed)


def lacks_room(place: Path, size: int) -> bool:
    """Whether a file of `size` bytes in this folder could not grow: tried out, for quotas and limits too."""
    scratch = place / SCRATCH
    try:
        scratch.unlink(missing_ok=True)
        descriptor = system.open_private(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            os.lseek(descriptor, size, os.SEEK_SET)
            return os.write(descriptor, bytes(_TRIED)) < _TRIED
        finally:
            os.close(descriptor)
            scratch.unlink()
    except OSError as error:
        return error.errno in _NO_ROOM


def check_regular(path: Path) -> int:
    """The size of a file that has to be there.

    Damaged `vault.missing`: nothing there; `vault.empty`; and as `not_regular`.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        raise Damaged("vault.missing", file=path.name) from None
    except OSError as error:
        raise hindered(error) from None
    if not stat.S_ISREG(found.st_mode):
        raise not_regular(path.name, found.st_mode)
    if not found.st_size:
        raise Damaged("vault.empty", file=path.name)
    return found.st_size


def not_regular(name: str, mode: int) -> Damaged:
    """What stands in a file's place: `vault.is_folder`, `vault.is_link`, `vault.is_pipe`, else `vault.not_a_file`.

    mode: as `lstat` gives it.
    """
    if stat.S_ISDIR(mode):
        return Damaged("vault.is_folder", file=name)
    if stat.S_ISLNK(mode):
        return Damaged("vault.is_link", file=name)
    if stat.S_ISFIFO(mode):
        return Damaged("vault.is_pipe", file=name)
    return Damaged("vault.not_a_file", file=name)


def check_folder(path: Path) -> bool:
    """Whether a folder is there; what lies behind a link is none of the vault. Damaged `vault.not_a_folder`."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise hindered(error) from None
    if not stat.S_ISDIR(found.st_mode):
        raise Damaged("vault.not_a_folder", file=path.name)
    return True


def read(path: Path, limit: int) -> bytes:
    """All of a small file. Damaged as `check_regular`, and `vault.too_large` beyond `limit` bytes."""
    check_regular(path)
    with told():
        descriptor = system.open_private(path, os.O_RDONLY)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(mode := os.fstat(descriptor).st_mode):
                raise not_regular(path.name, mode)
            content = file.read(limit + 1)
    if len(content) > limit:
        raise Damaged("vault.too_large", file=path.name)
    return content


def write(path: Path, content: bytes) -> None:
    """Put a file in place whole: written beside it, flushed, renamed, the folder flushed.

    After a kill or a loss of power the old file or the new one is there. Hindered `disk.…`; then the old one is.
    """
    scratch = path.with_name(SCRATCH)
    with told(len(content)):
        try:
            _write_new(scratch, content)
            scratch.replace(path)
        except OSError:
            scratch.unlink(missing_ok=True)
            raise
        system.sync_folder(path.parent)


def remove(path: Path) -> None:
    """Take a file away for good; one that is not there is no error."""
    with told(), suppress(FileNotFoundError):
        path.unlink()
        system.sync_folder(path.parent)


def set_aside(path: Path) -> str:
    """Keep a file that does not belong here under a name nothing reads; returns that name."""
    name = f"s{os.urandom(8).hex()}"
    with told():
        path.replace(path.with_name(name))
        system.sync_folder(path.parent)
    return name


def _write_new(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    descriptor = system.open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        system.flush(descriptor)
