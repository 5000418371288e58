"""What can be done to an open vault: adding to records, erasing, evidence, drafts, settings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from desktop.crypto.recipients import HybridRecipient, Identity
from desktop.crypto.signing import SigningKey
from desktop.errors import Hindered, Refused
from desktop.history import revise
from desktop.history.envelope import target
from desktop.vault.append import Addition, Appended, Parts, by_record, in_order
from desktop.vault.blobfile import BlobFile, BlobInfo, BlobWriter, SealedTo
from desktop.vault.blobs import Blobs
from desktop.vault.changes import Changes
from desktop.vault.compartment import Compartment
from desktop.vault.contacts import Contacts
from desktop.vault.derived import Derived
from desktop.vault.drafts import Draft, Drafts
from desktop.vault.erasure import Erasure
from desktop.vault.keeping import Keeping
from desktop.vault.outbox import Outbox
from desktop.vault.reading import Reading
from desktop.vault.record import RecordWriter
from desktop.vault.refusals import Refusals
from desktop.vault.settings import Settings
from desktop.vault.unlocking import Opened
from desktop.vault.waiting import Waiting

Clock = Callable[[], int]
Progress = Callable[[int, int], None]
JSON = Any


@contextmanager
def _last_steps() -> Iterator[None]:
    """What is committed stays, whatever fails from here on: it must not be told as not done, nor be done twice."""
    try:
        yield
    except Hindered as error:
        raise Hindered("vault.unfinished", because=error.code) from error


class Writing(Reading):
    """The half of a vault that changes it.

    contacts, outbox, derived, refusals, keeping: plain tables of their own.
    """

    def __init__(self, opened: Opened, clock: Clock) -> None:
        super().__init__(opened.database, opened.authors.own)
        self._bundle: Opened | None = opened
        self._clock = clock
        self._compartment = Compartment(opened.compartment_recipient)
        self._parts = Parts.of(opened.database, opened.log, self._compartment, self._own)
        self._blobs = Blobs(opened.database, opened.place, self._recipient)
        self._waiting = Waiting(opened.database, self._blobs)
        self._drafts = Drafts(opened.database, self._compartment)
        self._settings = Settings(opened.database)
        self.contacts = Contacts(opened.database)
        self.outbox = Outbox(opened.database)
        self.derived = Derived(opened.database)
        self.refusals = Refusals(opened.database)
        self.keeping = Keeping(opened.database, clock)
        self._erasure = Erasure(opened.database, self._blobs, self._drafts, self.derived)

    @property
    def signing(self) -> SigningKey:
        """Signs what is written here."""
        return self._opened.authors.current

    @property
    def own_authors(self) -> frozenset[str]:
        """Public keys, hex, of this vault and of the owner's others."""
        return self._opened.authors.own

    def append(
        self, additions: Iterable[Addition], *, drafts_done: Collection[str] = (), progress: Progress | None = None
    ) -> Changes:
        """Add revisions with what came beside them, in one transaction; what is known already changes nothing.

        A file that was committed to `incoming` is kept with the `evidence` record whose `blob` names it. What an own
        erasure covers is gone for good when this returns, unless the compartment is closed (`erasures_pending`).
        drafts_done: drafts dropped in the same transaction. Damaged `opening.…`, `lineage.…`, Hindered `disk.…`: then
        nothing of it is kept. Hindered `vault.unfinished`: all of it is kept, an erasure is on record, and what could
        not be done after that (`erasures_pending`) is done at the next unlocking.
        """
        return self.append_records(by_record(additions).items(), drafts_done=drafts_done, progress=progress)

    def append_records(
        self,
        records: Iterable[tuple[str, Iterable[Addition]]],
        *,
        drafts_done: Collection[str] = (),
        to_wait: Mapping[str, str] | None = None,
        waited: Collection[str] = (),
        progress: Progress | None = None,
    ) -> Changes:
        """The same, told record by record, so that what is much is never held whole. records: each id once.

        to_wait: finished incoming files that wait from then on for the compartment, by name the SHA-256 (hex) of the
        sealed names they came with. waited: what waited, by that digest, and is merged with these.
        """
        done = Appended()
        with self._opened.log.in_step(), self._database.transaction():
            for record, additions in records:
                RecordWriter(self._parts, record, done).add(in_order(additions))
            self._follow(done, drafts_done)
            self._waiting.adopt(to_wait or {})
            self._waiting.leave(waited)
        with _last_steps():
            self._after(done, progress)
            self._sweep_waited(to_wait or {}, waited)
        return done.changes()

    def erase(self, record: str, targets: str | Collection[str], progress: Progress | None = None) -> Changes:
        """Erase ``"record"``, or targets as `history.envelope.target` writes them. Refused as `revise.erase` says."""
        said = revise.erase(self.state(record), targets, self.signing, self._clock())
        return self.append([Addition(said)], progress=progress)

    def strike(self, revision: str, path: str | None = None, progress: Progress | None = None) -> Changes:
        """Erase one wording: a field of a revision, or all it said. Refused `record.unknown`."""
        stored = self._revisions.one(revision)
        if stored is None:
            raise Refused("record.unknown", record=revision)
        return self.erase(stored.revision.record, (target(revision, path),), progress)

    @property
    def erasures_pending(self) -> bool:
        """Whether something erased is still to be removed, mostly when the compartment is next open."""
        return bool(self._erasure.pending)

    @property
    def waiting(self) -> tuple[str, ...]:
        """What came for the compartment while it was closed, the earliest first: SHA-256 (hex) of the sealed names."""
        return self._waiting.every()

    def waiting_names(self, digest: str) -> BlobInfo:
        """The file with the sealed names themselves."""
        return self._waiting.names(digest)

    def waiting_evidence(self, digest: str) -> tuple[BlobInfo, ...]:
        """The files that came with them."""
        return self._waiting.evidence(digest)

    def incoming(self, sealed_to: SealedTo, name: str | None = None) -> BlobWriter:
        """Take an evidence file in; see `append`. name: the one an arriving record gives it."""
        return self._blobs.incoming(sealed_to, name)

    def blob(self, name: str) -> BlobFile:
        """A seekable reader of an evidence file; close it. Refused `vault.no_file`, `vault.compartment_closed`."""
        info = self._blobs.info(name)
        if info is None:
            raise Refused("vault.no_file", file=name)
        return self._blobs.open(info, self._opens(info))

    def blob_info(self, name: str) -> BlobInfo | None:
        """What is known of an evidence file; None when its bytes are not here."""
        return self._blobs.info(name)

    def blobs_of(self, record: str) -> list[BlobInfo]:
        """The evidence files that go when a record is erased."""
        return self._blobs.of_record(record)

    def keep_draft(self, key: str, value: JSON, *, sealed: bool = False) -> None:
        """Overwrite a draft. sealed: what it holds belongs to the identity compartment."""
        self._drafts.keep(key, value, self._clock(), sealed=sealed)

    def draft(self, key: str) -> Draft | None:
        return self._drafts.one(key)

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, the latest first."""
        return self._drafts.every()

    def drop_draft(self, key: str) -> None:
        self._drafts.drop([key])

    def setting(self, name: str, default: JSON = None) -> JSON:
        """A setting kept inside the vault."""
        return self._settings.value(name, default)

    def set_setting(self, name: str, value: JSON) -> None:
        """Keep a setting inside the vault; None forgets it."""
        self._settings.keep(name, value)

    def log_hash(self, n: int) -> bytes | None:
        """h_n, or None when the log is shorter."""
        return self._opened.log.hash_at(n)

    @property
    def log_end(self) -> tuple[int, bytes]:
        """n and h_n of the last event."""
        return self._opened.log.n, self._opened.log.hash

    @property
    def _opened(self) -> Opened:
        if self._bundle is None:
            raise Refused("vault.locked")
        return self._bundle

    def _forget(self) -> None:
        """Overwrite the keys; what is asked afterwards is Refused `vault.locked`."""
        bundle, self._bundle = self._bundle, None
        if bundle is not None:
            bundle.wipe()

    def _follow(self, done: Appended, drafts_done: Collection[str]) -> None:
        """What else belongs into the transaction that wrote to records."""
        if drafts_done:
            self._drafts.drop(drafts_done)
        for name, record in done.files.items():
            self._blobs.adopt(name, record)
        self._erasure.note(done)

    def _after(self, done: Appended, progress: Progress | None = None) -> None:
        for name in done.files:
            self._blobs.finished.pop(name, None)
        if done.sealed and self._identities is not None:
            self._identities.apply(done.sealed)
        if done.struck or done.erased or done.hidden:
            self._erasure.finish(self._identities, progress)

    def _sweep_waited(self, to_wait: Collection[str], waited: Collection[str]) -> None:
        for name in to_wait:
            self._blobs.finished.pop(name, None)
        if waited:
            self._blobs.sweep()

    def _strike_what_waited(self) -> None:
        """Erase in the compartment, now that it is open, what could not be reached while it was closed."""
        for record in self._erasure.to_strike:
            done = Appended()
            with self._opened.log.in_step(), self._database.transaction():
                RecordWriter(self._parts, record, done).strike()
                self._follow(done, ())
                self._erasure.struck(record)

    def _recipient(self, sealed_to: SealedTo) -> HybridRecipient:
        return self._opened.ring.recipient if sealed_to == "vault" else self._compartment.recipient

    def _opens(self, info: BlobInfo) -> Sequence[Identity]:
        ring = self._opened.ring if info.sealed_to == "vault" else self._compartment.ring
        return ring.identities
