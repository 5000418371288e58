"""How well what is typed fits what something is called, and which terms of a vocabulary fit it, the best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from functools import cache

from desktop.domain.folding import fold_text
from desktop.domain.names import reading_key, readings
from desktop.domain.vocabulary import Term, Vocabularies, Vocabulary

_LEAST_SOUND = 4  # letters; fewer are initials of half the lists
_LEAST_INSIDE = 5  # letters; fewer stand across two words of many a label
_LONGEST_SOUND = 10  # characters of a label; nobody spells out a longer one
_SEVERAL = re.compile(r"[／、；()（）]|\s/\s|(?<=[^\x00-\x7f])/|/(?=[^\x00-\x7f])")
"""Between the names a label gives one thing: 外公 / 姥爷, 配偶（丈夫/妻子）; not in Son/daughter-in-law."""
_NO_SIGN = re.compile(r"[\W_]+")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_WORD = re.compile(r"[^\W_]+")


class Fit(IntEnum):
    """The smaller, the better: all it is called, one of the names in that, a beginning, that of a word, anywhere."""

    EXACT = 0
    ONE_OF = 1
    BEGINS = 2
    WORD = 3
    INSIDE = 4


def fit(typed: str, called: str) -> Fit | None:
    """How well it fits, whatever the script, width or case; None when it does not, or nothing is typed."""
    wanted = " ".join(fold_text(typed).split())
    whole = " ".join(fold_text(called).split())
    if not wanted or wanted not in whole:
        return None
    if wanted == whole:
        return Fit.EXACT
    names = [whole, *(name.strip() for name in _SEVERAL.split(whole))]
    if wanted in names:
        return Fit.ONE_OF
    if any(name.startswith(wanted) for name in names):
        return Fit.BEGINS
    begins = any(whole.startswith(wanted, word.start()) for word in _WORD.finditer(whole))
    return Fit.WORD if begins else Fit.INSIDE


def sounds(typed: str, called: str) -> Fit | None:
    """How well Latin letters fit the pinyin of a label, with or without tones, or its initials; a word within it, too.

    Never better than a beginning, since many words are read alike.
    """
    key = reading_key(typed)
    if not key or not key.isascii():
        return None
    keys = [reading for name in _SEVERAL.split(called) for reading in _readings(name)]
    if key in keys:
        return Fit.BEGINS
    if any(reading.startswith(key) for reading in keys):
        return Fit.WORD
    return Fit.INSIDE if len(key) >= _LEAST_INSIDE and any(key in reading for reading in keys) else None


def fitting_terms(
    vocabulary: Iterable[Term],
    typed: str,
    lang: str,
    *,
    by_sound: bool = False,
    also: Callable[[Term], str] = lambda _term: "",
) -> list[tuple[Term, Fit]]:
    """The terms that fit, the best first: by the label in `lang`, by those in other languages, by code, by other words
    people use, by pinyin.

    Of terms that fit alike the order of the vocabulary stays. What is not to be picked is passed over. With
    nothing typed every term fits. by_sound: work pinyin out where the vocabulary has none (slow the first time).
    also: further words that lead to a term, which come last.
    """
    terms = [term for term in vocabulary if term.pickable]
    if not typed.strip():
        return [(term, Fit.INSIDE) for term in terms]
    found = []
    for term in terms:
        ways = [(way, place) for place, way in enumerate(_ways(term, typed, lang, by_sound)) if way is not None]
        if ways:
            found.append((min(ways), term))
        elif fit(typed, also(term)) is not None:
            found.append(((Fit.INSIDE, len(Fit) * 2), term))
    found.sort(key=lambda one: one[0])
    return [(term, way) for (way, _place), term in found]


def above(vocabulary: Vocabulary, term: Term) -> str:
    """What the groups a term belongs to are called in every language: whoever types that looks for one of the group."""
    return "、".join(label for group in vocabulary.lineage(term.code)[:-1] for label in group.labels)


def may_be_pinyin(vocabulary: Vocabulary, typed: str) -> bool:
    """Whether pinyin would have to be worked out to find terms by these letters."""
    key = reading_key(typed)
    return len(key) > 1 and key.isascii() and not any("pinyin" in term.more for term in vocabulary)


def leading_to(vocabularies: Vocabularies, phrase: str) -> list[tuple[str, str]]:
    """Vocabulary and code of every term a search may mean: by words of its label in any language, by its code as people
    write it (e04), by the pinyin of a whole label.

    phrase: as `indexing.query_phrases` gives it.
    """
    found = dict.fromkeys(vocabularies.labelled(phrase))
    key, sound = code_key(phrase), reading_key(phrase)
    coded = key[:1].isalpha() and any(sign.isdigit() for sign in key)
    sounded = len(sound) >= _LEAST_SOUND and sound.isascii() and phrase.isascii()
    for name in vocabularies if coded or sounded else ():
        for term in vocabularies[name]:
            by_code = coded and code_key(term.code) == key
            if by_code or (sounded and any(sound in keys for keys in _label_readings(term.zh_hans))):
                found[name, term.code] = None
    return list(found)


def _label_readings(label: str) -> Iterator[tuple[str, ...]]:
    return (_readings(part) for part in _SEVERAL.split(label) if 0 < len(part.strip()) <= _LONGEST_SOUND)


def _ways(term: Term, typed: str, lang: str, by_sound: bool) -> Iterator[Fit | None]:
    """How well each of the things a term is called fits."""
    own = term.label(lang)
    yield fit(typed, own)
    others = [fit(typed, label) for label in (term.en, term.zh_hans, term.zh_hant) if label and label != own]
    yield min((way for way in others if way is not None), default=None)
    yield _by_code(typed, term.code)
    yield fit(typed, term.more.get("also", ""))
    told = term.more.get("pinyin")
    if told:
        yield sounds(typed, told)
        yield sounds(typed, term.more.get("also_pinyin", ""))
    elif by_sound:
        yield sounds(typed, term.zh_hans)
        yield sounds(typed, term.more.get("also", ""))


def _by_code(typed: str, code: str) -> Fit | None:
    """By its code, as it stands or as people write it: E.04, e04, e4, CRC 2."""
    found = fit(typed, code)
    key = code_key(typed)
    if any(sign.isdigit() for sign in key) and key[:1].isalpha() and key == code_key(code):
        return Fit.EXACT
    return found


def code_key(code: str) -> str:
    """A code without signs, case and the zeros before its numbers."""
    return _ZEROS.sub("", _NO_SIGN.sub("", fold_text(code)))


@cache
def _readings(name: str) -> tuple[str, ...]:
    """Of a piece of a label of ours, never of what somebody typed."""
    return tuple(readings(name.strip()))
