"""Checking a whole vault against itself: every hash, signature, digest, opening and file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop.crypto.recipients import Identity
from desktop.errors import Damaged, Hindered, JiashuError, Refused
from desktop.history import revision
from desktop.history.fold import fold
from desktop.history.opening import Opening
from desktop.history.state import RecordState
from desktop.vault import blobfile, folder
from desktop.vault.append import Parts
from desktop.vault.blobfile import BlobInfo
from desktop.vault.blobs import Blobs
from desktop.vault.log import Event, following
from desktop.vault.waiting import Waiting

Progress = Callable[[int, int], None]

_SLICE = 256
"""Revisions checked between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong. subject: id of a revision, name of a file in the vault, or number of an event."""

    error: JiashuError
    subject: str

    @property
    def code(self) -> str:
        return self.error.code


@dataclass
class Report:
    """What was looked at, counted, and what was found wrong.

    sealed: openings that could not be checked now. waiting: packages whose names wait for the compartment.
    """

    revisions: int = 0
    openings: int = 0
    sealed: int = 0
    files: int = 0
    events: int = 0
    waiting: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not self.findings

    def found(self, error: JiashuError, subject: str) -> None:
        self.findings.append(Finding(error, subject))


class Verification:
    """One check of one vault; changes nothing. Run it slice by slice, so that saving never waits for all of it."""

    def __init__(
        self, parts: Parts, blobs: Blobs, place: Path, identities: Callable[[BlobInfo], Sequence[Identity]]
    ) -> None:
        """place: the vault's folder."""
        self._parts = parts
        self._blobs = blobs
        self._waiting = Waiting(parts.database, blobs)
        self._place = place
        self._identities = identities
        self.report = Report()

    def slices(self) -> Iterator[tuple[int, int]]:
        """Check a slice at each step; gives (done, total), counted in what is looked at.

        Ends early when pages are damaged: SQLCipher's connection says nothing reliable after that.
        """
        self._check_pages()
        if not self.report.sound:
            return
        kept = self._blobs.every()
        events, last = self._parts.log.n, self._parts.revisions.last()
        total = 1 + events + 2 * last + len(kept)
        done = 1
        yield done, total
        for check, count in ((self._check_log, events), (self._check_revisions, last), (self._check_shown, last)):
            for start in range(0, count, _SLICE):
                check(start, min(start + _SLICE, count))
                yield done + min(start + _SLICE, count), total
            done += count
        self.report.waiting = len(self._waiting.every())
        for info in kept:
            self._check_file(info)
            done += 1
            yield done, total
        for name in (*folder.strange_names(self._place), *self._blobs.strange()):
            self.report.found(Hindered("vault.strange_file", file=name), name)

    def _check_pages(self) -> None:
        database = self._parts.database
        try:
            # The pages are read from the file alone: one that a kill left there by half is whole in the log of writes.
            with suppress(Hindered):
                database.truncate_wal()
            for (page,) in database.all("PRAGMA cipher_integrity_check"):
                self.report.found(Damaged("vault.page"), str(page))
            for (told,) in database.all("PRAGMA integrity_check"):
                if told != "ok":
                    self.report.found(Damaged("vault.database"), database.path.name)
            self._parts.projection.index.check()
        except Damaged as damage:
            self.report.found(damage, database.path.name)

    def _check_log(self, after: int, last: int) -> None:
        """Recompute h_n from what was there before."""
        rows = self._parts.database.all(
            "SELECT log.n, log.event, revision.id, log.hash FROM log LEFT JOIN revision ON revision.seq = log.revision"
            " WHERE log.n > ? AND log.n <= ? ORDER BY log.n",
            (after, last),
        )
        before = self._parts.log.hash_at(after) or b""
        for expected, (n, event, identifier, kept) in enumerate(rows, start=after + 1):
            self.report.events += 1
            if n != expected or identifier is None or following(before, event, identifier) != kept:
                self.report.found(Damaged("vault.log"), str(n))
            before = kept
        if len(rows) != last - after:
            self.report.found(Damaged("vault.log"), str(last))

    def _check_revisions(self, after: int, last: int) -> None:
        rows = self._parts.database.all(
            "SELECT seq, id, envelope, signature, opening, sealed FROM revision WHERE seq > ? AND seq <= ?",
            (after, last),
        )
        for seq, identifier, envelope, signature, opening, sealed in rows:
            self.report.revisions += 1
            subject = identifier.hex()
            try:
                said = revision.verify(envelope, signature)
            except JiashuError as error:
                self.report.found(error, subject)
                continue
            if said.id != subject:
                self.report.found(Damaged("revision.id"), subject)
            self._check_presence(seq, subject, opening is not None or sealed is not None)
            self._check_opening(said, opening, sealed)

    def _check_presence(self, seq: int, subject: str, here: bool) -> None:
        """Never here, erased and lost are three things: the events tell which."""
        events = self._parts.database.all("SELECT event FROM log WHERE revision = ? ORDER BY n", (seq,))
        last = events[-1][0] if events else None
        if last is None:
            self.report.found(Damaged("vault.no_event"), subject)
        elif last in {Event.WHOLE, Event.OPENED} and not here:
            self.report.found(Damaged("vault.opening_lost"), subject)
        elif last == Event.BARE and here:
            self.report.found(Damaged("vault.opening_unexplained"), subject)

    def _check_opening(self, said: revision.Revision, opening: bytes | None, sealed: bytes | None) -> None:
        try:
            if opening is not None:
                self.report.openings += 1
                Opening.parse(opening).check(said.envelope)
            if sealed is not None:
                self._parts.compartment.unseal_opening(sealed).check(said.envelope)
                self.report.openings += 1
        except Refused as refusal:
            if refusal.code == "vault.compartment_closed":
                self.report.sealed += 1
            else:
                self.report.found(refusal, said.id)
        except Damaged as damage:
            self.report.found(damage, said.id)

    def _check_shown(self, after: int, last: int) -> None:
        """Every record folds, and no list leaves one out."""
        rows = self._parts.database.all(
            "SELECT revision.seq, revision.id, record.kind FROM revision LEFT JOIN record ON record.seq = revision.seq"
            " WHERE revision.record = revision.seq AND revision.seq > ? AND revision.seq <= ?",
            (after, last),
        )
        for seq, identifier, kind in rows:
            try:
                if self._folded(seq).kind != kind:
                    self.report.found(Damaged("vault.not_listed"), identifier.hex())
            except Damaged as damage:
                self.report.found(damage, identifier.hex())

    def _folded(self, seq: int) -> RecordState:
        stored = self._parts.revisions.of_record(seq)
        openings = {each.revision.id: opened for each in stored if (opened := each.opened) is not None}
        return fold([each.revision for each in stored], openings, self._parts.own)

    def _check_file(self, info: BlobInfo) -> None:
        self.report.files += 1
        try:
            with self._blobs.open(info, self._identities(info)) as reader:
                if blobfile.digest(reader) != info.sha256:
                    self.report.found(Damaged("vault.file"), info.name)
        except Refused:
            self.report.sealed += 1  # the compartment is closed
        except JiashuError as error:
            self.report.found(error, info.name)
