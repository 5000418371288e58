"""Which leaf of the tree of types an act belongs to, where more than one would fit: advice, never a rule that binds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.domain.vocabulary import Term, Vocabulary

CHILD_NORMS = "CRC-"
"""Rules of law that protect children alone begin so."""

CHILDREN = "A"
"""The family of acts against children."""

Why = Literal["child", "adult", "legal_form", "last", "threat", "threatened", "other"]
"""child: they were under 18 that day, and there is a leaf for that. adult: they were not. legal_form: the law has a
name for it. last: only where nothing else fits. threat: what came of it is another act.
threatened: it was not done, only threatened, and threats have leaves of their own. other: only if no leaf fits."""

_CHILDREN: Mapping[str, tuple[str, ...]] = {
    "A.01": ("B.11",),
    "A.09": ("E.01", "E.02", "E.04", "E.08"),
    "A.10": ("I.01",),
    "A.11": ("B.01", "B.02", "B.03", "B.04"),
    "A.12": ("H.01", "H.02"),
    "A.14": ("B.09",),
    "A.15": ("H.08",),
}
"""Leaves for children, and what the same is called when it is done to an adult."""

_OF_OTHERS = frozenset({"A.04", "A.05", "A.08"})  # done because of a child to whoever has it: of any age
_LAST: Mapping[str, tuple[str, ...]] = {
    "B.16": ("B.03", "B.04", "B.05", "B.09", "B.10", "B.12"),
    "E.08": ("E.01", "E.02", "E.03", "E.04"),
}
_THREATS = frozenset({"A.05", "D.09", "H.04", "H.05", "H.06"})
_THREAT = "threat"  # in the vocabulary of natures
_THREATENED_WITH: Mapping[str, tuple[str, ...]] = dict.fromkeys(
    ("A.01", "A.02", "A.03", "A.04", "A.13"), ("A.05", "H.05")
)
"""What a threat of something is, where that is not another threat to a relative."""
_LEGAL_FORM: Mapping[str, tuple[str, ...]] = {"B.02": ("B.03", "B.04", "B.05")}


@dataclass(frozen=True, slots=True, repr=False)
class Advice:
    """Why another leaf may be the one, and which, the likeliest first; none: it may stand as it is."""

    why: Why
    prefer: tuple[str, ...] = ()


def advise(code: str, *, child: bool | None, nature: str = "") -> Advice | None:
    """What to look at before a type of act is settled; None where there is nothing to say.

    child: whether the person harmed was under 18 on the day of the act, as far as is known. nature: of the act.
    """
    if nature == _THREAT and code not in _THREATS:
        return Advice("threatened", _THREATENED_WITH.get(code, ("H.05",)))
    if child:
        leaves = tuple(leaf for leaf, others in _CHILDREN.items() if code in others)
        if leaves:
            return Advice("child", leaves)
    if child is False and code.startswith(f"{CHILDREN}.") and code not in _OF_OTHERS:
        return Advice("adult", _CHILDREN.get(code, ()))
    if code in _LAST:
        return Advice("last", _LAST[code])
    if code in _LEGAL_FORM:
        return Advice("legal_form", _LEGAL_FORM[code])
    if code in _THREATS:
        return Advice("threat")
    return Advice("other") if code == "Z.01" else None


def nature_of(term: Term) -> str:
    """The nature a type of act proposes; none for a group."""
    return "" if term.group else term.more.get("nature", "")


def proposed_norms(types: Vocabulary, code: str, *, child: bool | None) -> tuple[str, ...]:
    """Rules of law a type of act may break, those of its family behind its own; those for children only of children."""
    found: dict[str, None] = {}
    for term in reversed(types.lineage(code)):
        found.update(dict.fromkeys(norm for norm in term.more.get("legal_norms", "").split(";") if norm))
    return tuple(norm for norm in found if child or not norm.startswith(CHILD_NORMS))
