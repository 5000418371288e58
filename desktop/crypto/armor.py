"""The ASCII armor of age files: strict PEM without headers, for mail and clipboards."""

from __future__ import annotations

import binascii
import io
from types import TracebackType
from typing import Any, Self

from desktop.crypto.stream import Readable, Writable, write_all
from desktop.errors import Damaged

_BEGIN = b"-----BEGIN AGE ENCRYPTED FILE-----"
_END = b"-----END AGE ENCRYPTED FILE-----"
_COLUMNS = 64
_LINE_BYTES = _COLUMNS // 4 * 3
_WHITESPACE = b" \t\r\n"
_MAX_LINE = 256  # longer than any line that may be there, its end included
_BLOCK = 64 * 1024


def is_armored(untrusted_sealed: Readable) -> bool:
    """Whether a seekable stream looks armored; its position is kept."""
    position = untrusted_sealed.tell()
    start = untrusted_sealed.read(1024) or b""
    untrusted_sealed.seek(position)
    return start.lstrip(_WHITESPACE).startswith(b"-----BEGIN")


class ArmorReader(io.RawIOBase):
    """The bytes inside an armored file, block by block. Damaged `age.armor`.

    Blank lines may stand before and after the armor, nothing else; the stream is read to its very end.
    """

    def __init__(self, untrusted_sealed: Readable) -> None:
        """untrusted_sealed: at the start of the armor; not closed with this object."""
        super().__init__()
        self._sealed = untrusted_sealed
        self._begun = self._finished = self._exhausted = False
        self._short_line_seen = False
        self._decoded = memoryview(b"")
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        target = memoryview(into).cast("B")
        while not self._decoded and not self._exhausted:
            self._take(self._next_lines())
        count = min(len(target), len(self._decoded))
        target[:count] = self._decoded[:count]
        self._decoded = self._decoded[count:]
        return count

    def _next_lines(self) -> list[bytes]:
        block = self._sealed.read(_BLOCK)
        if block is None:
            raise BlockingIOError("the stream does not wait")
        self._exhausted = not block
        *lines, self._rest = (self._rest + block).replace(b"\r\n", b"\n").split(b"\n")
        if self._exhausted:
            return [*lines, self._rest]
        if len(self._rest) > _MAX_LINE:
            raise Damaged("age.armor")
        return lines

    def _take(self, lines: list[bytes]) -> None:
        if not self._begun:
            lines = self._after_begin(lines)
        if self._begun and not self._finished:
            lines = self._after_body(lines)
        if any(line.strip(_WHITESPACE) for line in lines) or (self._exhausted and not self._finished):
            raise Damaged("age.armor")

    def _after_begin(self, lines: list[bytes]) -> list[bytes]:
        for number, line in enumerate(lines):
            if line.strip(_WHITESPACE):
                self._begun = line == _BEGIN
                return lines[number + 1 :] if self._begun else [line]
        return []

    def _after_body(self, lines: list[bytes]) -> list[bytes]:
        self._finished = _END in lines
        end = lines.index(_END) if self._finished else len(lines)
        if end:
            self._decode(lines[:end])
        return lines[end + 1 :]

    def _decode(self, lines: list[bytes]) -> None:
        """Whole blocks at once; only the very last line of the armor may be short or padded."""
        last = lines[-1]
        full = set(map(len, lines[:-1])) <= {_COLUMNS} and 0 < len(last) <= _COLUMNS
        if self._short_line_seen or not full:
            raise Damaged("age.armor")
        self._short_line_seen = len(last) < _COLUMNS or last.endswith(b"=")
        encoded = b"".join(lines)
        try:
            decoded = binascii.a2b_base64(encoded)
        except binascii.Error:
            raise Damaged("age.armor") from None
        if binascii.b2a_base64(decoded, newline=False) != encoded:  # one text per value, no stray letters
            raise Damaged("age.armor")
        self._decoded = memoryview(decoded)


class ArmorWriter:
    """Armors what is written to it. Only `close` writes the last line; left by an exception, the armor has no end."""

    def __init__(self, armored: Writable) -> None:
        """armored: not closed with this object."""
        self._armored = armored
        self._pending = bytearray()
        self.closed = False
        self._write(_BEGIN + b"\n")

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Take all of `data`; whole lines of it are written."""
        if self.closed:
            raise ValueError("write to a closed ArmorWriter")
        view = memoryview(data)
        self._pending += view
        self._put(len(self._pending) // _LINE_BYTES * _LINE_BYTES)
        return view.nbytes

    def close(self) -> None:
        if self.closed:
            return
        self.closed = True
        self._put(len(self._pending))
        self._write(_END + b"\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.close()
        self.closed = True

    def _put(self, size: int) -> None:
        encoded = binascii.b2a_base64(self._pending[:size], newline=False)
        del self._pending[:size]
        lines = [encoded[start : start + _COLUMNS] for start in range(0, len(encoded), _COLUMNS)]
        self._write(b"".join(line + b"\n" for line in lines))

    def _write(self, text: bytes) -> None:
        write_all(self._armored, memoryview(text))
