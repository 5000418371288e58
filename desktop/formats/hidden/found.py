"""One thing that is hidden in a file, and the few words for what it gives away."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

RISKS = ("place", "person", "content", "device", "time", "other")
"""The worst first. content: words, programs or files one does not see; other: tells little, and goes all the same."""

GROUPS = (
    "exif",
    "xmp",
    "iptc",
    "comment",
    "behind",
    "properties",
    "authors",
    "changes",
    "attached",
    "inside",
    "unread",
)

LONGEST = 300  # characters of one value
MOST = 200  # things in one file; more are counted
TOO_MANY = "more"


class Found(NamedTuple):
    """name: a code of the vocabulary `hidden_data`, or what the file itself calls it. risk: of RISKS."""

    group: str
    name: str
    value: str
    risk: str


class CannotClean(Exception):
    """Something would stay in the file."""


class Unknown(Exception):
    """It is no file of the kind it looked like by its first bytes, such as a plain archive."""


def encode(found: Iterable[Found]) -> bytes:
    """The worst first, cut to what anybody reads."""
    ordered = sorted(dict.fromkeys(found), key=lambda one: RISKS.index(one.risk))
    told = [(one.group, one.name[:LONGEST], one.value[:LONGEST], one.risk) for one in ordered[:MOST]]
    if len(ordered) > MOST:
        told.append(("unread", TOO_MANY, str(len(ordered) - MOST), "other"))
    return json.dumps(told).encode("ascii")


def words(value: object) -> str:
    """A value of any kind as somebody can read it; bytes that are no text as their number."""
    if isinstance(value, bytes):
        stripped = value.rstrip(b"\0 ")
        for encoding in ("utf-8", "gb18030"):
            try:
                return stripped.decode(encoding).strip("\0")
            except UnicodeDecodeError:
                continue
        return f"{len(value)} B"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(words(one) for one in value[:16])
    return str(value).strip("\0 ")
