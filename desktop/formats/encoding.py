"""Find out how a stranger's text is encoded, and decode it strictly."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator

from desktop.errors import Refused

SAMPLE = 256 * 1024
CHINESE = ("gb18030", "big5", "big5hkscs")
OTHERS = ("cp1252", "cp437", "cp1250", "cp1251", "cp1254", "cp1256")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN = re.compile(r"([A-Za-z]?)([^\x00-\x7f])(?=([A-Za-z]?))")
_COMMON_ENOUGH = 0.8
# Controls that stand in no text; NUL, which tables are told of by row, and those that end lines or files are left out.
_NEVER_TYPED = re.compile("[\x01-\x08\x0e-\x19\x1c-\x1f]")
_MAGIC = ("%PDF-", "PK\x03\x04")
_NEVER_BY_CHANCE = 4
"""Different ones. Some program's slip repeats one or two; compressed bytes have them all."""
# Lead bytes of punctuation and of the characters each standard put first, because they are the common ones.
_COMMON = (("gb2312", 0xA1, 0xD7), ("big5", 0xA1, 0xC6))


def decode(untrusted: bytes, encoding: str | None = None, *, cut: bool = False) -> tuple[str, str]:
    """The text without its byte order mark, and the encoding's name in Python.

    encoding: what a person chose instead of the guess. cut: the bytes may break off inside a character.
    Refused `text.encoding` when no encoding fits every byte.
    """
    for name in [encoding] if encoding else _guesses(untrusted):
        text = _strictly(untrusted, name, cut=cut)
        if text is not None:
            return text.removeprefix("\ufeff"), name
    raise Refused("text.encoding")


def is_binary(text: str, encoding: str) -> bool:
    """Whether this was no text at all, whatever could be made of its bytes: a picture, a spreadsheet's own file.

    encoding: as `decode` found it. What is UTF-8 throughout is text, with whatever in it.
    """
    if text.startswith(_MAGIC):
        return True
    return not encoding.startswith("utf") and len(set(_NEVER_TYPED.findall(text[:SAMPLE]))) >= _NEVER_BY_CHANCE


def _guesses(untrusted: bytes) -> Iterator[str]:
    """Encodings to try, the likeliest first; the first that fits every byte is taken."""
    marked = next((name for bom, name in _BOMS if untrusted.startswith(bom)), None)
    if marked:
        yield marked
        return
    sample = untrusted[:SAMPLE]
    if b"\0" in sample:
        yield from (name for name in ("utf-16-le", "utf-16-be") if _is_utf16(sample, name))
    yield "utf-8"
    yield from _chinese(sample)
    yield from _others(sample)


def _chinese(sample: bytes) -> list[str]:
    """Those whose common characters make up most of what is not ASCII, the best first."""
    shares = {name: _common_share(sample, name) for name in CHINESE}
    return sorted((name for name in CHINESE if shares[name] >= _COMMON_ENOUGH), key=lambda name: -shares[name])


def _common_share(sample: bytes, name: str) -> float:
    text = _strictly(sample, name, cut=True)
    foreign = [character for character in text or "" if not character.isascii()]
    if not foreign:
        return 0.0
    return sum(map(_is_common, foreign)) / len(foreign)


def _is_common(character: str) -> bool:
    """Whether it is among the common characters of either script."""
    leads = ((character.encode(standard, "ignore")[:1], first, last) for standard, first, last in _COMMON)
    return any(lead and first <= lead[0] <= last for lead, first, last in leads)


def _others(sample: bytes) -> list[str]:
    """Code pages of offices. Few foreign signs among Latin letters: those first in which words stay words.
    Else a library's guess."""
    shares = {name: _words_share(sample, name) for name in OTHERS}
    if any(share is not None for share in shares.values()):
        return sorted(OTHERS, key=lambda name: -(shares[name] or 0))
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(OTHERS)).best()
    return [best.encoding, *OTHERS] if best else list(OTHERS)


def _words_share(sample: bytes, name: str) -> float | None:
    """Of the foreign signs beside an ASCII letter, how many can stand there; None when there are none."""
    text = _strictly(sample, name, cut=True) or ""
    beside = [match for match in _FOREIGN.finditer(text) if match[1] or match[3]]
    return sum(map(_stays_a_word, beside)) / len(beside) if beside else None


def _stays_a_word(match: re.Match[str]) -> bool:
    """Whether a foreign sign is punctuation or a Latin letter, and no capital after a small one."""
    before, sign = match[1], match[2]
    latin = unicodedata.name(sign, "").startswith("LATIN") and not (before.islower() and sign.isupper())
    return latin or unicodedata.category(sign).startswith("P")


def _is_utf16(sample: bytes, name: str) -> bool:
    """Whether it reads as text with lines: no NUL, and a line end or a tab somewhere."""
    text = _strictly(sample, name, cut=True)
    return text is not None and "\0" not in text and any(sign in text for sign in "\n\r\t,;")


def _strictly(untrusted: bytes, name: str, *, cut: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(name)("strict").decode(untrusted, final=not cut)
    except (UnicodeDecodeError, LookupError):
        return None
