"""What the sources of something would allow to be said of it: a proposal, which a person takes or leaves.

It begins low and rises only with sources that are independent of each other; several that go back to one origin count
once. Nothing is read from how reliable a source or a piece of information is held to be: these are ratings of their
own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_MEDIUM, _HIGH = 2, 4  # independent origins
_LEVELS = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Support:
    """One source of something. origins: whatever it goes back to: its own id, its origin, what it repeats.

    contradicts: it says otherwise. first_hand: whoever tells it saw, heard or lived through it. document: an original
    document or recording rather than somebody's word.
    """

    origins: frozenset[str] = field(repr=False)
    contradicts: bool = False
    first_hand: bool = False
    document: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Proposal:
    """sources: how many speak for it; origins: how many of them are independent. against: independent ones that say
    otherwise. confidence, corroboration: codes of these vocabularies."""

    sources: int
    origins: int
    against: int
    confidence: str
    corroboration: str


def more_than(said: object, allowed: str) -> bool:
    """Whether a confidence is higher than another; what is none of its levels is higher than nothing."""
    return said in _LEVELS and allowed in _LEVELS and _LEVELS.index(str(said)) > _LEVELS.index(allowed)


def origin_key(words: str) -> str:
    """An origin as it is compared: two ways of writing the same one are one."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def propose(supports: Iterable[Support]) -> Proposal:
    """What the sources allow: each independent one that says otherwise takes away one that speaks for it."""
    every = list(supports)
    speaking = [one for one in every if not one.contradicts]
    opposed = [one for one in every if one.contradicts]
    origins = independent(speaking)
    against = independent(opposed)
    left = len(origins) - len(against)
    strong = not against and _document_beside_testimony(origins)
    level = "high" if left >= _HIGH or strong else "medium" if left >= _MEDIUM else "low"
    sources = len({one.origins for one in speaking})  # one cited twice is one
    return Proposal(sources, len(origins), len(against), level, _corroboration(origins, opposed))


def independent(supports: Iterable[Support]) -> list[list[Support]]:
    """The sources in groups; those of one group go back to one origin."""
    groups: list[tuple[set[str], list[Support]]] = []
    for one in supports:
        origins, members = set(one.origins), [one]
        apart: list[tuple[set[str], list[Support]]] = []
        for group in groups:
            if group[0].isdisjoint(origins):
                apart.append(group)
            else:
                origins |= group[0]
                members = [*group[1], *members]
        groups = [*apart, (origins, members)]
    return [members for _, members in groups]


def _document_beside_testimony(origins: Sequence[Sequence[Support]]) -> bool:
    """Whether a document and somebody who lived through it, independent of each other, say the same."""
    with_document = {place for place, group in enumerate(origins) if any(one.document for one in group)}
    at_first_hand = {place for place, group in enumerate(origins) if any(one.first_hand for one in group)}
    return any(one != other for one in with_document for other in at_first_hand)


def _corroboration(origins: Sequence[Sequence[Support]], opposed: Sequence[Support]) -> str:
    if opposed and origins:
        return "disputed"
    if not origins:
        return "none"
    members = [one for group in origins for one in group]
    if len(origins) > 1:
        return "documented" if any(one.document for one in members) else "corroborated"
    return "single_first_hand" if any(one.first_hand for one in members) else "single"
