"""Checking a whole vault against itself: every hash, signature, digest, opening and file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from desktop.crypto.recipients import Identity
from desktop.errors import Damaged, Hindered, JiashuError, Refused
from desktop.history import revision
from desktop.history.fold import fold
from desktop.history.opening import Opening
from desktop.history.state import RecordState
from desktop.vault import folder, listed
from desktop.vault.append import Parts
from desktop.vault.blobfile import BlobInfo
from desktop.vault.blobs import Blobs
from desktop.vault.connection import Database
from desktop.vault.findings import Report
from desktop.vault.identities import Identities
from desktop.vault.log import Event, following
from desktop.vault.page_check import PageCheck
from desktop.vault.waiting import Waiting

Progress = Callable[[int, int], None]
T = TypeVar("T")

_BY_HAND = (AttributeError, OverflowError, TypeError, ValueError)
"""What reading raises of a value of another type than was written: a tool to edit databases makes text of bytes."""
_SLICE = 256
"""Revisions checked between two reports of progress."""

_PIECE = 4 << 20


class Verification:
    """One check of one vault; changes nothing. Run it slice by slice, so that saving never waits for all of it.

    What is saved meanwhile is no finding: up to where the log went at the beginning is checked, each slice by itself.
    """

    def __init__(
        self,
        parts: Parts,
        blobs: Blobs,
        place: Path,
        identities: Callable[[BlobInfo], Sequence[Identity]],
        others: Callable[[], Identities | None],
    ) -> None:
        """place: the vault's folder. others: the identity database, None while the compartment is closed."""
        self._parts = parts
        self._blobs = blobs
        self._waiting = Waiting(parts.database, blobs)
        self._place = place
        self._identities = identities
        self._others = others
        self.report = Report()

    def slices(self) -> Iterator[tuple[int, int]]:
        """Check a slice at each step; gives (done, total), counted in what is looked at."""
        events, last = self._parts.log.n, self._last()
        kept = [info.name for info in self._listed(self._blobs.every)]
        others = self._others()
        databases = [self._parts.database, *([others.database] if others else [])]
        pages = [database.page_count() for database in databases]
        sized = [self._size(name) for name in kept]
        total = sum(pages) + events + 2 * last + sum(sized)
        done = 0
        for database, count in zip(databases, pages, strict=True):
            steps = self._pages_of(database).steps(count)
            while database is self._parts.database or self._others() is others:  # else it was closed meanwhile
                told = next(steps, None)
                if told is None:
                    break
                yield done + told, total
            done += count
        for check, count in ((self._check_log, events), (self._check_revisions, last), (self._check_shown, last)):
            for start in range(0, count, _SLICE):
                self._each(check, start, min(start + _SLICE, count))
                yield done + min(start + _SLICE, count), total
            done += count
        self.report.waiting = len(self._listed(self._waiting.every))
        for name, size in zip(kept, sized, strict=True):
            for read in self._check_file(name):
                yield done + min(read, size), total
            done += size
            yield done, total
        for name in (*folder.strange_names(self._place), *self._listed(self._blobs.strange)):
            self.report.found(Hindered("vault.strange_file", file=name), name)

    def _listed(self, ask: Callable[[], Sequence[T]]) -> Sequence[T]:
        """What a table lists; nothing where a page of it is damaged, which is found as such."""
        try:
            return ask()
        except Damaged as damage:
            self.report.found(damage, folder.MAIN)
            return ()

    def _pages_of(self, database: Database) -> PageCheck:
        if database is self._parts.database:
            return PageCheck(database, self.report, self._parts.projection.index.check)
        return PageCheck(database, self.report)

    def _last(self) -> int:
        try:
            return self._parts.revisions.last()
        except Damaged:
            return self._parts.revisions.last_from_index()

    def _each(self, check: Callable[[int, int], None], after: int, last: int) -> None:
        """A slice at once; where a page of it is damaged, or holds what no program of ours writes, each by itself, so
        that all others are checked."""
        noted = replace(self.report, findings=list(self.report.findings))
        try:
            check(after, last)
        except (Damaged, *_BY_HAND):
            of_log = check == self._check_log
            self.report.__dict__.update(noted.__dict__)
            for number in range(after, last):
                try:
                    check(number, number + 1)
                except Damaged as damage:
                    self._found_unreadable(damage, number + 1, of_log=of_log)
                except _BY_HAND:
                    spoilt = Damaged("vault.log" if of_log else "revision.signature")
                    self._found_unreadable(spoilt, number + 1, of_log=of_log)

    def _found_unreadable(self, damage: Damaged, number: int, *, of_log: bool) -> None:
        """Of an event its number; of a revision its id, which an index has too, and the record it belongs to."""
        revisions = self._parts.revisions
        identifier = None if of_log else _unless_damaged(revisions.id_from_index, number)
        if identifier is None:
            subject, record = str(number), None
        else:
            subject, record = identifier, _unless_damaged(revisions.record_from_index, number)
        if all((one.subject, one.record) != (subject, record) for one in self.report.findings):
            self.report.found(damage, subject, record)

    def _check_log(self, after: int, last: int) -> None:
        """Recompute h_n from what was there before."""
        rows = self._parts.database.all(
            "SELECT n, event, revision, hash FROM log WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n",
            (_numbers(after, last),),
        )
        ids = self._parts.revisions.ids({row[2] for row in rows})
        before = self._parts.log.hash_at(after) or b""
        for expected, (n, event, seq, kept) in enumerate(rows, start=after + 1):
            self.report.events += 1
            if n != expected or seq not in ids or following(before, event, bytes.fromhex(ids[seq])) != kept:
                self.report.found(Damaged("vault.log"), str(n))
            before = kept
        if len(rows) != last - after:
            self.report.found(Damaged("vault.log"), str(last))

    def _check_revisions(self, after: int, last: int) -> None:
        rows = self._parts.database.all(
            "SELECT revision.seq, revision.id, revision.envelope, revision.signature, revision.opening,"
            " revision.sealed, root.id FROM revision LEFT JOIN revision AS root ON root.seq = revision.record"
            " WHERE revision.seq IN (SELECT value FROM json_each(?))",
            (_numbers(after, last),),
        )
        for seq, identifier, envelope, signature, opening, sealed, root in rows:
            self.report.revisions += 1
            subject, record = identifier.hex(), (root or b"").hex() or None
            try:
                said = revision.verify(envelope, signature)
            except JiashuError as error:
                self.report.found(error, subject, record)
                continue
            if said.id != subject:
                self.report.found(Damaged("revision.id"), subject, record)
            elif said.record != record:
                self.report.found(Damaged("revision.record"), subject, said.record)
            self._check_presence(seq, subject, record, opening is not None or sealed is not None)
            self._check_opening(seq, said, opening, sealed)

    def _check_presence(self, seq: int, subject: str, record: str | None, here: bool) -> None:
        """Never here, erased and lost are three things: the events tell which."""
        events = self._parts.database.all("SELECT event FROM log WHERE revision = ? ORDER BY n", (seq,))
        last = events[-1][0] if events else None
        if last is None:
            self.report.found(Damaged("vault.no_event"), subject, record)
        elif last in {Event.WHOLE, Event.OPENED} and not here:
            self.report.found(Damaged("vault.opening_lost"), subject, record)
        elif last == Event.BARE and here:
            self.report.found(Damaged("vault.opening_unexplained"), subject, record)

    def _check_opening(self, seq: int, said: revision.Revision, opening: bytes | None, sealed: bytes | None) -> None:
        try:
            if opening is not None:
                self.report.openings += 1
                Opening.parse(opening).check(said.envelope)
            if sealed is not None:
                self._parts.compartment.unseal_opening(sealed).check(said.envelope)
                self.report.openings += 1
                if not listed.unsealed_as(self._others(), seq, said):
                    self.report.found(listed.otherwise(), said.id, said.record)
        except Refused as refusal:
            if refusal.code == "vault.compartment_closed":
                self.report.sealed += 1
            else:
                self.report.found(refusal, said.id, said.record)
        except Damaged as damage:
            self.report.found(damage, said.id, said.record)

    def _check_shown(self, after: int, last: int) -> None:
        """Every record folds, and no list leaves one out."""
        rows = self._parts.database.all(
            "SELECT revision.seq, revision.id, record.kind FROM revision LEFT JOIN record ON record.seq = revision.seq"
            " WHERE revision.record = revision.seq AND revision.seq IN (SELECT value FROM json_each(?))",
            (_numbers(after, last),),
        )
        for seq, identifier, kind in rows:
            try:
                self._check_listed(seq, identifier.hex(), kind)
            except Damaged as damage:
                self._found_unreadable(damage, seq, of_log=False)

    def _check_listed(self, seq: int, record: str, kind: str | None) -> None:
        """What is wrong with the record itself was found before, and shows in the lists too."""
        state = self._folded(seq)
        if state.kind != kind:
            self.report.found(Damaged("vault.not_listed"), record, record)
        elif any(one.record == record for one in self.report.findings):
            return
        elif not (listed.listed_as(self._parts.database, seq, state) and listed.listed_with_names(self._others(), seq)):
            self.report.found(listed.otherwise(), record, record)

    def _folded(self, seq: int) -> RecordState:
        stored = self._parts.revisions.of_record(seq)
        openings = {each.revision.id: opened for each in stored if (opened := each.opened) is not None}
        return fold([each.revision for each in stored], openings, self._parts.own)

    def _size(self, name: str) -> int:
        """What reading a file counts for, next to a revision."""
        info = self._blobs.info(name)
        return 1 if info is None else 1 + info.size // 4096

    def _check_file(self, name: str) -> Iterator[int]:
        """Gives how much of it was read, as `_size` counts."""
        info = self._blobs.info(name)
        if info is None:
            return  # erased meanwhile
        self.report.files += 1
        record = self._blobs.keeper(name)
        try:
            hashed = sha256()
            with self._blobs.open(info, self._identities(info)) as reader:
                while piece := reader.read(_PIECE):
                    hashed.update(piece)
                    yield reader.tell() // 4096
            if hashed.digest() != info.sha256:
                self.report.found(Damaged("vault.file", file=name), name, record)
        except Refused as refusal:
            if refusal.code == "vault.compartment_closed":
                self.report.sealed += 1
            elif self._blobs.info(name) == info:  # no key that is here opens it
                self.report.found(Damaged("vault.file", file=name, cause=refusal.code), name, record)
        except JiashuError as error:
            if self._blobs.info(name) == info:
                self.report.found(error, name, record)


def _unless_damaged(ask: Callable[[int], str | None], number: int) -> str | None:
    """What an index tells; None where its own page, or one above both, is the damaged one."""
    try:
        return ask(number)
    except Damaged:
        return None


def _numbers(after: int, last: int) -> str:
    """Each by itself: SQLite would look at the one behind the end of a range, which may stand in a damaged page."""
    return json.dumps(list(range(after + 1, last + 1)))
