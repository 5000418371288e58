"""Names of people: aliases in brackets, scripts, pinyin readings to search and to sort by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import islice, product
from typing import TypeAlias

from desktop.domain.folding import fold_text
from desktop.domain.normal import normalize
from desktop.domain.surnames import COMPOUND, READINGS

Convert: TypeAlias = Callable[[str], str]

MOST_READINGS = 64
"""Of one name; beyond that, further combinations of rare readings are left out."""

LONGEST = 100
"""Characters a name may have; what is longer is none, and has no readings."""

LONGEST_GUESS = 4
"""Characters. A longer name with a dot in it is a transcription from another language, which has no pinyin."""

_BRACKETS = re.compile(r"[（(]([^（()）]*)[)）]")
_FORMULA = ("=", "+", "-", "@")
_NOT_IN_NAMES = frozenset('":/\\{}[]@#%&*!?|;')
_BETWEEN_ALIASES = re.compile("[、,，;；/／]")
_SAYS_ALIAS = re.compile(
    r"\A(?:又名|又称|亦名|原名|本名|曾用名|别名|别号|笔名|网名|化名|艺名|法名|藏名|英文名|aka|a\.k\.a\.|also known as)"
    r"[:：]?\s*",
    re.IGNORECASE,
)

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]")
_NO_LETTER = re.compile(r"[\W\d_]+")


def split_aliases(text: str) -> list[str]:
    """The names in one cell, the main one first: ``王玉文（王藏）`` gives 王玉文 and 王藏.

    Aliases stand in brackets of either width, several with commas between, words like 又名 before them are dropped.
    Text that is not a name with names in brackets behind it is taken as one name as it stands: brackets that do not
    match, nothing outside them, a formula, an address, an age.
    """
    cell = " ".join(text.split())
    main = " ".join(_BRACKETS.sub(" ", cell).split())
    aliases = (alias for group in _BRACKETS.findall(cell) for alias in _BETWEEN_ALIASES.split(group))
    found = (main, *(_SAYS_ALIAS.sub("", alias.strip()) for alias in aliases))
    names = list(dict.fromkeys(name for name in found if name))
    if not main or not all(map(_like_a_name, names)):
        return [cell] if cell else []
    return names


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would calculate with a cell instead of showing it."""
    return cell.lstrip().startswith(_FORMULA)


def _like_a_name(text: str) -> bool:
    """Begins with a letter, and has no sign in it that stands in addresses, formulas and sums."""
    return unicodedata.category(text[0])[0] == "L" and not any(
        character in _NOT_IN_NAMES or unicodedata.category(character)[0] == "S" for character in text
    )


def readings(name: str) -> list[str]:
    """The keys a name is found by when typed in Latin letters: lower case, no spaces.

    All readings of the characters and of the surname, ü as v, u and yu (as in passports), the surname also last, and
    the initials. A name in Latin letters has itself, its last word also first and its first last. The likeliest comes
    first.
    """
    return list(_keys(name, initials=True))


def whole_readings(name: str) -> list[str]:
    """The same without the initials: two names that share one of these may be one name."""
    return list(_keys(name, initials=False))


def has_han(name: str) -> bool:
    """Whether there is a Chinese character in it."""
    return _HAN.search(name[:LONGEST]) is not None


def _keys(name: str, *, initials: bool) -> dict[str, None]:
    if len(name) > LONGEST:
        return {}
    bare = fold_text(name)
    if not _HAN.search(bare):
        return _turned(bare)
    keys: dict[str, None] = {}
    for reading in islice(product(*syllables(bare)), MOST_READINGS):
        surname, given = reading[:1], reading[1:]
        orders = (surname + given, given + surname) if len(reading) <= LONGEST_GUESS else (reading,)
        for order in orders:
            keys.update(dict.fromkeys(_spellings("".join(order).replace(" ", ""))))
        if initials:
            keys["".join(syllable[0] for syllable in " ".join(reading).split())] = None
    return keys


def _turned(bare: str) -> dict[str, None]:
    """A name that is written in letters, as it stands and with the word at either end at the other."""
    words = bare.replace(",", " ").split()
    orders = [words, words[-1:] + words[:-1], words[1:] + words[:1]] if len(words) <= LONGEST_GUESS else [words]
    return dict.fromkeys(key for order in orders if (key := reading_key("".join(order))))


def reading_key(typed: str) -> str:
    """What somebody types, as a key to compare with `readings`: no tones, no spaces, ü as v."""
    spread = normalize("NFD", fold_text(typed)).replace("u\u0308", "v")
    return _NO_LETTER.sub("", "".join(letter for letter in spread if not unicodedata.combining(letter)))


def script_of(text: str) -> str | None:
    """The script most letters are in (``Hans``, ``Hant``, ``Latn``, ``Arab``, ``Tibt``, ``Mong``, ``Cyrl``), if any.

    Han characters common to both scripts count as simplified. None for no letters or another script. A name is told by
    its first hundred characters.
    """
    text = text[:LONGEST]
    counts: dict[str, int] = {}
    for character in text:
        if unicodedata.category(character)[0] == "L":
            script = _script(character)
            counts[script] = counts.get(script, 0) + 1
    if not counts:
        return None
    most = max(counts, key=lambda script: counts[script])
    if most == "Hani":
        return "Hant" if _traditional(text) else "Hans"
    return most if most in _SCRIPTS.values() else None


_SCRIPTS = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "TIBETAN": "Tibt",
    "MONGOLIAN": "Mong",
    "CYRILLIC": "Cyrl",
    "CJK": "Hani",
}


def _script(character: str) -> str:
    return _SCRIPTS.get(unicodedata.name(character, "").split(" ")[0].split("-")[0], "Zyyy")


def _traditional(text: str) -> bool:
    to_simplified, to_traditional = _converters()
    letters = [character for character in text if unicodedata.category(character)[0] == "L"]
    only_traditional = sum(to_simplified(character) != character for character in letters)
    return only_traditional > sum(to_traditional(character) != character for character in letters)


@cache
def _converters() -> tuple[Convert, Convert]:
    from opencc import OpenCC

    return OpenCC("t2s").convert, OpenCC("s2t").convert


def syllables(bare: str) -> list[Sequence[str]]:
    """Of a folded name the readings of the surname (one or two syllables), then of each later character or word."""
    bare = _NO_LETTER.sub("", bare)
    length = surname_length(bare)
    surname, given = bare[:length], bare[length:]
    dictionary = [" ".join(reading) for reading in product(*_dictionary(surname))]
    known = READINGS.get(surname, ())
    return [_distinct([*known, *dictionary]), *_dictionary(given)]


def surname_length(bare: str) -> int:
    """Characters of a folded Chinese name that are its surname."""
    return 2 if bare[:2] in COMPOUND and len(bare) > 2 else 1


def _dictionary(bare: str) -> list[Sequence[str]]:
    """Every reading of every character, ü as v; other letters stay as they are, punctuation goes."""
    from pypinyin import Style, pinyin

    spread = pinyin(bare, style=Style.NORMAL, heteronym=True, v_to_u=False)
    read = (_distinct(reading_key(option) for option in options) for options in spread)
    return [options for options in read if options]


def _distinct(options: Iterable[str]) -> Sequence[str]:
    return list(dict.fromkeys(option for option in options if option))


def _spellings(key: str) -> list[str]:
    """ü, here v after l or n, in the three ways people type it."""
    if not re.search("[ln]v", key):
        return [key]
    return [re.sub("([ln])v", rf"\1{vowel}", key) for vowel in ("v", "u", "yu")]
