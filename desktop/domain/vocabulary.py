"""Vocabularies: the codes a field may hold, and what each is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from desktop.domain.indexing import words_only
from desktop.errors import Damaged

GROUP_NATURE = "group"
LEAST_BEGINNING = 3
"""Latin letters of a word's beginning that is enough to find a term by."""


@dataclass(frozen=True, slots=True)
class Term:
    """One code. more: the other columns of its row (inverse, nature, norms, use, audience…), empty ones left out."""

    code: str
    en: str
    zh_hans: str
    zh_hant: str
    parent: str
    more: Mapping[str, str]

    def label(self, lang: str) -> str:
        """What it is called in ``en``, ``zh_Hans`` or ``zh_Hant``; traditional falls back to simplified."""
        if lang.startswith("zh"):
            traditional = any(part in lang for part in ("Hant", "TW", "HK"))
            return (traditional and self.zh_hant) or self.zh_hans
        return self.en

    @property
    def labels(self) -> tuple[str, ...]:
        """What it is called, in every language it has a label in."""
        return tuple(label for label in (self.en, self.zh_hans, self.zh_hant) if label)

    @property
    def group(self) -> bool:
        """Whether it only gathers others and is not to be picked itself."""
        return self.more.get("nature") == GROUP_NATURE

    @property
    def pickable(self) -> bool:
        """Whether somebody may choose it: not a group, and not what other records say (findings, duplicates)."""
        return not self.group and "computed" not in self.more


class Vocabulary:
    """The terms of one list, in the list's own order."""

    def __init__(self, name: str, terms: Sequence[Term]) -> None:
        self.name = name
        self._terms = {term.code: term for term in terms}

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms.values())

    def __len__(self) -> int:
        return len(self._terms)

    def __contains__(self, code: object) -> bool:
        return code in self._terms

    def __getitem__(self, code: str) -> Term:
        return self._terms[code]

    def get(self, code: str) -> Term | None:
        """The term of a code; None for one of a newer list."""
        return self._terms.get(code)

    def label(self, code: str, lang: str) -> str:
        """What a code is called; an unknown one is called by its code."""
        term = self._terms.get(code)
        return term.label(lang) if term else code

    def lineage(self, code: str) -> list[Term]:
        """A term and those above it, the topmost first; empty for an unknown code."""
        found: list[Term] = []
        while (term := self._terms.get(code)) is not None and term not in found:
            found.insert(0, term)
            code = term.parent
        return found


class Vocabularies:
    """All vocabularies, by name."""

    def __init__(self, by_name: Mapping[str, Vocabulary]) -> None:
        self._by_name = MappingProxyType(dict(by_name))

    @classmethod
    def from_tables(cls, tables: Mapping[str, Sequence[Mapping[str, str]]]) -> Vocabularies:
        """From rows with ``code``, ``label_en``, ``label_zh_hans``; other columns are kept with each term.

        Damaged ``vocabulary.row`` if a row lacks one of the three or repeats a code.
        """
        return cls({name: Vocabulary(name, _terms(name, rows)) for name, rows in tables.items()})

    def __getitem__(self, name: str) -> Vocabulary:
        """Damaged ``vocabulary.absent`` if the program came without it."""
        try:
            return self._by_name[name]
        except KeyError:
            raise Damaged("vocabulary.absent", vocabulary=name) from None

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def labelled(self, phrase: str) -> list[tuple[str, str]]:
        """Vocabulary and code of every term called so, or with these words in its label, in any of its languages.

        phrase: as `indexing.query_phrases` gives it; its last word may be half typed, if it is not too short for that.
        """
        last = phrase.rpartition(" ")[2]
        wanted = f" {phrase} " if last.isascii() and len(last) < LEAST_BEGINNING else f" {phrase}"
        return [(name, code) for name, code, words in self._labels if wanted in words]

    @cached_property
    def _labels(self) -> tuple[tuple[str, str, str], ...]:
        """The words of every label as they are compared, made when somebody first searches."""
        return tuple(
            (vocabulary.name, term.code, "".join(f" {words_only(label)} |" for label in term.labels))
            for vocabulary in self._by_name.values()
            for term in vocabulary
        )

    def label(self, name: str | None, code: str, lang: str) -> str:
        """What a code of a vocabulary is called; the code itself where there is no such vocabulary or term."""
        vocabulary = self._by_name.get(name or "")
        return vocabulary.label(code, lang) if vocabulary else code


_OWN = ("code", "label_en", "label_zh_hans", "label_zh_hant", "parent")


def _terms(name: str, rows: Sequence[Mapping[str, str]]) -> list[Term]:
    terms: dict[str, Term] = {}
    for number, row in enumerate(rows, start=2):
        code, en, zh_hans = (row.get(column) or "" for column in _OWN[:3])
        if not (code and en and zh_hans) or code in terms:
            raise Damaged("vocabulary.row", vocabulary=name, line=number)
        more = {column: value for column, value in row.items() if column not in _OWN and value}
        terms[code] = Term(
            code, en, zh_hans, row.get("label_zh_hant") or "", row.get("parent") or "", MappingProxyType(more)
        )
    return list(terms.values())
