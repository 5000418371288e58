"""Canonical JSON (RFC 8785) without floats: one value, one row of bytes, both ways."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn, TypeAlias

import rfc8785

from desktop.errors import Damaged, Refused

JSON: TypeAlias = "dict[str, JSON] | list[JSON] | str | int | bool | None"

MAX_INTEGER = 2**53 - 1
MAX_DEPTH = 32  # containers within containers, counted before anything is parsed
MAX_VALUES = 1 << 18  # in one piece, counted before anything is parsed: each may take a hundred bytes of memory

_OPENS = b"[{"
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)  # an unclosed one runs to the end: linear, always
_LEVELS = bytes.maketrans(b"{}", b"[]")
_NO_BRACKET = bytes(byte for byte in range(256) if byte not in b"[]{}")
_STANDS_FOR_TEXT = b'"'
_TEXT = re.compile(r'"((?:[^"\\]++|\\.)*+)"(:?)', re.DOTALL)  # followed by a colon it is the name of a member
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FAST = json.JSONEncoder(ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":"))


def encode(value: JSON, *, depth: int = MAX_DEPTH, values: int = MAX_VALUES) -> bytes:
    """The canonical bytes of `value`.

    Raises Refused(``value.*``) for what has no canonical form here: a float or another type, an integer
    beyond ±(2⁵³−1), more than `depth` containers within each other, more than `values` values, an unpaired surrogate.
    """
    check(value, depth=depth, values=values)
    try:
        return _encode(value)
    except (UnicodeEncodeError, rfc8785.CanonicalizationError):
        raise Refused("value.text") from None  # the cause would carry the text along


def parse(untrusted: bytes, *, limit: int, depth: int = MAX_DEPTH) -> JSON:
    """The value of `untrusted`, which must be exactly the canonical bytes of it.

    limit: bytes. Raises Refused(``canonical.size`` | ``canonical.values``), else Damaged(``canonical.*``).
    """
    if len(untrusted) > limit:
        raise Refused("canonical.size", limit=limit)
    _measure(untrusted, depth)
    try:
        value: JSON = json.loads(
            untrusted.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
        again = _encode(value)
    except (UnicodeError, rfc8785.CanonicalizationError):
        raise Damaged("canonical.text") from None
    except ValueError:
        raise Damaged("canonical.json") from None
    if again != untrusted:
        raise Damaged("canonical.form")
    return value


def same(one: JSON, other: JSON) -> bool:
    """Whether two values are one and the same JSON (in Python `True == 1`; here they differ)."""
    return one is other or (one == other and _encode(one) == _encode(other))


def clean_text(text: str) -> str:
    """`text` with every unpaired surrogate replaced by U+FFFD, so that it has bytes at all."""
    return _SURROGATE.sub("�", text)


def clean(value: JSON) -> JSON:
    """`value` with `clean_text` done to every text in it.

    For values that passed `check`, and so nest no deeper than that allows.
    """
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [clean(each) for each in value]
    if isinstance(value, dict):
        return {clean_text(key): clean(each) for key, each in value.items()}
    return value


def _encode(value: JSON) -> bytes:
    """The bytes of a value without floats.

    The standard encoder sorts names by code point, RFC 8785 by UTF-16 unit; the two differ only where
    one has something beyond U+FFFF, and then the reference implementation does it (eight times slower).
    """
    text = _FAST.encode(value)
    if not text.isascii() and _ASTRAL.search(text) and _astral_names(text):
        return bytes(rfc8785.dumps(value))
    return text.encode("utf-8")


def _astral_names(encoded: str) -> bool:
    return any(found[2] and _ASTRAL.search(found[1]) for found in _TEXT.finditer(encoded))


def check(value: JSON, *, depth: int = MAX_DEPTH, values: int = MAX_VALUES) -> None:
    """Raise Refused(``value.*``) where `encode` would, unpaired surrogates aside."""
    pending: list[tuple[Any, int]] = [(value, 1)]
    counted = 0
    while pending:
        node, level = pending.pop()
        counted += 1
        if counted > values:
            raise Refused("value.count", limit=values)
        if node is None or isinstance(node, str | bool):
            continue
        if isinstance(node, int):
            if not -MAX_INTEGER <= node <= MAX_INTEGER:
                raise Refused("value.number")
            continue
        if not isinstance(node, list | dict):
            raise Refused("value.type", type=type(node).__name__)
        if level > depth:
            raise Refused("value.depth", limit=depth)
        pending.extend((child, level + 1) for child in _children(node))


def _children(node: list[Any] | dict[Any, Any]) -> list[Any]:
    if isinstance(node, list):
        return node
    if not all(isinstance(key, str) for key in node):
        raise Refused("value.type", type="key")
    return list(node.values())


def _measure(untrusted: bytes, depth: int) -> None:
    """Refuse too many values; call damaged what nests deeper than `depth` or has brackets that do not pair."""
    opens = sum(untrusted.count(opening) for opening in _OPENS)
    if opens <= depth and untrusted.count(b",") < MAX_VALUES - opens:
        return
    if untrusted.count(b'"') - untrusted.count(b'\\"') > 4 * MAX_VALUES:  # two a text, one text a value and its name
        raise Refused("canonical.values", limit=MAX_VALUES)
    outside = _STRING.sub(_STANDS_FOR_TEXT, untrusted)
    if _values(outside) > MAX_VALUES:  # first, since it bounds the brackets that are counted next
        raise Refused("canonical.values", limit=MAX_VALUES)
    if _too_deep(outside, depth):
        raise Damaged("canonical.depth", limit=depth)


def _values(outside: bytes) -> int:
    """How many values canonical bytes hold: the outermost, and in each container that is not empty commas and one."""
    containers = sum(outside.count(opening) for opening in _OPENS)
    empty = outside.count(b"[]") + outside.count(b"{}")
    return max(containers, 1 + outside.count(b",") + containers - empty)


def _too_deep(outside: bytes, depth: int) -> bool:
    brackets = outside.translate(_LEVELS, _NO_BRACKET)
    for _ in range(depth):
        inner = brackets.replace(b"[]", b"")  # takes off exactly the innermost level of every branch
        if len(inner) == len(brackets):
            break
        brackets = inner
    return bool(brackets)


def _object(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Damaged("canonical.twice")
    return members


def _integer(digits: str) -> int:
    if len(digits) > 17 or not -MAX_INTEGER <= int(digits) <= MAX_INTEGER:
        raise Damaged("canonical.number")
    return int(digits)


def _no_number(_: str) -> NoReturn:
    raise Damaged("canonical.number")
