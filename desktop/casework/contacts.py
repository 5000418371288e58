"""Contact cards: our own to give, a colleague's to take."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.workspace import Changes, Workspace


@dataclass(frozen=True)
class OwnCard:
    """text: the card as a file or to paste. words: its fingerprint to read aloud. qr: texts of the QR codes."""

    name: str
    text: str
    fingerprint: str
    words: str
    qr: tuple[str, ...]


@dataclass(frozen=True)
class CardPreview:
    """A card whose signature holds, not yet taken. standing: "new" | "newer" | "known" | "older" | "own" |
    "changed_key" (somebody of that name is known with another key: a new contact until verified)."""

    name: str
    fingerprint: str
    words: str
    at: int
    standing: str
    raw: bytes


@dataclass(frozen=True)
class Contact:
    """id: fingerprint. verified: somebody compared the words. our_team: gets transfers."""

    id: str
    name: str
    words: str
    our_team: bool
    verified: bool
    expires: int | None


def own_card(ws: Workspace) -> OwnCard:
    """The newest card of this vault."""
    raise NotImplementedError


def rename_own(ws: Workspace, name: str) -> None:
    """What colleagues see on our card from now on."""
    raise NotImplementedError


def preview_card(ws: Workspace, untrusted: bytes) -> CardPreview:
    """Read a card from a file, pasted text, or the joined texts of its QR codes. Damaged `card.*`."""
    raise NotImplementedError


def join_qr(untrusted_pieces: list[str]) -> bytes:
    """The card from the texts of its QR codes, in any order. Refused `card.qr_missing` (with which)."""
    raise NotImplementedError


def add_card(ws: Workspace, preview: CardPreview, *, our_team: bool = False, verified: bool = False) -> Changes:
    """Take the card previewed. Refused `card.older`, `card.own`."""
    raise NotImplementedError


def contacts(ws: Workspace) -> tuple[Contact, ...]:
    """By name."""
    raise NotImplementedError


def resolve_contact(ws: Workspace, text: str) -> Contact:
    """By name, fingerprint or its beginning. Refused `contact.unknown`, `contact.ambiguous`."""
    raise NotImplementedError


def mark(ws: Workspace, contact: str, *, our_team: bool | None = None, verified: bool | None = None) -> Changes:
    """Say whether a contact is of our team, and whether the words were compared."""
    raise NotImplementedError


def forget(ws: Workspace, contact: str) -> Changes:
    """Take a contact off the list."""
    raise NotImplementedError
