"""A contact card as several QR codes, read in any order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.errors import Damaged, Refused
from desktop.formats import base45
from desktop.formats.card import MAX_CARD, Card, read_card

PIECE = 955  # with its label, version 20 at level M: a screen shows it, a phone reads it
MAX_PARTS = 99
_PART = re.compile(r"JC1/([1-9][0-9]?)/([1-9][0-9]?)/([0-9A-Z $%*+\-./:]+)")


def to_qr_parts(card: Card) -> list[str]:
    """The texts of the codes, ``JC1/i/n/`` and a piece each; only characters of QR's alphanumeric mode."""
    text = base45.encode(card.encode())
    count = -(-len(text) // PIECE)
    length = -(-len(text) // count)  # pieces of one length, so that the codes are of one size
    return [f"JC1/{i + 1}/{count}/{text[i * length : (i + 1) * length]}" for i in range(count)]


def from_qr_parts(untrusted_parts: Iterable[str]) -> Card:
    """The card from its codes, in any order, repeated or not.

    Refused `card.parts_missing` with how many are here, `card.parts_mixed` when they are of two cards;
    Damaged `card.code` when one is not of ours; else as `read_card`.
    """
    pieces, count = _sorted_out(untrusted_parts)
    if len(pieces) < count:
        raise Refused("card.parts_missing", here=len(pieces), all=count)
    text = "".join(pieces[number] for number in sorted(pieces))
    if len(text) > 2 * MAX_CARD:
        raise Damaged("card.code")
    return read_card(base45.decode(text))


def _sorted_out(untrusted_parts: Iterable[str]) -> tuple[dict[int, str], int]:
    """Each piece by its number, and how many there should be (0 when there is none at all)."""
    pieces: dict[int, str] = {}
    counts = set()
    for part in untrusted_parts:
        match = _PART.fullmatch(part.strip("\r\n"))
        if match is None or not 1 <= int(match[1]) <= int(match[2]) <= MAX_PARTS:
            raise Damaged("card.code")
        counts.add(int(match[2]))
        if pieces.setdefault(int(match[1]), match[3]) != match[3] or len(counts) > 1:
            raise Refused("card.parts_mixed")
    if not pieces:
        raise Damaged("card.code")
    return pieces, counts.pop()
