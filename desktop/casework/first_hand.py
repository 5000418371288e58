"""What somebody saw, heard or lived through themselves, apart from what they were told, read or worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.casework.workspace import JSON, Workspace

FIRST_HAND = "first_hand"
BASIS = "knowledge_basis"
SAID_OF = frozenset({"testimony", "act", "involvement", "relationship", "claim", "citation"})
"""Kinds whose records are first-hand or not."""
_AT_ONCE = 1_000  # records that are held at a time


def first_hand(ws: Workspace, kind: str) -> frozenset[str]:
    """The records of a kind that say something first-hand.

    A testimony with such a statement; a citation with that basis; anything else that stands on one of these: on words
    of such a statement, or by such a citation.
    """
    testimonies = ws.vault.with_term("testimony", BASIS, FIRST_HAND)
    if kind == "testimony":
        return frozenset(testimonies)
    citations = ws.vault.with_term("citation", BASIS, FIRST_HAND)
    if kind == "citation":
        return frozenset(citations)
    cited = {of for state in ws.vault.states(citations).values() if isinstance(of := state.nested().get("of"), str)}
    found = {record for record, its_kind in ws.vault.kinds(cited).items() if its_kind == kind}
    said = {one: _first_hand_items(state.nested()) for one, state in ws.vault.states(testimonies).items()}
    anchored = [record for record in ws.vault.referring_any(testimonies, kind) if record not in found]
    for place in range(0, len(anchored), _AT_ONCE):
        states = ws.vault.states(anchored[place : place + _AT_ONCE])
        found.update(record for record, state in states.items() if _stands_on(state.nested(), said))
    return frozenset(found)


def is_first_hand(ws: Workspace, kind: str, record: str, path: str = "") -> bool:
    """Whether one record says something first-hand; path: of the field that is meant, which may be a statement."""
    if kind not in SAID_OF:
        return False
    nested = _says(ws, record)
    if kind == "testimony":
        parts = path.split("/")
        if len(parts) > 1 and parts[0] == "statements":
            return first_hand_statement(ws, record, parts[1])
        return FIRST_HAND in _bases(nested)
    if kind == "citation":
        return nested.get("basis") == FIRST_HAND
    cited = ws.vault.states(ws.vault.referring(record, "citation", "of"))
    return stands_on_first_hand(ws, record) or any(
        state.nested().get("basis") == FIRST_HAND for state in cited.values()
    )


def stands_on_first_hand(ws: Workspace, record: str) -> bool:
    """Whether words a record is anchored in were said first-hand."""
    return any(first_hand_statement(ws, *anchor) for anchor in _anchors(_says(ws, record)))


def first_hand_statement(ws: Workspace, testimony: str, item: JSON) -> bool:
    """Whether a statement of a testimony is first-hand."""
    if ws.vault.kind_of(testimony) != "testimony":
        return False
    statements = _says(ws, testimony).get("statements")
    statement = statements.get(item) if isinstance(statements, dict) else None
    return isinstance(statement, dict) and statement.get("basis") == FIRST_HAND


def wholly_first_hand(testimony: Mapping[str, JSON]) -> bool:
    """Whether every statement of a testimony is said to be first-hand."""
    bases = list(_bases(testimony))
    return bool(bases) and all(basis == FIRST_HAND for basis in bases)


def _says(ws: Workspace, record: str) -> Mapping[str, JSON]:
    """Nothing where it cannot be read."""
    states = ws.vault.states([record])
    return states[record].nested() if record in states else {}


def _stands_on(nested: Mapping[str, JSON], said: Mapping[str, frozenset[str]]) -> bool:
    """The same of one that was read, with what was said first-hand by testimony."""
    return any(isinstance(item, str) and item in said.get(testimony, ()) for testimony, item in _anchors(nested))


def _anchors(nested: Mapping[str, JSON]) -> Iterator[tuple[str, JSON]]:
    """The testimony and the statement of each passage a record stands on."""
    anchors = nested.get("anchors")
    for anchor in anchors.values() if isinstance(anchors, dict) else ():
        if isinstance(anchor, dict) and isinstance(testimony := anchor.get("record"), str):
            yield testimony, anchor.get("item")


def _first_hand_items(testimony: Mapping[str, JSON]) -> frozenset[str]:
    statements = testimony.get("statements")
    items = statements.items() if isinstance(statements, dict) else ()
    return frozenset(item for item, said in items if isinstance(said, dict) and said.get("basis") == FIRST_HAND)


def _bases(testimony: Mapping[str, JSON]) -> Iterator[JSON]:
    statements = testimony.get("statements")
    for statement in statements.values() if isinstance(statements, dict) else ():
        if isinstance(statement, dict):
            yield statement.get("basis")
