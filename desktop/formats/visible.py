"""Strangers' text made safe to look at: characters that hide or turn others become signs one can see."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line feed; what embeds or overrides the direction of writing; line and paragraph
# separators; tags, which nobody sees. Joiners and plain direction marks stay: Uyghur and emoji need them.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")


def visible(untrusted: str) -> str:
    """The text with each hidden character as ``⟨U+202E⟩``; line ends of every kind become line feeds."""
    text = untrusted.replace("\r\n", "\n").replace("\r", "\n")
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)
