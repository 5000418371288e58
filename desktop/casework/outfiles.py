"""Files for outside the vault, where the person chose: whole or not there, and never over another."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from desktop.errors import Hindered, Refused
from desktop.vault import system
from desktop.vault.files import told


@contextmanager
def new_file(path: Path, *, needed: int = 0) -> Iterator[BinaryIO]:
    """A file that stands in place only once the block ended without an error, flushed to the device.

    Written beside it under a random name, which is taken away again whatever happens. needed: bytes, for
    the message when there is no room. Refused `file.exists`; Hindered `file.no_folder`, `disk.…`.
    """
    check_new(path)
    scratch = path.with_name(f".{secrets.token_hex(8)}.part")
    with told(needed):
        try:
            with open_new(scratch) as file:
                yield file
                file.flush()
                system.flush(file.fileno())
            _put_in_place(scratch, path)
            system.sync_folder(path.parent)
        finally:
            scratch.unlink(missing_ok=True)


def check_new(path: Path) -> None:
    """Refused `file.exists` when something is there already; Hindered `file.no_folder` when its folder is not."""
    if os.path.lexists(path):
        raise Refused("file.exists")
    if not path.parent.is_dir():
        raise Hindered("file.no_folder")


def new_folder(folder: Path) -> None:
    """Make a folder, or take an empty one. Refused `file.exists` when it holds something or is no folder."""
    with told():
        if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused("file.exists")
        if not folder.parent.is_dir():
            raise Hindered("file.no_folder")
        if not folder.exists():
            system.make_private_folder(folder)


@contextmanager
def existing_file(path: Path) -> Iterator[BinaryIO]:
    """A file somebody chose, to read. Refused `file.not_regular`; Hindered `file.unreadable`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        raise Hindered("file.unreadable") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Refused("file.not_regular")
    with os.fdopen(descriptor, "rb") as file:
        yield file


def read_existing(path: Path, *, limit: int) -> bytes:
    """All of a file somebody chose. Refused `file.too_large` beyond `limit` bytes, and as `existing_file`."""
    with existing_file(path) as file, told():
        content = file.read(limit + 1)
    if len(content) > limit:
        raise Refused("file.too_large", limit=limit)
    return content


def open_new(path: Path) -> BinaryIO:
    """A new file only its owner can read."""
    descriptor = system.open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    return cast("BinaryIO", os.fdopen(descriptor, "wb"))


def _put_in_place(scratch: Path, path: Path) -> None:
    """Rename without replacing; where the file system knows no links (FAT), after looking once more."""
    with suppress(OSError):
        os.link(scratch, path)
        return
    if os.path.lexists(path):
        raise Refused("file.exists")
    scratch.rename(path)
