"""Keeping, changing, showing and listing records of any kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.casework import reading
from desktop.casework.items import changed
from desktop.casework.naming import Calling
from desktop.casework.ordering import in_order
from desktop.casework.reading import Fact
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.domain.checking import check
from desktop.domain.date_input import with_dates
from desktop.domain.mentions import mentioned
from desktop.domain.missing import missing
from desktop.domain.walk import references
from desktop.errors import Refused
from desktop.history.paths import GONE, is_order, is_register
from desktop.history.revision import is_id
from desktop.history.shape import ORDER
from desktop.history.state import RecordState
from desktop.vault.rows import Row


@dataclass(frozen=True)
class Listed:
    """One line of a list. title: with names while names are shown, else with codes. updated: UTC seconds."""

    id: str
    code: str
    kind: str
    title: str = field(repr=False)
    updated: int
    conflicts: int
    deleted: bool

    @property
    def beside(self) -> str:
        """The code to show beside the title; nothing where the title is the code."""
        return "" if self.title == self.code else self.code


@dataclass(frozen=True)
class Page:
    """A piece of a list. total: how many there are in all.

    closed: there may be more that cannot be seen, with the identities, which are closed.
    """

    rows: tuple[Listed, ...]
    total: int
    closed: bool = False


@dataclass(frozen=True)
class Shown:
    """One record ready to show.

    nested: its JSON as `show --json` prints it: lists are objects by item id, in their order.
    gaps: for paths whose latest wording is not here or was struck: "not_here" | "struck".
    problems, lacks: (path, code) of what is odd in it, and of what is needed before it is accepted.
    newer: fields this program does not know, kept and passed on. readable: False while it is sealed and the compartment
    is closed. hidden: it tells who somebody is, and names are hidden or the compartment is closed.
    called: what the records it points at are called, where that was asked for.
    """

    id: str
    code: str
    kind: str
    title: str = field(repr=False)
    nested: JSON = field(repr=False)
    conflicts: tuple[str, ...] = field(repr=False)
    gaps: Mapping[str, str] = field(repr=False)
    problems: tuple[tuple[str, str], ...] = field(repr=False)
    lacks: tuple[tuple[str, str], ...] = field(repr=False)
    newer: tuple[Fact, ...] = field(repr=False)
    deleted: bool
    erased: bool
    sealed: bool
    readable: bool
    updated: int
    hidden: bool = False
    called: Mapping[str, str] = field(default_factory=dict, repr=False)


def add(ws: Workspace, kind: str, records: Iterable[JSON]) -> Changes:
    """New records from their JSON, all or none; `Changes.created` has the ids in order. Dates may be in plain words.

    Refused `kind.unknown`, `record.shape`, `record.empty`, `record.value` (with the path), `record.reference`.
    """
    pending = Pending(ws)
    for nested in records:
        pending.create(kind, in_order(with_dates(kind, nested)))
    return pending.commit()


def edit(ws: Workspace, record: str, patch: JSON) -> Changes:
    """An RFC 7396 merge patch, in which lists are objects by item id and null clears or removes; dates as in `add`.

    What is already so makes no revision. Refusals as `add`; `record.erased`, `record.sealed`.
    """
    pending = Pending(ws)
    state = existing(ws, record)
    pending.patch(state, with_dates(state.kind, patch, over=True))
    return pending.commit()


def save(
    ws: Workspace,
    kind: str,
    record: str | None,
    nested: JSON,
    *,
    shown: Mapping[str, JSON] | None = None,
    draft: str | None = None,
) -> Changes:
    """Leave a form: each field in `nested` gets its whole new value (None clears), and the draft is done.

    A new record when `record` is None; fields not in `nested` stay. What is already so makes no revision.
    shown: the fields as the form had shown them. What is alike in both stays as it is in the vault; items of a list,
    and fields in them, that were shown and are not in `nested` were taken away.
    """
    pending = Pending(ws)
    if record is None:
        pending.create(kind, in_order(nested, {}))
    else:
        state = existing(ws, record)
        stands = in_order(nested, _items_of(state))
        pending.replace(state, stands if shown is None else changed(stands, shown))
    return pending.commit(drafts_done=[draft] if draft else [])


def show(ws: Workspace, record: str, *, called: int = 0) -> Shown:
    """called: of so many records it points at what they are called too. Refused `record.unknown`."""
    state = existing(ws, record)
    calling = Calling(ws)
    nested = state.nested()
    heads = set(state.heads)
    readable = not state.sealed or ws.vault.compartment_open
    return Shown(
        id=record,
        code=ws.vault.code(record),
        kind=state.kind,
        title=calling.title(state.kind, record, nested),
        nested=nested,
        conflicts=tuple(sorted(state.conflicts())),
        gaps=_gaps(state) if readable and not state.erased else {},
        problems=tuple((problem.path, problem.code) for problem in check(state.kind, nested, ws.vocabularies)),
        lacks=_lacks(state, nested) if readable else (),
        newer=reading.newer(ws, state.kind, nested),
        deleted=state.deleted,
        erased=state.erased,
        sealed=state.sealed,
        readable=readable,
        updated=max(said.envelope.at for said in ws.vault.revisions(record) if said.id in heads),
        hidden=calling.hides(state.kind, record),
        called={one: calling.record(one) for one in _pointed_at(state.kind, nested)[:called]},
    )


def _pointed_at(kind: str, nested: JSON) -> list[str]:
    return list(dict.fromkeys(target for _path, target in references(kind, nested)))


def list_records(
    ws: Workspace,
    kind: str,
    *,
    text: str = "",
    referring_to: str | None = None,
    offset: int = 0,
    limit: int = 200,
    deleted: bool = False,
) -> Page:
    """What changed here last first. text: only what has the words. referring_to: only what points at that record."""
    read_as = reading.labelled(ws)
    rows = ws.vault.rows(
        kind,
        offset=offset,
        limit=limit,
        text=text,
        labelled=read_as,
        referring_to=referring_to,
        include_deleted=deleted,
    )
    total = ws.vault.count(kind, text=text, labelled=read_as, referring_to=referring_to, include_deleted=deleted)
    return Page(listed(ws, rows), total, referring_to is not None and closed_to_us(ws, kind))


def closed_to_us(ws: Workspace, kind: str) -> bool:
    """Whether records of a kind lie with the identities, which are closed: what they point at cannot be seen then."""
    return not ws.vault.compartment_open and ws.vault.count_sealed(kind) > 0


def listed(ws: Workspace, rows: Iterable[Row]) -> tuple[Listed, ...]:
    """Rows of the vault with their titles in words."""
    several = list(rows)
    calling = Calling(ws)
    calling.prepare(_named_in(several))
    return tuple(
        Listed(
            id=row.id,
            code=row.code,
            kind=row.kind,
            title=calling.listed(row),
            updated=row.updated,
            conflicts=row.conflicts,
            deleted=row.deleted,
        )
        for row in several
    )


def _named_in(rows: Iterable[Row]) -> Iterator[str]:
    """The people in rows and their titles."""
    for row in rows:
        if row.kind == "person":
            yield row.id
        yield from (mention.person for mention in mentioned(row.title))


def resolve(ws: Workspace, text: str, kind: str | None = None) -> str:
    """The record an id or a code means.

    Refused `code.malformed`, `code.unknown`, `code.ambiguous` (codes: those it fits), `code.kind`.
    """
    found = [text] if is_id(text) else list(ws.vault.find_code(text))
    found = [record for record in found if ws.vault.kind_of(record) is not None]
    if kind is not None and len(found) > 1:
        found = [record for record in found if ws.vault.kind_of(record) == kind] or found
    if not found:
        raise Refused("code.unknown")
    if len(found) > 1:
        raise Refused("code.ambiguous", codes=", ".join(ws.vault.code(record) for record in found[:10]))
    if kind is not None and ws.vault.kind_of(found[0]) != kind:
        raise Refused("code.kind", wanted=kind)
    return found[0]


def delete(ws: Workspace, record: str) -> Changes:
    """Put a record aside; nothing is lost, and `undelete` brings it back."""
    return _set_gone(ws, record, gone=True)


def undelete(ws: Workspace, record: str) -> Changes:
    """Bring a deleted record back as it was."""
    return _set_gone(ws, record, gone=False)


def existing(ws: Workspace, record: str) -> RecordState:
    """The state of a record. Refused `record.unknown`."""
    if ws.vault.kind_of(record) is None:
        raise Refused("record.unknown")
    return ws.vault.state(record)


def _set_gone(ws: Workspace, record: str, *, gone: bool) -> Changes:
    state = existing(ws, record)
    pending = Pending(ws)
    if state.deleted != gone or GONE in state.conflicts():
        pending.set(state, {GONE: gone})
    return pending.commit()


def _items_of(state: RecordState) -> dict[str, JSON]:
    """Every item of every list with its order, those that were taken away too."""
    items: dict[str, JSON] = {}
    for path, value in state.values().items():
        *above, name = path.split("/")
        for item in above[1::2]:
            items.setdefault(item, None)
        if above and name == ORDER:
            items[above[-1]] = value
    return items


def _gaps(state: RecordState) -> dict[str, str]:
    """Paths whose latest wording cannot be shown, and why."""
    told = {path: field for path, field in state.fields.items() if not is_register(path) and not is_order(path)}
    gaps = {path: "struck" for path, field in told.items() if field.struck}
    gaps.update({path: "not_here" for path, field in told.items() if field.later_not_here})
    return gaps


def _lacks(state: RecordState, nested: JSON) -> tuple[tuple[str, str], ...]:
    """What it needs before it is accepted; of what was erased nobody wants anything."""
    if state.erased:
        return ()
    return tuple((lack.path, lack.reason) for lack in missing(state.kind, nested, "accept"))
