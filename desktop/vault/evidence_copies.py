"""The evidence files of a backup: those that are there stay, those that are missing come, none is changed in place."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from desktop.crypto import age
from desktop.errors import Damaged, Hindered
from desktop.vault import copyfolder, files, folder
from desktop.vault.aside import Report
from desktop.vault.blobfile import BlobInfo
from desktop.vault.carrying import Carrier, Joined, digest_of
from desktop.vault.copyfolder import Listed

_HEADER = 1 << 16
_PART = re.compile(r"\.[0-9]{3}\Z")


def name_of(info: BlobInfo) -> str:
    """Of an evidence file, below the folder."""
    return f"{folder.BLOBS}/{info.name[:2]}/{info.name}"


def whole_name(name: str) -> str:
    """Of a file, whichever of its parts `name` is."""
    return _PART.sub("", name)


@dataclass
class EvidenceCopies:
    """Runs in a thread of its own. listed: what stands in the backup and is right; lacking: what even the vault lacks.

    former: what the state before names; none of that is touched before the next one counts: another sealing of a file
    of the same name (after the keys were renewed) goes into `n`.
    """

    vault: Path = field(repr=False)
    place: Path = field(repr=False)
    former: Listed
    thorough: bool
    listed: Listed = field(default_factory=dict)
    lacking: set[str] = field(default_factory=set, repr=False)
    copied: int = 0
    standing: dict[str, str] = field(default_factory=dict, repr=False)
    """By name the other one a file may stand under in the vault, which could not move what it sealed anew."""
    _done: dict[str, bytes] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._there = _by_whole_name([*self.former, *self._unlisted()])

    def missing(self, wanted: Iterable[BlobInfo]) -> list[BlobInfo]:
        """Those still to be looked after: what came since, or was sealed anew since."""
        return [info for info in wanted if self._done.get(info.name) != info.header]

    def keep_only(self, wanted: Iterable[BlobInfo]) -> None:
        """Leave out what was erased since."""
        names = {info.name for info in wanted}
        self.lacking &= names
        self.listed = {name: digest for name, digest in self.listed.items() if whole_name(name)[-32:] in names}

    def room_for(self, wanted: Iterable[BlobInfo]) -> int:
        """Bytes of those that nothing in the backup looks like."""
        return sum(info.stored for info in wanted if name_of(info) not in self._there)

    def bring(self, wanted: Iterable[BlobInfo], carrier: Carrier, report: Report) -> None:
        """Look after these, one by one. Hindered `copy.…`."""
        for info in wanted:
            name = name_of(info)
            found = self._kept(info, name, report)
            if found is None:
                found = self._carried(info, name, carrier)
            if info.name in self._done:  # sealed anew since
                self.listed = {each: digest for each, digest in self.listed.items() if whole_name(each) != name}
            self._done[info.name] = info.header
            self.lacking.discard(info.name)
            if found is None:
                self.lacking.add(info.name)
            else:
                self.listed.update(found)

    def _unlisted(self) -> list[str]:
        """What a backup that was stopped had brought already."""
        found = (path.relative_to(self.place).as_posix() for path in copyfolder.evidence_files(self.place))
        return [name for name in found if name not in self.former]

    def _kept(self, info: BlobInfo, name: str, report: Report) -> Listed | None:
        """What is there already and right; None when it is to be copied."""
        names = self._there.get(name, [])
        paths = [self.place.joinpath(*each.split("/")) for each in names]
        if not names or any(path.parent.is_symlink() for path in paths) or not _is_sealing(info, paths):
            return None
        known = all(each in self.former for each in names)
        if known and not self.thorough:
            return {each: self.former[each] for each in names}
        found = {each: digest_of(path, report)[1] for each, path in zip(names, paths, strict=True)}
        if known:
            return found if all(self.former[each] == found[each] for each in names) else None
        return found if self._reads_alike(info, paths, report) else None

    def _reads_alike(self, info: BlobInfo, paths: Sequence[Path], report: Report) -> bool:
        try:
            with Joined([self._source(info)]) as source, Joined(paths) as copy:
                while True:
                    one, other = source.read(1 << 20), copy.read(1 << 20)
                    report(len(one))
                    if sha256(one).digest() != sha256(other).digest():
                        return False
                    if not one:
                        return True
        except Hindered:
            return False

    def _carried(self, info: BlobInfo, name: str, carrier: Carrier) -> Listed | None:
        path = self._source(info)
        if not _is_sealing(info, [path]):
            return None
        at = f"{folder.NEXT}/{name}" if name in self._there else name
        try:
            with Joined([path]) as source:
                done = carrier.carry(source, info.stored, at)
        except Hindered as hindrance:
            if hindrance.code.startswith("copy."):
                raise
            return None  # the vault's own disk does not give it
        self.copied += 1
        return {each.name.removeprefix(f"{folder.NEXT}/"): each.sha256 for each in done}

    def _source(self, info: BlobInfo) -> Path:
        names = [name for name in (self.standing.get(info.name), info.name) if name is not None]
        paths = [self.vault / folder.BLOBS / name[:2] / name for name in names]
        return next((path for path in paths if path.is_file()), paths[-1])


def _is_sealing(info: BlobInfo, paths: Sequence[Path]) -> bool:
    """Whether size and header are those of this very sealing."""
    try:
        if sum(files.check_regular(path) for path in paths) != info.stored:
            return False
        with Joined(paths) as file:
            return age.header_digest(io.BytesIO(file.read(_HEADER))) == info.header
    except (Damaged, Hindered):
        return False


def _by_whole_name(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        found.setdefault(whole_name(name), []).append(name)
    return found
