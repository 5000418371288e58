"""A vault made from a backup in a new place: the backup is only ever read, and what came out of it is checked whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from desktop.crypto.recipients import Identity
from desktop.errors import Damaged, Hindered, JiashuError, Refused
from desktop.vault import copyfolder, files, folder, keyfile, slots, system
from desktop.vault.aside import Aside, Report
from desktop.vault.carrying import Carrier, Joined, onto_disk, refused
from desktop.vault.copyfolder import Listed
from desktop.vault.evidence_copies import whole_name
from desktop.vault.findings import Finding
from desktop.vault.slots import KeyRing
from desktop.vault.vault import Vault

T = TypeVar("T")
Clock = Callable[[], int]

_MARGIN = 1 << 20
_NOT_COPIED = ("-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens a backup, as on its day: the passphrase, with the text of a key file where it asks for one, or the
    recovery key.
    """

    passphrase: str = field(default="", repr=False)
    key_file: str | None = field(default=None, repr=False)
    recovery: Identity | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came out. lost: evidence that could not be read from the backup; differing: files that are not as they were
    when the backup was made. findings: what checking all of it found wrong; unchecked: what could not be checked
    because the compartment has a passphrase of its own.
    """

    vault_id: bytes
    n: int
    hash: bytes
    records: int
    revisions: int
    files: int
    lost: int
    differing: int
    unchecked: int
    findings: tuple[Finding, ...]


class Origin:
    """The files of a backup, or of a vault somebody copied by hand, wherever in its folder they lie."""

    def __init__(self, place: Path) -> None:
        """Refused `vault.not_found`, `vault.is_file`, `vault.not_a_vault`; Hindered `vault.in_use`; Damaged
        `backup.list`."""
        if not place.is_dir():
            raise Refused("vault.is_file" if os.path.lexists(place) else "vault.not_found")
        if folder.in_use(place):
            raise Hindered("vault.in_use", process=0)
        self.place = place
        self._listed: Listed = {}
        if copyfolder.is_backup(place):
            self._listed = copyfolder.read_list(place)[1]
            found = copyfolder.paths(place, self._listed)
        else:
            with files.told():
                names = [entry.name for entry in place.iterdir() if copyfolder.STATE.fullmatch(entry.name)]
            evidence = [path.relative_to(place).as_posix() for path in copyfolder.evidence_files(place)]
            kept = [name for name in names if not name.endswith(_NOT_COPIED)]
            found = {name: place.joinpath(*name.split("/")) for name in (*kept, *evidence)}
        self.files: dict[str, list[tuple[str, Path]]] = {}
        for name, path in sorted(found.items()):
            self.files.setdefault(whole_name(name), []).append((name, path))
        if folder.MAIN not in self.files and not any(slot in self.files for slot in folder.SLOTS):
            raise Refused("vault.not_a_vault")

    def joined(self, name: str) -> Joined:
        """One file, from its parts if it was cut."""
        parts = self.files[name]
        digests = [self._listed[part] for part, _ in parts if part in self._listed]
        return Joined([path for _, path in parts], digests)

    def slot(self, name: str) -> Path:
        """The folder a key slot lies in. Damaged `vault.missing`."""
        if name not in self.files:
            raise Damaged("vault.missing", file=name)
        _, path = self.files[name][0]
        return path.parent

    def size(self) -> int:
        """Bytes of all that can be read."""
        total = 0
        for parts in self.files.values():
            for _, path in parts:
                if path.is_file():
                    total += path.stat().st_size
        return total


def rings(origin: Origin, keys: Keys) -> tuple[KeyRing, KeyRing | None]:
    """The keys of a backup, before anything is copied; of the compartment where the recovery key is its too.

    Refused as `keyfile.opened`, `vault.recovery_key`; Damaged `vault.key_slot`, `vault.missing`, ….
    """
    if keys.recovery is None:
        return keyfile.opened(origin.slot(slots.VAULT), keys.passphrase, keys.key_file)[0], None
    by = [keys.recovery]
    plain = slots.open_slot(origin.slot(slots.VAULT_RECOVERY), slots.VAULT_RECOVERY, by)
    if plain is None:
        raise Refused("vault.recovery_key")
    ring, inner = KeyRing.parse(folder.MAIN, plain, slots.VAULT_RECOVERY), None
    with suppress(Damaged):
        inner = slots.open_slot(origin.slot(slots.COMPARTMENT_RECOVERY), slots.COMPARTMENT_RECOVERY, by)
    if inner is None:
        return ring, None
    return ring, KeyRing.parse(folder.IDENTITIES, inner, slots.COMPARTMENT_RECOVERY)


class Restore:
    """One restoring. Run it slice by slice. Left before its end, the new place holds nothing that could be taken for a
    vault, and is made use of the next time.
    """

    def __init__(self, source: Path, place: Path, keys: Keys, *, clock: Clock) -> None:
        """source: the backup. place: a new or empty folder."""
        self._source = source
        self._place = place
        self._keys = keys
        self._clock = clock
        self._needed = 0
        self._bytes = self._total = self._lost = self._differing = 0
        self.restored: Restored | None = None

    def slices(self) -> Generator[tuple[int, int], None, None]:
        """Do a moment's work at each step; gives (done, total).

        Refused as `keyfile.opened`, `vault.recovery_key`, `file.exists`, `file.inside_vault`, and as `Origin`;
        Hindered `copy.…`; Damaged `vault.…` when the backup cannot be opened at all.
        """
        origin = Origin(self._source)
        ring, inner = rings(origin, self._keys)
        held = folder.keep_others_out(self._source)  # what is read must be no live database, of this program either
        try:
            self._prepare(origin)
            for _ in self._copy(origin):
                yield self._bytes, max(self._total, self._bytes)
        finally:
            if held is not None:
                held.release()
        vault = Vault.unlock_with(self._place, ring, inner, clock=self._clock)
        try:
            verification = vault.verification()
            for done, total in verification.slices():
                yield self._bytes + done, max(self._total, self._bytes) + total
            report = verification.report
            counted = vault.counted()
        finally:
            vault.lock()
        self.restored = Restored(
            counted.vault_id,
            counted.n,
            counted.hash,
            counted.records,
            counted.revisions,
            report.files,
            self._lost,
            self._differing,
            report.sealed,
            tuple(report.findings),
        )

    def _prepare(self, origin: Origin) -> None:
        copyfolder.refuse_inside(self._place, self._source)
        if os.path.lexists(self._place):
            unfit = not self._place.is_dir() or copyfolder.strangers(self._place) or copyfolder.is_backup(self._place)
            if unfit or any(copyfolder.STATE.fullmatch(entry.name) for entry in self._place.iterdir()):
                raise Refused("file.exists")
        elif not self._place.parent.is_dir():
            raise Hindered("file.no_folder")
        self._needed = origin.size() + _MARGIN
        self._total = 2 * self._needed
        try:
            files.check_room(self._place if self._place.exists() else self._place.parent, self._needed)
        except Hindered as hindrance:
            raise refused(hindrance, self._needed) from None
        with onto_disk(self._needed):
            if not self._place.exists():
                system.make_private_folder(self._place)
                system.sync_folder(self._place.parent)
            copyfolder.clean(self._place)
            copyfolder.drop_unlisted(self._place, {})
            system.make_private_folder(self._place / folder.NEXT)
            if not (self._place / folder.BLOBS).exists():
                system.make_private_folder(self._place / folder.BLOBS)

    def _copy(self, origin: Origin) -> Generator[None, None, None]:
        listed: Listed = {}
        for done in Aside(lambda report: self._carry(origin, listed, report)).slices():
            self._bytes = done
            yield
        yield from self._finish(listed)

    def _carry(self, origin: Origin, listed: Listed, report: Report) -> None:
        carrier = Carrier(self._place, None, self._needed, report)
        for name in origin.files:
            evidence = name.startswith(f"{folder.BLOBS}/")
            at = name if evidence else f"{folder.NEXT}/{name}"
            try:
                with origin.joined(name) as source:
                    done = carrier.carry(source, source.size, at)
                    self._differing += source.differs
            except JiashuError as error:
                if error.code.startswith("copy.") or name == folder.MAIN:
                    raise
                self._lost += 1
                continue
            if len(done) > 1:
                raise Hindered("copy.no_large_files")
            listed[name] = done[0].sha256

    def _finish(self, listed: Listed) -> Generator[None, None, None]:
        def commit(report: Report) -> None:
            content = copyfolder.written_list(bytes(16), listed)
            Carrier(self._place, None, self._needed, report).content(content, f"{folder.NEXT}/{folder.LISTED}")
            copyfolder.commit(self._place)
            copyfolder.become_vault(self._place)

        for _ in Aside(commit).slices():
            yield


def remove(place: Path) -> None:
    """Take a restored vault away again. Hindered `copy.…`."""
    with onto_disk():
        copyfolder.remove_tree(place)
        system.sync_folder(place.parent)
