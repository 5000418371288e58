"""Tables of counts that left for others before, and what one of today would tell beside one of an earlier day.

Kept are the counts as they were told, by keyed marks of what they count, so that no words stay when records are erased.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from desktop.casework.tables import Table
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.suppression import is_count, told_apart

KEPT = 12
"""So many tables of one question; what left before those is not compared."""

_LEFT = "reports.left."
_Counts: TypeAlias = Mapping[str, list[JSON]]


@dataclass(frozen=True)
class Beside:
    """at: when an earlier table left, UTC seconds. counts: how many of its counts are so little other by now that both
    tables together show that one or two were added or taken out."""

    at: int
    counts: int


def note(ws: Workspace, code: str, told: Table) -> None:
    """Remember that a table leaves. told: in English, whatever language it leaves in."""
    kept = [one for one in _kept(ws, code) if one["counts"] != _counts(ws, told)]
    ws.vault.set_setting(_LEFT + code, [*kept, _entry(ws, told)][-KEPT:])


def beside(ws: Workspace, code: str, told: Table) -> Beside | None:
    """The earlier table that tells most beside this one; None where none tells anything. told: as of `note`."""
    now = _counts(ws, told)
    found = (Beside(one["at"], _changed(one, now, ws)) for one in _kept(ws, code))
    return max((one for one in found if one.counts), key=lambda one: (one.counts, one.at), default=None)


def _changed(earlier: JSON, now: _Counts, ws: Workspace) -> int:
    """How many counts differ by so little. Of what a table has no line for it counts nought, where both use the same
    words for things."""
    then: _Counts = earlier["counts"]
    alike = earlier["open"] == ws.vault.compartment_open  # agencies have no names else
    lines = [*then, *(mark for mark in now if mark not in then)] if alike else [mark for mark in then if mark in now]
    return sum(told_apart(before, after) for mark in lines for before, after in _pairs(then.get(mark), now.get(mark)))


def _pairs(then: list[JSON] | None, now: list[JSON] | None) -> Iterator[tuple[JSON, JSON]]:
    wide = len(then or now or ())
    yield from zip([0] * wide if then is None else then, [0] * wide if now is None else now, strict=False)


def _kept(ws: Workspace, code: str) -> list[JSON]:
    """What left before; of a vault with other keys nothing can be compared."""
    kept = ws.vault.setting(_LEFT + code, [])
    return [one for one in kept if one["key"] == _mark(ws, "")]


def _entry(ws: Workspace, told: Table) -> JSON:
    return {"at": ws.clock(), "key": _mark(ws, ""), "open": ws.vault.compartment_open, "counts": _counts(ws, told)}


def _counts(ws: Workspace, told: Table) -> _Counts:
    return {_mark(ws, str(what)): [one if is_count(one) else None for one in counts] for what, *counts in told.rows}


def _mark(ws: Workspace, what: str) -> str:
    """Keyed, so that nobody can try names out on it."""
    return hmac.new(ws.vault.signing.seed, f"jiashu/1 table\n{what}".encode("utf-8", "replace"), "sha256").hexdigest()
