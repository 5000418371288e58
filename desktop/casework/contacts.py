"""Contact cards: our own to give, a colleague's to take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.casework import contact_names
from desktop.casework import own_card as own
from desktop.casework.cards import bare_key, holder_of, read_untrusted
from desktop.casework.outfiles import read_existing
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.likeness import likeness
from desktop.errors import Refused
from desktop.formats.card import MAX_CARD, Card, read_card
from desktop.formats.card_codes import from_qr_parts, to_qr_parts
from desktop.formats.fingerprint import fingerprint, fingerprint_digits, fingerprint_words
from desktop.vault.contacts import Contact as Kept

_RECIPIENT = "age1"  # what a key to seal to begins with
_SHORTEST = 8  # hex digits somebody may shorten a fingerprint to


@dataclass(frozen=True, repr=False)
class OwnCard:
    """text: the card as a file or to paste. words, digits: its fingerprint to read aloud. qr: texts of the QR codes.

    wants_name: it goes by its fingerprint, and nobody was asked yet what colleagues should see. until: UTC seconds;
    nothing can be sealed to it from then on.
    """

    name: str
    text: str
    fingerprint: str
    words: str
    digits: str
    qr: tuple[str, ...]
    wants_name: bool
    until: int


@dataclass(frozen=True)
class CardPreview:
    """A card whose signature holds, not yet taken. name: as it says. called: our name for them, or what it would be: ""
    where another contact has that name and somebody has to choose one.

    standing: "new" | "newer" | "known" | "older" | "own" | "changed_key" (somebody of that name is known with another
    key: a new contact until verified) | "keys_only" (an age recipient of somebody without this program, for whom a
    card was made here). bare_key: it is such a card, new or known: there are no words to compare.
    """

    name: str = field(repr=False)
    called: str = field(repr=False)
    fingerprint: str
    words: str = field(repr=False)
    digits: str
    at: int
    standing: str
    raw: bytes = field(repr=False)
    bare_key: bool


@dataclass(frozen=True)
class Contact:
    """id: fingerprint. name: ours for them, which consents mean; calls_themselves: the name on their card where that is
    another, else "". verified: somebody compared the words. our_team: gets transfers. expires: nothing is sealed
    to them from then on (UTC seconds), None if that is past. bare_key: a key alone, of somebody without this program:
    there are no words to compare."""

    id: str
    name: str = field(repr=False)
    calls_themselves: str = field(repr=False)
    words: str = field(repr=False)
    digits: str
    our_team: bool
    verified: bool
    expires: int | None
    bare_key: bool


def own_card(ws: Workspace) -> OwnCard:
    """The newest card of this vault. Refused `vault.compartment_closed` when a new one has to be made."""
    card = current_card(ws)
    return OwnCard(
        name=card.name,
        text=card.encode().decode("utf-8"),
        fingerprint=card.fingerprint,
        words=fingerprint_words(card.fingerprint),
        digits=fingerprint_digits(card.fingerprint),
        qr=tuple(to_qr_parts(card)),
        wants_name=wants_name(ws),
        until=own.until(card, ws.clock()),
    )


def current_card(ws: Workspace) -> Card:
    """Our card itself; refused as `own_card`."""
    return own.current(ws.vault, ws.clock)


def rename_own(ws: Workspace, name: str) -> None:
    """What colleagues see on our card from now on. Refused `card.name` for one that would not show as it is."""
    own.rename(ws.vault, ws.clock, name)


def wants_name(ws: Workspace) -> bool:
    """Whether to ask for a name before our card leaves, by itself or with a package."""
    return own.wants_name(ws.vault)


def leave_unnamed(ws: Workspace) -> None:
    """Nobody is asked again; the card goes by its fingerprint until it is named."""
    own.leave_unnamed(ws.vault)


def check_named(ws: Workspace) -> None:
    """Refused `card.unnamed` while our card wants a name."""
    if wants_name(ws):
        raise Refused("card.unnamed", shown=current_card(ws).name)


def preview_card(ws: Workspace, untrusted: bytes, *, name: str = "") -> CardPreview:
    """Read a card from a file or pasted text. Damaged `card.…`; Refused `card.newer`, `card.name`.

    An age recipient alone (`age1…`, of somebody without this program) makes a card for them; name: theirs then.
    """
    card, standing = read_untrusted(ws, untrusted, name)
    return CardPreview(
        name=card.name,
        called=contact_names.suggested(ws, card),
        fingerprint=card.fingerprint,
        words=fingerprint_words(card.fingerprint),
        digits=fingerprint_digits(card.fingerprint),
        at=card.at,
        standing=standing,
        raw=card.encode(),
        bare_key=bare_key(card),
    )


def preview_card_file(ws: Workspace, file: Path) -> CardPreview:
    """The same from a file, whose name is proposed as theirs. Refused, Hindered `file.…`."""
    return preview_card(ws, read_existing(file, limit=MAX_CARD), name=file.stem)


def join_qr(untrusted_pieces: Sequence[str]) -> bytes:
    """The card from the texts of its QR codes, in any order. Refused `card.parts_missing`, `card.parts_mixed`."""
    return from_qr_parts(untrusted_pieces).encode()


def add_card(
    ws: Workspace, preview: CardPreview, *, name: str = "", our_team: bool = False, verified: bool = False
) -> Changes:
    """Take the card previewed; marks already made stay, and so does the name, whatever a renewed card says.

    name: what we call them; "" for what we call them already, or for the card's own where that is free. Refused
    `card.older`, `card.own`, `card.name`, `contact.name_of_several`, `contact.name_taken`.
    """
    card = read_card(preview.raw)
    if card.signing in ws.vault.own_authors:
        raise Refused("card.own")
    known = ws.vault.contacts.one(card.signing)
    if known is not None and read_card(known.card).replaces(card):
        raise Refused("card.older")
    team = our_team or (known is not None and known.team)
    sure = verified or (known is not None and known.verified)
    if known is not None and name in {"", known.name}:
        called = known.name
    else:
        called = contact_names.checked(ws, name or contact_names.suggested(ws, card) or card.name, card.signing)
    ws.vault.contacts.keep(Kept(card.signing, called, card.encode(), card.at, team, sure))
    return _changed()


def rename(ws: Workspace, contact: str, name: str) -> Changes:
    """Call a contact otherwise: consents that name recipients mean them by that name from now on.

    Refused `contact.unknown`, `card.name`, `contact.name_of_several`, `contact.name_taken`.
    """
    known = kept_contact(ws, contact)
    called = contact_names.checked(ws, name, known.signing)
    ws.vault.contacts.keep(Kept(known.signing, called, known.card, known.at, known.team, known.verified))
    return _changed()


def contacts(ws: Workspace) -> tuple[Contact, ...]:
    """By name."""
    return tuple(_contact(ws, kept) for kept in ws.vault.contacts.every())


def resolve_contact(ws: Workspace, text: str) -> Contact:
    """By our name for them, fingerprint or its beginning, or by a key of theirs.

    Refused `contact.unknown`, `contact.ambiguous`, `contact.bare_key` for a key nobody here has.
    """
    wanted = text.strip()
    every = contacts(ws)
    alike = likeness(wanted)
    found = [known for known in every if alike and likeness(known.name) == alike]
    if not found and wanted.lower().startswith(_RECIPIENT):
        holder = holder_of(ws, wanted.lower())
        if holder is None:
            raise Refused("contact.bare_key")
        return _contact(ws, holder)
    if len(wanted) >= _SHORTEST:  # also where a name was found: it may be made to look like another's fingerprint
        found += [known for known in every if known.id.startswith(wanted.lower()) and known not in found]
    if not found:
        raise Refused("contact.unknown")
    if len(found) > 1:
        raise Refused("contact.ambiguous", fingerprints=", ".join(known.id[:16] for known in found))
    return found[0]


def mark(ws: Workspace, contact: str, *, our_team: bool | None = None, verified: bool | None = None) -> Changes:
    """Say whether a contact is of our team, and whether the words were compared."""
    known = kept_contact(ws, contact)
    team = known.team if our_team is None else our_team
    sure = known.verified if verified is None else verified
    ws.vault.contacts.keep(Kept(known.signing, known.name, known.card, known.at, team, sure))
    return _changed()


def forget(ws: Workspace, contact: str) -> Changes:
    """Take a contact off the list."""
    ws.vault.contacts.drop(kept_contact(ws, contact).signing)
    return _changed()


def kept_contact(ws: Workspace, contact: str) -> Kept:
    """A contact as the vault keeps it, by fingerprint. Refused `contact.unknown`."""
    for kept in ws.vault.contacts.every():
        if fingerprint(kept.signing) == contact:
            return kept
    raise Refused("contact.unknown")


def _contact(ws: Workspace, kept: Kept) -> Contact:
    digest = fingerprint(kept.signing)
    card = read_card(kept.card)
    try:
        expires: int | None = card.period(ws.clock()).until
    except Refused:
        expires = None
    words, digits = fingerprint_words(digest), fingerprint_digits(digest)
    other = "" if card.name == kept.name else card.name
    return Contact(digest, kept.name, other, words, digits, kept.team, kept.verified, expires, bare_key(card))


def _changed() -> Changes:
    """Contacts are no records; views that show them ask for this kind."""
    return Changes(kinds=frozenset({"contact"}))
