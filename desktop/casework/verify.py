"""Checking the whole vault: every signature, digest, file and projection."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.workspace import Progress, Workspace


@dataclass(frozen=True)
class Finding:
    """Something wrong. code: what; subject: an id or a file's name in the vault."""

    code: str
    subject: str


@dataclass(frozen=True)
class Verified:
    """What was checked, by what it is, and what was found wrong."""

    checked: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.findings


def verify(ws: Workspace, *, progress: Progress | None = None) -> Verified:
    """Read everything; change nothing."""
    raise NotImplementedError
