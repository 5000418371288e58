"""What files tell beside what they show, read and taken out by a process that never holds a key."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import NoReturn

from desktop.errors import Refused
from desktop.formats import helper, helping
from desktop.formats.helping import MAX_BYTES, SECONDS, HelperProcess
from desktop.formats.visible import visible

RISKS = ("place", "person", "content", "device", "time", "other")
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
PICTURE, PDF, OFFICE = "picture", "pdf", "office"
PLAIN = "plain"
"""Text, which is all there is of it."""
SOUND, OTHER = "sound", "other"
"""Sound or film, and all that is not looked into: what is hidden there nobody knows."""

_LONGEST = 300
_MOST = 201
_MOST_ANSWER = 1 << 21
_GROWS = 1 << 20  # bytes a cleaned file may be larger than four times the file
_STARTS = (
    (b"\xff\xd8\xff", PICTURE),
    (b"\x89PNG\r\n\x1a\n", PICTURE),
    (b"GIF87a", PICTURE),
    (b"GIF89a", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"BM", PICTURE),
    (b"%PDF-", PDF),
    (b"PK\x03\x04", OFFICE),
)
_TEXT = ("text/plain", "text/csv", "text/tab-separated-values", "text/markdown")
_MARKUP = (b"<", b"{\\rtf")


@dataclass(frozen=True)
class Hidden:
    """One thing. risk: of RISKS, the worst first. name: a code of the vocabulary `hidden_data`, or the file's word."""

    group: str = field(repr=False)
    name: str = field(repr=False)
    value: str = field(repr=False)
    risk: str = field(repr=False)


def kind_of(media: str, first: bytes) -> str:
    """What is done with a file, by what it begins with. media: as it was taken in."""
    if first[:4] == b"RIFF" and first[8:12] == b"WEBP":
        return PICTURE
    for start, kind in _STARTS:
        if first.startswith(start):
            return kind
    if media.startswith(("audio/", "video/")):
        return SOUND
    bare = first.lstrip(b"\xef\xbb\xbf \t\r\n")
    return PLAIN if media in _TEXT and b"\0" not in first and not bare.startswith(_MARKUP) else OTHER


class HiddenData:
    """One helper process a file."""

    def __init__(self, seconds: float = SECONDS) -> None:
        """seconds: of wall-clock time, after which the process is killed."""
        self._process = HelperProcess(seconds)

    def stop(self) -> None:
        """From any thread: kill the process at work; the file is Refused `hidden.unreadable`."""
        self._process.stop()

    def read(self, kind: str, untrusted: bytes) -> tuple[Hidden, ...]:
        """The worst first. kind: PICTURE, PDF or OFFICE.

        Refused `hidden.too_large`, `hidden.unreadable`, `hidden.other`.
        """
        _check_size(untrusted)
        status, answer = self._process.ask(command(kind, "read"), untrusted, _MOST_ANSWER)
        if status == helper.NOT_KNOWN:
            raise Refused("hidden.other")
        if status != helper.DONE:
            raise Refused("hidden.unreadable")
        return _believed(answer)

    def clean(self, kind: str, untrusted: bytes) -> bytes:
        """The file without it, which a second reading proved; the same bytes for the same file, every time.

        Refused `hidden.stays` where something would remain, and as `read`.
        """
        _check_size(untrusted)
        most = min(4 * len(untrusted) + _GROWS, MAX_BYTES)
        status, answer = self._process.ask(command(kind, "clean"), untrusted, most)
        if status in (helper.NOT_CLEAN, helper.NOT_KNOWN):
            raise Refused("hidden.stays" if status == helper.NOT_CLEAN else "hidden.other")
        if status != helper.DONE or not answer or len(answer) > most:
            raise Refused("hidden.unreadable")
        return answer


def command(kind: str, what: str) -> list[str]:
    """How the helper is asked."""
    return helping.command("hidden", kind, what)


def _check_size(untrusted: bytes) -> None:
    if len(untrusted) > MAX_BYTES:
        raise Refused("hidden.too_large", limit=MAX_BYTES)


def _believed(untrusted_answer: bytes) -> tuple[Hidden, ...]:
    """The answer of a process that a hostile file may have taken over: words of known shape and length."""
    try:
        untrusted = json.loads(untrusted_answer) if len(untrusted_answer) <= _MOST_ANSWER else None
    except (ValueError, RecursionError):
        untrusted = None
    if not isinstance(untrusted, list) or len(untrusted) > _MOST:
        _unreadable()
    return tuple(sorted(map(_one, untrusted), key=lambda one: RISKS.index(one.risk)))


def _one(untrusted: object) -> Hidden:
    if not isinstance(untrusted, list) or len(untrusted) != 4 or not all(isinstance(one, str) for one in untrusted):
        _unreadable()
    group, name, value, risk = untrusted
    if group not in GROUPS or risk not in RISKS:
        _unreadable()
    return Hidden(group, _line(name), _line(value), risk)


def _line(untrusted: str) -> str:
    """One line of text; half a character, as JSON can say it, becomes a sign."""
    whole = untrusted[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
    return " ".join(visible(whole).split())


def _unreadable() -> NoReturn:
    raise Refused("hidden.unreadable")
