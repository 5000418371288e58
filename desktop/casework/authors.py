"""Who wrote something, as far as is known here."""

from __future__ import annotations

from desktop.casework.workspace import Workspace
from desktop.formats.fingerprint import fingerprint


def called(ws: Workspace, author: str) -> str:
    """The author of a revision: "" for ourselves, a contact's name, or the beginning of the fingerprint."""
    if author in ws.vault.own_authors:
        return ""
    known = ws.vault.contacts.one(author)
    return known.name if known else fingerprint(author)[:16]
