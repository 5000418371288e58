"""What lists and searches give back, ready to show."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """A record in a list.

    title: may hold mention tokens (`domain.mentions`); empty when there is nothing to show, or only in the
    identity compartment while that is locked. updated: the latest time its heads claim, UTC seconds; rows are
    sorted by when they changed here, never by that. conflicts: number of paths in open conflict.
    """

    id: str
    code: str
    kind: str
    title: str = field(repr=False)
    updated: int
    conflicts: int
    deleted: bool


@dataclass(frozen=True, slots=True)
class Order:
    """How a list is ordered. by: "changed" | "title" | "code" | "date" | "case" | "called" | a field naming a person.

    "called": by the name of a person or of a file. named: sealed names may be looked at; else codes stand for them.
    """

    by: str = field(default="changed", repr=False)
    descending: bool = True
    named: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where searched words were found.

    record, kind: what to open. A hit in a person's name or identity is a hit on the person, and `via` is the
    record it stands in. why: ``text``, ``name`` (also by pinyin), ``code``, or ``term``: what a code there is called,
    and `term` is its vocabulary and the code. snippet_parts: pieces of the text in order, True where it matched.
    """

    record: str
    kind: str
    path: str
    snippet_parts: tuple[tuple[str, bool], ...] = field(repr=False)
    why: str
    via: str | None = None
    term: tuple[str, str] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Wording:
    """A field of a revision holding the words looked for; `shown`: it is what the record says today."""

    record: str
    revision: str
    path: str
    shown: bool
