"""A backup of an open vault: its next state written beside the former one, verified, and only then put in its place."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from desktop.crypto import age
from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import copyfolder, files, folder, marker, slots, system
from desktop.vault.aside import Aside, Report
from desktop.vault.blobfile import BlobInfo
from desktop.vault.blobs import Blobs
from desktop.vault.carrying import Carrier, onto_disk, refused
from desktop.vault.connection import Database
from desktop.vault.copycheck import Counted
from desktop.vault.copyfolder import Listed
from desktop.vault.evidence_copies import EvidenceCopies, whole_name
from desktop.vault.log import Event
from desktop.vault.marker import Marker
from desktop.vault.state_copies import StateCopies
from desktop.vault.unlocking import Opened

T = TypeVar("T")
Slices = Generator[None, None, None]

_MARGIN = 1 << 20
_TRIES = 20
_TO_VAULT = (slots.CONTACT, slots.SIGNING)


@dataclass(frozen=True, slots=True)
class Made:
    """What a backup holds now. n, hash: the end of the log in it. files: evidence; copied, removed: of it, this time.

    read: bytes written and read back. lacking: evidence files that the vault itself has not whole. split: files that
    had to be cut into parts. first: there was no backup in the folder.
    """

    first: bool
    n: int
    hash: bytes
    records: int
    revisions: int
    files: int
    copied: int
    removed: int
    read: int
    lacking: int
    split: int


class Backup:
    """One backup of one vault. Run it slice by slice, so that saving never waits for all of it.

    Left before its end, the former backup is as it was; what was begun is gone on with, or removed, the next time.
    """

    def __init__(
        self,
        opened: Opened,
        identities: Callable[[], Database | None],
        place: Path,
        *,
        thorough: bool = False,
        part_size: int | None = None,
    ) -> None:
        """identities: the database of the open compartment. place: a new or empty folder, or one of our backups.

        thorough: every file that is there already is read and compared, and copied anew where it is not right.
        part_size: bytes of the largest file its disk takes, where that is not to be found out.
        """
        self._opened = opened
        self._identities = identities
        self._place = place
        self.thorough = thorough
        self._limit = part_size
        self._needed = 0
        self._bytes = self._total = 0
        self._copies = StateCopies(opened.place, place, self._aside, self._count, self._carrier)
        self._latest: Aside[Any] = Aside(_nothing)
        self._under_way: Generator[tuple[int, int], None, None] | None = None
        self.made: Made | None = None

    def slices(self) -> Iterator[tuple[int, int]]:
        """Do a moment's work at each step; gives (done, total) in bytes written and read back.

        Refused `backup.own_vault`, `backup.other_files`, `backup.is_vault`, `backup.other_vault`, `backup.newer`,
        `backup.branch`, `file.…`; Hindered `copy.…`, `vault.in_use`; Damaged `vault.…` when the vault itself is.
        """
        self._under_way = self._slices()
        return self._under_way

    def close(self) -> None:
        """End it, wherever it is: the vault is being locked."""
        if self._under_way is not None:
            self._under_way.close()

    def _slices(self) -> Generator[tuple[int, int], None, None]:
        with onto_disk():
            first = self._prepare()
        held = self._lock()
        try:
            for _ in self._make(first):
                self._total = max(self._total, self._bytes)
                yield self._bytes, self._total
        finally:
            self._latest.when_over(held.release)  # a flush that takes its time still writes there after a lock

    def _make(self, first: bool) -> Slices:
        yield from self._aside(lambda _: copyfolder.clean(self._place))
        with onto_disk():
            former = {} if first else self._former()
        evidence = EvidenceCopies(self._opened.place, self._place, former, self.thorough)
        wanted = Blobs.listed(self._opened.database)
        self._measure(evidence, wanted)
        yield from self._aside(lambda _: self._begin())
        yield from self._bring(evidence, wanted)
        counted, state = yield from self._state(evidence)
        listed = {**state, **evidence.listed}
        yield from self._aside(lambda report: self._commit(listed, report))
        names = {whole_name(name) for name in evidence.listed}
        self.made = Made(
            first=first,
            n=counted.n,
            hash=counted.hash,
            records=counted.records,
            revisions=counted.revisions,
            files=len(names),
            copied=evidence.copied,
            removed=len({whole_name(name) for name in former if name.startswith(f"{folder.BLOBS}/")} - names),
            read=self._bytes,
            lacking=len(evidence.lacking),
            split=sum(name.endswith(".001") for name in listed),
        )

    # ------------------------------------------------------------------------------------ before anything is written

    def _prepare(self) -> bool:
        """Whether it is the first backup in this folder; the folder is there then, and nothing of others in it."""
        copyfolder.refuse_inside(self._place, self._opened.place)
        if os.path.lexists(self._place):
            if not self._place.is_dir():
                raise Refused("file.exists")
            if copyfolder.strangers(self._place):
                raise Refused("backup.other_files")
        elif self._place.parent.is_dir():
            with onto_disk():
                system.make_private_folder(self._place)
                system.sync_folder(self._place.parent)
        else:
            raise Hindered("file.no_folder")
        first = not copyfolder.is_backup(self._place)
        if first and any(copyfolder.STATE.fullmatch(entry.name) for entry in self._place.iterdir()):
            raise Refused("backup.is_vault")
        return first

    def _lock(self) -> folder.FolderLock:
        try:
            return folder.lock(self._place)
        except Hindered as hindrance:
            if hindrance.code == "vault.in_use":
                raise
            raise refused(hindrance, 0) from None

    def _former(self) -> Listed:
        """The state before: a backup of this vault, and of no later state of it."""
        tag, former = copyfolder.read_list(self._place)
        if tag != copyfolder.tag(self._opened.vault_id):
            raise Refused("backup.other_vault")
        with suppress(Damaged):  # sealed before the keys were renewed, or damaged: what replaces it is not
            said = marker.unseal(files.read(self._place / folder.CLOSED, _MARGIN), self._opened.ring.identities)
            told = marker.compare(said, self._opened.log, self._opened.vault_id, exact=False)
            if told is not None:
                if told.code == "vault.older":
                    raise Refused("backup.newer", events=told.details["events"])
                raise Refused("backup.branch")
        return former

    def _measure(self, evidence: EvidenceCopies, wanted: Sequence[BlobInfo]) -> None:
        """Room for the databases beside the former ones, and for what is missing. Hindered `copy.no_room`."""
        identities = self._identities()
        pages = self._opened.database.size + (identities.size if identities else 0)
        missing = evidence.room_for(wanted)
        self._needed = missing + pages + _MARGIN
        self._total = 2 * missing + 4 * pages
        self._limit = self._limit or system.largest_file(self._place)
        try:
            files.check_room(self._place, self._needed)
        except Hindered as hindrance:
            raise refused(hindrance, self._needed) from None

    def _begin(self) -> None:
        with onto_disk(self._needed):
            system.make_private_folder(self._place / folder.NEXT)

    # ---------------------------------------------------------------------------------------------------- the files

    def _bring(self, evidence: EvidenceCopies, wanted: Sequence[BlobInfo]) -> Slices:
        evidence.standing = dict(Blobs.not_in_place(self._opened.database))
        yield from self._aside(lambda report: evidence.bring(wanted, self._carrier(report), report))

    def _state(self, evidence: EvidenceCopies) -> Generator[None, None, tuple[Counted, Listed]]:
        """Both databases, with every file of evidence the main one names, and the slots that open them; all of it anew
        when something was erased meanwhile, or the keys it is sealed to left the slots.
        """
        for _ in range(_TRIES):
            state: Listed = {}
            keys, begun = self._keys(), self._opened.log.n
            if (identities := self._identities()) is not None:  # behind the log at worst: what is missing is caught up
                other = yield from self._copies.copy(identities, folder.IDENTITIES)
                if other is None:
                    continue
                state |= other.listed
            main = yield from self._copies.copy(self._opened.database, folder.MAIN)
            if main is None or main.counted is None:
                continue
            self._compare(main.counted)
            yield from self._bring(evidence, evidence.missing(main.files))
            evidence.keep_only(main.files)
            if not self._is_of_today(evidence.lacking, main.files, keys):
                continue
            state |= main.listed | (yield from self._aside(self._writing(self._small_files(main.counted))))
            if not self._erased_since(begun):
                return main.counted, state
        raise Hindered("vault.busy", file=folder.MAIN)

    def _keys(self) -> list[bytes | str]:
        """What tells the keys of the databases and those in the slots, all of which may be renewed meanwhile."""
        salts = [each.salt for each in (self._opened.database, self._identities()) if each is not None]
        return [*salts, *(identity.recipient.text for identity in self._opened.ring.identities)]

    def _erased_since(self, n: int) -> bool:
        """Whether words were struck that may be in the copies."""
        struck = "SELECT EXISTS (SELECT 1 FROM log WHERE n > ? AND event = ?)"
        return bool(self._opened.database.value(struck, (n, Event.ERASED)))

    def _is_of_today(self, lacking: set[str], files_then: Sequence[BlobInfo], keys: list[bytes | str]) -> bool:
        """Whether the slots of today open what was copied, and no file is lacking because it was erased or sealed anew
        since. Nothing comes between this and reading the slots.
        """
        then = {info.name: info.header for info in files_then}
        now = {info.name: info.header for info in Blobs.listed(self._opened.database)} if lacking else {}
        return self._keys() == keys and all(now.get(name) == then.get(name) for name in lacking)

    def _compare(self, copy: Counted) -> None:
        """Against the vault itself, as it was when that was copied. Damaged `backup.copy_damaged`."""
        source = Counted.of(self._opened.database, up_to=copy.last)
        same = (copy.records, copy.revisions) == (source.records, source.revisions)
        if not same or self._opened.log.hash_at(copy.n) != copy.hash or copy.vault_id != self._opened.vault_id:
            raise Damaged("backup.copy_damaged")

    def _small_files(self, counted: Counted) -> dict[str, bytes]:
        """Slots as they are today, and a mark of the log in the copy. Damaged `vault.key_slot`, `vault.missing`, …"""
        place, ring = self._opened.place, self._opened.ring
        found = {slot: files.read(place / slot, slots.LIMIT) for slot in folder.SLOTS}
        for slot, content in found.items():
            try:
                age.header_digest(io.BytesIO(content))
            except Damaged as damage:
                raise Damaged("vault.key_slot", slot=slot, cause=damage.code) from None
            if slot in _TO_VAULT and slots.open_slot(place, slot, ring.identities) is None:
                raise Damaged("vault.key_slot", slot=slot, cause="recipient")
        found[folder.CLOSED] = Marker(counted.vault_id, counted.n, counted.hash).seal(ring.recipient)
        return found

    def _writing(self, small: dict[str, bytes]) -> Callable[[Report], Listed]:
        def write(report: Report) -> Listed:
            carrier = self._carrier(report)
            several = (carrier.content(content, f"{folder.NEXT}/{name}") for name, content in small.items())
            return {each.name.removeprefix(f"{folder.NEXT}/"): each.sha256 for done in several for each in done}

        return write

    def _commit(self, listed: Listed, report: Report) -> None:
        content = copyfolder.written_list(self._opened.vault_id, listed)
        self._carrier(report).content(content, f"{folder.NEXT}/{folder.LISTED}")
        copyfolder.commit(self._place)

    # ---------------------------------------------------------------------------------------------------------------

    def _carrier(self, report: Report) -> Carrier:
        return Carrier(self._place, self._limit, self._needed, report)

    def _count(self, size: int) -> None:
        self._bytes += size

    def _aside(self, work: Callable[[Report], T]) -> Generator[None, None, T]:
        """In a thread of its own; what it reports is counted here."""
        before = self._bytes
        aside = Aside(work)
        self._latest = aside
        slices = aside.slices()
        while True:
            try:
                with onto_disk(self._needed):
                    self._bytes = before + next(slices)
            except StopIteration as end:
                result: T = end.value
                return result
            yield


def _nothing(_report: Report) -> None:
    """No work with files has begun yet."""
