"""Which parts of two wordings differ: words, or characters where a script has no spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

Pieces: TypeAlias = tuple[tuple[str, bool], ...]  # parts in order; true where the part is not in the other wording

MOST = 1_200  # parts compared one by one; of longer texts all between the first and the last difference counts
_HAN = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
# A Han character or sign; a run of spaces; a Tibetan syllable with its tsheg; a word with what is written to it.
_PART = re.compile(rf"[{_HAN}]|\s+|[^\s{_HAN}\u0f0b]+\u0f0b?|\u0f0b")


def differing(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Both wordings in pieces: joined, each is as it was handed over."""
    old, new = _PART.findall(before), _PART.findall(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    old_end, new_end = len(old) - tail, len(new) - tail
    told: tuple[list[tuple[str, bool]], list[tuple[str, bool]]] = ([], [])
    _add(told, old[:head], new[:head], differs=False)
    if old_end - head + new_end - head > MOST:
        _add(told, old[head:old_end], new[head:new_end], differs=True)
    else:
        matcher = SequenceMatcher(None, old[head:old_end], new[head:new_end], autojunk=False)
        for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
            parts = old[head + old_from : head + old_to]
            blank = tag == "equal" and not "".join(parts).strip()  # a space between two changed words reads as changed
            _add(told, parts, new[head + new_from : head + new_to], differs=tag != "equal" or blank)
    _add(told, old[old_end:], new[new_end:], differs=False)
    return tuple(told[0]), tuple(told[1])


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many parts are the same from the beginning."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _add(
    told: tuple[list[tuple[str, bool]], list[tuple[str, bool]]],
    old: Sequence[str],
    new: Sequence[str],
    *,
    differs: bool,
) -> None:
    """Put the parts to both sides, to the piece before where that is of the same sort."""
    for pieces, parts in zip(told, (old, new), strict=True):
        text = "".join(parts)
        if not text:
            continue
        if pieces and pieces[-1][1] == differs:
            pieces[-1] = (pieces[-1][0] + text, differs)
        else:
            pieces.append((text, differs))
