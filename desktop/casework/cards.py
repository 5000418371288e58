"""Reading a stranger's card, and how it stands to those that are known."""

from __future__ import annotations

from desktop.casework.workspace import Workspace
from desktop.crypto.recipients import parse_recipient
from desktop.crypto.signing import SigningKey
from desktop.domain.likeness import likeness
from desktop.errors import JiashuError, Refused
from desktop.formats.card import Card, Period, make_card, read_card
from desktop.vault.contacts import Contact as Kept

_YEAR = 366 * 86400


def read_untrusted(ws: Workspace, untrusted: bytes, name: str) -> tuple[Card, str]:
    """A card, and how it stands with what is known of its owner; a bare age key becomes a card of ours for a year.

    name: for whoever has given a bare key alone. Refused, Damaged as `read_card`.
    """
    recipient = _plain_recipient(untrusted)
    if recipient is None:
        card = read_card(untrusted)
        return card, _standing(ws, card)
    if (known := holder_of(ws, recipient)) is not None:
        return read_card(known.card), "known"
    now = ws.clock()
    # The signing key is thrown away: nobody can ever sign in this name, and no package from them is expected.
    period = Period(now, now + _YEAR, recipient, recipient)
    return make_card(name or recipient[:16], now, SigningKey.generate(), [period]), "keys_only"


def bare_key(card: Card) -> bool:
    """Whether a card was made here around an age recipient alone: its signing key is nobody's, nothing to compare.

    Whoever has this program has one key for packages and another for identities.
    """
    return all(period.package == period.identities for period in card.periods)


def holder_of(ws: Workspace, recipient: str) -> Kept | None:
    """The contact packages to this recipient are for."""
    for kept in ws.vault.contacts.every():
        if any(period.package == recipient for period in read_card(kept.card).periods):
            return kept
    return None


def _plain_recipient(untrusted: bytes) -> str | None:
    """The one age recipient in a recipients file, comments left out; None for anything else."""
    lines = [line.strip() for line in untrusted.decode("utf-8", "replace").splitlines()]
    told = [line for line in lines if line and not line.startswith("#")]
    if len(told) != 1 or not told[0].lower().startswith("age1"):
        return None
    try:
        parse_recipient(told[0])
    except JiashuError:
        raise Refused("key.malformed") from None
    return told[0].lower()


def _standing(ws: Workspace, card: Card) -> str:
    if card.signing in ws.vault.own_authors:
        return "own"
    kept = ws.vault.contacts.one(card.signing)
    if kept is None:
        return "changed_key" if _known_by_name(ws, card) else "new"
    known = read_card(kept.card)
    if card.replaces(known):
        return "newer"
    return "older" if known.replaces(card) else "known"


def _known_by_name(ws: Workspace, card: Card) -> bool:
    """Whether somebody is called so here already, by us or by themselves."""
    called = likeness(card.name)
    return any(
        called in {likeness(other.name), likeness(read_card(other.card).name)} for other in ws.vault.contacts.every()
    )
