"""A recovery key in shares, as people handle them: words to be written down, typed back by their first letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.casework import recovery_key
from desktop.crypto import shares
from desktop.crypto.recipients import HybridIdentity
from desktop.errors import Refused

WORDS, LETTERS = shares.WORDS, shares.LETTERS
NEEDED, COUNT = 2, 3
"""Proposed: one may be lost, and whoever finds one has nothing."""

LEAST_NEEDED, MOST_NEEDED, MOST = shares.FEWEST, shares.MOST_NEEDED, shares.MOST


@dataclass(frozen=True)
class Typed:
    """How far typing a share has come. words: so far. wrong: the number of the first word that cannot be right.

    refused: why it is no share yet, None once it is whole. number: which of its set it is. needed: how many open.
    """

    words: int
    wrong: int | None
    refused: Refused | None
    number: int = 0
    needed: int = 0


def split(key: str, needed: int = NEEDED, count: int = COUNT) -> tuple[str, ...]:
    """A recovery key in `count` shares, any `needed` of which give it back. Refused `share.numbers`."""
    return shares.split(HybridIdentity.from_text(key).secret, needed, count)


def words(share: str) -> Sequence[str]:
    """What has to be written down of a share."""
    return share.split()


def key(given: Sequence[str]) -> str:
    """The recovery key of shares as they were typed, or read from their codes. Refused `share.…`."""
    return HybridIdentity(shares.combine([shares.read(text, at) for at, text in enumerate(given, start=1)])).text


def typed(text: str, place: int = 1) -> Typed:
    """What is to be said while a share is being typed. place: which of those being typed."""
    count, wrong = shares.count(text), shares.wrong_word(text)
    try:
        found = shares.read(text, place)
    except Refused as refusal:
        return Typed(count, wrong, refusal)
    return Typed(count, None, None, found.number, found.needed)


def check_same(share: str, given: str, number: int) -> None:
    """Whether what was given back is this share, the `number`th of its set.

    Refused `share.another` (it is another one), `share.other_set`, and as `shares.read`.
    """
    back, asked = shares.read(given, number), shares.read(share, number)
    if back.kin != asked.kin:
        raise Refused("share.older_set", share=number)
    if back.words != asked.words:
        raise Refused("share.another", share=number, given=back.number)


def check_all(given: Sequence[str], count: int) -> None:
    """Whether all `count` shares of a set are here. Refused `share.not_all`, and as `shares.read`."""
    found = [shares.read(text, at) for at, text in enumerate(given, start=1)]
    shares.check_together(found)
    if len(found) != count:
        raise Refused("share.not_all", given=len(found), count=count)


def code(text: str) -> str:
    """A key or a share for its QR code, which stays small where all letters are capitals."""
    return text.upper()


def from_codes(codes: Sequence[str]) -> str:
    """The one recovery key or share among the codes of a picture. Refused `recovery.no_code`, `recovery.many_codes`."""
    found = sorted({one for one in codes if recovery_key.whole(one) or typed(one).refused is None})
    if not found:
        raise Refused("recovery.no_code")
    if len(found) > 1:
        raise Refused("recovery.many_codes")
    return found[0]
