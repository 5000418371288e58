"""Copies of the vault's database that a sync program left in its folder, and taking in what only they have."""

from __future__ import annotations

from desktop.casework.workspace import Changes, Workspace
from desktop.vault.rescue import merging


def copies(ws: Workspace) -> tuple[str, ...]:
    """Names of files in the vault's folder that are such copies."""
    return merging.copies(ws.vault)


def take_in(ws: Workspace, name: str) -> Changes:
    """Take in what only that copy has; the file is then set aside, and read by nothing.

    What both changed is shown as a conflict. Refused `rescue.not_a_copy`; Damaged `rescue.nothing`.
    """
    changes, _ = merging.take_in(ws.vault, name)
    return changes
