"""Files for outside the vault, where the person chose: whole or not there, and never over another."""

from __future__ import annotations

import io
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from desktop.errors import Hindered, Refused
from desktop.vault import system
from desktop.vault.files import check_room, told
from desktop.vault.folder import holds, live


@contextmanager
def new_file(path: Path, *, needed: int = 0) -> Iterator[BinaryIO]:
    """A file that stands in place only once the block ended without an error, flushed to the device.

    Until then it has no name where the file system knows such files, so that a kill leaves nothing of it; elsewhere it
    is written beside `path` under a random name, which is taken away again whatever happens but a kill.
    needed: bytes that are going to be written, where they can be many: without room for them nothing is begun. Refused,
    Hindered as `check_new`; Hindered `disk.…`.
    """
    check_new(path)
    check_room(path.parent, needed)
    with told(needed):
        nameless = system.open_nameless(path.parent)
        with _named_later(nameless, path) if nameless is not None else _beside(path) as file:
            yield file
        system.sync_folder(path.parent)


def check_new(path: Path) -> None:
    """Refused `file.exists` when something is there already, `file.inside_vault` where nothing in clear may stand;
    Hindered `file.no_folder` when its folder is not there."""
    if os.path.lexists(path):
        raise Refused("file.exists")
    if not path.parent.is_dir():
        raise Hindered("file.no_folder")
    if holds(path):
        raise Refused("file.inside_vault")


def new_folder(folder: Path) -> None:
    """Make a folder, or take an empty one. Refused `file.exists` when it holds something or is no folder,
    `file.inside_vault`; Hindered `file.no_folder`."""
    if holds(folder):
        raise Refused("file.inside_vault")
    with told():
        if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused("file.exists")
        if not folder.parent.is_dir():
            raise Hindered("file.no_folder")
        if not folder.exists():
            system.make_private_folder(folder)


@contextmanager
def existing_file(path: Path) -> Iterator[BinaryIO]:
    """A file somebody chose, to read. Refused `file.not_regular`, `file.of_vault` for one that SQLite or a lock may be
    held by; Hindered `file.unreadable`, while it is read too."""
    if live(path):
        raise Refused("file.of_vault")
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        raise Hindered("file.unreadable") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Refused("file.not_regular")
    with io.BufferedReader(_Chosen(descriptor)) as file:
        yield cast("BinaryIO", file)


class _Chosen(io.FileIO):
    """Says of a stick that was pulled, or a disk that fails, what can be done about it. Hindered `file.unreadable`."""

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        with _unreadable():
            return super().readinto(buffer)

    def readall(self) -> bytes:
        with _unreadable():
            return super().readall()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        with _unreadable():
            return super().seek(offset, whence)


@contextmanager
def _unreadable() -> Iterator[None]:
    try:
        yield
    except OSError:
        raise Hindered("file.unreadable") from None


def size(existing: BinaryIO) -> int:
    """Bytes in a file that `existing_file` opened."""
    return os.fstat(existing.fileno()).st_size


def read_existing(path: Path, *, limit: int) -> bytes:
    """All of a file somebody chose. Refused `file.too_large` beyond `limit` bytes, and as `existing_file`."""
    with existing_file(path) as file, told():
        content = file.read(limit + 1)
    if len(content) > limit:
        raise Refused("file.too_large", limit=limit)
    return content


@contextmanager
def _named_later(descriptor: int, path: Path) -> Iterator[BinaryIO]:
    with os.fdopen(descriptor, "wb") as file:
        yield cast("BinaryIO", file)
        file.flush()
        system.flush(descriptor)
        try:
            system.give_name(descriptor, path)
        except FileExistsError:
            raise Refused("file.exists") from None


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    scratch = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        descriptor = system.open_private(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        with os.fdopen(descriptor, "wb") as file:
            yield cast("BinaryIO", file)
            file.flush()
            system.flush(descriptor)
        _put_in_place(scratch, path)
    finally:
        scratch.unlink(missing_ok=True)


def _put_in_place(scratch: Path, path: Path) -> None:
    """Rename without replacing; where the file system knows no links (FAT), after looking once more."""
    with suppress(OSError):
        os.link(scratch, path)
        return
    if os.path.lexists(path):
        raise Refused("file.exists")
    scratch.rename(path)
