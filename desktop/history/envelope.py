"""The envelope of a revision: what is signed of it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, Self, TypeAlias, cast

from desktop.crypto.signing import is_small_order
from desktop.errors import Damaged, Refused
from desktop.history import canonical, paths
from desktop.history.canonical import JSON
from desktop.history.paths import Path

VERSION = 1
MAX_SIZE = 1 << 20  # bytes
MAX_PARENTS = 64
SEALABLE = frozenset({"name", "identity", "evidence"})
ALWAYS_SEALED = "identity"
WHOLE: Final = "record"

Erases: TypeAlias = Literal["record"] | tuple[str, ...]

_ID = re.compile(r"[0-9a-f]{64}")
_NONCE = re.compile(r"[0-9a-f]{32}")
_MEMBERS = frozenset(
    {"v", "record", "nonce", "kind", "parents", "depth", "author", "at", "sets", "digest", "sealed", "erases"}
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """What one author said at one point of a record's history, without the words themselves.

    record: id of the record, None in a root. nonce: 32 hex digits, root only. parents, sets: sorted.
    depth: 1 in a root. author: public key, 64 hex digits. at: UTC seconds that some machine claimed;
    it decides nothing and may be absurd. digest: of the body (`opening.Opening`), None in an erasure.
    erases: None, ``"record"``, or sorted ``REVISION`` and ``REVISION/PATH``.
    """

    kind: str
    parents: tuple[str, ...]
    depth: int
    author: str
    at: int
    sets: tuple[Path, ...]
    digest: str | None = None
    record: str | None = None
    nonce: str | None = None
    sealed: bool = False
    erases: Erases | None = None
    v: int = VERSION

    def encode(self) -> bytes:
        """The canonical bytes, over which id and signature are made."""
        return canonical.encode(self.to_json())

    def to_json(self) -> dict[str, JSON]:
        """The members that are present."""
        members: dict[str, JSON] = {
            "v": self.v,
            "kind": self.kind,
            "parents": list(self.parents),
            "depth": self.depth,
            "author": self.author,
            "at": self.at,
            "sets": list(self.sets),
        }
        for name in ("record", "nonce", "digest"):
            if (value := getattr(self, name)) is not None:
                members[name] = value
        if self.sealed:
            members["sealed"] = True
        if self.erases is not None:
            members["erases"] = self.erases if isinstance(self.erases, str) else list(self.erases)
        return members

    @classmethod
    def parse(cls, untrusted: bytes) -> Self:
        """The envelope these bytes are, every rule of format 1 that needs no other revision checked.

        Raises Refused(``canonical.size`` | ``envelope.*``) and Damaged(``canonical.*`` | ``envelope.*``).
        """
        return cls.from_json(canonical.parse(untrusted, limit=MAX_SIZE))

    @classmethod
    def from_json(cls, untrusted: JSON) -> Self:
        """The same for a value that stood within other canonical bytes; its own size is the caller's to check.

        Raises Refused and Damaged(``envelope.*``).
        """
        if not isinstance(untrusted, dict):
            raise Damaged("envelope.form")
        if untrusted.get("v") is True or untrusted.get("v") != VERSION:
            raise Refused("envelope.version")
        if untrusted.keys() - _MEMBERS:
            raise Refused("envelope.member")
        envelope = cls.trusted(untrusted)
        envelope.check()
        return envelope

    @classmethod
    def trusted(cls, members: dict[str, JSON]) -> Self:
        """An envelope of members that were checked before, or are checked next.

        Raises Damaged(``envelope.form``) where one is missing.
        """
        try:
            erases = members.get("erases")
            return cls(
                kind=cast(str, members["kind"]),
                parents=_texts(members["parents"]),
                depth=cast(int, members["depth"]),
                author=cast(str, members["author"]),
                at=cast(int, members["at"]),
                sets=_texts(members["sets"]),
                digest=_present(members, "digest"),
                record=_present(members, "record"),
                nonce=_present(members, "nonce"),
                sealed=_only_true(members),
                erases=WHOLE if erases == WHOLE else _texts(erases) if "erases" in members else None,
            )
        except KeyError as error:
            raise Damaged("envelope.form") from error

    def check(self) -> None:
        """Every rule that needs no other revision. Raises Damaged or Refused(``envelope.*``)."""
        _require(_is(self.kind, paths.is_name), "kind")
        _require(_integer(self.at), "at")
        self._check_author()
        self._check_place()
        if self.erases is None:
            self._check_setter()
        else:
            self._check_erasure()

    def _check_author(self) -> None:
        _require(_is(self.author, _ID.fullmatch), "author")
        if is_small_order(bytes.fromhex(self.author)):
            raise Refused("envelope.author_key")

    def _check_place(self) -> None:
        if len(self.parents) > MAX_PARENTS:
            raise Refused("envelope.parents_limit", limit=MAX_PARENTS)
        _require(_sorted_once(self.parents) and all(map(_ID.fullmatch, self.parents)), "parents")
        _require(_integer(self.depth), "depth")
        if self.record is None:
            _require(_is(self.nonce, _NONCE.fullmatch), "nonce")
            _require(not self.parents, "parents")
            _require(self.depth == 1, "depth")
        else:
            _require(_is(self.record, _ID.fullmatch), "record")
            _require(self.nonce is None, "nonce")
            _require(bool(self.parents), "parents")
            _require(self.depth > 1, "depth")

    def _check_setter(self) -> None:
        _require(bool(self.sets) and _sorted_once(self.sets) and all(map(paths.is_path, self.sets)), "sets")
        _require(_is(self.digest, _ID.fullmatch), "digest")
        _require(not self.sealed or self.kind in SEALABLE, "sealed")
        _require(self.sealed or self.kind != ALWAYS_SEALED, "sealed")
        if self.kind == "consent" and self.record is not None and "person" in self.sets:
            raise Refused("envelope.consent_person")

    def _check_erasure(self) -> None:
        _require(not self.sets and self.record is not None, "erases")
        _require(self.digest is None, "digest")
        _require(not self.sealed, "sealed")
        if isinstance(self.erases, tuple):
            _require(bool(self.erases) and _sorted_once(self.erases) and all(map(_is_target, self.erases)), "erases")


def target(revision: str, path: Path | None = None) -> str:
    """How an erasure names a whole body, or one field of it."""
    return revision if path is None else f"{revision}/{path}"


def split_target(text: str) -> tuple[str, Path | None]:
    """The revision and the path (None: all of it) a target names."""
    revision, _, path = text.partition("/")
    return revision, path or None


def _is_target(text: str) -> bool:
    revision, slash, path = text.partition("/")
    return _ID.fullmatch(revision) is not None and (not slash or paths.is_path(path))


def _require(holds: object, member: str) -> None:
    if not holds:
        raise Damaged("envelope.form", member=member)


def _is(value: object, test: object) -> bool:
    return isinstance(value, str) and callable(test) and bool(test(value))


def _integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _texts(untrusted: JSON) -> tuple[str, ...]:
    if not isinstance(untrusted, list) or not all(isinstance(each, str) for each in untrusted):
        raise Damaged("envelope.form")
    return tuple(cast(list[str], untrusted))


def _present(members: dict[str, JSON], name: str) -> str | None:
    if name not in members:
        return None
    value = members[name]
    if not isinstance(value, str):
        raise Damaged("envelope.form")
    return value


def _only_true(members: dict[str, JSON]) -> bool:
    if "sealed" in members and members["sealed"] is not True:
        raise Damaged("envelope.form", member="sealed")
    return "sealed" in members


def _sorted_once(texts: Sequence[str]) -> bool:
    return all(one < other for one, other in itertools.pairwise(texts))
