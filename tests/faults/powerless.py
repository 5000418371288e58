"""Disks as a power cut may leave them: what was flushed is there, of the rest anything.

A file lasts by a flush of itself, its name by a flush of the folder it is in. Writes that were not flushed may be there
or not, in part by sectors, in any order; names likewise, one by one. A rename is never there by half.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.faults.trace import CREATED, NAMELESS, TRUNCATED, Call

SECTOR = 512


Change = tuple[int, bytes | None]
"""Of a file: bytes written at an offset, or None for a cut to a size."""


@dataclass(eq=False)
class File:
    """lasting: its bytes as flushed. later: what was done since."""

    lasting: bytes = b""
    later: list[Change] = field(default_factory=list)

    def written(self, changes: Iterable[Change]) -> bytes:
        """The bytes once these changes are on the disk."""
        content = bytearray(self.lasting)
        for number, data in changes:
            if data is None:
                content = content[:number].ljust(number, b"\0")
            else:
                content[len(content) : number] = bytes(max(0, number - len(content)))
                content[number : number + len(data)] = data
        return bytes(content)

    def flush(self) -> None:
        self.lasting, self.later = self.written(self.later), []


Names = dict[str, File | None]
"""What there is by its path; None for a folder."""
Renaming = dict[str, File | bool | None]
"""Names that change together, those given first, then what is in a folder: False for what is taken away."""


@dataclass
class Machine:
    """A disk while a program runs: names and files as flushed, and what was done to them since."""

    lasting: Names
    later: list[Renaming] = field(default_factory=list)
    _openings: dict[int, tuple[str, File | None]] = field(default_factory=dict)

    @classmethod
    def at(cls, folder: Path) -> Machine:
        """As it is now, all of it flushed."""
        found: Names = {"": None}
        for path in folder.rglob("*"):
            found[f"/{path.relative_to(folder).as_posix()}"] = File(path.read_bytes()) if path.is_file() else None
        return cls(found)

    def do(self, call: Call) -> None:
        """What the next call of the program does to it."""
        getattr(self, f"_{call.what}")(call)

    def _open(self, call: Call) -> None:
        if call.number == NAMELESS:
            self._openings[call.opening] = "", File()
            return
        if call.number == CREATED:
            self.later.append({call.path: File()})
        found = self.names(self.later)[call.path]
        if call.number == TRUNCATED and found is not None:
            found.later.append((0, None))
        self._openings[call.opening] = call.path, found

    def _write(self, call: Call) -> None:
        self._file(call).later.append((call.number, call.data))

    def _truncate(self, call: Call) -> None:
        self._file(call).later.append((call.number, None))

    def _sync(self, call: Call) -> None:
        path, found = self._openings[call.opening]
        if found is not None:
            found.flush()
            return
        here = [any(_folder(name) == (path or "/") for name in list(change)[:2]) for change in self.later]
        self.lasting = self.names(change for change, lasts in zip(self.later, here, strict=True) if lasts)
        self.later = [change for change, lasts in zip(self.later, here, strict=True) if not lasts]

    def _rename(self, call: Call) -> None:
        now = self.names(self.later)
        change: Renaming = {call.old: False, call.path: now[call.old]}
        inside = f"{call.old}/"
        for pending in self.later:  # whichever name the folder has, what lasts in it lasts
            pending.update({call.path + name[len(call.old) :]: pending[name] for name in _within(inside, pending)})
        for name in _within(inside, self.lasting):
            change[name] = False
            if name in now:
                change[call.path + name[len(call.old) :]] = now[name]
        self.later.append(change)

    def _unlink(self, call: Call) -> None:
        self.later.append({call.path: False})

    def _mkdir(self, call: Call) -> None:
        self.later.append({call.path: None})

    def _link(self, call: Call) -> None:
        self.later.append({call.path: self._file(call)})

    def _said(self, _: Call) -> None:
        pass

    def _file(self, call: Call) -> File:
        found = self._openings[call.opening][1]
        assert found is not None
        return found

    def names(self, changes: Iterable[Renaming]) -> Names:
        """The names once these changes are on the disk."""
        found = dict(self.lasting)
        for change in changes:
            for name, file in change.items():
                if isinstance(file, bool):
                    found.pop(name, None)
                else:
                    found[name] = file
        return found


def _within(folder: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(folder)]


def _folder(name: str) -> str:
    return str(PurePosixPath(name).parent)


Left = Mapping[str, bytes | None]
"""A disk after the power cut: bytes by path, None for folders."""


def after_a_cut(
    machine: Machine, last: Call | None, chance: random.Random, shuffles: int
) -> Iterator[tuple[str, Left]]:
    """Ways the disk may be found, were the power cut now; last: the call that was being done."""
    everything = machine.names(machine.later)
    yield "dropped", _left(machine.lasting, lambda file: file.lasting)
    yield "kept", _left(everything, _whole)
    yield "names alone", _left(everything, lambda file: file.lasting)
    yield "bytes alone", _left(machine.lasting, _whole)
    yield "empty", _left(everything, _sized)
    if last is not None and last.what == "write" and len(last.data) > SECTOR:
        yield "torn", _left(everything, lambda file: file.written(_torn(file.later, last, chance)))
    for _ in range(shuffles):
        chosen = [change for change in machine.later if chance.random() < 0.5]
        yield "shuffled", _left(machine.names(chosen), lambda file: file.written(_some(file.later, chance)))


def _left(names: Names, content: Callable[[File], bytes]) -> Left:
    """What is in a folder that is not there is not there either."""
    left: dict[str, bytes | None] = {"/": None}
    for name in sorted(names):
        file = names[name]
        if name and _folder(name) in left:
            left[name] = None if file is None else content(file)
    return left


def _whole(file: File) -> bytes:
    return file.written(file.later)


def _sized(file: File) -> bytes:
    """As long as it should be, without what was written: a file system may keep sizes before it keeps bytes."""
    return file.written((number, None) if data is None else (number + len(data), b"") for number, data in file.later)


def _torn(changes: Sequence[Change], last: Call, chance: random.Random) -> Iterator[Change]:
    """The last write cut between two sectors."""
    for number, data in changes:
        if data is last.data:
            sectors = list(_sectors(number, data))
            yield from sectors[: chance.randrange(len(sectors))]
        else:
            yield number, data


def _some(changes: Sequence[Change], chance: random.Random) -> Iterator[Change]:
    """Any of the changes; of writes any of the sectors."""
    for number, data in changes:
        for piece in [(number, data)] if data is None else _sectors(number, data):
            if chance.random() < 0.5:
                yield piece


def _sectors(number: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        size = SECTOR - (number + at) % SECTOR
        yield number + at, data[at : at + size]
        at += size


def put(left: Left, folder: Path) -> None:
    """Make a folder hold this and nothing else."""
    for name, content in sorted(left.items()):
        path = folder / name.removeprefix("/")
        if content is None:
            path.mkdir(mode=0o700, exist_ok=True)
        else:
            path.touch(0o600)
            path.write_bytes(content)
