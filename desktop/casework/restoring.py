"""Restoring a vault from a backup, in a new place; the backup is only read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop.casework import known
from desktop.casework import recovery_key as on_paper
from desktop.casework.verify import Finding
from desktop.casework.workspace import Clock, Progress
from desktop.crypto.passphrase import normalise_passphrase
from desktop.crypto.recipients import parse_identity
from desktop.errors import Hindered, Refused
from desktop.vault.restore import Keys, Restore, Restored


@dataclass(frozen=True)
class Outcome:
    """What came out of a backup. digest: the log's hash, hex; changes: events in its log. lost: files that could not be
    read; differing: those that are not as they were when the backup was made; unchecked: what is closed by the
    identities' own passphrase. findings: what is damaged.
    """

    records: int
    files: int
    changes: int
    digest: str
    lost: int
    differing: int
    unchecked: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether all of it is there, as it was written."""
        return not self.findings and not self.lost and not self.differing


@dataclass
class Restoring:
    """A restoring under way: `step` again and again; then `done` has what came out."""

    _restore: Restore = field(repr=False)
    _slices: Iterator[tuple[int, int]] = field(repr=False)
    _place: Path = field(repr=False)
    done: Outcome | None = None

    def step(self) -> tuple[int, int] | None:
        """A moment's work; (done, total), or None at its end. Refused, Hindered, Damaged as `Restore.slices`."""
        told = next(self._slices, None)
        if told is None and self.done is None and self._restore.restored is not None:
            with suppress(Hindered):  # a host that cannot be written to keeps nobody from their vault
                known.remember(self._place, None)
            self.done = outcome(self._restore.restored)
        return told


def keys(passphrase: str | None, recovery_key: str | None) -> Keys:
    """What opens the backup. Refused `key.malformed`, `key.unknown_kind`, `passphrase.empty`."""
    if recovery_key is not None:
        return Keys.recovery(parse_identity(on_paper.typed(recovery_key)))
    return Keys.passphrase(normalise_passphrase(passphrase or ""))


def begin(
    backup: Path, folder: Path, *, clock: Clock, passphrase: str | None = None, recovery_key: str | None = None
) -> Restoring:
    """Restore `backup` to `folder`, new or empty, by the passphrase or the recovery key of the backup's day."""
    restore = Restore(backup, folder, keys(passphrase, recovery_key), clock=clock)
    return Restoring(restore, restore.slices(), folder)


def restore(
    backup: Path,
    folder: Path,
    *,
    clock: Clock,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """The same to its end."""
    under_way = begin(backup, folder, clock=clock, passphrase=passphrase, recovery_key=recovery_key)
    while told := under_way.step():
        if progress:
            progress(*told)
    if under_way.done is None:
        raise Refused("vault.locked")
    return under_way.done


def outcome(restored: Restored) -> Outcome:
    """The same in words of casework."""
    findings = tuple(Finding(finding.error, finding.subject) for finding in restored.findings)
    return Outcome(
        records=restored.records,
        files=restored.files,
        changes=restored.n,
        digest=restored.hash.hex(),
        lost=restored.lost,
        differing=restored.differing,
        unchecked=restored.unchecked,
        findings=findings,
    )
