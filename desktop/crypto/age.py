"""Sealing and opening files in the age v1 format (c2sp.org/age), in constant memory."""

from __future__ import annotations

import io
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Self

from desktop.crypto import header
from desktop.crypto.armor import ArmorReader
from desktop.crypto.opened import OpenedFile
from desktop.crypto.recipients import HybridRecipient, Identity, PassphraseRecipient, Recipient
from desktop.crypto.scrypt import KIND as SCRYPT
from desktop.crypto.scrypt import asked_work_factor
from desktop.crypto.stanza import FILE_KEY_SIZE
from desktop.crypto.stream import BATCH, CHUNK, SEALED_CHUNK, Chunks, Readable, Writable, batches, write_all
from desktop.errors import Damaged, Refused

__all__ = [
    "OpenedFile",
    "Progress",
    "Sealer",
    "alike",
    "decrypt",
    "encrypt",
    "header_digest",
    "openers",
    "seal",
    "unseal",
    "work_factor",
]

Progress = Callable[[int, int], None]
"""Told (bytes of the input done, bytes in all; 0 if not known) after each batch. Raising from it cancels."""


class Sealer:
    """Seals what is written to it, for who has the plaintext piece by piece.

    Only `close` makes the file whole: left by an exception, it stays cut off, and nobody can open it
    as if it were all. `sealed` itself is not closed.
    """

    def __init__(self, sealed: Writable, recipients: Sequence[Recipient]) -> None:
        """Writes the header. Refused `age.no_recipients`, `age.mixed_recipients`, `age.too_many_recipients`."""
        _check_together(recipients)
        file_key = secrets.token_bytes(FILE_KEY_SIZE)
        self._header = header.make(recipients, file_key, secrets.token_bytes(header.NONCE_SIZE))
        self._chunks = Chunks(self._header.payload_key(file_key))
        self._sealed = sealed
        self._number = 0
        self._pending = bytearray()
        self._out = memoryview(bytearray(BATCH * SEALED_CHUNK))
        self.closed = False
        write_all(sealed, memoryview(self._header.encoded()))

    @property
    def header_digest(self) -> bytes:
        """What `header_digest` will say of the file: 32 bytes."""
        return self._header.digest()

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Take all of `data`; sealed and written as far as chunks are full and known not to be the last."""
        if self.closed:
            raise ValueError("write to a closed Sealer")
        self._pending += data
        try:
            self._seal_full_batches()
        except BaseException:
            self.closed = True  # what was not written is missing: this file is never to be made whole
            raise
        return len(data)

    def close(self) -> None:
        """Seal the last chunk. The file is whole after this, and not before."""
        if self.closed:
            return
        self.closed = True
        with memoryview(self._pending) as pending:
            self._put(pending, last=True)
        self._pending.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.close()
        self.closed = True

    def _seal_full_batches(self) -> None:
        batch = BATCH * CHUNK
        sealed = 0
        with memoryview(self._pending) as pending:
            while len(pending) - sealed > batch:
                self._put(pending[sealed : sealed + batch], last=False)
                sealed += batch
        del self._pending[:sealed]

    def _put(self, plain: memoryview, *, last: bool) -> None:
        size = self._chunks.seal(plain, self._out, self._number, last=last)
        self._number += BATCH
        write_all(self._sealed, self._out[:size])

    def _pump(self, plain: Readable, progress: Progress | None) -> None:
        """All of a stream, sealed straight from the buffers it was read into."""
        total = _remaining(plain)
        done = 0
        for piece, last in batches(plain, BATCH * CHUNK):
            self._put(piece, last=last)
            done += len(piece)
            if progress:
                progress(done, total)
        self.closed = True


def encrypt(
    plain: Readable, sealed: Writable, recipients: Sequence[Recipient], *, progress: Progress | None = None
) -> None:
    """Seal `plain`, from its position to its end, into `sealed`.

    Hybrid recipients among themselves, X25519 ones among themselves, or one passphrase alone. After
    an exception what was written is not whole and is to be thrown away. Refusals as `Sealer`.
    """
    Sealer(sealed, recipients)._pump(plain, progress)


def decrypt(
    sealed: Readable,
    plain: Writable,
    identities: Sequence[Identity],
    *,
    progress: Progress | None = None,
    armor: bool = False,
) -> None:
    """Open `sealed`, from its position to its end, into `plain`; `armor`: it is ASCII-armored.

    Every byte written is authentic, but only when this returns are they all there: after an exception
    throw them away. Refused `age.no_match`; Damaged `age.header`, `age.hmac`, `age.payload`, `age.armor`.
    """
    source: Readable = io.BufferedReader(ArmorReader(sealed)) if armor else sealed
    head = header.read(source)
    total = _remaining(source)
    chunks = Chunks(head.payload_key(head.file_key(identities)))
    out = memoryview(bytearray(BATCH * CHUNK))
    done = number = 0
    for piece, last in batches(source, BATCH * SEALED_CHUNK):
        _open_batch(chunks, piece, out, plain, number, last=last)
        number += BATCH
        done += len(piece)
        if progress:
            progress(done, total)


def seal(plain: bytes, recipients: Sequence[Recipient]) -> bytes:
    """`plain` sealed, for what is small enough to hold twice."""
    if len(plain) <= CHUNK:
        return _seal_one_chunk(plain, recipients)
    sealed = io.BytesIO()
    encrypt(io.BytesIO(plain), sealed, recipients)
    return sealed.getvalue()


def unseal(sealed: bytes, identities: Sequence[Identity]) -> bytes:
    """The inverse of `seal`; nothing at all unless everything is authentic. Errors as `decrypt`."""
    plain = io.BytesIO()
    decrypt(io.BytesIO(sealed), plain, identities)
    return plain.getvalue()


def alike(sealed: bytes, identities: Sequence[Identity], plain: bytes) -> bytes:
    """`plain` for exactly those who can open `sealed`, whoever they are: its recipients stay, its nonce is new.

    For up to one chunk (64 KiB). Errors as `unseal`.
    """
    head = header.read(io.BytesIO(sealed))
    file_key = head.file_key(identities)
    return _one_chunk(replace(head, nonce=secrets.token_bytes(header.NONCE_SIZE)), file_key, plain)


def header_digest(sealed: Readable) -> bytes:
    """SHA-256 of the age header and nonce at the stream's position; no key is needed. Damaged `age.header`."""
    head = header.read(sealed)
    if len(head.nonce) != header.NONCE_SIZE:
        raise Damaged("age.header", part="nonce")
    return head.digest()


def openers(sealed: bytes) -> int:
    """How many recipients it is sealed to, as its header says; no key is needed. Damaged `age.header`."""
    return len(header.read(io.BytesIO(sealed)).stanzas)


def work_factor(untrusted_sealed: Readable) -> int | None:
    """The log2 of scrypt's N a file asks for, as its header says; None when it is not sealed by passphrase.

    No key is needed, and nobody checked that the header is as it was written. Damaged `age.header`.
    """
    scrypt = [stanza for stanza in header.read(untrusted_sealed).stanzas if stanza.kind == SCRYPT]
    return asked_work_factor(scrypt[0]) if scrypt else None


def _seal_one_chunk(plain: bytes, recipients: Sequence[Recipient]) -> bytes:
    """Without the buffers of a stream, which for a name would cost more than sealing it."""
    _check_together(recipients)
    file_key = secrets.token_bytes(FILE_KEY_SIZE)
    return _one_chunk(header.make(recipients, file_key, secrets.token_bytes(header.NONCE_SIZE)), file_key, plain)


def _one_chunk(head: header.Header, file_key: bytes, plain: bytes) -> bytes:
    sealed = bytearray(SEALED_CHUNK)
    size = Chunks(head.payload_key(file_key)).seal(memoryview(plain), memoryview(sealed), 0, last=True)
    return head.encoded() + sealed[:size]


def _open_batch(
    chunks: Chunks, sealed: memoryview, out: memoryview, plain: Writable, number: int, *, last: bool
) -> None:
    """Open the chunks of a batch; when one of them is broken, those before it are authentic and are written."""
    count = max(1, -(-len(sealed) // SEALED_CHUNK))
    size = 0
    for place in range(count):
        piece = sealed[place * SEALED_CHUNK : (place + 1) * SEALED_CHUNK]
        ends_here = last and place == count - 1
        try:
            size += chunks.open(piece, out[size:], number + place, last=ends_here)
        except Damaged:
            size += _misplaced(chunks, piece, out[size:], number + place, last=not ends_here)
            write_all(plain, out[:size])
            raise
    write_all(plain, out[:size])


def _misplaced(chunks: Chunks, piece: memoryview, out: memoryview, number: int, *, last: bool) -> int:
    """The size of a chunk that is authentic although the file ends too early or too late after it; else 0.

    The published vectors count such a chunk as the last one a reader may give out before it fails.
    """
    try:
        return chunks.open(piece, out, number, last=last)
    except Damaged:
        return 0


def _check_together(recipients: Sequence[Recipient]) -> None:
    """Who can open a file by the weaker way undoes the stronger one; and a passphrase promises a single sender."""
    if not recipients:
        raise Refused("age.no_recipients")
    kinds = {type(recipient) for recipient in recipients}
    if len(recipients) > 1 and (PassphraseRecipient in kinds or (HybridRecipient in kinds and len(kinds) > 1)):
        raise Refused("age.mixed_recipients")


def _remaining(stream: Readable) -> int:
    """Bytes from the position to the end; 0 when the stream cannot tell."""
    if not stream.seekable():
        return 0
    position = stream.tell()
    end = stream.seek(0, io.SEEK_END)
    stream.seek(position)
    return end - position
