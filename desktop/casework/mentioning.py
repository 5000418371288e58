"""Mentioning a person in a text: what a mention reads as, and the words it stands for, kept with the identities."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from desktop.casework import people
from desktop.casework.naming import Calling
from desktop.casework.people import Pick
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.domain.mentions import Mention, escape
from desktop.errors import Refused
from desktop.history import paths
from desktop.history.state import RecordState

__all__ = ["Mention", "Mentioned", "Reading", "mention", "readings"]

SPOKEN = "spoken"


@dataclass(frozen=True, repr=False)
class Reading:
    """words: what stands in the text for a mention. person: what they are called; code: theirs."""

    words: str
    person: str
    code: str


@dataclass(frozen=True)
class Mentioned:
    """The mention to put into the text, and what making it changed."""

    changes: Changes
    mention: Mention = field(repr=False)


def readings(ws: Workspace, mentions: Collection[Mention]) -> Mapping[Mention, Reading]:
    """What mentions read as now: spoken words and names while names are shown, else codes."""
    calling = Calling(ws)
    return {
        one: Reading(
            calling.spoken(one) or calling.within(one.person), calling.beside(one.person), ws.vault.code(one.person)
        )
        for one in mentions
    }


def mention(ws: Workspace, pick: Pick, said: str = "") -> Mentioned:
    """A mention of whoever was picked; a name that is new makes the person.

    said: words of the text it stands for. They are kept as a spoken form with the identities, so that the text reads
    as it was told while these are open and says a code while they are not. One form is kept once.
    Refused `record.empty` when nothing was picked.
    """
    pending = Pending(ws)
    person = people.picked(ws, pending, pick)
    if person is None:
        raise Refused("record.empty")
    item = _spoken(ws, pending, person, escape(said)) if said.strip() else None
    return Mentioned(pending.commit(), Mention(person, item))


def _spoken(ws: Workspace, pending: Pending, person: str, words: str) -> str:
    """The item these words stand in; a new one of an identity that can be read, else of an identity of its own."""
    open_ones = [state for state in _identities(ws, person) if not (state.erased or state.deleted)]
    for state in open_ones:
        for item, inside in _forms(state).items():
            if isinstance(inside, dict) and inside.get("words") == words:
                return item
    item = paths.new_item()
    if open_ones:
        orders = [inside.get("order") for inside in _forms(open_ones[0]).values() if isinstance(inside, dict)]
        last = max(filter(paths.has_room_after, map(paths.order_key, orders)), default=None)
        form: JSON = {"words": words, "order": paths.between(last, None)}
        pending.patch(open_ones[0], {SPOKEN: {item: form}})
    else:
        form = {"words": words, "order": paths.first_order()}
        pending.create("identity", {"of": person, SPOKEN: {item: form}})
    return item


def _identities(ws: Workspace, person: str) -> list[RecordState]:
    """Of somebody who is here; sealed ones can be neither read nor changed while the compartment is closed."""
    if ws.vault.kind_of(person) is None:
        return []
    states = [ws.vault.state(one) for one in ws.vault.referring(person, "identity")]
    return [state for state in states if ws.vault.compartment_open or not state.sealed]


def _forms(state: RecordState) -> dict[str, JSON]:
    spoken = state.nested().get(SPOKEN)
    return spoken if isinstance(spoken, dict) else {}
