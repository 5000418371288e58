"""What is looked for in texts while somebody types: names, numbers, handles and addresses the identities know of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework import mentioning
from desktop.casework.people import Pick
from desktop.casework.unnaming import kin_terms, said_of
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.domain.mentions import Mention
from desktop.domain.telltales import Mark, Telltale, Telltales, of_name
from desktop.history.state import RecordState

__all__ = [
    "Made",
    "Mark",
    "Telltale",
    "Telltales",
    "learn",
    "make_mentions",
    "no_longer_said",
    "telltales_of",
    "to_look_at",
]

KINDS = ("name", "identity")
_PAGE = 1000


@dataclass(frozen=True)
class Made:
    """Mentions that were made, in the order asked for, and what making them changed."""

    changes: Changes
    mentions: tuple[Mention, ...] = field(repr=False)


def to_look_at(ws: Workspace) -> tuple[str, ...]:
    """The records that say what to look for; none while names are not shown.

    Names that stay readable with the compartment closed (officials', pseudonyms) need no guard.
    """
    return tuple(record for kind in KINDS for record in _here(ws, kind)) if ws.names_shown else ()


def telltales_of(ws: Workspace, records: Collection[str]) -> Mapping[str, tuple[Telltale, ...]]:
    """By record what it says; nothing of one that is gone, or no longer sealed, or closed by now."""
    if not ws.names_shown:
        return {}
    spoken_by_all = kin_terms(ws)
    return {
        record: tuple(_of(state, spoken_by_all))
        for record, state in ws.vault.states(records).items()
        if state.sealed and state.kind in KINDS and not (state.deleted or state.erased)
    }


def learn(telltales: Telltales, found: Mapping[str, tuple[Telltale, ...]]) -> None:
    """Look for these too."""
    telltales.learn(one for several in found.values() for one in several)


def no_longer_said(before: Mapping[str, tuple[Telltale, ...]], now: Mapping[str, tuple[Telltale, ...]]) -> bool:
    """Whether some records told of something that they do not tell of any more."""
    return any(not set(now.get(record, ())).issuperset(several) for record, several in before.items())


def make_mentions(ws: Workspace, said: Sequence[tuple[str, str]]) -> Made:
    """Mentions of people, each with the words they stand for; as `mentioning.mention` one by one."""
    changes, made = Changes(), []
    for person, words in said:
        one = mentioning.mention(ws, Pick(record=person), words)
        made.append(one.mention)
        changes = changes | one.changes
    return Made(changes, tuple(made))


def _here(ws: Workspace, kind: str) -> Iterator[str]:
    offset = 0
    while rows := ws.vault.rows(kind, offset=offset, limit=_PAGE):
        yield from (row.id for row in rows)
        offset += len(rows)


def _of(state: RecordState, spoken_by_all: frozenset[str]) -> Iterator[Telltale]:
    nested = state.nested()
    if state.kind == "name":
        said = {part: _text(nested.get(part)) for part in ("full", "family", "given", "pinyin")}
        person = _text(nested.get("person")) or None
        yield from of_name(person, said["full"], family=said["family"], given=said["given"], pinyin=said["pinyin"])
        return
    person = _text(nested.get("of")) or None
    for listed in ("spoken", "contacts", "documents", "addresses"):
        items = nested.get(listed)
        for item in items.values() if isinstance(items, dict) else ():
            for inner, value in item.items() if isinstance(item, dict) else ():
                yield from _with(person, said_of(person, f"{listed}/{inner}", _text(value), spoken_by_all))


def _with(person: str | None, telltales: Iterator[Telltale]) -> Iterator[Telltale]:
    """An exact place tells of who lives there."""
    return (Telltale(one.words, person, one.alone) for one in telltales)


def _text(value: JSON) -> str:
    return value if isinstance(value, str) else ""
