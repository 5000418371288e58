"""Finding in running words what tells who somebody is, however it is written there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from desktop.domain.common_words import is_common
from desktop.domain.folding import fold_text
from desktop.domain.names import has_han, readings, script_of, split_aliases
from desktop.domain.normal import normalize
from desktop.domain.surnames import COMPOUND

_GAPS = ("P", "S", "Zs", "Cc", "Cf", "Mn")
"""Categories of signs that may stand within a name or a number and change nothing: stops, stars, blanks, marks, what
is not seen."""

_ANY_CASE = 5
"""Letters of a single name from which on it counts in small letters too: shorter ones are often words (May, Rose)."""

_SHORTEST_READING = 6
_SHORT_HAN = 2  # signs of a name that may be a piece of another's
_COUNTRY_CODE = 3  # digits at most, after a plus or two zeros
_LONG_NUMBER = 8  # digits from which on a number is nobody else's, whatever is written before or behind it
_TSHEG = "\u0f0b"  # between the syllables of a Tibetan word; vowels there are marks, no letters
_WORD = re.compile(r"(?:[^\W\d_]|[\u064b-\u0652\u0670\u0f0b\u0f0c\u0f18-\u0f39\u0f71-\u0fbc])+")
_DOTS = re.compile("[·•・‧∙⋅．.]")


@dataclass(frozen=True, slots=True)
class Telltale:
    """Words that tell who somebody is. person: whom; None where they are only to be left out.

    alone: a single name, not a whole one; then a short one counts only with a capital letter.
    elsewhere: of somebody who is not meant as long as anybody of the case is called so.
    stays: of somebody who may be named: read as it stands, unless somebody else is called exactly so.
    """

    words: str = field(repr=False)
    person: str | None
    alone: bool = False
    elsewhere: bool = False
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Where words told who somebody is. person: None where they may mean several, or nobody of this case.

    words: as they stood there.
    """

    person: str | None
    words: str = field(repr=False)


def of_name(
    person: str | None, full: str, *, family: str = "", given: str = "", pinyin: str = ""
) -> Iterator[Telltale]:
    """A name in the ways people write it: whole, in either order, the given name alone, in pinyin.

    Of one with others in brackets behind it each; of one transcribed or written in syllables its parts too.
    """
    yield Telltale(full, person)
    if pinyin:
        yield Telltale(pinyin, person)
    for name in split_aliases(full) or [full]:
        yield from _of_one(person, name, family, given)


def of_stranger(full: str) -> Iterator[Telltale]:
    """A name of somebody whom the words are not about; a single one that is a common word or surname is nobody's."""
    for one in of_name(None, full):
        if not (is_common(one.words) and (one.alone or not has_han(one.words))):
            yield replace(one, elsewhere=True)


def of_named(full: str, *, family: str = "", given: str = "", pinyin: str = "") -> Iterator[Telltale]:
    """A name of somebody who may be named. Alone it stays only where no other person of the case is called so."""
    for one in of_name(None, full, family=family, given=given, pinyin=pinyin):
        yield replace(one, stays=True)


def _of_one(person: str | None, full: str, family: str, given: str) -> Iterator[Telltale]:
    yield Telltale(full, person)
    if script_of(full) in {"Hans", "Hant"}:
        yield from _of_signs(person, full, given)
        return
    words = _WORD.findall(full)
    yield Telltale(" ".join(reversed(words)), person)
    yield Telltale(family + given, person)
    yield Telltale(given + family, person)
    yield from (Telltale(word, person, alone=True) for word in (*words, family, given))
    for word in words:
        yield from (Telltale(pair, person, alone=True) for pair in _pairs(word))


def _of_signs(person: str | None, full: str, given: str) -> Iterator[Telltale]:
    parts = [part for part in _DOTS.split(full) if part]
    alone = given or _given(full)
    keys = readings(full)
    if len(parts) > 1:  # transcribed: each part is a name, of the person or of the father
        yield from (Telltale(part, person, alone=True) for part in parts)
    yield Telltale(alone, person, alone=True)
    yield from (Telltale(key, person) for key in keys if len(key) >= _SHORTEST_READING)
    yield from (Telltale(key, person, alone=True) for key in readings(alone) if len(key) >= _SHORTEST_READING)
    whole = (key for key in keys if len(full) < len(key) < _SHORTEST_READING)  # no initials
    yield from (Telltale(key, person, alone=True) for key in whole)


def _pairs(word: str) -> Iterator[str]:
    """Two syllables each of a Tibetan name of four, by which people are called."""
    syllables = [syllable for syllable in word.split(_TSHEG) if syllable]
    if len(syllables) > 2:
        yield from (_TSHEG.join(syllables[at : at + 2]) for at in range(0, len(syllables) - 1, 2))


def of_number(person: str | None, number: str) -> Iterator[Telltale]:
    """A telephone number or another one, with its country code and without."""
    yield Telltale(number, person)
    digits = "".join(sign for sign in number if sign.isdecimal())
    if number.lstrip().startswith(("+", "00")):
        local = digits.removeprefix("00")
        yield Telltale(f"00{local}", person)
        yield from (Telltale(local[begin:], person) for begin in range(1, _COUNTRY_CODE + 1))


@dataclass(frozen=True, slots=True)
class Mark:
    """Where words tell who somebody is: start and end in the text they stand in. person: as in `Found`."""

    start: int
    end: int
    person: str | None


class Telltales:
    """Everything that must not stand in a text. Whichever is longer is found first.

    Case, script, width, accents, and blanks, points or other signs within a name make no difference; in scripts that
    part words, a name is not found inside another word, but a longer one is beside digits.
    """

    def __init__(self, known: Iterable[Telltale] = ()) -> None:
        self._people: dict[str, str | None] = {}
        self._short_alone: set[str] = set()
        self._staying: set[str] = set()
        self._whole: set[str] = set()  # names of several words or three signs of people who may not be named
        self._lengths: dict[str, list[int]] = {}  # by its first two signs how long what begins so is, the longest first
        self.learn(sorted(known, key=_last))  # who is not of the case comes last, and gives way

    def learn(self, known: Iterable[Telltale]) -> None:
        """Look for these too; those of people of the case in whatever order they come."""
        for one in known:
            self._learn(one)

    def parts(self, words: str) -> Iterator[str | Found]:
        """The words, with what told who somebody is taken out of them."""
        key, places = _spread(words)
        done = at = 0
        while at < len(key) - 1:
            found = self._at(words, key, places, at)
            if found is None:
                at += 1
                continue
            if key[at:found] in self._staying:
                at = self._running_on(words, key, places, at, found)
                continue
            begin, end = places[at], _past_marks(words, places[found - 1] + 1)
            if words[done:begin]:
                yield words[done:begin]
            yield Found(self._people[key[at:found]], words[begin:end])
            done, at = end, found
        if words[done:]:
            yield words[done:]

    def marks(self, words: str) -> Iterator[Mark]:
        """Where in the words somebody is told of."""
        at = 0
        for part in self.parts(words):
            said = part if isinstance(part, str) else part.words
            if isinstance(part, Found):
                yield Mark(at, at + len(said), part.person)
            at += len(said)

    def _learn(self, one: Telltale) -> None:
        key, _ = _spread(one.words)
        if len(key) < _shortest(key):
            return
        if one.stays or (one.elsewhere and (key in self._staying or (one.alone and key in self._people))):
            if one.stays and key not in self._people and not self._names_another(key):
                self._staying.add(key)
                self._note_length(key)
            return
        new = key not in self._people
        if new:
            self._note_length(key)
        if not (one.alone or key.isdecimal()) and (
            " " in one.words.strip() or (has_han(key) and len(key) > _SHORT_HAN)
        ):
            self._whole.add(key)
        self._people[key] = one.person if self._people.get(key, one.person) == one.person else None
        if one.alone and len(key) < _ANY_CASE and new:
            self._short_alone.add(key)
        elif not one.alone:
            self._short_alone.discard(key)

    def _names_another(self, key: str) -> bool:
        """Whether the whole name of somebody else is in a name, as in one that tells whose mother it is."""
        return any(
            key[begin : begin + length] in self._whole
            for begin in range(len(key) - 1)
            for length in self._lengths.get(key[begin : begin + 2], ())
        )

    def _note_length(self, key: str) -> None:
        lengths = self._lengths.setdefault(key[:2], [])
        if len(key) not in lengths:
            lengths.append(len(key))
            lengths.sort(reverse=True)

    def _at(self, words: str, key: str, places: list[int], at: int) -> int | None:
        """Where the longest of them that begins here ends; None when none does."""
        for length in self._lengths.get(key[at : at + 2], ()):
            piece = key[at : at + length]
            if len(piece) < length or not (piece in self._people or piece in self._staying):
                continue  # at the end of the words a piece is cut short
            if _inside_word(words, key, places, at, at + length):
                continue
            if piece not in self._short_alone or not words[places[at]].islower():
                return at + length
        return None

    def _running_on(self, words: str, key: str, places: list[int], at: int, end: int) -> int:
        """Where to look on behind a name that stays: within it, where what is left out begins there and ends behind."""
        for begin in range(at + 1, end):
            found = self._at(words, key, places, begin)
            if found is not None and found > end and key[begin:found] not in self._staying:
                return begin
        return end


def _last(one: Telltale) -> int:
    return 2 if one.elsewhere else one.stays


def _past_marks(words: str, end: int) -> int:
    """A vowel or an accent that is written as a mark belongs to the letter before it."""
    while end < len(words) and unicodedata.category(words[end]) == "Mn":
        end += 1
    return end


def _given(full: str) -> str:
    """The given name in a Chinese one."""
    bare = "".join(_WORD.findall(full))
    return bare[2:] if fold_text(bare[:2]) in COMPOUND and len(bare) > 2 else bare[1:]


def _shortest(key: str) -> int:
    """One sign stands in too many words; so do two letters, and four digits are a year."""
    if key.isdecimal():
        return 5
    return 3 if any(_parts_words(sign) for sign in key) else 2


def _inside_word(words: str, key: str, places: list[int], begin: int, end: int) -> bool:
    """Whether what was found is a piece of a longer word or number."""
    if end - begin >= _LONG_NUMBER and key[begin:end].isdecimal():
        return False  # a country or area code may stand before it
    first, last = places[begin], places[end - 1]
    before = words[first - 1] if first else ""
    after = words[last + 1] if last + 1 < len(words) else ""
    apart = end - begin >= _ANY_CASE  # then a year behind a name, or letters before a number, hide neither
    return _one_word(before, key[begin], apart) or _one_word(key[end - 1], after, apart)


def _one_word(before: str, after: str, apart: bool) -> bool:
    """Whether two neighbours are of one word. apart: a letter and a digit are not."""
    if not (_parts_words(before) and _parts_words(after)):
        return False
    return not apart or before.isdecimal() == after.isdecimal()


def _parts_words(sign: str) -> bool:
    """Whether a sign is a letter or digit of a script that puts blanks between words."""
    return sign.isalnum() and unicodedata.category(sign) != "Lo"


def _spread(words: str) -> tuple[str, list[int]]:
    """The letters and digits to compare by, and of each where it stands."""
    key: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(words):
        for letter in _letters(sign):
            key.append(letter)
            places.append(place)
    return "".join(key), places


@lru_cache(maxsize=1 << 14)
def _letters(sign: str) -> str:
    """A sign folded, without its accents; nothing for what may stand within a name."""
    folded = normalize("NFD", fold_text(sign))
    return "".join(letter for letter in folded if not unicodedata.category(letter).startswith(_GAPS))
