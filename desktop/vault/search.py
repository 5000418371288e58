"""Finding words: in either script, without spaces, by pinyin for names, by code, by what codes are called."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain

from desktop.domain import walk
from desktop.domain.indexing import code_token, query_phrases
from desktop.domain.names import reading_key
from desktop.domain.values import Nested
from desktop.domain.walk import texts
from desktop.errors import Damaged, Refused
from desktop.history import codes
from desktop.history.state import RecordState
from desktop.vault.connection import Database
from desktop.vault.index import PINYIN, TERMS, record_of
from desktop.vault.revisions import Revisions
from desktop.vault.rows import Hit
from desktop.vault.snippet import snippet

SPEAKS_OF = {"name": "person", "identity": "of"}
"""Kinds of records found in place of another one, and the field that points at it."""

Terms = Sequence[tuple[str, str]]
"""Vocabulary and code of several terms."""
Labelled = Callable[[str], Terms]

_MOST_TERMS = 200  # of one phrase: some words stand in many labels
_MOST_PEOPLE = 500  # called by what is typed: of more, as after one letter, nobody asks what points at them
_WHOLE_CODE = 8  # characters: less may be any word
_LEAST_PREFIX = 2
# Newest texts first: the index can walk that way, so a word found everywhere costs no more than a rare one.
_FOUND = """
    SELECT word.rowid, text.path, record.kind FROM word CROSS JOIN text ON text.id = word.rowid
    CROSS JOIN record ON record.seq = word.rowid / 1048576
    WHERE word MATCH ?1 AND record.gone = 0 {others} ORDER BY word.rowid DESC LIMIT ?2
"""
_ALSO = "AND word.rowid / 1048576 IN (SELECT rowid / 1048576 FROM word WHERE word MATCH ?{place})"
_WITH_TERM = f"""
    SELECT DISTINCT record.seq FROM word CROSS JOIN record ON record.seq = word.rowid / 1048576
    CROSS JOIN text ON text.id = word.rowid AND text.path = '{TERMS}'
    WHERE word MATCH ?1 AND record.kind = ?2 AND record.gone = 0
"""  # noqa: S608 - our own statement
_RECORDS = "SELECT DISTINCT rowid / 1048576 FROM word WHERE word MATCH ?1"
_SPOKEN_OF = """
    SELECT target FROM json_each(?1) AS one CROSS JOIN record ON record.seq = one.value AND record.gone = 0
    CROSS JOIN json_each(?2) AS way ON way.key = record.kind
    CROSS JOIN reference ON reference.source = one.value AND reference.path = way.value
"""
_POINTING = "SELECT DISTINCT source FROM json_each(?1) CROSS JOIN reference ON target = unhex(value)"


@dataclass(frozen=True, slots=True)
class _Found:
    record: int
    path: str
    kind: str


class Search:
    """Over `a.db`, and over `b.db` too while that is given. state: of a record by its number."""

    def __init__(
        self, databases: Sequence[Database], revisions: Revisions, state: Callable[[int], RecordState]
    ) -> None:
        self._databases = databases
        self._revisions = revisions
        self._state = state

    def hits(self, words: str, limit: int, labelled: Labelled | None = None) -> list[Hit]:
        """One hit a record, all words somewhere in it; codes first, then names, the newest, and by terms alone."""
        hits: dict[str, Hit] = {hit.record: hit for hit in self._by_code(words)}
        phrases = query_phrases(words)
        terms = [labelled(phrase) for phrase in phrases] if labelled else []
        read: set[int] = set()  # each record once: one of many texts may have the words in hundreds
        for found in chain(self._found(words, phrases, limit), self._by_terms(phrases, terms, limit)):
            if len(hits) >= limit:
                break
            if found.record in read:
                continue
            read.add(found.record)
            hit = None
            with suppress(Damaged):  # it cannot be read, and keeps nobody from the others
                hit = self._hit_by_term(found, terms) if found.path == TERMS else self._hit(found, phrases)
            if hit is not None:
                hits.setdefault(hit.record, hit)
        return list(hits.values())

    def records(self, words: str, kind: str, labelled: Labelled | None = None) -> set[int] | None:
        """Numbers of the records a list of `kind` is narrowed to while somebody types; None for no words at all.

        labelled: given where the list shows what codes are called and whom a record is about, which is found then too.
        """
        phrases = query_phrases(words)
        if not phrases:
            return None
        if kind in SPEAKS_OF:
            return self._with_all(phrases) | self._having(reading_key(words))
        if labelled is None:
            found = self._with_all(phrases) | self._having(reading_key(words))
            return found | self._spoken_of(found)
        parts = [self._read_as(phrase, labelled(phrase)) for phrase in phrases]
        return set.intersection(*parts) | self._about_whom(self._having(reading_key(words)))

    def _with_all(self, phrases: Sequence[str]) -> set[int]:
        return set.intersection(*(self._having(phrase) for phrase in phrases))

    def _read_as(self, phrase: str, terms: Terms) -> set[int]:
        """Records with the phrase in a text, in what a code is called, or in a name of somebody they point at."""
        return self._about_whom(self._having(phrase)) | self._coded(terms[:_MOST_TERMS])

    def _about_whom(self, found: set[int]) -> set[int]:
        """The records themselves, the people they speak of, and what points at those they name."""
        people, named = self._spoken_of(found), self._spoken_of(found, ("name",))
        if len(named) > _MOST_PEOPLE:
            return found | people
        wanted = json.dumps(list(self._revisions.ids(named).values()))
        pointing = (database.all(_POINTING, (wanted,)) for database in self._databases)
        return found | people | {seq for rows in pointing for (seq,) in rows}

    def with_term(self, kind: str, vocabulary: str, code: str) -> set[int]:
        """Numbers of the records of a kind in sight that hold a code."""
        asked = (_whole(code_token(vocabulary, code)), kind)
        return {seq for database in self._databases for (seq,) in database.all(_WITH_TERM, asked)}

    def _found(self, words: str, phrases: Sequence[str], limit: int) -> Iterator[_Found]:
        """By whole words; should there be none, by beginnings of words; names by their pinyin."""
        if not phrases:
            return
        some = False
        for database in reversed(self._databases):
            for found in self._matching(database, [_whole(phrase) for phrase in phrases], limit):
                some = True
                yield found
        key = reading_key(words)
        for database in reversed(self._databases):
            if key.isascii() and len(key) >= _LEAST_PREFIX:
                yield from self._matching(database, [_beginning(key)], limit)
            if not some:
                yield from self._matching(database, [_beginning(phrase) for phrase in phrases], limit)

    def _by_terms(self, phrases: Sequence[str], terms: Sequence[Terms], limit: int) -> Iterator[_Found]:
        """Records in which each phrase stands in a text, or in what a code is called."""
        if not any(terms):
            return
        asked = [
            " OR ".join([_whole(phrase), *(_whole(code_token(*term)) for term in several[:_MOST_TERMS])])
            for phrase, several in zip(phrases, terms, strict=True)
        ]
        for database in reversed(self._databases):
            yield from self._matching(database, asked, limit)

    def _hit_by_term(self, found: _Found, terms: Sequence[Terms]) -> Hit | None:
        """The field whose code is called so; None should the record have changed since."""
        state = self._state(found.record)
        wanted = {term for several in terms for term in several}
        nested = state.nested()
        for path, *term in walk.terms(found.kind, nested):
            if (said := (term[0], term[1])) in wanted:
                return self._leading_to(nested, Hit(state.id, found.kind, path, (), "term", term=said))
        return None

    def _matching(self, database: Database, asked: Sequence[str], limit: int) -> list[_Found]:
        others = " ".join(_ALSO.format(place=place) for place in range(3, 2 + len(asked)))
        rows = database.all(_FOUND.format(others=others), (asked[0], limit * 4, *asked[1:]))
        return [_Found(record_of(number), path, kind) for number, path, kind in rows]

    def _hit(self, found: _Found, phrases: Sequence[str]) -> Hit:
        state = self._state(found.record)
        nested = state.nested()
        path = found.path.removesuffix(PINYIN)
        text = dict(texts(found.kind, nested)).get(path, "")
        why = "pinyin" if path != found.path else "name" if found.kind == "name" else "text"
        return self._leading_to(nested, Hit(state.id, found.kind, path, snippet(text, phrases), why))

    def _leading_to(self, nested: Nested, hit: Hit) -> Hit:
        """A hit in a name or an identity is one on whom it is of."""
        target = nested.get(SPEAKS_OF.get(hit.kind, ""))
        if isinstance(target, str) and (about := self._kind_of(target)):
            return replace(hit, record=target, kind=about, via=hit.record)
        return hit

    def _by_code(self, words: str) -> Iterator[Hit]:
        try:
            code = codes.parse_code(words)
        except Refused:
            return
        if len(code) >= _WHOLE_CODE:
            for record in self._revisions.find_code(code):
                kind = self._kind_of(record)
                if kind:
                    yield Hit(record, kind, "", ((self._revisions.code(record), True),), "code")

    def _kind_of(self, record: str) -> str | None:
        seq = self._revisions.record_seq(record)
        if seq is None:
            return None
        kind: str | None = self._databases[0].value("SELECT kind FROM record WHERE seq = ? AND gone < 2", (seq,))
        return kind

    def _having(self, phrase: str) -> set[int]:
        if not phrase:
            return set()
        return self._asked(_beginning(phrase) if phrase[-1].isascii() else _whole(phrase))

    def _coded(self, terms: Terms) -> set[int]:
        return self._asked(" OR ".join(_whole(code_token(*term)) for term in terms)) if terms else set()

    def _asked(self, asked: str) -> set[int]:
        return {seq for database in self._databases for (seq,) in database.all(_RECORDS, (asked,))}

    def _spoken_of(self, seqs: set[int], kinds: Collection[str] = tuple(SPEAKS_OF)) -> set[int]:
        """The people whose name or identity, of these kinds, is among the records and was not taken back."""
        asked = json.dumps(list(seqs)), json.dumps({kind: SPEAKS_OF[kind] for kind in kinds})
        found: set[int] = set()
        for database in self._databases:
            targets = database.all(_SPOKEN_OF, asked)
            found.update(seq for (target,) in targets if (seq := self._revisions.record_seq(target.hex())) is not None)
        return found


def _whole(phrase: str) -> str:
    return f'"{phrase}"'


def _beginning(phrase: str) -> str:
    return f'"{phrase}" *'
