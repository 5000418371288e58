"""Handing a case over: exactly what leaves and what stays and why, then the sealed file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.casework.workspace import Progress, Workspace


@dataclass(frozen=True)
class Leaving:
    """A record that goes. earlier: how many earlier wordings go along (transfers only)."""

    record: str
    kind: str
    kind_label: str
    title: str
    earlier: int


@dataclass(frozen=True)
class Staying:
    """A record, or a person's name, that does not go. reason: code of `permits` or of the rule."""

    record: str
    kind: str
    kind_label: str
    title: str
    reason: str


@dataclass(frozen=True)
class Handoff:
    """What to hand over and to whom. mode: "transfer" | "redacted". to: contact ids; none with a passphrase.

    scope: code of `consent_scopes` a redacted copy is for.
    """

    case: str
    mode: str
    to: tuple[str, ...] = ()
    scope: str = "share_partner"
    purpose: str = ""


@dataclass(frozen=True)
class HandoffPreview:
    """The package as it would be. withheld_acts: acts left out because somebody does not permit.

    earlier_wordings: they go along in a transfer; strike them first if they should not.
    warnings: codes, e.g. `handoff.not_post_quantum`, `handoff.unverified_contact`, `handoff.passphrase_only`.
    """

    wanted: Handoff
    leaving: tuple[Leaving, ...]
    staying: tuple[Staying, ...]
    withheld_acts: int
    evidence_bytes: int
    earlier_wordings: int
    warnings: tuple[str, ...]
    digest: str


@dataclass(frozen=True)
class HandedOver:
    """The files written, with the package's name and who it is for."""

    files: tuple[Path, ...]


def preview_handoff(ws: Workspace, wanted: Handoff) -> HandoffPreview:
    """Refused `handoff.not_our_team`, `handoff.needs_identities`, `handoff.nothing`, `contact.expired`."""
    raise NotImplementedError


def hand_off(
    ws: Workspace,
    preview: HandoffPreview,
    out: Path,
    *,
    passphrase: str | None = None,
    progress: Progress | None = None,
) -> HandedOver:
    """Write the sealed file (several redacted copies: one each into the folder `out`) and log it with its custody.

    Refused `handoff.changed` when what would leave is no longer what the preview said; `file.exists`.
    """
    raise NotImplementedError
