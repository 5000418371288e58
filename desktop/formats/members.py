"""The members of a stranger's package as they go by, each measured against the signed manifest."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from hashlib import sha256

from desktop.errors import Damaged, Refused
from desktop.formats import manifest as names
from desktop.formats.digests import Progress
from desktop.formats.manifest import Entry, Manifest, verify_manifest
from desktop.formats.untar import Member, TarReader
from desktop.history import lines


class Reading:
    """The members in the order the manifest tells, each measured while it goes by."""

    def __init__(self, archive: TarReader, total: int, progress: Progress) -> None:
        self._members = archive.members()
        self._total = total
        self._progress = progress
        self._done = 0

    def manifest(self) -> Manifest:
        """The first two members, which vouch for all others."""
        untrusted = self._next(names.MANIFEST).read(names.MAX_MANIFEST)
        return verify_manifest(untrusted, self._next(names.SIGNATURE).read(names.MAX_SIGNATURE))

    def pieces(self, entry: Entry, limit: int) -> Iterator[bytes]:
        """The next member, which must be `entry`. Refused `package.members`, `package.too_large`."""
        if entry.size > limit:
            raise Refused("package.too_large", member=entry.name, limit=limit)
        for piece in checked(self._next(entry.name), entry):
            self._done += len(piece)
            self._progress(self._done, self._total)
            yield piece

    def end(self) -> None:
        """Nothing follows. Refused `package.members` if something does."""
        if next(self._members, None) is not None:
            raise Refused("package.members")

    def _next(self, name: str) -> Member:
        member = next(self._members, None)
        if member is None or member.name != name:
            raise Refused("package.members")
        return member


def checked(member: Member, entry: Entry) -> Iterator[bytes]:
    """A member's pieces; at the end it must have been what the manifest told. Damaged `package.digest`."""
    if member.size != entry.size:
        raise Damaged("package.digest", member=entry.name)
    digest = sha256()
    for piece in member.pieces():
        digest.update(piece)
        yield piece
    if digest.hexdigest() != entry.sha256:
        raise Damaged("package.digest", member=entry.name)


def split_lines(untrusted: Iterable[bytes]) -> Iterator[bytes]:
    """Lines without their line feed, every one ended by one. Damaged `line.form`; Refused `package.line_too_long`."""
    held = io.BytesIO()
    for piece in untrusted:
        *ended, rest = piece.split(b"\n")
        for line in ended:
            held.write(line)
            yield held.getvalue()
            held = io.BytesIO()
        held.write(rest)
        if held.tell() > lines.MAX_LINE:
            raise Refused("package.line_too_long", limit=lines.MAX_LINE)
    if held.tell():
        raise Damaged("line.form")
