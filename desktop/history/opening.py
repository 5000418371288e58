"""The opening of an envelope: the words of a revision, whole or in part, and what proves them."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Self, cast

from desktop.errors import Damaged, Refused
from desktop.history import canonical, paths
from desktop.history.canonical import JSON
from desktop.history.envelope import Envelope
from desktop.history.paths import Path

LEAF_LINE = b"jiashu/1 leaf\n"
BODY_LINE = b"jiashu/1 body\n"
MAX_BODY = 16 << 20  # bytes of the canonical body
MAX_BODY_VALUES = 1 << 16  # so that a line, with envelope, salts and leaves, keeps within what is parsed at once
MAX_SIZE = 40 << 20  # the body, and salts and leaves for as many paths as an envelope of 1 MiB can name
DEPTH = canonical.MAX_DEPTH - 1  # one level is left for the line of a package an opening stands in
PADDING_UNIT = 512

_HEX = re.compile(r"[0-9a-f]{64}")
_FULL = frozenset({"salt", "body"})
_PARTIAL = frozenset({"salts", "body", "gone"})


@dataclass(frozen=True, slots=True, repr=False)
class Opening:
    """What is kept and carried beside an envelope.

    Whole: `salt` (32 bytes) and `body`. In part, after something was struck or held back: `salts` (path →
    leaf salt, 32 bytes) of what is in `body`, and `gone` (path → leaf, 64 hex digits) of what is not; the
    common salt is dropped then, so that nobody can guess at what is gone.
    """

    body: Mapping[Path, JSON]
    salt: bytes | None = None
    salts: Mapping[Path, bytes] = field(default_factory=dict)
    gone: Mapping[Path, str] = field(default_factory=dict)

    @classmethod
    def seal_body(cls, body: Mapping[Path, JSON], *, salt: bytes | None = None) -> Self:
        """A whole opening of a new body, salted freshly (`salt` is for test vectors alone).

        Unpaired surrogates become U+FFFD. Raises Refused(``value.*`` | ``path.malformed`` | ``opening.body_size``).
        """
        canonical.check(dict(body), depth=DEPTH - 1, values=MAX_BODY_VALUES)
        clean = {paths.check(path): canonical.clean(value) for path, value in body.items()}
        opening = cls(clean, salt or secrets.token_bytes(32))
        opening.check_size()
        return opening

    @classmethod
    def parse(cls, untrusted: bytes) -> Self:
        """The opening these bytes are; whether it belongs to an envelope only `check` says."""
        return cls.from_json(canonical.parse(untrusted, limit=MAX_SIZE, depth=DEPTH))

    @classmethod
    def from_json(cls, untrusted: JSON) -> Self:
        """The same for a value that stood within other canonical bytes. Raises Damaged(``opening.form``)."""
        if not isinstance(untrusted, dict) or not isinstance(untrusted.get("body"), dict):
            raise Damaged("opening.form")
        body = cast(dict[str, JSON], untrusted["body"])
        if not all(map(paths.is_path, body)):
            raise Damaged("opening.form")
        if untrusted.keys() == _FULL:
            opening = cls(body, _bytes(untrusted["salt"]))
        elif untrusted.keys() == _PARTIAL:
            salts = {path: _bytes(salt) for path, salt in _object(untrusted["salts"]).items()}
            gone = {path: _bytes(leaf).hex() for path, leaf in _object(untrusted["gone"]).items()}
            if salts.keys() != body.keys() or gone.keys() & body.keys() or not all(map(paths.is_path, gone)):
                raise Damaged("opening.form")
            opening = cls(body, None, salts, gone)
        else:
            raise Damaged("opening.form")
        opening.check_size()
        return opening

    @classmethod
    def load(cls, encoded: bytes) -> Self:
        """An opening read back from where it was put after `check`; nothing is checked again."""
        return cls.trusted(json.loads(encoded))

    @classmethod
    def trusted(cls, members: Any) -> Self:
        """The same of its members."""
        if "salt" in members:
            return cls(members["body"], bytes.fromhex(members["salt"]))
        salts = {path: bytes.fromhex(salt) for path, salt in members["salts"].items()}
        return cls(members["body"], None, salts, members["gone"])

    def encode(self) -> bytes:
        """The canonical bytes that are kept and carried."""
        return canonical.encode(self.to_json(), depth=DEPTH)

    def to_json(self) -> dict[str, JSON]:
        """The members: ``salt`` and ``body``, or ``salts``, ``body`` and ``gone``."""
        body = dict(self.body)
        if self.salt is not None:
            return {"salt": self.salt.hex(), "body": body}
        salts: dict[str, JSON] = {path: salt.hex() for path, salt in self.salts.items()}
        return {"salts": salts, "body": body, "gone": dict(self.gone)}

    @property
    def whole(self) -> bool:
        """Whether nothing of the body is missing."""
        return not self.gone

    @property
    def sets(self) -> tuple[Path, ...]:
        """The paths of the whole body, here or gone, sorted by bytes."""
        return tuple(sorted([*self.body, *self.gone]))

    def digest(self) -> str:
        """The digest an envelope names: 64 hex digits."""
        leaves: dict[str, JSON] = {path: self._leaf(path) for path in self.body}
        leaves.update(self.gone)
        return hashlib.sha256(BODY_LINE + canonical.encode(leaves)).hexdigest()

    def check(self, envelope: Envelope) -> None:
        """Raise Damaged(``opening.digest``) unless this is the opening of `envelope`."""
        if self.sets != envelope.sets or self.digest() != envelope.digest:
            raise Damaged("opening.digest")

    def check_size(self) -> None:
        """Raise Refused(``opening.body_size`` | ``value.count``) for a body over 16 MiB or 65,536 values."""
        if len(canonical.encode(dict(self.body), values=MAX_BODY_VALUES)) > MAX_BODY:
            raise Refused("opening.body_size", limit=MAX_BODY)

    def without(self, struck: Collection[Path]) -> Self:
        """The same with the values of `struck` taken out; paths not in the body do not matter."""
        taken = [path for path in self.body if path in struck]
        if not taken:
            return self
        left = [path for path in self.body if path not in struck]
        return type(self)(
            {path: self.body[path] for path in left},
            None,
            {path: self._leaf_salt(path) for path in left},
            {**self.gone, **{path: self._leaf(path) for path in taken}},
        )

    def union(self, other: Self) -> Self:
        """All that either has. Both must have been checked against the same envelope.

        Raises Damaged(``opening.digest``) where they are not of the same paths.
        """
        if self.sets != other.sets:
            raise Damaged("opening.digest")
        for whole in (self, other):
            if whole.salt is not None:
                return whole
        if other.body.keys() <= self.body.keys():
            return self
        body = {**other.body, **self.body}
        gone = {path: leaf for path, leaf in self.gone.items() if path not in body}
        return type(self)(body, None, {**other.salts, **self.salts}, gone)

    def _leaf_salt(self, path: Path) -> bytes:
        if self.salt is None:
            return self.salts[path]
        return hmac.digest(self.salt, LEAF_LINE + path.encode(), "sha256")

    def _leaf(self, path: Path) -> str:
        return hmac.digest(self._leaf_salt(path), canonical.encode(self.body[path]), "sha256").hex()


def pad(encoded: bytes) -> bytes:
    """An encoded opening with zeros up to 512·2ⁿ bytes, so that sealed it shows only its size class."""
    size = PADDING_UNIT
    while size < len(encoded):
        size *= 2
    return encoded.ljust(size, b"\0")


def parse_padded(untrusted: bytes) -> Opening:
    """The opening inside what was unsealed. Raises Damaged(``opening.padding``) for another length than `pad` gives."""
    encoded = untrusted.rstrip(b"\0")
    if pad(encoded) != untrusted:
        raise Damaged("opening.padding")
    return Opening.parse(encoded)


def _object(untrusted: JSON) -> dict[str, JSON]:
    if not isinstance(untrusted, dict):
        raise Damaged("opening.form")
    return untrusted


def _bytes(untrusted: JSON) -> bytes:
    if not isinstance(untrusted, str) or _HEX.fullmatch(untrusted) is None:
        raise Damaged("opening.form")
    return bytes.fromhex(untrusted)
