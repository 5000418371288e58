"""Restoring a vault from a backup, in a new place; the backup is only read."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop.casework import known
from desktop.casework import recovery_key as on_paper
from desktop.casework.verify import Finding
from desktop.casework.workspace import Clock, Progress
from desktop.crypto.passphrase import normalise_passphrase
from desktop.crypto.recipients import parse_identity
from desktop.errors import Hindered
from desktop.vault import mending
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


@dataclass(frozen=True)
class Opening:
    """What opens a backup: passphrase and text of the key file, if any, of its day; or the recovery key of its day."""

    passphrase: str = field(default="", repr=False)
    key_file: str | None = field(default=None, repr=False)
    recovery_key: str = field(default="", repr=False)

    def keys(self) -> Keys:
        """Refused `key.malformed`, `key.unknown_kind`, `passphrase.empty`."""
        if self.recovery_key:
            return Keys(recovery=parse_identity(on_paper.typed(self.recovery_key)))
        return Keys(normalise_passphrase(self.passphrase), self.key_file)


def restore(backup: Path, folder: Path, by: Opening, *, clock: Clock, progress: Progress | None = None) -> Outcome:
    """Restore `backup` to `folder`, new or empty. Refused, Hindered, Damaged as `Restore.slices`."""
    work = Restore(backup, folder, by.keys(), clock=clock)
    with closing(work.slices()) as slices:  # when it is left early, neither the backup nor the new vault stays held
        for told in slices:
            if progress:
                progress(*told)
    assert work.restored is not None  # it came to its end
    with suppress(Hindered):  # a host that cannot be written to keeps nobody from their vault
        known.remember(folder, None)
    return outcome(work.restored)


def mend(folder: Path, backup: Path, by: Opening) -> tuple[str, ...]:
    """Put key slots of a vault that were destroyed back from its last backup, so that nothing saved since is lost.

    Returns the names of those. Refused, Damaged, Hindered as `vault.mending.mend`.
    """
    return mending.mend(folder, backup, by.keys())


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
