"""Searching the vault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from desktop.casework import reading, recorded_twice
from desktop.casework.first_hand import is_first_hand
from desktop.casework.naming import Calling
from desktop.casework.records import Listed, listed
from desktop.casework.workspace import Workspace
from desktop.domain.indexing import query_phrases
from desktop.domain.mentions import escape
from desktop.domain.registry import KINDS
from desktop.vault.rows import Hit
from desktop.vault.snippet import Parts, snippet

_AMONG = 5  # times as many hits are looked through where only some of them are wanted


@dataclass(frozen=True, repr=False)
class Found:
    """One hit. snippet: pieces of the sentence it stands in, each with whether it is marked.

    field: label of the field; path: where, in the record `via` if that is not the record itself (a name of a
    person); why: "text" | "name" (also by pinyin) | "code" | "term" (what the field says in words of a list). also: by
    which codes else the same person is recorded.
    """

    record: str
    code: str
    kind: str
    kind_label: str
    title: str
    path: str
    field: str
    snippet: tuple[tuple[str, bool], ...]
    why: str
    via: str | None = None
    also: tuple[str, ...] = ()


def search(ws: Workspace, words: str, *, limit: int = 100, first_hand_only: bool = False) -> tuple[Found, ...]:
    """Every record with all the words: Chinese without spaces, either script, pinyin for names, codes, and what stands
    in it as a term of a list, by its label in any language. A person who is recorded twice is found once.

    first_hand_only: of testimonies, acts and what belongs to them what somebody saw or lived through themselves; of a
    testimony the statement that has the words.
    """
    if not words.strip():
        return ()
    most = limit * _AMONG if first_hand_only else limit
    hits = ws.vault.search(words, limit=most, labelled=reading.labelled(ws))
    if first_hand_only:
        hits = list(islice((hit for hit in hits if is_first_hand(ws, hit.kind, hit.record, hit.path)), limit))
    rows = {row.id: row for row in listed(ws, ws.vault.rows_of([hit.record for hit in hits]))}
    calling = Calling(ws)
    phrases = query_phrases(words)
    groups = recorded_twice.one_by_one(ws, [hit.record for hit in hits if hit.kind == "person"])
    found = (_found(ws, calling, hit, rows[hit.record], phrases) for hit in hits if hit.record in rows)
    return tuple(
        replace(one, also=recorded_twice.codes(ws, groups[one.record][1:])) if one.kind == "person" else one
        for one in found
        if one.kind != "person" or one.record in groups
    )


def _found(ws: Workspace, calling: Calling, hit: Hit, row: Listed, phrases: Sequence[str]) -> Found:
    holder = (ws.vault.kind_of(hit.via) if hit.via else None) or hit.kind
    hidden = not ws.names_shown and ws.vault.sealed(hit.via or hit.record)
    label = KINDS[hit.kind].label(ws.language) if hit.kind in KINDS else hit.kind
    pieces = _of_term(ws, hit.term, phrases) if hit.term else hit.snippet_parts
    return Found(
        record=hit.record,
        code=row.code,
        kind=hit.kind,
        kind_label=label,
        title=row.title,
        path=hit.path,
        field=reading.label(ws, holder, hit.path) if hit.path else "",
        snippet=() if hidden else tuple((calling.text(piece), marked) for piece, marked in pieces),
        why=hit.why,
        via=hit.via,
    )


def _of_term(ws: Workspace, term: tuple[str, str], phrases: Sequence[str]) -> Parts:
    """The label in our language, unless the words stand in that of another language alone."""
    vocabulary, code = term
    found = ws.vocabularies[vocabulary].get(code)
    labels = (ws.vocabularies.label(vocabulary, code, ws.language), *(found.labels if found else ()))
    shown = [snippet(escape(label), phrases) for label in labels]
    return next((parts for parts in shown if any(marked for _, marked in parts)), shown[0])
