"""Acts that were threatened and not done, of a type that is otherwise done: which they are, and what they are called.

Types made for threats say so themselves.
"""

from __future__ import annotations

from desktop.domain.meta import Label
from desktop.domain.values import Nested
from desktop.domain.vocabulary import Term, Vocabularies

TYPES = "harassment_types"
THREAT = "threat"
"""In the vocabulary of natures."""

_THREAT_OF = Label("Threat: {act}", "威胁：{act}")


def only_threatened(nature: object, term: Term | None) -> bool:
    """Whether an act of this type would read as done, and was only threatened. term: None of a newer list."""
    return nature == THREAT and (term is None or term.more.get("nature") != THREAT)


def as_threat(label: str, lang: str) -> str:
    """What was threatened, called a threat."""
    return _THREAT_OF(lang).format(act=label)


def act_type(act: Nested, vocabularies: Vocabularies, lang: str) -> str:
    """What the type of an act is called, as a threat where it was no more; empty where nobody said the type."""
    code = act.get("type")
    if not isinstance(code, str) or not code:
        return ""
    types = vocabularies[TYPES]
    label = types.label(code, lang)
    return as_threat(label, lang) if only_threatened(act.get("nature"), types.get(code)) else label
