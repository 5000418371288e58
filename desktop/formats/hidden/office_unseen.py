"""What office files keep that no page shows: hidden words, cut-off edges, paths, descriptions of pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

UNSEEN, CROPPED = "unseen", "cropped"
"""Codes of the vocabulary `hidden_data`: words or pictures that are not shown; more of a picture than is shown."""

_DESCRIBED, _PATH, _LABEL = "ImageDescription", "path", "application_data"
_YES = {"1", "true", "on"}
_NO = {"0", "false", "off"}
_HIDEABLE = {"row", "col", "cNvPr", "docPr"}
_SIZES = {"ht", "width"}  # of rows and columns: made so low that nothing of them is seen
_HIDDEN_WORDS = {"vanish", "specVanish", "hidden-text", "hidden-paragraph"}
_HIDING = {"display": {"none", "false", "condition", "printer"}, "visibility": {"collapse", "filter", "hidden"}}
_BARS = {"highlight": ("val", "black"), "text-properties": ("background-color", "#000000")}
"""What covers words with black and leaves them where they are."""
_NAMES = 4096  # as many pairs of names are remembered; a document has hundreds
_SIDES = {"l", "t", "r", "b"}
_OF_PICTURES = {"cNvPr", "docPr", "imagedata", "shape", "fill", "stroke", "rect", "image", "frame"}
_DESCRIPTIONS = {"descr", "title", "alt"}
_LABELS = {"tag", "alias"}
_PATHS = re.compile(r"(?i)(?<![a-z])[a-z]:[\\/]|file:|\\\\[^\s\\]|(?<![:/\w])/(users|home|media|mnt|volumes|private)/")
_OUTSIDE = re.compile(r"(?i)(\./)?\.\./|/|file:|vnd\.sun\.star|[a-z]:[\\/]")
_FILE_NAME = re.compile(r"[\\/]|\.\w{2,5}$")
_FETCHING = re.compile(
    r"(?i)\b(include(picture|text)?|import|link|dde|ddeauto|database|rd)\b|^\s*(addin|private|set|ask|fillin|comments|xe|tc|ta)\b"
)


def not_shown(name: str, given: Mapping[str, str]) -> str:
    """UNSEEN or CROPPED where an element stands for something nobody sees, else "". name: with its prefix."""
    called = name.rpartition(":")[2]
    if called in _HIDDEN_WORDS:
        return "" if _last(given, "val") in _NO else UNSEEN
    if called in _BARS and _last(given, _BARS[called][0]) == _BARS[called][1]:
        return UNSEEN
    if called == "srcRect":
        return CROPPED if any(key in _SIDES and value.strip("-0%. ") for key, value in given.items()) else ""
    for key, value in given.items():
        if _may_hide(name, key) and (told := _by_attribute(called, key, value)):
            return told
    return ""


def _by_attribute(called: str, key: str, value: str) -> str:
    of = key.rpartition(":")[2]
    if (of == "clip" and re.search("[1-9]", value)) or (of.startswith("crop") and called == "imagedata"):
        return CROPPED
    hidden = (
        (of == "hidden" and called in _HIDEABLE and value in _YES)
        or (of in _SIZES and value.strip("0.") == "")
        or (of == "state" and called == "sheet" and value != "visible")
        or (of == "show" and called == "sld" and value in _NO)
        or (":" in key and value in _HIDING.get(of, ()))
    )
    return UNSEEN if hidden else ""


def told_by(name: str, key: str, value: str) -> str:
    """What an attribute gives away, a code of `hidden_data`; "" where it is harmless."""
    if not value or not _may_tell(name, key) or value == "removed":
        return ""
    called, of = name.rpartition(":")[2], key.rpartition(":")[2]
    if of in _DESCRIPTIONS and called in _OF_PICTURES:
        return _DESCRIBED
    if of == "name" and called in _OF_PICTURES and _FILE_NAME.search(value):
        return _PATH
    if (of == "href" and _OUTSIDE.match(value)) or (of == "instr" and fetches(value)):
        return _PATH
    return _LABEL if of == "val" and called in _LABELS else ""


@lru_cache(_NAMES)
def _may_hide(name: str, key: str) -> bool:
    """Whether the value of this attribute has to be looked at: of a million cells of a sheet none has."""
    called, of = name.rpartition(":")[2], key.rpartition(":")[2]
    if called in {"row", "col"} and of in _SIZES:
        return True
    return of in {"clip", "state", "show", "hidden", *_HIDING} or (of.startswith("crop") and called == "imagedata")


@lru_cache(_NAMES)
def _may_tell(name: str, key: str) -> bool:
    called, of = name.rpartition(":")[2], key.rpartition(":")[2]
    if called in _OF_PICTURES and (of in _DESCRIPTIONS or of == "name"):
        return True
    return of in {"href", "instr"} or (of == "val" and called in _LABELS)


def fetches(instruction: str) -> bool:
    """Whether a field fetches something from a place on somebody's computer, whose path then is in it."""
    return bool(_FETCHING.search(instruction) or _PATHS.search(instruction))


def is_path(text: str) -> bool:
    """Whether a place on somebody's computer is named."""
    return bool(_PATHS.search(text))


class Fields:
    """Follows the instructions of fields, which come in pieces: what fetches something from a disk names a path."""

    def __init__(self) -> None:
        self._fetching = False

    def start(self, name: str) -> None:
        """A new field, or the end of one."""
        if name.endswith("fldChar"):
            self._fetching = False

    def tells(self, name: str, text: str) -> bool:
        """Whether this piece, in an element of this name, names a path."""
        if name.endswith("definedName"):
            return is_path(text)
        if not name.endswith("nstrText") or not text.strip():
            return False
        self._fetching = self._fetching or fetches(text)
        return self._fetching


def _last(given: Mapping[str, str], called: str) -> str:
    return next((value for key, value in given.items() if key.rpartition(":")[2] == called), "")
