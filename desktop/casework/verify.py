"""Checking the whole vault: every page, signature, digest, file and projection, bit by bit beside other work."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from desktop.casework import conflicted
from desktop.casework.workspace import Progress, Workspace
from desktop.errors import Damaged, Hindered, JiashuError
from desktop.vault import findings as vault_findings
from desktop.vault.findings import Report


@dataclass(frozen=True)
class Finding:
    """Something wrong. error: what, not raised; subject: an id, a number, or a file's name in the vault.

    record, kind: code and kind of the record that is damaged, "" where it is none.
    """

    error: JiashuError
    subject: str
    record: str = ""
    kind: str = ""

    @property
    def code(self) -> str:
        """What is wrong, in one dotted word."""
        return self.error.code


@dataclass(frozen=True)
class Verified:
    """What was checked, by what it is ("pages", "revisions", "openings", "sealed", "files", "events"), and what
    is wrong.

    "sealed" counts what could not be checked because the identity compartment is closed. notices: what unlocking
    noticed, names that wait, and files that lie set aside; nothing of it is damage. copies: files in the folder that
    are the database of a copy, left there by a sync program (`conflicted.take_in`).
    """

    checked: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]
    notices: tuple[JiashuError, ...] = ()
    copies: tuple[str, ...] = field(default=(), repr=False)

    @property
    def sound(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.findings


def verify(ws: Workspace, *, progress: Progress | None = None) -> Verified:
    """Read everything; change nothing."""
    step = begin(ws)
    while not isinstance(told := step(), Verified):
        if progress:
            progress(*told)
    return told


Step = Callable[[], "tuple[int, int] | Verified"]
"""Checks a little more; tells (done, total), or at the end what was found."""


def begin(ws: Workspace) -> Step:
    """The same to be called until it gives what was found, with any other work between; nothing is to be undone."""
    verification = ws.vault.verification()
    slices = verification.slices()

    def step() -> tuple[int, int] | Verified:
        told = next(slices, None)
        return _verified(ws, verification.report) if told is None else told

    return step


def _verified(ws: Workspace, report: Report) -> Verified:
    checked = (
        ("pages", report.pages),
        ("revisions", report.revisions),
        ("openings", report.openings),
        ("sealed", report.sealed),
        ("files", report.files),
        ("events", report.events),
    )
    findings = tuple(_finding(ws, finding) for finding in report.findings)
    with suppress(Hindered):  # a disk that cannot be written to keeps nobody from checking
        ws.vault.keeping.note("verify", findings=len(findings))
    told = {finding.code for finding in findings}
    noticed = (notice for notice in ws.vault.notices if notice.code not in told)
    aside = (Hindered("vault.set_aside", file=name) for name in ws.vault.set_aside)
    waiting = [Hindered("names.waiting", count=report.waiting)] if report.waiting else []
    return Verified(checked, findings, (*noticed, *waiting, *aside), conflicted.copies(ws))


def _finding(ws: Workspace, found: vault_findings.Finding) -> Finding:
    record, kind = "", ""
    if found.record is not None:
        with suppress(Damaged):
            record = ws.vault.code(found.record)
            kind = ws.vault.kind_of(found.record) or ""
    unreadable = record and found.code == "vault.database"
    return Finding(Damaged("record.damaged", record=record) if unreadable else found.error, found.subject, record, kind)


def last(ws: Workspace) -> tuple[int, int] | None:
    """When everything was checked last (UTC seconds) and how many things were wrong; None when it never was."""
    kept = ws.vault.keeping.last("verify")
    return None if kept is None else (kept.at, int(kept.found.get("findings", 0)))
