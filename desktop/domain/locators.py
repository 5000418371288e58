"""Where exactly a source says something: pages, lines, times of a recording, cells. Read as people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.domain.meta import Label
from desktop.errors import Refused

WHOLE = "whole"
_DASHES = re.compile(r"\s*(?:[-‐‑‒–—―−~～]+|\bto\b|至|到)\s*")
_NUMBERS = re.compile(r"\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*")
_ROMAN = re.compile(r"[ivxlcdm]+(?:-[ivxlcdm]+)?", re.IGNORECASE)
_TIME = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.(\d{1,3}))?")
_SPELT = re.compile(r"(?:(\d+)\s*(?:h|时|小时))?\s*(?:(\d+)\s*(?:m|min|分|分钟|'))?\s*(?:(\d+)\s*(?:s|sec|秒|\"))?")
_CELL = re.compile(r"(?:(?P<sheet>[^!]+)!)?(?P<cells>[A-Za-z]{1,3}[1-9]\d*(?:-[A-Za-z]{1,3}[1-9]\d*)?)")
_AROUND = re.compile(
    r"^(?:pp?\.|pages?|paras?\.?|paragraphs?|¶+|ll?\.|lines?|frames?|第)\s*|\s*(?:页|頁|段|行|帧|幀)$", re.I
)

_SHOWN: Mapping[str, Label] = {
    "page": Label("p. {where}", "第 {where} 页"),
    "paragraph": Label("para. {where}", "第 {where} 段"),
    "line": Label("line {where}", "第 {where} 行"),
    "clip": Label("{where}", "{where}"),
    "frame": Label("frame {where}", "第 {where} 帧"),
    "cell": Label("cell {where}", "单元格 {where}"),
    "message": Label("message {where}", "消息 {where}"),
}


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a source. words: as it is kept. start, stop: of a clip, in milliseconds from its beginning."""

    kind: str
    words: str = field(repr=False)
    start: int | None = None
    stop: int | None = None


def parse(kind: str, untrusted: str) -> Locator:
    """A place as somebody typed it, brought into the one way it is kept; kinds of a newer program stay as they are.

    Refused `locator.KIND`, whose sentence says what would be right; `locator.order` where the end lies before the
    beginning.
    """
    words = " ".join(unicodedata.normalize("NFKC", untrusted).split())
    read = _READ.get(kind)
    return read(words) if read is not None and (words or kind == WHOLE) else Locator(kind, untrusted.strip())


def shown(kind: str, words: str, lang: str) -> str:
    """A kept place as it is read behind the title of its source; empty where the whole of it is meant."""
    if not words:
        return ""
    told = words.replace("-", "–") if kind in {"page", "paragraph", "line", "clip", "frame", "cell"} else words
    label = _SHOWN.get(kind)
    return label(lang).format(where=told) if label is not None else told


def _page(words: str) -> Locator:
    told = _plain(words)
    if not _ROMAN.fullmatch(told) and not _NUMBERS.fullmatch(told):
        raise Refused("locator.page")
    return Locator("page", _ascending(told))


def _paragraph(words: str) -> Locator:
    told = _plain(words)
    if not _NUMBERS.fullmatch(told):
        raise Refused("locator.paragraph")
    return Locator("paragraph", _ascending(told))


def _line(words: str) -> Locator:
    told = _plain(words)
    if not _NUMBERS.fullmatch(told):
        raise Refused("locator.line")
    return Locator("line", _ascending(told))


def _clip(words: str) -> Locator:
    ends = [_moment(part) for part in _DASHES.split(words)]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        raise Refused("locator.clip")
    start, stop = ends[0], ends[1]
    if stop < start:
        raise Refused("locator.order")
    return Locator("clip", f"{_clock(start)}-{_clock(stop)}", start, stop)


def _frame(words: str) -> Locator:
    """A number of the frame, or the moment at which it is seen."""
    moment = _moment(words)
    if moment is not None:
        return Locator("frame", _clock(moment), moment, moment)
    told = _plain(words)
    if not _NUMBERS.fullmatch(told):
        raise Refused("locator.frame")
    return Locator("frame", _ascending(told))


def _cell(words: str) -> Locator:
    found = _CELL.fullmatch(re.sub(r"(?<=\d):(?=[A-Za-z])", "-", words))
    if found is None:
        raise Refused("locator.cell")
    sheet = f"{found['sheet'].strip()}!" if found["sheet"] else ""
    return Locator("cell", sheet + found["cells"].upper())


def _message(words: str) -> Locator:
    if not any(sign.isalnum() for sign in words):
        raise Refused("locator.message")
    return Locator("message", words)


def _whole(words: str) -> Locator:
    if words:
        raise Refused("locator.whole")
    return Locator(WHOLE, "")


_READ: Mapping[str, Callable[[str], Locator]] = {
    "page": _page,
    "paragraph": _paragraph,
    "line": _line,
    "clip": _clip,
    "frame": _frame,
    "cell": _cell,
    "message": _message,
    WHOLE: _whole,
}


def _plain(words: str) -> str:
    """Numbers alone, without what is written around them."""
    bare = _AROUND.sub("", _AROUND.sub("", words))
    return re.sub(r"\s*[,、;]\s*", ",", _DASHES.sub("-", bare)).strip()


def _ascending(told: str) -> str:
    for part in told.split(","):
        first, _, last = part.partition("-")
        if last.isdigit() and int(last) < int(first):
            raise Refused("locator.order")
    return told.replace(",", ", ")


def _moment(words: str) -> int | None:
    """Milliseconds from the beginning; None where it is no time."""
    found = _TIME.fullmatch(words)
    if found is not None:
        hours, minutes, seconds, rest = found.groups()
        if int(seconds) > 59 or (hours is not None and int(minutes) > 59):
            return None
        whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
        return whole * 1000 + int((rest or "0").ljust(3, "0"))
    spelt = _SPELT.fullmatch(words)
    if spelt is None or not any(spelt.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in spelt.groups())
    return (hours * 3600 + minutes * 60 + seconds) * 1000


def _clock(moment: int) -> str:
    whole, rest = divmod(moment, 1000)
    told = f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
    return f"{told}.{rest:03}".rstrip("0") if rest else told
