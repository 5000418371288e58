"""Citations: what a record or one of its fields stands on, and where exactly a source says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.casework import reading
from desktop.casework.naming import Calling
from desktop.casework.records import Listed, delete, existing, listed
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.domain import locators
from desktop.domain.confidence import origin_key
from desktop.domain.registry import KINDS
from desktop.errors import Damaged, Refused

MOST = 500
MOST_SHOWN = 200  # of what stands on one source: the latest
_SAID = ("locator_kind", "locator", "quote", "stance", "basis", "information_reliability")


@dataclass(frozen=True, repr=False)
class Place:
    """Where in a source, and what is to be said of this piece of information; "" says nothing.

    The names are those of a citation's fields.
    """

    locator_kind: str = ""
    locator: str = ""
    quote: str = ""
    stance: str = ""
    basis: str = ""
    information_reliability: str = ""


WHOLE = Place()


@dataclass(frozen=True, repr=False)
class Cited:
    """One citation, ready to show. name: which field of the record, "" for all of it. where: its place in words.

    start, stop: of a clip, in milliseconds. source_reliability: of the source; information_reliability: of this piece
    of information, and where nothing is said of it what the source says of its information in general (`general`).
    restriction: what the source says of its use.
    """

    id: str
    of: str
    name: str
    source: str
    source_kind: str
    title: str
    where: str
    locator_kind: str
    start: int | None
    stop: int | None
    quote: str
    stance: str
    basis: str
    source_reliability: str
    information_reliability: str
    general: bool
    restriction: str


@dataclass(frozen=True, repr=False)
class Citing:
    """Something that stands on a source. record, kind: what; label: of its field, "" for all of it."""

    citation: str
    record: str
    kind: str
    title: str
    label: str
    where: str


def add_citation(ws: Workspace, pending: Pending, of: str, source: str, name: str = "", place: Place = WHOLE) -> str:
    """The same within an action that does more, refused alike; returns its id. of: may be made in the same action."""
    kind = ws.vault.kind_of(of)
    if name and kind is not None and kind in KINDS and name not in KINDS[kind].fields:
        raise Refused("citation.field")
    if place.quote and kind is not None and ws.vault.sealed(of):
        raise Refused("citation.sealed")
    said = {one: value for one in _SAID if (value := getattr(place, one))}
    return pending.create("citation", {"of": of, "source": source, **({"field": name} if name else {}), **said})


def citations_of(ws: Workspace, record: str, name: str | None = None) -> tuple[Cited, ...]:
    """What a record stands on, in the order it was said. name: of that field alone; "" of the record as a whole."""
    calling = Calling(ws)
    sources: dict[str, Mapping[str, JSON]] = {}
    return tuple(
        _cited(ws, calling, sources, id_, nested)
        for id_, nested in stated(ws, record)
        if name is None or _text(nested.get("field")) == name
    )


def counts(ws: Workspace, record: str) -> Mapping[str, int]:
    """How many citations each field of a record has; under "" those of the whole."""
    return Counter(_text(nested.get("field")) for _, nested in stated(ws, record))


def stated(ws: Workspace, record: str) -> Iterator[tuple[str, Mapping[str, JSON]]]:
    """The citations in sight of a record, as JSON."""
    found = ws.vault.referring(record, "citation", "of")[:MOST]
    for id_, state in ws.vault.states(found).items():
        yield id_, state.nested()


def says(ws: Workspace, record: str) -> Mapping[str, JSON]:
    """What a record says; nothing where it cannot be read, which keeps nobody from the others."""
    states = ws.vault.states([record])
    return states[record].nested() if record in states else {}


def remove(ws: Workspace, citation: str) -> Changes:
    """Put a citation aside. Refused `claim.last_source` where something accepted would stand on nothing."""
    return delete(ws, citation)


def citing(ws: Workspace, source: str) -> tuple[Citing, ...]:
    """What stands on a source, a file or a testimony."""
    calling = Calling(ws)
    found = ws.vault.states(ws.vault.referring(source, "citation", "source")[-MOST_SHOWN:])
    told = [(id_, state.nested()) for id_, state in found.items()]
    about = ws.vault.states([of for _, nested in told if isinstance(of := nested.get("of"), str)])
    return tuple(
        Citing(
            citation=id_,
            record=record,
            kind=about[record].kind,
            title=_called(ws, calling, record),
            label=reading.label(ws, about[record].kind, name) if (name := _text(nested.get("field"))) else "",
            where=_where(ws, nested),
        )
        for id_, nested in told
        if (record := _text(nested.get("of"))) in about and not about[record].deleted
    )


def same_origin(ws: Workspace, source: str) -> tuple[Listed, ...]:
    """The other sources that go back to the origin of this one."""
    origin = _text(existing(ws, source).nested().get("origin_group"))
    if not origin_key(origin):
        return ()
    rows = [row for row in ws.vault.rows("source", text=origin, limit=MOST) if row.id != source]
    states = ws.vault.states([row.id for row in rows])
    kept = [
        row
        for row in rows
        if row.id in states and origin_key(_text(states[row.id].nested().get("origin_group"))) == origin_key(origin)
    ]
    return listed(ws, kept)


def _cited(
    ws: Workspace, calling: Calling, sources: dict[str, Mapping[str, JSON]], id_: str, nested: Mapping[str, JSON]
) -> Cited:
    source = _text(nested.get("source"))
    kind = ws.vault.kind_of(source) or "" if source else ""
    if source not in sources:
        sources[source] = says(ws, source) if kind else {}
    of_source = sources[source]
    own, general = _text(nested.get("information_reliability")), _text(of_source.get("information_reliability"))
    clip = _clip(nested)
    return Cited(
        id=id_,
        of=_text(nested.get("of")),
        name=_text(nested.get("field")),
        source=source,
        source_kind=kind,
        title=_called(ws, calling, source) if kind else "",
        where=_where(ws, nested),
        locator_kind=_text(nested.get("locator_kind")),
        start=clip[0],
        stop=clip[1],
        quote=calling.text(_text(nested.get("quote"))),
        stance=_text(nested.get("stance")),
        basis=_text(nested.get("basis")),
        source_reliability=_text(of_source.get("reliability")) or _text(of_source.get("speaker_reliability")),
        information_reliability=own or general,
        general=bool(general and not own),
        restriction=_text(of_source.get("access_restriction")),
    )


def _called(ws: Workspace, calling: Calling, record: str) -> str:
    try:
        return calling.record(record)
    except Damaged:
        return ws.vault.code(record)


def _where(ws: Workspace, nested: Mapping[str, JSON]) -> str:
    return locators.shown(_text(nested.get("locator_kind")), _text(nested.get("locator")), ws.language)


def _clip(nested: Mapping[str, JSON]) -> tuple[int | None, int | None]:
    """Of what came from elsewhere the place may be none."""
    if nested.get("locator_kind") != "clip":
        return None, None
    try:
        clip = locators.parse("clip", _text(nested.get("locator")))
    except Refused:
        return None, None
    return clip.start, clip.stop


def _text(value: JSON) -> str:
    return value if isinstance(value, str) else ""
