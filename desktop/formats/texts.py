"""A stranger's text file for looking at: decoded, cut at a limit, hidden characters made visible."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from typing import BinaryIO

from desktop.errors import Refused
from desktop.formats import encoding
from desktop.formats.visible import visible

MAX_BYTES = 2 * 1024 * 1024
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class TextFile:
    """text: with line feeds, hidden characters as ``⟨U+202E⟩``. cut: there is more in the file."""

    text: str = field(repr=False)
    cut: bool


def read_text(untrusted: bytes | BinaryIO, *, limit: int = MAX_BYTES) -> TextFile:
    """The beginning of a text, up to `limit` bytes; bytes no encoding fits become ``�``.

    Refused `text.binary` for what is no text.
    """
    data = untrusted[: limit + 1] if isinstance(untrusted, bytes) else untrusted.read(limit + 1)
    cut = len(data) > limit
    try:
        text, _ = encoding.decode(data[:limit], cut=cut)
    except Refused:  # whoever looks at a damaged text wants what is left of it
        text = data[:limit].decode("utf-16" if data.startswith(_UTF16) else "utf-8", "replace")
    if "\0" in text:
        raise Refused("text.binary")
    return TextFile(visible(text), cut)
