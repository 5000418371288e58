"""Kinship: a relationship seen from the other side."""

from __future__ import annotations

from desktop.domain.vocabulary import Vocabulary


def inverse(relationships: Vocabulary, code: str) -> str | None:
    """What the related person is to the person: of a child the parent. None for an unknown code."""
    term = relationships.get(code)
    return term.more.get("inverse") if term else None
