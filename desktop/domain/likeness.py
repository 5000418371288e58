"""Names of contacts compared: alike are those a reader may take for one another, whatever nobody sees between."""

from __future__ import annotations

import re
import unicodedata

from desktop.domain.folding import fold_text

# What takes no ink and yet is a letter, a mark or a sign to Unicode: fillers, the blank Braille pattern, joiners of
# marks, variation selectors, inherent vowels, and what is set aside for more of the kind.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U0001d159\U000e0000-\U000e0fff]"
)
_APART = re.compile("[,，、;；\n]")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_BETWEEN = "·"  # what every sign between the parts of a name folds to


def likeness(name: str) -> str:
    """Equal for two names that are told apart by nothing but case, script, width, spacing or unseen characters.

    "" for a name that shows nothing.
    """
    return _seen(fold_text(_seen(name))).replace(_BETWEEN, "")


def apart(names: str) -> list[str]:
    """Several names written one after the other, as in "only to"; a name of somebody is always one."""
    return [name for name in map(str.strip, _APART.split(names)) if name]


def _seen(text: str) -> str:
    inked = _BLANK.sub("", text)
    return "".join(character for character in inked if unicodedata.category(character) not in _UNSEEN)
