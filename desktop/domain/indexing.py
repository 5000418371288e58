"""Text as the full-text index takes it, and queries as phrases in the same form."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

from desktop.domain.folding import fold_text
from desktop.domain.mentions import OPEN, render

_BY_ITSELF = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3105-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
"""Characters of scripts written without spaces, each a token of its own: Han with all extensions, kana, bopomofo."""

TERM, _CUT = "\ue000", "\ue001"
_MOST_CHARACTERS = 10_000
_MOST_PHRASES = 64
_MOST_WORDS = 64
_QUOTED = re.compile(r'"([^"]*)"|(\S+)')


def index_text(text: str) -> str:
    """Folded text with a space on either side of every Han character; mention tokens are left out."""
    words = render(text, lambda mention: " ") if OPEN in text else text
    return _spaced(fold_text(words))


def code_token(vocabulary: str, code: str) -> str:
    """A code as one word of the index, which nobody types: private signs stand where a word would be cut."""
    return TERM + "".join(sign if sign.isalnum() else _CUT for sign in f"{vocabulary} {code}")


def words_only(text: str) -> str:
    """Folded words with single spaces between, every Han character one, and nothing else: comparable with phrases."""
    return " ".join(_spaced(_tokens_only(fold_text(text))).split())


def query_phrases(query: str) -> list[str]:
    """The phrases a query asks for, all of which must be there: one for each word, or for what stands in quotes.

    A phrase is words separated by single spaces, in the form of `index_text`, with nothing in it that has a meaning
    to a query language. A query of nothing but punctuation gives none. Of a page pasted whole the beginning is asked
    for: 64 phrases of 64 words, since each phrase is a query of its own.
    """
    asked = (quoted or word for quoted, word in _QUOTED.findall(fold_text(query[:_MOST_CHARACTERS])))
    phrases = (" ".join(_spaced(_tokens_only(part)).split()[:_MOST_WORDS]) for part in asked)
    return list(dict.fromkeys(phrase for phrase in phrases if phrase))[:_MOST_PHRASES]


def _tokens_only(text: str) -> str:
    """Letters with their marks, and numbers; everything else a space."""
    return "".join(character if category(character)[0] in "LNM" else " " for character in text)


def _spaced(text: str) -> str:
    return text if text.isascii() else text.translate(_spaces())


class _Spaces(dict[int, str]):
    """A translation table that learns which characters are tokens of their own as it meets them."""

    def __missing__(self, character: int) -> str:
        alone = _BY_ITSELF.match(chr(character))
        spaced = self[character] = f" {chr(character)} " if alone else chr(character)
        return spaced


@cache
def _spaces() -> _Spaces:
    return _Spaces()
