"""A secret key split into shares of words (SLIP-39): any few of them give it back, fewer tell nothing of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from shamir_mnemonic import MnemonicError, Share, generate_mnemonics, recover_ems
from shamir_mnemonic.rs1024 import verify_checksum
from shamir_mnemonic.shamir import ShareGroup
from shamir_mnemonic.wordlist import WORDLIST

from desktop.errors import Refused

WORDS = 33
"""Of a share of 32 bytes: four that say which set it is of, 26 of it, three of checksum."""

LETTERS = 4
"""The first letters of a word, which tell it from every other one of the list."""

FEWEST, MOST_NEEDED, MOST = 2, 5, 9

_NO_PASSPHRASE = b""
_QUICK = 0
"""Iteration exponent: its work protects a passphrase, and there is none."""

_CUSTOMISATION = {False: b"shamir", True: b"shamir_extendable"}
_WORD = re.compile(r"[^\W\d_]+")
_BY_LETTERS = {word[:LETTERS]: number for number, word in enumerate(WORDLIST)}


@dataclass(frozen=True, slots=True)
class ReadShare:
    """One share whose checksum is right. number: which of its set, from 1. needed: how many of the set give the key.

    words: as they stand on paper, each whole. kin: the same in all shares of one set.
    """

    words: tuple[str, ...] = field(repr=False)
    number: int
    needed: int
    kin: tuple[object, ...] = field(repr=False)
    share: Share = field(repr=False)


def split(secret: bytes, needed: int, count: int) -> tuple[str, ...]:
    """`count` shares of 33 words, any `needed` of which give the secret back.

    Each call makes another set; shares of two sets do not go together. Refused `share.numbers`.
    """
    if not FEWEST <= needed <= count <= MOST or needed > MOST_NEEDED:
        raise Refused("share.numbers", needed=needed, count=count)
    return tuple(generate_mnemonics(1, [(needed, count)], secret, _NO_PASSPHRASE, True, _QUICK)[0])


def read(untrusted: str, place: int = 1) -> ReadShare:
    """One share, typed or from a code: any case, whatever stands between the words, of each word four letters.

    place: which of those being given this is, from 1, for the errors. Refused `share.word` (its number: no word of the
    list), `share.words` (not 33), `share.checksum`, `share.foreign` (a share of something else).
    """
    numbers = _numbers(untrusted, place)
    if len(numbers) != WORDS:
        raise Refused("share.words", share=place, count=len(numbers), wanted=WORDS)
    extendable = bool(numbers[1] >> 4 & 1)
    if not verify_checksum(numbers, _CUSTOMISATION[extendable]):
        raise Refused("share.checksum", share=place)
    words = tuple(WORDLIST[number] for number in numbers)
    try:
        share = Share.from_mnemonic(" ".join(words))
    except MnemonicError:
        raise Refused("share.foreign", share=place) from None
    if share.group_threshold != 1 or share.group_count != 1 or share.member_threshold < FEWEST:
        raise Refused("share.foreign", share=place)
    return ReadShare(words, share.index + 1, share.member_threshold, tuple(share.group_parameters()), share)


def wrong_word(untrusted: str) -> int | None:
    """The number of the first word that cannot be right, for who is still typing: the last one may be unfinished."""
    typed = _words(untrusted)
    for number, word in enumerate(typed, start=1):
        unfinished = number == len(typed) and untrusted[-1:].isalpha()
        if _number(word) is None and not (unfinished and any(whole.startswith(word) for whole in WORDLIST)):
            return number
    return None


def count(untrusted: str) -> int:
    """How many words were typed so far."""
    return len(_words(untrusted))


def check_together(shares: Sequence[ReadShare]) -> None:
    """Refused `share.twice`, `share.other_set` (each says which of those given, from 1)."""
    for place, one in enumerate(shares, start=1):
        for earlier, other in enumerate(shares[: place - 1], start=1):
            if one.kin != other.kin:
                raise Refused("share.other_set", share=place, first=earlier)
            if one.number == other.number:
                raise Refused("share.twice", share=place, first=earlier)


def combine(shares: Sequence[ReadShare]) -> bytes:
    """The secret. Refused as `check_together`, `share.too_few` (how many are missing), `share.mismatch`."""
    check_together(shares)
    if not shares:
        raise Refused("share.too_few", missing=FEWEST)
    needed = shares[0].needed
    if len(shares) < needed:
        raise Refused("share.too_few", missing=needed - len(shares))
    group = ShareGroup()
    for one in shares[:needed]:
        group.add(one.share)
    try:
        secret: bytes = recover_ems({0: group}).decrypt(_NO_PASSPHRASE)
    except MnemonicError:  # two sets that bear the same number by chance, or a share that was made up
        raise Refused("share.mismatch") from None
    return secret


def _words(untrusted: str) -> list[str]:
    """Whatever stands between words on paper, numbers too, is left aside; wide letters are letters."""
    return _WORD.findall(unicodedata.normalize("NFKC", untrusted).casefold())


def _numbers(untrusted: str, place: int) -> list[int]:
    numbers: list[int] = []
    for at, word in enumerate(_words(untrusted), start=1):
        number = _number(word)
        if number is None:
            raise Refused("share.word", share=place, number=at)
        numbers.append(number)
    return numbers


def _number(word: str) -> int | None:
    """Which word of the list begins so; four letters at least, and none beside the word."""
    number = _BY_LETTERS.get(word[:LETTERS])
    return number if number is not None and WORDLIST[number].startswith(word) else None
