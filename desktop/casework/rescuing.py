"""Rescuing a damaged vault into a new one: from its own files, its backups and the packages at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.casework import recovery_key as on_paper
from desktop.casework.parts import existing_package
from desktop.casework.taking_evidence import take_evidence
from desktop.casework.workspace import Clock, Progress, Workspace
from desktop.crypto.passphrase import normalise_passphrase
from desktop.crypto.recipients import Identity, parse_identity
from desktop.domain.vocabulary import Vocabularies
from desktop.errors import JiashuError, Refused
from desktop.formats.arrival import VerifiedPackage, open_package
from desktop.vault import folder as vault_folder
from desktop.vault import keyfile
from desktop.vault.rescue.anew import Rescue
from desktop.vault.rescue.keys import Way
from desktop.vault.rescue.report import Loss, Rescued
from desktop.vault.rescue.salvage import Kept, Known

__all__ = ["Loss", "RescueDone", "Rescued", "WayIn", "rescue"]

_READ, _BROUGHT, _FILLED, _ALL = 400, 500, 1000, 1000


@dataclass(frozen=True)
class WayIn:
    """What somebody has: the passphrase, or the recovery key as it was typed from paper.

    key_file: text of the key file, where the vault has one.
    """

    passphrase: str | None = field(default=None, repr=False)
    recovery_key: str | None = field(default=None, repr=False)
    identity_passphrase: str | None = field(default=None, repr=False)
    key_file: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class RescueDone:
    """folder: of the new vault. refused: by number, from 1, packages that could not be taken from, and why."""

    folder: Path = field(repr=False)
    report: Rescued
    refused: tuple[tuple[int, JiashuError], ...]


def rescue(
    damaged: Path,
    new: Path,
    way: WayIn,
    *,
    clock: Clock,
    vocabularies: Vocabularies,
    backups: Sequence[Path] = (),
    packages: Sequence[Path] = (),
    progress: Progress | None = None,
) -> RescueDone:
    """Build a new vault in `new`, which must not exist or be empty; `damaged` and the backups are only read.

    It has the same keys, so that passphrase, recovery key and contacts go on working. backups: folders of vaults, or
    folders such lie in. Refused `vault.exists`, `vault.passphrase`, `vault.recovery_key`, `file.inside_vault`,
    `rescue.no_backup`, `key.…`; Hindered `vault.in_use`, `disk.…`; Damaged `rescue.nothing`, `vault.key_slot` and the
    like. Then, or when `progress` raises, nothing of the new vault stays.
    """
    if vault_folder.holds(new):
        raise Refused("file.inside_vault")
    told = _Told(progress)
    places = [one for place in backups for one in _vaults_in(place)]
    with Rescue(damaged, new, _way(way), clock=clock, backups=places) as work:
        for done, total in work.read():
            told.part(0, _READ, done, total)
        opened, refused = _opened(work, packages)
        # A package of somebody not known any more can be received later, by the keys it is sealed to.
        vault = work.begin(
            lambda done, total: told.part(_READ, _BROUGHT, done, total),
            keys_alone=any(error.code == "package.unknown_signer" for _, error in refused),
        )
        for path, verified in opened:
            _bring_evidence(Workspace(vault, vocabularies, clock), path, verified)
        report = work.fill(lambda done, total: told.part(_BROUGHT, _FILLED, done, total))
    return RescueDone(new, report, refused)


def _way(way: WayIn) -> Way:
    """What opens the slots. Refused `key.malformed`, `key.unknown_kind`, `key_file.not_one`."""
    return Way(
        passphrase=None if way.passphrase is None else normalise_passphrase(way.passphrase),
        recovery=None if way.recovery_key is None else parse_identity(on_paper.typed(way.recovery_key)),
        identity_passphrase=None if way.identity_passphrase is None else normalise_passphrase(way.identity_passphrase),
        key_file=() if way.key_file is None else keyfile.parse(way.key_file),
    )


def _vaults_in(place: Path) -> list[Path]:
    found = vault_folder.vaults_in(place)
    if not found:
        raise Refused("rescue.no_backup")
    return found


def _opened(
    work: Rescue, packages: Sequence[Path]
) -> tuple[list[tuple[Path, VerifiedPackage]], tuple[tuple[int, JiashuError], ...]]:
    """Verify the packages, and offer what may be taken from them; one that cannot be opened hinders no other."""
    opened: list[tuple[Path, VerifiedPackage]] = []
    refused: list[tuple[int, JiashuError]] = []
    for number, path in enumerate(packages, start=1):
        try:
            verified = _verified(work, path)
        except JiashuError as error:
            refused.append((number, error))
            continue
        work.offer(_Package(f"package {number}", verified, list(_wanted(work, verified))))
        opened.append((path, verified))
    return opened, tuple(refused)


def _verified(work: Rescue, path: Path) -> VerifiedPackage:
    """Refused `package.unknown_signer` for one signed by nobody this vault knew."""
    keys = work.keys
    with existing_package(path) as untrusted:
        verified = open_package(
            untrusted,
            _identities(work),
            own=work.own,
            known=_Nothing(),
            is_contact=lambda signing: signing in work.contacts or signing in work.own,
            identity_keys=[key for pair in keys.contact_identities or () for key in pair.identities],
        )
    if not verified.sender_known:
        raise Refused("package.unknown_signer")
    return verified


def _identities(work: Rescue) -> list[Identity]:
    return [key for pair in work.keys.contact or () for key in pair.identities]


def _wanted(work: Rescue, verified: VerifiedPackage) -> Iterator[Known]:
    """Changes to take: all of a package of one's own and of one that was taken in before, else those this vault knew,
    those its owner made, and what they rest on. What else a package brings is for receiving it, where it is looked at
    first.
    """
    every = verified.sender.signing in work.own or any(
        name.startswith(verified.sealed_sha256) for name in work.packages
    )
    for record in verified.batch.records:
        several = [arrival.revision for arrival in verified.batch.of_record(record)]
        wanted: set[str] = set()
        for said in reversed(several):  # children before parents
            if every or said.id in wanted or work.knows_change(said.id) or said.envelope.author in work.own:
                wanted |= {said.id, *said.envelope.parents}
        yield from (Known.of(said) for said in several if said.id in wanted)


def _bring_evidence(ws: Workspace, path: Path, verified: VerifiedPackage) -> None:
    with existing_package(path) as untrusted:
        keys: list[Identity] = [key for pair in ws.vault.contact_pairs for key in pair.identities]
        take_evidence(ws, untrusted, verified, keys, names_wait=False)


class _Package:
    """A verified package as a place revisions are read from."""

    def __init__(self, name: str, verified: VerifiedPackage, wanted: Sequence[Known]) -> None:
        self.name = name
        self._verified = verified
        self.known: Mapping[str, Known] = {known.id: known for known in wanted}

    def load(self, identifier: str) -> Kept:
        for arrival in self._verified.batch.of_record(self.known[identifier].record):
            if arrival.revision.id == identifier:
                opening = arrival.opening or (self._verified.sealed_openings or {}).get(identifier)
                return Kept(arrival.revision, None if opening is None else opening.encode(), ())
        raise KeyError(identifier)


class _Nothing:
    """A vault in which nothing is known yet."""

    def has(self, _revision: str) -> bool:
        return False

    def sealed(self, _record: str) -> bool:
        return False


class _Told:
    """One way from 0 to the end, whatever each part of it counts."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._last = 0

    def part(self, begins: int, ends: int, done: int, total: int) -> None:
        """done of total, within what this part takes of the whole; it never goes back."""
        if self._progress is not None:
            at = begins + (ends - begins) * min(done, total) // max(total, 1)
            self._last = max(self._last, at)
            self._progress(self._last, _ALL)
