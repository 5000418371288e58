"""The published age vectors, read from the folder beside the project."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from pathlib import Path

from desktop.crypto.armor import ArmorReader
from desktop.crypto.recipients import Identity, PassphraseIdentity, parse_identity

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "age-vectors"

CODES = {
    "success": None,
    "no match": "age.no_match",
    "HMAC failure": "age.hmac",
    "header failure": "age.header",
    "armor failure": "age.armor",
    "payload failure": "age.payload",
}
ABSURD = {"scrypt_work_factor_23": "age.absurd_work"}
"""Of the header failures, those we tell by a code of their own."""


@dataclass(frozen=True)
class Vector:
    """code: what opening must fail with, None for success. payload: SHA-256, in hex, of what may be given out."""

    code: str | None
    file_key: str | None
    payload: str | None
    identities: list[Identity]
    armored: bool
    sealed: bytes

    def binary(self) -> io.BytesIO:
        """The age file without its armor."""
        if not self.armored:
            return io.BytesIO(self.sealed)
        return io.BytesIO(io.BufferedReader(ArmorReader(io.BytesIO(self.sealed))).read())


def names() -> list[str]:
    """Every vector, sorted; empty where the folder is missing."""
    return sorted(path.name for path in FOLDER.glob("*") if path.name != "README.md")


def load(name: str) -> Vector:
    """One vector: header lines `key: value`, an empty line, then the age file."""
    head, _, sealed = (FOLDER / name).read_bytes().partition(b"\n\n")
    lines = [line.split(": ", 1) for line in head.decode("utf-8").splitlines()]
    fields = dict(lines)
    identities: list[Identity] = [parse_identity(value) for key, value in lines if key == "identity"]
    identities += [PassphraseIdentity(value) for key, value in lines if key == "passphrase"]
    return Vector(
        code=ABSURD.get(name, CODES[fields["expect"]]),
        file_key=fields.get("file key"),
        payload=fields.get("payload"),
        identities=identities,
        armored=fields.get("armored") == "yes",
        sealed=zlib.decompress(sealed) if fields.get("compressed") == "zlib" else sealed,
    )
