"""Kinship: a relationship seen from the other side, and the term a family would use."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.vocabulary import Term, Vocabulary


def inverse(relationships: Vocabulary, code: str) -> str | None:
    """What the related person is to the person: of a child the parent. None for an unknown code."""
    term = relationships.get(code)
    return term.more.get("inverse") if term else None


def is_child(relationships: Vocabulary, code: str) -> bool:
    """Whether the relationship is that of somebody's child (own, step, adopted, fostered)."""
    term = relationships.get(code)
    return term is not None and term.more.get("is_child_of_defender") == "1"


def kin_terms(terms: Vocabulary, relationship: str, sex: str | None = None) -> list[Term]:
    """The terms that fit a relationship, and a sex if it is known: of a sibling 哥哥, 弟弟, 姐姐, 妹妹."""
    return list(_fitting(terms, relationship, sex))


def find_kin_term(terms: Vocabulary, said: str) -> Term | None:
    """The term of a Chinese kin word somebody used; a term may list several: 外公 / 姥爷."""
    wanted = said.strip()
    return next((term for term in terms if wanted in (word.strip() for word in term.zh_hans.split("/"))), None)


def _fitting(terms: Vocabulary, relationship: str, sex: str | None) -> Iterator[Term]:
    for term in terms:
        if term.more.get("relationship") == relationship and (not sex or term.more.get("sex") in {None, sex}):
            yield term
