"""What pickers offer: the terms of a vocabulary, the people, cases and other records of the vault."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop.casework import quick, records
from desktop.casework.records import Listed
from desktop.casework.workspace import Workspace
from desktop.domain.folding import fold_text
from desktop.domain.registry import declaration
from desktop.domain.vocabulary import Term, Vocabulary
from desktop.ui.picker import Source
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools

MOST = 20

Answer = Callable[[Sequence[Option]], None]


def option_of(row: Listed) -> Option:
    """A record as an option: what it is called, its code behind."""
    return Option(row.id, row.title or row.code, row.code if row.title != row.code else "")


def terms(vocabulary: Vocabulary | None, tools: Tools) -> Source:
    """The terms whose label, in either language, or code has the words; groups stand over their terms."""

    def source(words: str, answer: Answer) -> None:
        lang = tools.language.code
        wanted = fold_text(words)
        found: list[Option] = []
        for term in vocabulary or ():
            if term.group or wanted not in fold_text(f"{term.code} {term.en} {term.zh_hans}"):
                continue
            found.append(term_option(vocabulary, term, lang))
        answer(found[: 200 if not words else 60])

    return source


def term_option(vocabulary: Vocabulary | None, term: Term, lang: str) -> Option:
    """A term with the group it belongs to behind it."""
    above = vocabulary.get(term.parent) if vocabulary and term.parent else None
    return Option(term.code, term.label(lang), above.label(lang) if above else "")


def people(tools: Tools, owner: QObject) -> Source:
    """People by name in either script, by pinyin or code."""
    return _asked(tools, owner, lambda ws, words: quick.people_like(ws, words, limit=MOST))


def cases(tools: Tools, owner: QObject) -> Source:
    """Cases by title or code."""
    return _asked(tools, owner, lambda ws, words: quick.cases_like(ws, words, limit=MOST))


def of_kinds(kinds: tuple[str, ...], tools: Tools, owner: QObject) -> Source:
    """Records of the kinds a reference may point at."""
    if kinds == ("person",):
        return people(tools, owner)
    if kinds == ("case",):
        return cases(tools, owner)

    def query(ws: Workspace, words: str) -> tuple[Listed, ...]:
        found: list[Listed] = []
        for kind in kinds:
            if kind == "person":
                found.extend(quick.people_like(ws, words, limit=MOST))
            else:
                found.extend(records.list_records(ws, kind, text=words, limit=MOST).rows)
        return tuple(found[: MOST * 2])

    return _asked(tools, owner, query)


def kind_labels(kinds: tuple[str, ...], lang: str) -> str:
    """What a reference may point at, in words."""
    return " / ".join(declaration(kind).label(lang) for kind in kinds)


def _asked(tools: Tools, owner: QObject, query: Callable[[Workspace, str], tuple[Listed, ...]]) -> Source:
    def source(words: str, answer: Answer) -> None:
        tools.worker.submit(
            lambda ws: query(ws, words), lambda rows: answer([option_of(row) for row in rows]), owner=owner
        )

    return source
