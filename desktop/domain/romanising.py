"""What is proposed of a name: which part is the family's, and how it is written in pinyin. Nothing here is a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

from desktop.domain.folding import fold_text
from desktop.domain.names import (
    LONGEST_GUESS,
    MOST_READINGS,
    reading_key,
    script_of,
    surname_length,
    syllables,
)
from desktop.domain.surnames import COMPOUND, READINGS

MOST_OFFERED = 8
"""Ways of writing a name in pinyin that are offered; more would be read by nobody."""

_ONLY_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_BEFORE = frozenset("老小阿大")
_TITLES = """
嫂 哥 姐 叔 婶 姨 爷 奶 某 某某 老师 师傅 律师 医生 大夫 护士 主任 所长 副所长 局长 副局长 队长 警官 科长 处长 书记
校长 院长 村长 主席 老板 经理 牧师 神父 先生 女士 太太 小姐 同学 同志 大哥 大姐 大嫂 大叔 大伯 大妈 大娘 大爷 阿姨
奶奶 爷爷 叔叔 伯伯
"""
"""What stands behind a surname where somebody is called by it: 李嫂, 王老师. That is no name and has no parts."""
_VOWEL = frozenset("aeo")
_COMMON = """
wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu
dong xiao cheng cao yuan deng fu shen zeng peng lv lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren
fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian yin yi
chang wen qiao lai gong pang zhan shan qu ou
"""


@dataclass(frozen=True, slots=True, repr=False)
class Split:
    """The parts of a name as somebody may confirm them. order: a code of `name_orders`."""

    family: str
    given: str
    order: str


def split(full: str) -> Split | None:
    """Which part of a name is whose, where that can be guessed; None where it cannot.

    Chinese characters: the family first, surnames of two characters known. Latin letters: what is written in capitals,
    before a comma, or at one end alone is a Chinese surname. Names of other scripts and transcriptions: nothing.
    """
    name = " ".join(full.split())
    if is_called(name):
        return None
    if _ONLY_HAN.fullmatch(name):
        return _of_characters(name)
    return _of_words(name) if script_of(name) == "Latn" else None


def pinyin(full: str) -> list[str]:
    """Ways to write a Chinese name in letters, the likeliest first: ``Shan Lihua``, ``Dan Lihua``… none for others."""
    name = fold_text("".join(full.split()))
    if not _ONLY_HAN.fullmatch(name) or len(name) > LONGEST_GUESS or is_called(name):
        return []
    readings = list(islice(product(*syllables(name)), MOST_READINGS))
    ways = ("ü", "yu")  # as in books, as in passports
    return list(dict.fromkeys(_written(reading, way) for reading in readings for way in ways))[:MOST_OFFERED]


def is_called(name: str) -> bool:
    """Whether it is what somebody is called by, a surname with a title or 老 before it, rather than a name."""
    bare = fold_text("".join(name.split()))
    if not _ONLY_HAN.fullmatch(bare):
        return False
    if bare[0] in _BEFORE and (len(bare) == 2 or bare[1:] in COMPOUND):
        return True
    return bare[surname_length(bare) :] in _titles()


def pinyin_parts(pinyin: str, order: str) -> tuple[str, str]:
    """Family and given name of pinyin somebody confirmed, by its first space (its last, where the given comes first).

    Of one word alone the family is empty.
    """
    words = pinyin.split()
    if len(words) < 2:
        return "", " ".join(words)
    return (words[-1], " ".join(words[:-1])) if order == "given_first" else (words[0], " ".join(words[1:]))


def _of_characters(name: str) -> Split | None:
    if len(name) > LONGEST_GUESS:
        return None
    if len(name) == 1:
        return Split("", name, "single")
    length = surname_length(fold_text(name))
    return Split(name[:length], name[length:], "family_first")


def _of_words(name: str) -> Split | None:
    before, comma, after = (part.strip() for part in name.partition(","))
    if comma:
        return Split(before, after, "family_first") if before and after and "," not in after else None
    words = name.split()
    if len(words) < 2:
        return None
    loud = [len(word) > 1 and word.isupper() for word in words]
    if loud.count(True) == 1 and (loud[0] or loud[-1]):
        return _by_end(words, first=loud[0])
    first, last = (reading_key(word) in _surnames() for word in (words[0], words[-1]))
    double_first, double_last = (reading_key(word) in _double() for word in (words[0], words[-1]))
    if double_first != double_last:
        return _by_end(words, first=double_first)
    common_first, common_last = (reading_key(word) in _common() for word in (words[0], words[-1]))
    if (common_first, common_last) in {(True, False), (False, True)}:
        first, last = common_first, common_last
    return _by_end(words, first=first) if first != last else None


def _by_end(words: Sequence[str], *, first: bool) -> Split:
    if first:
        return Split(words[0], " ".join(words[1:]), "family_first")
    return Split(words[-1], " ".join(words[:-1]), "given_first")


def _written(reading: Iterable[str], umlaut: str) -> str:
    surname, *given = reading
    parts = ["".join(surname.split()), "".join(_joined(given))]
    return " ".join(part.replace("v", umlaut).capitalize() for part in parts if part)


def _joined(given: Iterable[str]) -> Iterator[str]:
    """Syllables as one word; an apostrophe where they would be read otherwise."""
    for place, syllable in enumerate(given):
        yield f"'{syllable}" if place and syllable[:1] in _VOWEL else syllable


@cache
def _common() -> frozenset[str]:
    return frozenset(_COMMON.split())


@cache
def _titles() -> frozenset[str]:
    return frozenset(_TITLES.split())


@cache
def _surnames() -> frozenset[str]:
    """Every spelling of a surname we know, as a key."""
    return _common() | _double() | {reading for several in READINGS.values() for reading in several}


@cache
def _double() -> frozenset[str]:
    """Surnames of two characters, as keys."""
    return frozenset(reading_key(READINGS[name][0] if name in READINGS else _plain(name)) for name in COMPOUND)


def _plain(name: str) -> str:
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(name, style=Style.NORMAL, v_to_u=False))
