"""What we call our contacts: a name of ours, which no card they send changes, since consents name people by it."""

from __future__ import annotations

from desktop.casework.workspace import Workspace
from desktop.domain.likeness import apart, likeness
from desktop.errors import Refused
from desktop.formats.card import MAX_NAME, Card, check_name
from desktop.vault.contacts import Contact as Kept


def is_free(ws: Workspace, name: str, signing: str) -> bool:
    """Whether no contact but the one with this signing key is called so, or nearly so to the eye."""
    wanted = likeness(name)
    return all(likeness(kept.name) != wanted for kept in ws.vault.contacts.every() if kept.signing != signing)


def checked(ws: Workspace, name: str, signing: str) -> str:
    """A name for the contact with this signing key.

    Refused `card.name` for one that would not show as it is, or not at all; `contact.name_of_several` for one that a
    consent would read as several; `contact.name_taken`.
    """
    wanted = check_name(name.strip())
    if not likeness(wanted):
        raise Refused("card.name", limit=MAX_NAME)
    if apart(wanted) != [wanted]:
        raise Refused("contact.name_of_several")
    if not is_free(ws, wanted, signing):
        raise Refused("contact.name_taken")
    return wanted


def suggested(ws: Workspace, card: Card) -> str:
    """What whoever has this card is called here: our name for a contact, a new one's own; "" where that is taken."""
    known = ws.vault.contacts.one(card.signing)
    if known is not None:
        return known.name
    name = " ".join(apart(card.name))
    return name if likeness(name) and is_free(ws, name, card.signing) else ""


def known_as(ws: Workspace, kept: Kept) -> str:
    """The name by which consents speak of a contact; "" where none is sure to speak of them.

    Names were the cards' own once: two could have the same, and one could read as several, each of which may be
    another's.
    """
    others = (one.name for one in ws.vault.contacts.every() if one.signing != kept.signing)
    several = [likeness(part) for other in others for part in apart(other)]
    alone = apart(kept.name) == [kept.name] and likeness(kept.name) not in several
    return kept.name if alone and is_free(ws, kept.name, kept.signing) else ""
