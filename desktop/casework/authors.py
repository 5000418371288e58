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


def own_code(ws: Workspace) -> str:
    """What we sign by, where a record says who confirmed something: the beginning of our own fingerprint."""
    return fingerprint(ws.vault.signing.public_hex)[:16]
