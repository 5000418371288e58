"""A stranger's text file for looking at: decoded, cut at a limit, hidden characters made visible."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import BinaryIO

from desktop.errors import Refused
from desktop.formats import encoding
from desktop.formats.visible import visible

MAX_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True)
class TextFile:
    """text: with line feeds, hidden characters as ``⟨U+202E⟩``. cut: there is more in the file."""

    text: str = field(repr=False)
    encoding: str
    cut: bool


def read_text(untrusted: bytes | BinaryIO, *, encoding_name: str | None = None, limit: int = MAX_BYTES) -> TextFile:
    """The beginning of a text, up to `limit` bytes. Refused `text.encoding`, and `text.binary` for what is no text."""
    data = untrusted[: limit + 1] if isinstance(untrusted, bytes) else untrusted.read(limit + 1)
    cut = len(data) > limit
    text, found = encoding.decode(data[:limit], encoding_name, cut=cut)
    if "\0" in text:
        raise Refused("text.binary")
    return TextFile(visible(text), found, cut)
