"""What can be asked of an open vault: states, history, lists, searches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress

from desktop.domain.fitting import Fit
from desktop.errors import Damaged, Refused
from desktop.history.envelope import Envelope
from desktop.history.fold import Setters, fold
from desktop.history.opening import Opening
from desktop.history.revision import Revision, is_id
from desktop.history.state import RecordState
from desktop.vault.alike import AlikeNames, Indexed
from desktop.vault.belonging import cases_of
from desktop.vault.called import Called
from desktop.vault.conflicting import Conflicting
from desktop.vault.connection import Database
from desktop.vault.identities import Identities
from desktop.vault.lists import Lists
from desktop.vault.revisions import Revisions
from desktop.vault.rows import Hit, Order, Row, Wording
from desktop.vault.search import Labelled, Search
from desktop.vault.several import Several
from desktop.vault.wordings import Wordings

ENVELOPES_AT_ONCE = 2_000
"""Looked through in one go, so that whoever saves or asks for a list meanwhile does not wait."""


class Reading:
    """The half of a vault that changes nothing. Records and revisions are named by id, 64 hex digits.

    While the compartment is closed, a sealed record has a history and a state whose values are *not here*.
    """

    def __init__(self, database: Database, own: Collection[str]) -> None:
        self._database = database
        self._own = own
        self._revisions = Revisions(database)
        self._conflicting = Conflicting(database)
        self._identities: Identities | None = None

    def state(self, record: str) -> RecordState:
        """A record as it stands. Refused `record.unknown`; Damaged `record.damaged` (record: its code)."""
        return self._sound_state(record)

    def own_state(self, record: str) -> RecordState:
        """The same from the own authors' setters alone, for permissions."""
        return self._sound_state(record, "own")

    def states(self, records: Collection[str], setters: Setters = "all") -> dict[str, RecordState]:
        """Several at once; ids that are no records here are left out, and so are damaged ones."""
        asked = [record for record in dict.fromkeys(records) if is_id(record)]
        if len(asked) > 1:
            with suppress(Damaged):
                found = Several(self._database, self._own, self._identities_now()).states(asked, setters)
                return {record: found[record] for record in asked if record in found}
        found = {}
        for record in asked:
            seq = self._revisions.record_seq(record)
            if seq is not None:
                with suppress(Damaged):
                    found[record] = self._state(seq, setters)
        return found

    def states_twice(self, records: Collection[str]) -> dict[str, tuple[RecordState, RecordState]]:
        """Several as all say and as the own setters alone do; left out are the same as of `states`."""
        asked = [record for record in dict.fromkeys(records) if is_id(record)]
        with suppress(Damaged):
            return Several(self._database, self._own, self._identities_now()).twice(asked)
        every, own = self.states(asked), self.states(asked, "own")
        return {record: (every[record], own[record]) for record in asked if record in every and record in own}

    def revisions(self, record: str) -> list[Revision]:
        """Every revision of a record, in the order they came. Refused `record.unknown`."""
        return [stored.revision for stored in self._revisions.of_record(self._seq(record))]

    def openings(self, record: str) -> dict[str, Opening]:
        """What is here of the words of its revisions, by revision id. Refused `record.unknown`."""
        seq = self._seq(record)
        if self._is_sealed(seq):
            identities = self._identities_now()
            return {} if identities is None else identities.openings(seq)
        stored = self._revisions.of_record(seq)
        return {each.revision.id: opened for each in stored if (opened := each.opened) is not None}

    def envelope(self, revision: str) -> Envelope | None:
        """The envelope of a revision, or None when it is not in the log."""
        stored = self._revisions.one(revision)
        return None if stored is None else stored.revision.envelope

    def has(self, revision: str) -> bool:
        """Whether a revision is in the log."""
        return self._revisions.seq(revision) is not None

    def has_words(self, revision: str) -> bool:
        """Whether anything is here of what a revision says, be it sealed."""
        stored = self._revisions.one(revision)
        return stored is not None and (stored.opening is not None or stored.sealed is not None)

    def kind_of(self, record: str) -> str | None:
        """The kind of a record, or None when there is none of this id."""
        seq = self._revisions.record_seq(record)
        kind: str | None = self._database.value("SELECT kind FROM record WHERE seq = ?", (seq,))
        return kind

    def kinds(self, records: Collection[str]) -> Mapping[str, str]:
        """The kinds of several records by id; what is none is left out."""
        return self._lists().kinds(records)

    def sealed(self, record: str) -> bool:
        """Whether the bodies of a record belong to the identity compartment; False for an unknown one."""
        return self._is_sealed(self._revisions.record_seq(record))

    def code(self, record: str) -> str:
        """The code a record is called by here."""
        return self._revisions.code(record)

    def find_code(self, code: str) -> list[str]:
        """Every record a typed code fits, the one that came first at the front. Refused `code.malformed`."""
        return self._revisions.find_code(code)

    def rows(
        self,
        kind: str,
        *,
        offset: int = 0,
        limit: int = 200,
        text: str = "",
        labelled: Labelled | None = None,
        referring_to: str | None = None,
        among: Collection[str] | None = None,
        instead: Mapping[str, str] | None = None,
        include_deleted: bool = False,
        order: Order | None = None,
    ) -> list[Row]:
        """A page of the records of a kind, what changed here last at the front, or in another order.

        text: only what has all these words in it (the last may be half typed), people also by their names. labelled: as
        `search` has it; given, words are found too in what codes are called and in names of people that are pointed at.
        referring_to: only what points at that record. among: only these. instead: by record another that is listed in
        its place, also where only the one has the words.
        """
        only = self._only(kind, text, labelled, referring_to, among, instead)
        return self._lists().rows(
            kind, offset=offset, limit=limit, only=only, include_deleted=include_deleted, order=order
        )

    def count(
        self,
        kind: str,
        *,
        text: str = "",
        labelled: Labelled | None = None,
        referring_to: str | None = None,
        among: Collection[str] | None = None,
        instead: Mapping[str, str] | None = None,
        include_deleted: bool = False,
    ) -> int:
        """How many rows `rows` has in all."""
        only = self._only(kind, text, labelled, referring_to, among, instead)
        return self._lists().count(kind, only, include_deleted=include_deleted)

    def count_sealed(self, kind: str) -> int:
        """How many records of a kind in sight belong to the identity compartment."""
        statement = "SELECT COUNT(*) FROM record WHERE kind = ? AND gone = 0 AND sealed = 1"
        return int(self._database.value(statement, (kind,)))

    def rows_of(self, records: Collection[str]) -> list[Row]:
        """The rows of some records; those that are not here are left out."""
        return self._lists().these(seq for record in records if (seq := self._revisions.record_seq(record)))

    def called(self, kind: str, words: str, *, limit: int) -> list[tuple[Row, Fit]]:
        """Records in sight of a kind that are called by these words, half typed ones too; the best fit first.

        People by their names in either script, by pinyin, initials or code; cases and organisations by title or name.
        """
        fits = Called(self._databases_now(), self._revisions).fitting(kind, words, limit)
        rows = {row.id: row for row in self.rows_of(fits)}
        return [(rows[record], fit) for record, fit in fits.items() if record in rows and not rows[record].deleted]

    def alike(self, written: str, keys: Collection[str], *, limit: int) -> list[Indexed]:
        """Names that may be this one: written so, or sharing a key of its readings; of everybody who has one."""
        return AlikeNames(self._databases_now()).sharing(written, keys, limit)

    def every_name(self) -> Iterator[Indexed]:
        """As `alike.AlikeNames.every`."""
        return AlikeNames(self._databases_now()).every()

    def cases_of(self, records: Collection[str]) -> Mapping[str, str]:
        """For each of several records a case it belongs with; those that belong with none are left out."""
        return cases_of(self._database, records)

    def conflicting(self) -> list[str]:
        """Ids of the records with something to settle, in the order they came."""
        ids = self._revisions.ids(self._conflicting.seqs(self._databases_now()))
        return [ids[seq] for seq in sorted(ids)]

    def referring(self, record: str, kind: str | None = None, path: str | None = None) -> list[str]:
        """Ids of the records in sight that point at this one, by the field `path` or by any, in the order they came."""
        ids = self._revisions.ids(self._lists().referring(record, kind, path))
        return [ids[seq] for seq in sorted(ids)]

    def referring_any(self, records: Collection[str], kind: str) -> list[str]:
        """Ids of the records of a kind in sight that point at one of several, in the order they came."""
        ids = self._revisions.ids(self._lists().referring_any(records, kind))
        return [ids[seq] for seq in sorted(ids)]

    def referring_by(self, records: Collection[str]) -> Mapping[str, list[tuple[str, str]]]:
        """By id of several records what points at each of them and is in sight, in the order it came: id and kind."""
        found = self._lists().referring_by(records)
        ids = self._revisions.ids({seq for several in found.values() for seq in several})
        return {record: [(ids[seq], kind) for seq, kind in sorted(found[record].items())] for record in found}

    def saying(self, kind: str, fields: Collection[str], terms: Iterable[tuple[str, str]] = ()) -> list[str]:
        """Ids of the records in sight of a kind with words in one of these fields, or with one of these codes.

        terms: vocabulary and code. Reads no record.
        """
        ids = self._revisions.ids(self._lists().saying(kind, fields, terms))
        return [ids[seq] for seq in sorted(ids)]

    def ever_setting(self, field: str, after: int = 0) -> tuple[list[str], int | None]:
        """Ids of the records some revision of which sets this field, in the order they came, a piece of the log at a
        time. after: what the piece before gave to go on from; None when there is no more.
        """
        last = after + ENVELOPES_AT_ONCE
        rows = self._database.all(
            "SELECT DISTINCT record FROM revision WHERE seq > ? AND seq <= ? AND record > 0 AND instr(envelope, ?) > 0",
            (after, last, f'"{field}"'.encode()),
        )
        ids = self._revisions.ids({seq for (seq,) in rows})
        more = self._database.value("SELECT 1 FROM revision WHERE seq > ? LIMIT 1", (last,)) is not None
        return [ids[seq] for seq in sorted(ids)], last if more else None

    def referring_many(self, records: Collection[str], kind: str) -> Mapping[str, list[Row]]:
        """For many records at once the rows of one kind that point at each, in the order they came."""
        return self._lists().referring_many(records, kind)

    def search(self, words: str, *, limit: int = 100, labelled: Labelled | None = None) -> list[Hit]:
        """One hit a record that has all the words, in its texts or in what its codes are called.

        labelled: gives for a phrase the codes with it in their label, as (vocabulary, code).
        """
        return self._search().hits(words, limit, labelled)

    def with_term(self, kind: str, vocabulary: str, code: str) -> list[str]:
        """Ids of the records of a kind in sight that hold a code of a vocabulary, in the order they came."""
        ids = self._revisions.ids(self._search().with_term(kind, vocabulary, code))
        return [ids[seq] for seq in sorted(ids)]

    def wordings(self, words: str) -> list[Wording]:
        """Every field of every revision, of today and earlier, with exactly these words in it. Reads everything."""
        identities = self._identities_now()
        return Wordings(self._database, identities.database if identities else None, self._state).holding(words)

    def _only(
        self,
        kind: str,
        text: str,
        labelled: Labelled | None,
        referring_to: str | None,
        among: Collection[str] | None,
        instead: Mapping[str, str] | None,
    ) -> set[int] | None:
        narrowed = [self._search().records(text, kind, labelled) if text.strip() else None]
        if referring_to is not None:
            narrowed.append(self._lists().referring(referring_to, kind))
        if among is not None:
            narrowed.append({seq for one in among if (seq := self._revisions.record_seq(one)) is not None})
        found = [several for several in narrowed if several is not None]
        only = set.intersection(*found) if found else None
        if instead:
            every = (seq for (seq,) in self._database.all("SELECT seq FROM record WHERE kind = ?", (kind,)))
            stand = {self._revisions.record_seq(one): self._revisions.record_seq(two) for one, two in instead.items()}
            listed = {stand.get(seq, seq) for seq in (every if only is None else only)}
            only = {seq for seq in listed if seq is not None}
        return only

    def _sound_state(self, record: str, setters: Setters = "all") -> RecordState:
        seq = self._seq(record)
        try:
            return self._state(seq, setters)
        except Damaged:
            raise Damaged("record.damaged", record=self.code(record)) from None

    def _seq(self, record: str) -> int:
        seq = self._revisions.record_seq(record)
        if seq is None:
            raise Refused("record.unknown", record=record)
        return seq

    def _is_sealed(self, seq: int | None) -> bool:
        return bool(self._database.value("SELECT sealed FROM record WHERE seq = ?", (seq,)))

    def _state(self, seq: int, setters: Setters = "all") -> RecordState:
        identities = self._identities_now() if self._is_sealed(seq) else None
        if identities is not None:
            return identities.state(seq, setters)
        stored = self._revisions.of_record(seq)
        openings = {each.revision.id: opened for each in stored if (opened := each.opened) is not None}
        return fold([each.revision for each in stored], openings, self._own, setters=setters)

    def _identities_now(self) -> Identities | None:
        """The identity database with everything in it; None while the compartment is closed."""
        if self._identities is not None and self._identities.failed:
            self._identities.catch_up()
        return self._identities

    def _lists(self) -> Lists:
        identities = self._identities_now()
        return Lists(self._database, identities.database if identities else None)

    def _search(self) -> Search:
        return Search(self._databases_now(), self._revisions, self._state)

    def _databases_now(self) -> list[Database]:
        identities = self._identities_now()
        return [self._database] if identities is None else [self._database, identities.database]
