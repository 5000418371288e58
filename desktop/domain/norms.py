"""Rules of law as they are proposed for an act: never named without how China stands to them."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.meta import Label
from desktop.domain.vocabulary import Term, Vocabulary

_STANDING: Mapping[str, Label] = {
    "party": Label("China is a party", "中国是缔约国"),
    "signed 1998, not ratified": Label("signed 1998, not ratified", "1998 年签署，未批准"),
    "not a party": Label("China is not a party", "中国不是缔约国"),
    "soft law / declaration": Label("soft law, not binding", "软法，无约束力"),
    "domestic law": Label("Chinese law", "中国国内法"),
}


def standing(norm: Term, lang: str) -> str:
    """How China stands to a rule of law; what the list says where it is newer than we are."""
    said = norm.more.get("status_for_prc", "")
    label = _STANDING.get(said)
    return label(lang) if label else said


def with_standing(norms: Vocabulary, code: str, lang: str) -> str:
    """A rule of law with how China stands to it; an unknown one by its code alone."""
    norm = norms.get(code)
    if norm is None:
        return code
    said = standing(norm, lang)
    return f"{norm.label(lang)}（{said}）" if lang.startswith("zh") else f"{norm.label(lang)} ({said})"
