"""People recorded more than once, in lists: one line each, which says by which other codes they are recorded.

Nothing is merged: the records stay as they are, and so do their pages. A decision taken back brings both lines back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desktop.casework.members import Member
from desktop.casework.same_person import KIND, SAME, Decided
from desktop.casework.workspace import Workspace

_AT_ONCE = 500


def groups(ws: Workspace) -> Mapping[str, tuple[str, ...]]:
    """By the record that stands for somebody the others they are recorded as; of people decided to be one alone."""
    found: dict[str, tuple[str, ...]] = {}
    decided = Decided(ws)
    offset = 0
    while rows := ws.vault.rows(KIND, offset=offset, limit=_AT_ONCE):
        offset += len(rows)
        for state in ws.vault.states([row.id for row in rows]).values():
            nested = state.nested()
            person = nested.get("person")
            if nested.get("decision") == SAME and isinstance(person, str):
                first, *others = decided.group(person)
                if others:
                    found[first] = tuple(others)
    return found


def codes(ws: Workspace, group: Sequence[str]) -> tuple[str, ...]:
    """What the records of a group are called by, one like the other."""
    return tuple(ws.vault.code(one) for one in group if ws.vault.kind_of(one) is not None)


def one_by_one(ws: Workspace, people: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """People each once, in the order given, with all their records; the one that is named first stands for them."""
    if not ws.vault.count(KIND):
        return {one: (one,) for one in people}
    decided = Decided(ws)
    found: dict[tuple[str, ...], str] = {}
    for one in people:
        found.setdefault(decided.group(one), one)
    there = {row.id for row in ws.vault.rows_of([other for group in found for other in group]) if not row.deleted}
    return {one: (one, *(other for other in group if other != one and other in there)) for group, one in found.items()}


def once(ws: Workspace, members: Sequence[Member]) -> tuple[Member, ...]:
    """Members of a case, each once, with the acts against all their records; the one the case names first stands."""
    if not ws.vault.count(KIND):
        return tuple(members)
    decided = Decided(ws)
    by_group: dict[str, list[Member]] = {}
    for member in members:
        by_group.setdefault(decided.group(member.person)[0], []).append(member)
    return tuple(_one(ws, decided, each) for each in by_group.values())


def _one(ws: Workspace, decided: Decided, records: Sequence[Member]) -> Member:
    first = records[0]
    others = [one for one in decided.group(first.person) if one != first.person]
    if not others:
        return first
    kin = next((one for one in records if one.kinship), first)
    acts = {act.id: act for one in records for act in one.acts}
    return replace(
        first,
        defender=any(one.defender for one in records),
        kinship=kin.kinship,
        relationship=kin.relationship,
        minor=next((one.minor for one in records if one.minor is not None), None),
        status=next((one.status for one in records if one.status), ""),
        acts=tuple(sorted(acts.values(), key=lambda act: (act.sort_key or "~", act.id))),
        also=codes(ws, others),
    )
