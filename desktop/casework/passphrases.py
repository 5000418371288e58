"""How good a passphrase is, which are refused, and words drawn by the machine instead."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from desktop.crypto.passphrase import generate_words, normalise_passphrase
from desktop.crypto.recipients import PassphraseRecipient
from desktop.errors import Refused
from desktop.vault import system

FAIR, GOOD = 2, 3
FLOOR, CEILING = 17, 19
LONGEST = 1024

_SECONDS = 1.0
_SAMPLE = 15
_SAMPLES = 3
_JUDGED = 72  # zxcvbn raises beyond
_PINYIN_ENOUGH = 6
# Written with a picker or a candidate window, which unlocking has not, and which may send what is typed elsewhere.
_NEEDS_INPUT_METHOD = ("CJK ", "HIRAGANA ", "KATAKANA ", "HANGUL ", "BOPOMOFO ", "YI ")
_FIRST_PICTOGRAM = 0x1F000
_SYLLABLE = re.compile(
    r"(?:[zcs]h?|[bpmfdtnlgkhjqxrwy])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|ai|ao|an|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)"
)


@dataclass(frozen=True)
class Strength:
    """score: 0 very weak, 1 weak, 2 fair, 3 good, 4 strong. enough: whether a vault can be made with it.

    reason: None, or why it is refused or capped at fair: `passphrase.empty`, `passphrase.too_long`,
    `passphrase.input_method`, `passphrase.weak`, `passphrase.pinyin`.
    """

    score: int
    enough: bool
    reason: str | None = None


def strength(passphrase: str) -> Strength:
    """For the live meter; quick enough for every key pressed."""
    text = normalise_passphrase(passphrase)
    if not text:
        return Strength(0, False, "passphrase.empty")
    if len(text) > LONGEST:
        return Strength(0, False, "passphrase.too_long")
    score = _judged(text)
    if any(_needs_input_method(sign) for sign in text):
        return Strength(min(score, FAIR), False, "passphrase.input_method")
    syllables = _pinyin_syllables(text)
    if syllables:
        # The judge knows no Chinese and takes syllables for random letters; a word of two is one of some ten
        # thousand, so six syllables are as hard to guess as what it calls good.
        enough = score >= GOOD and syllables >= _PINYIN_ENOUGH
        return Strength(min(score, FAIR), enough, "passphrase.pinyin" if score > FAIR else "passphrase.weak")
    return Strength(score, score >= GOOD, None if score >= GOOD else "passphrase.weak")


def check(passphrase: str) -> str:
    """The normalised passphrase of a new vault, slot or package, if it is good enough.

    Refused `passphrase.empty`, `passphrase.too_long`, `passphrase.input_method`, `passphrase.weak`,
    `passphrase.pinyin`.
    """
    found = strength(passphrase)
    if found.enough:
        return normalise_passphrase(passphrase)
    if found.reason == "passphrase.empty":
        raise Refused("passphrase.empty")
    if found.reason == "passphrase.too_long":
        raise Refused("passphrase.too_long", longest=LONGEST)
    if found.reason == "passphrase.input_method":
        raise Refused("passphrase.input_method")
    raise Refused("passphrase.pinyin" if found.reason == "passphrase.pinyin" else "passphrase.weak")


def suggest_passphrase() -> str:
    """Words drawn at random, easy to type on any keyboard: 80 bits."""
    return generate_words()


def calibrated_work_factor(
    clock: Callable[[], float] = time.perf_counter, available: Callable[[], int | None] = system.memory_available
) -> int:
    """The scrypt work factor that costs about a second here and now, never below 17 nor above 19.

    clock: seconds. available: bytes of memory programs may still take, None where the system does not tell. Of several
    samples the quickest counts: whatever else the machine does only slows them down, and who guesses does nothing else.
    """
    return affordable(min(_sample(clock) for _ in range(_SAMPLES)), available())


def affordable(cost: float, room: int | None) -> int:
    """The work factor for a machine where a sample costs so many seconds and so many bytes of memory are left.

    More than half of them is not asked for beyond the floor, since it is needed again at each unlocking.
    """
    factor = FLOOR
    while factor < CEILING and cost * 2 ** (factor + 1 - _SAMPLE) <= _SECONDS:
        if room is not None and 2 * memory(factor + 1) > room:
            break
        factor += 1
    return factor


def memory(work_factor: int) -> int:
    """Bytes of memory that trying one passphrase takes."""
    return 1 << (work_factor + 10)


def _sample(clock: Callable[[], float]) -> float:
    begun = clock()
    PassphraseRecipient("calibration", _SAMPLE).wrap(bytes(16))
    return clock() - begun


def _judged(text: str) -> int:
    from zxcvbn import zxcvbn

    score: int = zxcvbn(text[:_JUDGED])["score"]
    return score


def _needs_input_method(sign: str) -> bool:
    return ord(sign) >= _FIRST_PICTOGRAM or unicodedata.name(sign, "").startswith(_NEEDS_INPUT_METHOD)


def _pinyin_syllables(text: str) -> int:
    """How many syllables it has when its letters are nothing but pinyin; else 0."""
    letters = "".join(sign for sign in text.lower() if sign.isalpha())
    if not letters.isascii() or len(letters) < len(text) / 2:
        return 0
    # Fewest syllables that cover the letters; `reached[n]` is that number for the first n letters.
    reached: list[int | None] = [0] + [None] * len(letters)
    for start in range(len(letters)):
        so_far = reached[start]
        if so_far is None:
            continue
        for end in range(start + 1, min(start + 6, len(letters)) + 1):
            if _SYLLABLE.fullmatch(letters, start, end):
                reached[end] = min(so_far + 1, reached[end] or len(letters) + 1)
    return reached[-1] or 0
