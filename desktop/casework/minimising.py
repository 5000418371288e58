"""What is written down of somebody only where a case needs it: numbers of papers, exact addresses, phone numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.casework import family
from desktop.casework.naming import Calling
from desktop.casework.workspace import JSON, Workspace

DETAILS: Mapping[str, str] = {"documents": "id_number", "addresses": "exact_address", "contacts": "phone"}
"""The lists of an identity, and what a case says when it needs them (`minimised_details`)."""


@dataclass(frozen=True)
class Needed:
    """lists: of an identity that a case of this person needs. cases: they are in, as (id, what it is called).

    There what is needed is switched on.
    """

    lists: frozenset[str] = field(repr=False)
    cases: tuple[tuple[str, str], ...] = field(repr=False)


def needed(ws: Workspace, person: str | None) -> Needed:
    """What may be written down of somebody. Of nobody yet, and of somebody in no case: nothing."""
    cases = tuple(_cases_of(ws, person)) if person else ()
    details = {one for case in cases for one in collected(ws, case)}
    lists = frozenset(name for name, detail in DETAILS.items() if detail in details)
    calling = Calling(ws)
    return Needed(lists, tuple((case, calling.record(case)) for case in cases))


def collected(ws: Workspace, case: str) -> frozenset[str]:
    """What a case says it needs."""
    items = ws.vault.state(case).nested().get("collects")
    said = [item.get("detail") for item in _items(items)]
    return frozenset(one for one in said if isinstance(one, str))


def _items(value: JSON) -> Iterator[Mapping[str, JSON]]:
    return (item for item in (value.values() if isinstance(value, dict) else ()) if isinstance(item, dict))


def _cases_of(ws: Workspace, person: str) -> Iterator[str]:
    """Every case somebody belongs to, whatever they are in it; looked for among those that can be it."""
    if ws.vault.kind_of(person) is None:
        return
    spoken_of = [one for kind in ("act", "testimony") for one in ws.vault.referring(person, kind)]
    related = (state.nested() for state in ws.vault.states(ws.vault.referring(person, "relationship")).values())
    kin = (one.get(name) for one in related for name in ("person", "related_person"))
    named = [case for one in (person, *kin) if isinstance(one, str) for case in ws.vault.referring(one, "case")]
    perhaps = dict.fromkeys([*named, *ws.vault.cases_of(spoken_of).values()])
    yield from (case for case in perhaps if person in family.people_of(ws, case))
