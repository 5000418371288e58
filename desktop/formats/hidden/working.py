"""What the helper does with a file of which it was told the kind: read what is hidden, or take it out and prove it."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator

from desktop.formats.hidden.found import CannotClean, Found, encode

_CODECS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "big5", "latin-1", "ascii", "cp437", "cp1252")
"""In which texts come; once confined, the helper could not load them."""


def load(kind: str) -> tuple[Callable[[bytes], Iterator[Found]], Callable[[bytes], bytes]]:
    """What reads and what cleans files of a kind: "picture", "pdf" or "office"; all they need is loaded with them."""
    for codec in _CODECS:
        codecs.lookup(codec)
    if kind == "picture":
        from desktop.formats.hidden import pictures

        return pictures.read, pictures.clean
    if kind == "pdf":
        from desktop.formats.hidden import pdf

        return pdf.read, pdf.clean
    if kind == "office":
        from desktop.formats.hidden import office

        return office.read, office.clean
    raise ValueError(kind)


def tell(reads: Callable[[bytes], Iterator[Found]], untrusted: bytes) -> bytes:
    """What was found; where a file breaks off, what was found until there."""
    return encode(_found(reads, untrusted))


def prove(
    reads: Callable[[bytes], Iterator[Found]], cleans: Callable[[bytes], bytes], untrusted: bytes
) -> bytes | None:
    """The file without what was hidden in it; None unless a second reading finds nothing at all any more."""
    try:
        cleaned = cleans(untrusted)
    except CannotClean:
        return None
    return None if any(True for _ in _found(reads, cleaned)) else cleaned


def _found(reads: Callable[[bytes], Iterator[Found]], untrusted: bytes) -> Iterator[Found]:
    try:
        yield from reads(untrusted)
    except CannotClean:
        yield Found("unread", "broken_off", "", "other")
