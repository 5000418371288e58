"""Checking the whole vault: every signature, digest, file and projection."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.workspace import Progress, Workspace
from desktop.errors import Hindered, JiashuError


@dataclass(frozen=True)
class Finding:
    """Something wrong. error: what, not raised; subject: an id or a file's name in the vault."""

    error: JiashuError
    subject: str

    @property
    def code(self) -> str:
        """What is wrong, in one dotted word."""
        return self.error.code


@dataclass(frozen=True)
class Verified:
    """What was checked, by what it is ("revisions", "openings", "sealed", "files", "events"), and what is wrong.

    "sealed" counts what could not be checked because the identity compartment is closed. notices: what unlocking
    noticed, names that wait, and files that lie set aside; nothing of it is damage.
    """

    checked: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]
    notices: tuple[JiashuError, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.findings


def verify(ws: Workspace, *, progress: Progress | None = None) -> Verified:
    """Read everything; change nothing."""
    report = ws.vault.verify(progress)
    checked = (
        ("revisions", report.revisions),
        ("openings", report.openings),
        ("sealed", report.sealed),
        ("files", report.files),
        ("events", report.events),
    )
    findings = tuple(Finding(finding.error, finding.subject) for finding in report.findings)
    told = {finding.code for finding in findings}
    noticed = (notice for notice in ws.vault.notices if notice.code not in told)
    aside = (Hindered("vault.set_aside", file=name) for name in ws.vault.set_aside)
    waiting = [Hindered("names.waiting", count=report.waiting)] if report.waiting else []
    return Verified(checked, findings, (*noticed, *waiting, *aside))
