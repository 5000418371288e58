"""The header of an age file: who may open it, and the MAC that binds it to the file key."""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from desktop.crypto.derive import hkdf
from desktop.crypto.recipients import Identity, Recipient
from desktop.crypto.scrypt import KIND as SCRYPT
from desktop.crypto.stanza import Stanza, decode_base64, encode_base64
from desktop.crypto.stream import Readable, fill
from desktop.errors import Damaged, Refused

# Room for more than a hundred hybrid recipients; a longer header only keeps the reader busy.
MAX_HEADER = 256 * 1024
NONCE_SIZE = 16

_INTRO = b"age-encryption.org/v1\n"
_MAC_SIZE = 32
_COLUMNS = 64
_WORD = re.compile(rb"[!-~]+")


@dataclass(frozen=True, slots=True)
class Header:
    """stanzas: one a recipient. signed: what the MAC covers. nonce: of the payload; short when the file is cut off."""

    stanzas: tuple[Stanza, ...]
    signed: bytes
    mac: bytes
    nonce: bytes

    def encoded(self) -> bytes:
        """The bytes in the file, up to where the payload's chunks begin."""
        return b"%b %b\n%b" % (self.signed, encode_base64(self.mac).encode("ascii"), self.nonce)

    def digest(self) -> bytes:
        """SHA-256 of header and nonce: names this sealing, and no other of the same plaintext."""
        return sha256(self.encoded()).digest()

    def payload_key(self, file_key: bytes) -> bytes:
        """The key of this payload alone, 32 bytes: HKDF-SHA-256 with the nonce, as age has it."""
        return hkdf(file_key, salt=self.nonce, info=b"payload")

    def file_key(self, identities: Sequence[Identity]) -> bytes:
        """The file key, the MAC checked.

        Refused `age.no_match`: sealed to somebody else. Damaged `age.header`, `age.hmac`.
        """
        file_key = self._unwrapped(identities)
        if not hmac.compare_digest(_mac(file_key, self.signed), self.mac):
            raise Damaged("age.hmac")
        if len(self.nonce) != NONCE_SIZE:
            raise Damaged("age.header", part="nonce")
        return file_key

    def _unwrapped(self, identities: Sequence[Identity]) -> bytes:
        if len(self.stanzas) > 1 and any(stanza.kind == SCRYPT for stanza in self.stanzas):
            # Whoever seals by passphrase means to be the only sender; a second stanza would break that.
            raise Damaged("age.header", part="stanza")
        for identity in identities:
            file_key = identity.unwrap(self.stanzas)
            if file_key is not None:
                return file_key
        raise Refused("age.no_match")


def make(recipients: Sequence[Recipient], file_key: bytes, nonce: bytes) -> Header:
    """A header for `recipients`. Refused `age.too_many_recipients` when readers would turn it down."""
    stanzas = tuple(stanza for recipient in recipients for stanza in recipient.wrap(file_key))
    signed = _INTRO + b"".join(stanza.encoded() for stanza in stanzas) + b"---"
    if len(signed) > MAX_HEADER - _COLUMNS:
        raise Refused("age.too_many_recipients", count=len(recipients))
    return Header(stanzas, signed, _mac(file_key, signed), nonce)


def read(untrusted_sealed: Readable) -> Header:
    """The header at the stream's position, which then is at the first chunk. Damaged `age.header`.

    Only its form is checked; `Header.file_key` checks that nobody altered it.
    """
    lines = _Lines(untrusted_sealed)
    if lines.next() != _INTRO.rstrip(b"\n"):
        raise Damaged("age.header", part="version")
    stanzas: list[Stanza] = []
    while (line := lines.next()).startswith(b"->"):
        stanzas.append(_stanza(line, lines))
    marker, _, encoded_mac = line.partition(b" ")
    mac = decode_base64(encoded_mac)
    if marker != b"---" or not stanzas or len(mac) != _MAC_SIZE:
        raise Damaged("age.header", part="mac")
    signed = bytes(lines.seen[: -len(line) - 1]) + b"---"
    nonce = bytearray(NONCE_SIZE)
    size = fill(untrusted_sealed, memoryview(nonce))
    return Header(tuple(stanzas), signed, mac, bytes(nonce[:size]))


class _Lines:
    """Lines of a stream, without their ends, until the header is longer than any honest one."""

    def __init__(self, untrusted_sealed: Readable) -> None:
        self._sealed = untrusted_sealed
        self.seen = bytearray()

    def next(self) -> bytes:
        line = self._sealed.readline(MAX_HEADER - len(self.seen) + 1)
        self.seen += line
        if not line.endswith(b"\n") or len(self.seen) > MAX_HEADER:
            raise Damaged("age.header", part="line")
        return line[:-1]


def _stanza(first: bytes, lines: _Lines) -> Stanza:
    marker, *words = first.split(b" ")
    if marker != b"->" or not words or not all(map(_WORD.fullmatch, words)):
        raise Damaged("age.header", part="stanza")
    body = bytearray()
    columns = _COLUMNS
    while columns == _COLUMNS:
        line = lines.next()
        columns = len(line)
        if columns > _COLUMNS:
            raise Damaged("age.header", part="stanza")
        body += decode_base64(line)
    kind, *arguments = (word.decode("ascii") for word in words)
    return Stanza(kind, tuple(arguments), bytes(body))


def _mac(file_key: bytes, signed: bytes) -> bytes:
    return hmac.digest(hkdf(file_key, info=b"header"), signed, "sha256")
