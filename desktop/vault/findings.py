"""What a check of a vault looked at, and what it found wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.errors import JiashuError


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong. subject: id of a revision, name of a file in the vault, or number of an event or a page.

    record: id of the record that is damaged, where it is one.
    """

    error: JiashuError
    subject: str
    record: str | None = None

    @property
    def code(self) -> str:
        return self.error.code


@dataclass
class Report:
    """What was looked at, counted, and what was found wrong.

    sealed: openings that could not be checked now. waiting: packages whose names wait for the compartment.
    """

    pages: int = 0
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

    def found(self, error: JiashuError, subject: str, record: str | None = None) -> None:
        self.findings.append(Finding(error, subject, record))
