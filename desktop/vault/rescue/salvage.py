"""What one damaged database still gives: rows known by their shape, revisions by their signature."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.errors import Damaged, JiashuError
from desktop.history import revision
from desktop.history.revision import Revision, is_id
from desktop.vault.blobfile import BlobInfo
from desktop.vault.log import Event
from desktop.vault.rescue import cells
from desktop.vault.rescue.cells import LOST, Gap, Row
from desktop.vault.rescue.pages import Pages

_BLOB_NAME = 32
_SCHEMA = {"table", "index", "view", "trigger"}
"""How a row of SQLite's own list of tables begins."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a revision's row stands. plain, sealed: whether an opening stands beside it; LOST: its page is damaged."""

    page: int
    seq: int
    plain: bool | Gap
    sealed: bool | Gap

    @property
    def had_words(self) -> bool:
        return self.plain is not False or self.sealed is not False


@dataclass(frozen=True, slots=True)
class Known:
    """What has to be remembered of a revision that verifies, to find its place among others."""

    id: str
    record: str
    depth: int
    parents: tuple[str, ...]
    kind: str

    @classmethod
    def of(cls, said: Revision) -> Known:
        """What there is to remember."""
        envelope = said.envelope
        return cls(said.id, said.record, envelope.depth, tuple(envelope.parents), envelope.kind)


@dataclass(frozen=True, slots=True)
class Kept:
    """A revision read once more, with the bytes kept beside it."""

    revision: Revision
    opening: bytes | None = field(repr=False)
    sealed: tuple[bytes, ...] = field(repr=False)


@dataclass(repr=False)
class Salvage:
    """All of one `a.db`. The rows of small tables are as they stand; revisions are read again by `load`.

    name: what the report calls it. ids, records, kinds: by number of a revision, its id, the number of its record, and
    of a root the kind, also of those whose own row is lost. events: by number of a revision the last event of the log.
    """

    name: str
    pages: Pages
    known: dict[str, Known] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    ids: dict[int, str] = field(default_factory=dict)
    records: dict[int, int] = field(default_factory=dict)
    events: dict[int, tuple[int, int]] = field(default_factory=dict)
    last_event: int = 0
    later: dict[int, list[bytes]] = field(default_factory=dict, repr=False)
    blobs: dict[str, tuple[str, BlobInfo]] = field(default_factory=dict)
    blob_names: set[str] = field(default_factory=set)
    facts: dict[str, str | bytes] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    tables: dict[str, dict[Row, Row]] = field(default_factory=dict, repr=False)

    def read(self) -> Iterator[tuple[int, int]]:
        """Every page once; gives (done, total) in pages."""
        for done, (number, page) in enumerate(self.pages.every()):
            for rowid, row in cells.rows(number, page, self.pages.page):
                if rowid is None:
                    self._take_entry(row)
                else:
                    self._take_row(number, rowid, row)
            if done % 64 == 0:
                yield done, self.pages.count

    def load(self, identifier: str) -> Kept:
        """A revision found by `read`. Damaged `vault.page` should the disk have stopped giving it."""
        place = self.places[identifier]
        page = self.pages.page(place.page)
        for rowid, row in cells.rows(place.page, page or b"\0" * 8, self.pages.page):
            if rowid == place.seq and len(row) == 7:
                opening, sealed = (value if isinstance(value, bytes) else None for value in row[5:7])
                said = revision.verify(_bytes(row[3]), _bytes(row[4]))
                sealeds = (sealed, *self.later.get(place.seq, ())) if sealed else ()
                return Kept(said, opening, sealeds)
        raise Damaged("vault.page")

    def without_words(self) -> Iterator[str]:
        """Revisions that have no words here and are to have none: they never came, or were erased."""
        for seq, identifier in self.ids.items():
            place = self.places.get(identifier)
            if place is not None:
                if not place.had_words:
                    yield identifier
            elif self.events.get(seq, (0, 0))[1] == Event.ERASED:
                yield identifier

    def with_words(self) -> Iterator[str]:
        """Revisions that had words here."""
        for seq, identifier in self.ids.items():
            place = self.places.get(identifier)
            told = self.events.get(seq, (0, 0))[1] if place is None else None
            if (place is not None and place.had_words) or told in {Event.WHOLE, Event.OPENED}:
                yield identifier

    def unnamed(self) -> int:
        """How many revisions came here whose id nothing tells any more: they were numbered without gaps."""
        last = max((*self.ids, *self.records, *self.events), default=0)
        return last - len(self.ids)

    def record_ids(self) -> dict[str, str | None]:
        """The records known of, with their kinds."""
        roots = {record: self.ids[record] for record in self.records.values() if record in self.ids}
        roots |= {seq: self.ids[seq] for seq in self.kinds if seq in self.ids}
        return {identifier: self.kinds.get(seq) for seq, identifier in roots.items()}

    def of_record(self) -> dict[str, set[str]]:
        """By record the revisions known of, also those whose row is lost."""
        found: dict[str, set[str]] = {}
        for seq, record in self.records.items():
            if seq in self.ids and record in self.ids:
                found.setdefault(self.ids[record], set()).add(self.ids[seq])
        return found

    def order(self) -> dict[str, int]:
        """By record the number of what came last of it."""
        found: dict[str, int] = {}
        for seq, record in self.records.items():
            if record in self.ids:
                found[self.ids[record]] = max(found.get(self.ids[record], 0), seq)
        return found

    def _take_row(self, page: int, rowid: int, row: Row) -> None:
        match row:
            case (None, bytes(), int(), bytes(), bytes(), opening, sealed):
                self._take_revision(page, rowid, row, opening, sealed)
            case (None, int(event), int(seq), bytes(hashed)) if len(hashed) == 32 and event in list(Event):
                self.last_event = max(self.last_event, rowid)
                self.events[seq] = max(self.events.get(seq, (0, 0)), (rowid, event))
            case (str(name), str(keeper), int(inner), int(stored), int(size), bytes(hashed), bytes(header)):
                sealed_to = "compartment" if inner else "vault"
                info = BlobInfo(name, sealed_to, stored, size, hashed, header)  # type: ignore[arg-type]
                self.blobs.setdefault(name, (keeper, info))
            case (None, str(kind), int(), int(), str(), int(), int(), int()):
                self.kinds[rowid] = kind
            case _:
                self._take_small(rowid, row)

    def _take_small(self, rowid: int, row: Row) -> None:
        """Of the tables that stand beside the log."""
        match row:
            case (str(key), int(), int(), bytes()):
                self._keep("draft", (key,), row)
            case (str(signing), str(), bytes(), int(), int(), int()) if is_id(signing):
                self._keep("contact", (signing,), row)
            case (str(package), str(receiver), str(), int(), str()) if package not in _SCHEMA:
                self._keep("sent", (package, receiver), row)
            case (str(recipient), str(source), str(), bytes()):
                self._keep("derived", (recipient, source), row)
            case (str(said), str(), int(), str()) if is_id(said):
                self._keep("refused", (said,), row)
            case (None, str(what), int(), str(found)) if _is_json(found):
                self._keep("keeping", (what, rowid), row)
            case _:
                pass

    def _take_entry(self, row: Row) -> None:
        """Of an index, or of a table without rowids."""
        match row:
            case (bytes(identifier), int(seq)) if len(identifier) == 32:
                self.ids.setdefault(seq, identifier.hex())
            case (int(record), int(seq)):
                self.records.setdefault(seq, record)
            case (int(seq), bytes(sealed)):
                self.later.setdefault(seq, []).append(sealed)
            case (str(name), int()) if len(name) == _BLOB_NAME:
                self.blob_names.add(name)
            case (str(name), bytes(value)):
                self.facts.setdefault(name, value)
            case (str(item), str()) if is_id(item):
                self._keep("sent_item", row, row)
            case (str(name), str(value)) if _is_json(value):
                self._keep("setting", (name,), row)
            case (str(name), str(value)):
                self.facts.setdefault(name, value)
            case _:
                pass

    def _take_revision(self, page: int, seq: int, row: Row, opening: object, sealed: object) -> None:
        try:
            said = revision.verify(_bytes(row[3]), _bytes(row[4]))
        except JiashuError:
            return
        if bytes.fromhex(said.id) != row[1] or said.id in self.places:
            return
        here = [value if value is LOST else value is not None for value in (opening, sealed)]
        self.places[said.id] = Place(page, seq, *here)
        self.ids[seq] = said.id
        if isinstance(row[2], int):
            self.records[seq] = row[2]
        self.known[said.id] = Known.of(said)

    def _keep(self, table: str, key: Row, row: Row) -> None:
        if LOST not in row:
            self.tables.setdefault(table, {}).setdefault(key, row)


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except ValueError:
        return False
    return True


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""


def unsealed(pages: Pages, ids: Mapping[int, str]) -> dict[str, bytes]:
    """The openings in a damaged `b.db`, by revision; unchecked. ids: of revisions, by the numbers `a.db` gave them."""
    found: dict[str, bytes] = {}
    for number, page in pages.every():
        for rowid, row in cells.rows(number, page, pages.page):
            identifier = None if rowid is None else ids.get(rowid)
            match row:
                case (None, int(), bytes(opening)) if identifier is not None:
                    found.setdefault(identifier, opening)
                case _:
                    pass
    return found
