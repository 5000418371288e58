"""What the sources of a record allow to be proposed of it: which of them are independent, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.casework.accepting import OPEN_CLAIMS, in_sight, supports
from desktop.casework.citing import says, stated
from desktop.casework.first_hand import first_hand_statement, wholly_first_hand
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.confidence import Proposal, Support, origin_key, propose

_DEEPEST = 5  # sources repeating others that repeat others


def proposed(ws: Workspace, record: str) -> Proposal:
    """What the sources of a record would allow; nothing is set. Refused `record.unknown`."""
    return propose(_supports(ws, record))


def _supports(ws: Workspace, record: str) -> Iterator[Support]:
    nested = says(ws, record)
    for anchor in _items(nested.get("anchors")):
        testimony = anchor.get("record")
        if isinstance(testimony, str) and ws.vault.kind_of(testimony) == "testimony" and in_sight(ws, testimony):
            yield Support(
                frozenset(_origins(ws, testimony)), first_hand=first_hand_statement(ws, testimony, anchor.get("item"))
            )
    yield from _cited(ws, record)
    for claim in ws.vault.referring(record, "claim", "of"):
        status = says(ws, claim).get("status")
        if isinstance(status, dict) or status in OPEN_CLAIMS:
            yield from _cited(ws, claim)


def _cited(ws: Workspace, record: str) -> Iterator[Support]:
    for _, nested in stated(ws, record):
        source, stance, basis = nested.get("source"), nested.get("stance"), nested.get("basis")
        if not isinstance(source, str) or not in_sight(ws, source):
            continue
        kind = ws.vault.kind_of(source)
        against = stance == "contradicts"
        if kind is None or not (against or supports(stance)):
            continue
        about = says(ws, source)
        yield Support(
            frozenset(_origins(ws, source)),
            contradicts=against,
            first_hand=basis == "first_hand" or (basis is None and kind == "testimony" and wholly_first_hand(about)),
            document=kind == "evidence" and about.get("original") is True,
        )


def _origins(ws: Workspace, source: str, depth: int = 0) -> Iterator[str]:
    """A source and all it goes back to: its origin, whom it repeats, what it was made from, who is speaking in it."""
    yield source
    kind = ws.vault.kind_of(source)
    if kind is None or depth >= _DEEPEST:
        return
    nested = says(ws, source)
    further: list[JSON] = []
    if kind == "source":
        origin = nested.get("origin_group")
        if isinstance(origin, str) and origin_key(origin):
            yield f"origin {origin_key(origin)}"
        further = [said.get("source") for _, said in stated(ws, source) if supports(said.get("stance"))]
    elif kind == "evidence":
        further = [nested.get("parent"), nested.get("testimony"), nested.get("received_from")]
    elif kind == "testimony" and isinstance(speaker := nested.get("speaker"), str):
        yield f"speaker {speaker}"
    for one in further:
        if isinstance(one, str) and ws.vault.kind_of(one) in {"source", "evidence", "testimony"}:
            yield from _origins(ws, one, depth + 1)


def _items(value: JSON) -> Iterator[Mapping[str, JSON]]:
    for item in value.values() if isinstance(value, dict) else ():
        if isinstance(item, dict):
            yield item
