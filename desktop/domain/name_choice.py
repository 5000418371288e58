"""Which of several names somebody is called by, on the whole and in each script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.domain.compartment import PSEUDONYM
from desktop.domain.names import script_of
from desktop.domain.values import Nested

_FIRST = ("legal_zh", "uyghur", "tibetan", "mongolian", "kazakh", "legal_latin", "", "religious", "birth", "alias")
_PINYIN_LAST = {"pinyin": 1}  # of two in letters, a spelling somebody uses before one that was worked out


def rank(name: Nested, *, names_shown: bool = True) -> tuple[int, int]:
    """The smaller, the sooner: legal names first, those no longer used behind others of their type.

    names_shown: else a pseudonym comes before all others, which otherwise comes after them.
    """
    said = str(name.get("type") or "")
    former = int(bool(name.get("used_until")))
    if said == PSEUDONYM:
        return (len(_FIRST) + 2, former) if names_shown else (-1, former)
    place = _FIRST.index(said) if said in _FIRST else len(_FIRST) + _PINYIN_LAST.get(said, 0)
    return place, former


def preferred(names: Iterable[tuple[str, Nested]]) -> Mapping[str, str]:
    """The one name of each script, by record: the first by `rank`, of two alike the one that stands first."""
    best: dict[str, tuple[tuple[int, int], str]] = {}
    for record, name in names:
        full = name.get("full")
        script = name.get("script") or script_of(full if isinstance(full, str) else "")
        if not (isinstance(script, str) and script and isinstance(full, str) and full.strip()):
            continue
        if script not in best or rank(name) < best[script][0]:
            best[script] = (rank(name), record)
    return {script: record for script, (_, record) in best.items()}
