"""What a record is called in a list, in a notation that is put into words only when it is shown.

A title names people by mention tokens, terms as ``⟦=vocabulary:code⟧`` and dates as ``⟦@edtf⟧``, so that it can be
kept beside a record and still be read in either language, with names or with codes. ``⟦!⟧`` behind the type of an act
says that it was threatened; behind, so that the order of titles is that of the types.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from desktop.domain.date_show import show_edtf
from desktop.domain.mentions import CLOSE, OPEN, Mention, Text, compose, escape, parse
from desktop.domain.meta import Label
from desktop.domain.registry import KINDS
from desktop.domain.threatened import THREAT, TYPES, as_threat, only_threatened
from desktop.domain.values import Json, Nested
from desktop.domain.vocabulary import Vocabularies

BETWEEN = " · "
_THREATENED = f"{OPEN}!{CLOSE}"
_RISK = "risk_levels"
_AT_RISK = Label("Risk to them: {level}", "面临的风险：{level}")
"""A level alone, beside somebody's name, would read as what they are."""
LONGEST = 60
"""Code points of running text a title quotes."""

_PIECE = re.compile(
    f"{OPEN}{OPEN}|{OPEN}([0-9a-f]{{64}})(?:·([0-9a-f]{{32}}))?{CLOSE}"
    f"|{OPEN}=([a-z_]+):([^{OPEN}{CLOSE}]+){CLOSE}({_THREATENED})?|{OPEN}@([^{OPEN}{CLOSE}]+){CLOSE}"
)

_TITLES: Mapping[str, tuple[str, ...]] = {
    "case": ("title|summary",),
    "person": (),  # a person is called by a name or a code, which stand elsewhere
    "name": ("full",),
    "identity": ("of",),
    "relationship": ("person", "kin_term|type", "related_person"),
    "organisation": ("name|name_en|description|type",),
    "act": ("type", "victim", "start"),
    "involvement": ("perpetrator|description|type", "degree"),
    "interview": ("interviewee", "held_on"),
    "testimony": ("speaker", "recorded_on", "statements/words"),
    "source": ("title|url|type",),
    "evidence": ("description|type", "received_on"),
    "citation": ("source", "locator", "quote"),
    "consent": ("person", "state"),
    "intervention": ("type", "addressee", "sent_on"),
    "defender_profile": ("person", "work"),
    "posting": ("person", "rank", "organisation"),
    "event": ("title|description", "date"),
    "event_link": ("first", "type", "second"),
    "claim": ("of", "value|date|who"),
    "approval": ("of", "decision"),
    "risk_assessment": ("person", "level", "assessed_on"),
    "submission": ("form", "case"),
    "merge_decision": ("person", "decision", "other"),
    "task": ("title", "due_on"),
    "tag": ("label",),
}
"""The fields a title is made of, in order; of ``a|b`` the first that says something."""


def title(kind: str, nested: Nested) -> str:
    """A record's title in notation; empty where there is nothing to call it by (a person; a newer kind)."""
    pieces = (_first(kind, nested, choice) for choice in _TITLES.get(kind, ()))
    return BETWEEN.join(piece for piece in pieces if piece)


def show_title(notation: str, vocabularies: Vocabularies, lang: str, lookup: Callable[[Mention], str]) -> str:
    """A title in words; ``lookup`` says what a record named in it reads as (a name, a code)."""

    def read(piece: re.Match[str]) -> str:
        person, item, vocabulary, code, threatened, edtf = piece.groups()
        if person:
            return lookup(Mention(person, item))
        if code:
            label = vocabularies.label(vocabulary, code, lang)
            if threatened and only_threatened(THREAT, vocabularies[TYPES].get(code)):
                return as_threat(label, lang)
            return _AT_RISK(lang).format(level=label.lower()) if vocabulary == _RISK else label
        return show_edtf(edtf, lang) if edtf else OPEN

    return _PIECE.sub(read, notation) if OPEN in notation else notation


def parts(notation: str) -> tuple[str, str, str]:
    """A title in notation as the person it begins with, the date after that, and the words; each may be empty."""
    person = date = ""
    rest = notation
    first = _PIECE.match(rest)
    if first is not None and first[1] and _ends(rest, first.end()):
        person, rest = first[0], rest[first.end() :].removeprefix(BETWEEN)
    second = _PIECE.match(rest)
    if second is not None and second[6] and _ends(rest, second.end()):
        date, rest = second[0], rest[second.end() :].removeprefix(BETWEEN)
    return person, date, rest


def _ends(notation: str, place: int) -> bool:
    """Whether a piece of the title ends here."""
    return place == len(notation) or notation.startswith(BETWEEN, place)


def _first(kind: str, nested: Nested, choice: str) -> str:
    return next((piece for name in choice.split("|") if (piece := _piece(kind, nested, name))), "")


def _piece(kind: str, nested: Nested, name: str) -> str:
    name, _, inner = name.partition("/")
    field = KINDS[kind].fields[name]
    value = _answer(nested) if (kind, name) == ("consent", "state") else nested.get(name)
    if inner:
        return _quote(next(_inside(value, inner), ""))
    if field.type == "date":
        return _date(value)
    if not isinstance(value, str):
        return ""
    if field.type == "ref":
        return Mention(value).token
    if field.type == "code":
        plain = not (OPEN in value or CLOSE in value)
        said = f"{OPEN}={field.vocabulary}:{value}{CLOSE}" if plain and value else escape(value)
        return f"{said}{_THREATENED}" if plain and value and _threatened(kind, name, nested) else said
    return _quote(value)


def _threatened(kind: str, name: str, nested: Nested) -> bool:
    return (kind, name) == ("act", "type") and nested.get("nature") == THREAT


def _answer(consent: Nested) -> Json:
    """The answer on the whole; a yes to nothing that takes uses back reads as what it says of them."""
    said, rows = consent.get("state"), consent.get("scopes")
    states = [row.get("state") for row in rows.values() if isinstance(row, dict)] if isinstance(rows, dict) else []
    no = next((state for state in ("withdrawn", "refused") if state in states), None)
    return no if said == "given" and no and all(state in ("withdrawn", "refused") for state in states) else said


def _inside(value: Json, inner: str) -> Iterator[str]:
    """The texts of one field of the items of a list, in order."""
    items = value.values() if isinstance(value, dict) else ()
    return (words for item in items if isinstance(item, dict) and isinstance(words := item.get(inner), str) and words)


def _date(value: Json) -> str:
    if not isinstance(value, dict):
        return ""
    edtf, words = value.get("edtf"), value.get("words")
    if isinstance(edtf, str) and edtf:
        return f"{OPEN}@{edtf}{CLOSE}" if not (OPEN in edtf or CLOSE in edtf) else escape(edtf)
    return _quote(words) if isinstance(words, str) else ""


def _quote(text: str) -> str:
    """The beginning of stored text, on one line, its mentions whole."""
    room = LONGEST
    kept: list[Text | Mention] = []
    for part in parse(text[: LONGEST * 80]):
        if isinstance(part, Mention):
            kept.append(part)
            room -= 4
        else:
            words = re.sub(r"\s+", " ", part.words)
            kept.append(Text(words if len(words) <= room else words[: max(room - 1, 0)].rstrip() + "…"))
            room -= len(words)
        if room <= 0:
            break
    return compose(kept).strip()
