"""The icon of each kind of record."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from desktop.domain.registry import KINDS
from desktop.ui.icons import Icons

BORROWED = {
    "name": "person",
    "identity": "key",
    "citation": "source",
    "claim": "source",
    "defender_profile": "person",
    "posting": "organisation",
    "event_link": "event",
    "approval": "check",
    "risk_assessment": "warning",
    "submission": "report",
    "merge_decision": "person",
}


def kind_icon(icons: Icons, kind: str, tint: str = "quiet") -> QIcon:
    """A kind's own icon, or one it borrows; a kind of a newer program is shown as a file."""
    return icons.icon(BORROWED.get(kind, kind) if kind in KINDS else "file", tint)
