"""Anchors: which words of an account something stands on, in which wording of it, and where they stand today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from desktop.casework.workspace import JSON, Workspace
from desktop.history.paths import Path
from desktop.history.state import RecordState

Standing = Literal["here", "moved", "earlier", "gone"]

_LIST = "anchors"
_SAID = ("record", "item", "start", "end", "quote")
_ENOUGH = 24  # code points before a passage that tell it from others


@dataclass(frozen=True)
class Passage:
    """The words an anchor quotes. testimony, item: whose, and in which statement; revision: which wording has them.

    standing: "here" where the anchor says, in the wording of today; "moved": that is another than was quoted from, and
    has them too; "earlier": only the wording of `revision` has them; "gone": none that is here. before: what stands
    right before them.
    """

    testimony: str
    item: str
    revision: str
    before: str = field(repr=False)
    words: str = field(repr=False)
    standing: Standing


@dataclass(frozen=True)
class _Wording:
    revision: str
    text: str = field(repr=False)


def locate(ws: Workspace, anchor: Mapping[str, JSON]) -> Passage | None:
    """Where an anchor's words stand; None for one that names no account or no words."""
    testimony, quote = anchor.get("record"), anchor.get("quote")
    if not isinstance(testimony, str) or not isinstance(quote, str) or not quote:
        return None
    item, revision = _text(anchor.get("item")), _text(anchor.get("revision"))
    if ws.vault.kind_of(testimony) is None:
        return Passage(testimony, item, revision, "", quote, "gone")
    today = _today(ws.vault.state(testimony))
    place = _place(today, item, anchor.get("start"), quote)
    if place is not None:
        found, start = place
        same = found == item and revision in {"", today[found].revision}
        text = today[found].text
        standing: Standing = "here" if same or not revision else "moved"
        return Passage(testimony, found, today[found].revision, text[max(0, start - _ENOUGH) : start], quote, standing)
    return _earlier(ws, testimony, item, revision, quote)


def changed(ws: Workspace, nested: Mapping[str, JSON]) -> Iterator[Passage]:
    """The passages a record stands on that the account no longer says as they were quoted."""
    anchors = nested.get(_LIST)
    for anchor in anchors.values() if isinstance(anchors, dict) else ():
        found = locate(ws, anchor) if isinstance(anchor, dict) else None
        if found is not None and found.standing != "here":
            yield found


def completed(ws: Workspace, before: Mapping[Path, JSON], body: Mapping[Path, JSON]) -> dict[Path, JSON]:
    """`body` with what its anchors lack to be found again: the statement, where the words begin and end, the wording.

    before: what the record says without it. An anchor is completed when something of it is set and no wording is
    named with that; where the words do not stand in the account, or stand there several times and nothing tells which
    is meant, no wording is named.
    """
    done = dict(body)
    for item in _touched(body):
        path = f"{_LIST}/{item}/"
        said = {name: body.get(path + name, before.get(path + name)) for name in (*_SAID, "revision")}
        wanted = _wanted(ws, said)
        done |= {path + name: value for name, value in wanted.items() if value != said[name]}
    return done


def _touched(body: Mapping[Path, JSON]) -> Iterator[str]:
    """The anchors of which something is said, and not the wording."""
    parts = [path.split("/") for path in body]
    touched = dict.fromkeys(part[1] for part in parts if len(part) == 3 and part[0] == _LIST and part[2] in _SAID)
    for item in touched:
        if not body.get(f"{_LIST}/{item}/revision"):
            yield item


def _wanted(ws: Workspace, said: Mapping[str, JSON]) -> Mapping[str, JSON]:
    testimony, quote = said["record"], said["quote"]
    readable = isinstance(testimony, str) and isinstance(quote, str) and ws.vault.kind_of(testimony) == "testimony"
    if not readable or not quote:
        return {"revision": None}
    today = _today(ws.vault.state(testimony))
    place = _place(today, _text(said["item"]), said["start"], quote, sure=True)
    if place is None:
        return {"revision": None}
    item, start = place
    return {"item": item, "start": start, "end": start + len(quote), "revision": today[item].revision}


def _today(state: RecordState) -> Mapping[str, _Wording]:
    """What each statement in sight says, and the revision that says it."""
    statements = {} if state.erased else state.nested().get("statements")
    found: dict[str, _Wording] = {}
    for item in statements if isinstance(statements, dict) else ():
        field_state = state.fields.get(f"statements/{item}/words")
        shown = None if field_state is None else field_state.shown
        if shown is not None and isinstance(shown.value, str):
            found[item] = _Wording(shown.revision, shown.value)
    return found


def _place(
    today: Mapping[str, _Wording], item: str, start: JSON, quote: str, *, sure: bool = False
) -> tuple[str, int] | None:
    """The statement and the place in it where the words stand: as near to where they stood as can be.

    sure: only where one place alone is meant.
    """
    order = ([item] if item in today else []) + [other for other in today if other != item]
    near = start if isinstance(start, int) and not isinstance(start, bool) else None
    everywhere = [(one, begins) for one in order for begins in _occurrences(today[one].text, quote)]
    within = [(one, begins) for one, begins in everywhere if one == item] or everywhere
    if not within or (sure and len(within) > 1 and (near is None or (item, near) not in within)):
        return None
    return within[0] if near is None else min(within, key=lambda place: abs(place[1] - near))


def _occurrences(text: str, quote: str) -> Iterator[int]:
    begins = text.find(quote)
    while begins >= 0:
        yield begins
        begins = text.find(quote, begins + 1)


def _earlier(ws: Workspace, testimony: str, item: str, revision: str, quote: str) -> Passage:
    """The wording that was quoted, if it is here; else the latest that has the words."""
    openings = ws.vault.openings(testimony)
    latest = [said.id for said in sorted(ws.vault.revisions(testimony), key=lambda said: -said.envelope.depth)]
    for said in [revision, *latest]:
        for path, value in openings[said].body.items() if said in openings else ():
            _, _, rest = path.partition("statements/")
            if rest.endswith("/words") and isinstance(value, str) and quote in value:
                start = value.find(quote)
                before = value[max(0, start - _ENOUGH) : start]
                return Passage(testimony, rest.removesuffix("/words"), said, before, quote, "earlier")
    return Passage(testimony, item, revision, "", quote, "gone")


def _text(value: JSON) -> str:
    return value if isinstance(value, str) else ""
