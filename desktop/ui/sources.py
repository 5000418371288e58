"""What pickers offer: the terms of a vocabulary, the people, cases and other records of the vault."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from desktop.casework import offering
from desktop.casework.offering import Offered
from desktop.casework.workspace import Workspace
from desktop.domain.fitting import Fit, above, fit, fitting_terms, may_be_pinyin
from desktop.domain.vocabulary import Term, Vocabulary
from desktop.ui import kin
from desktop.ui.picker import Source
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools

MOST = 30
MOST_TERMS = 200

Answer = Callable[[Sequence[Option]], None]
AtHand = Callable[[], Collection[str]]
"""Ids of the records a form is about just now: they say which case is at hand."""


def nothing_at_hand() -> Collection[str]:
    """Of a picker that stands by itself."""
    return ()


def terms(
    vocabulary: Vocabulary | None, tools: Tools, owner: QObject, also: Callable[[Term], str] = lambda _term: ""
) -> Source:
    """The terms called by the words, in the window's language first, then in others, by code and pinyin; last those
    whose group is called so.

    also: what else of a term leads to it, and stands behind it; else the group it belongs to does.
    """

    def leading(term: Term) -> str:
        return "、".join(filter(None, (also(term), above(vocabulary, term) if vocabulary else "")))

    def options(words: str, lang: str, *, by_sound: bool) -> list[Option]:
        found = fitting_terms(vocabulary or (), words, lang, by_sound=by_sound, also=leading)
        best = min((way for _, way in found), default=Fit.INSIDE)
        exact = best if best <= Fit.ONE_OF else None
        made = [_term(tools, vocabulary, term, also(term), exact=way is exact) for term, way in found[:MOST_TERMS]]
        return _under_groups(made)

    def source(words: str, answer: Answer) -> None:
        lang = tools.language.code
        found = options(words, lang, by_sound=False)
        by_sound = vocabulary is not None and may_be_pinyin(vocabulary, words)
        if by_sound and (not found or lang.startswith("zh")):
            # Working out pinyin loads a dictionary, for which the window does not wait.
            tools.worker.submit(lambda _ws: options(words, lang, by_sound=True), answer, owner=owner)
        else:
            answer(found)

    return source


def term_option(tools: Tools, vocabulary: Vocabulary | None, term: Term) -> Option:
    """A term with the group it belongs to behind it, or the code it has in a tree of groups."""
    return _term(tools, vocabulary, term)


def fixed(options: Callable[[], Sequence[Option]]) -> Source:
    """A few things that are all there is, those first whose label fits best."""

    def source(words: str, answer: Answer) -> None:
        ways = [(fit(words, option.label) if words else Fit.INSIDE, option) for option in options()]
        found = sorted(((way, option) for way, option in ways if way is not None), key=lambda one: one[0])
        answer([replace(option, eager=True, exact=way is Fit.EXACT) for way, option in found])

    return source


def people(tools: Tools, owner: QObject, at_hand: AtHand = nothing_at_hand) -> Source:
    """People by name in either script, by pinyin or code; while nothing is typed first those of the case at hand."""

    def query(ws: Workspace, words: str, near: Collection[str]) -> Sequence[Offered]:
        return offering.people(ws, words, at_hand=near, limit=MOST)

    return _asked(tools, owner, query, at_hand)


def cases(tools: Tools, owner: QObject) -> Source:
    """Cases by title or code."""
    return of_kinds(("case",), tools, owner)


def threats(tools: Tools, owner: QObject) -> Source:
    """Acts, threats before all others."""

    def query(ws: Workspace, words: str, near: Collection[str]) -> Sequence[Offered]:
        return offering.threats(ws, words, limit=MOST)

    return _asked(tools, owner, query, nothing_at_hand)


ANY = (
    "person",
    "case",
    "act",
    "event",
    "testimony",
    "evidence",
    "source",
    "organisation",
    "relationship",
    "interview",
    "submission",
    "intervention",
)
"""Kinds that are offered where a reference may point at anything, those first that are meant most often."""


def of_kinds(kinds: tuple[str, ...], tools: Tools, owner: QObject, at_hand: AtHand = nothing_at_hand) -> Source:
    """Records of the kinds a reference may point at, none: of any; of several kinds those that fit best first."""
    if kinds == ("person",):
        return people(tools, owner, at_hand)

    def query(ws: Workspace, words: str, near: Collection[str]) -> Sequence[Offered]:
        found: list[Offered] = []
        for kind in kinds or ANY:
            if kind == "person":
                found.extend(offering.people(ws, words, at_hand=near, limit=MOST))
            else:
                found.extend(offering.of_kind(ws, kind, words, limit=MOST))
        return sorted(found, key=lambda one: one.fit)[: MOST * 2]

    return _asked(tools, owner, query, at_hand)


def _asked(
    tools: Tools, owner: QObject, query: Callable[[Workspace, str, Collection[str]], Sequence[Offered]], at_hand: AtHand
) -> Source:
    def source(words: str, answer: Answer) -> None:
        near = at_hand()
        tools.worker.submit(
            lambda ws: query(ws, words, near), lambda found: answer([_record(one) for one in found]), owner=owner
        )

    return source


def _record(one: Offered) -> Option:
    """A record as an option: what it is called, its code behind, and what tells it from others of that name."""
    born = QCoreApplication.translate("Sources", "born {year}").format(year=one.born) if one.born else ""
    row = one.record
    return Option(
        row.id,
        row.title or row.code,
        hint=row.code if row.title != row.code else "",
        more=" · ".join(filter(None, (one.sex, born, one.case))),
        exact=one.fit is Fit.EXACT,
        near=one.fit <= Fit.BEGINS,
    )


def _term(tools: Tools, vocabulary: Vocabulary | None, term: Term, behind: str = "", *, exact: bool = False) -> Option:
    lang = tools.language.code
    above = vocabulary.get(term.parent) if vocabulary and term.parent else None
    label = above.label(lang) if above else ""
    if above is not None and above.group:
        group = f"{above.code} · {label}"
        return Option(term.code, term.label(lang), term.code, above=group, eager=True, exact=exact)
    more = kin.told(tools.vocabularies, term, lang) if vocabulary and vocabulary.name == kin.TERMS else ""
    return Option(term.code, term.label(lang), behind or label, more, eager=True, exact=exact)


def _under_groups(options: list[Option]) -> list[Option]:
    """Those of one group together, the group of the best first; the others stay where they are."""
    order = {group: place for place, group in reversed(list(enumerate(option.above for option in options)))}
    return sorted(options, key=lambda option: order[option.above]) if any(order) else options
