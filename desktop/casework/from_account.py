"""An act begun from words of an account: the words, where they stand, and what the account says of the case."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.casework import naming
from desktop.casework.items import new_item
from desktop.casework.members import listed_people
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Workspace


@dataclass(frozen=True)
class Words:
    """Words of a testimony. item: the statement. start, end: in code points, as anchors count."""

    testimony: str
    item: str
    start: int
    end: int


@dataclass(frozen=True)
class BegunAct:
    """quote: the words as they read. account: what the testimony is called. nested: the act so far, kept nowhere."""

    quote: str = field(repr=False)
    account: str = field(repr=False)
    nested: JSON = field(repr=False)


def begin_act(ws: Workspace, words: Words) -> BegunAct:
    """What an act that stands on these words begins with; saves nothing. Refused `record.unknown`.

    The account's case, and its defender where there is one alone. A statement that is gone leaves the quote empty.
    """
    account = existing(ws, words.testimony)
    path = f"statements/{words.item}/words"
    setter = account.fields[path].shown if path in account.fields else None
    told = setter.value if setter is not None and isinstance(setter.value, str) else ""
    quote = told[words.start : words.end]
    nested: dict[str, JSON] = _of_case(ws, account.nested().get("case"))
    if setter is not None and quote:
        anchor = {
            "record": words.testimony,
            "item": words.item,
            "revision": setter.revision,
            "start": words.start,
            "end": words.end,
            "quote": quote,
        }
        nested |= {"narrative": quote, "anchors": {new_item(): anchor}}
    return BegunAct(naming.read(ws, quote), naming.called(ws, words.testimony), nested)


def _of_case(ws: Workspace, case: JSON) -> dict[str, JSON]:
    if not isinstance(case, str) or ws.vault.kind_of(case) != "case":
        return {}
    defenders = list(listed_people(existing(ws, case).nested().get("defenders")))
    return {"case": case, **({"because_of": defenders[0]} if len(defenders) == 1 else {})}
