"""Nothing is accepted without a source, and nothing accepted loses the last one it stands on unnoticed.

A source is a citation of the record, or of one of its fields, that speaks for it; a citation of a claim about the
record; or words of a testimony it is anchored in, since these are a place in a testimony as a citation is one. What
was deleted or erased is none any more, and what never came here is none: nobody here can look at it. That a source is
known and withheld is an answer, though. What arrives from others is taken as they say it, is marked where it is shown,
and counts as needing work wherever it is told to somebody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.casework.workspace import JSON, Workspace
from desktop.errors import Refused
from desktop.history import paths
from desktop.history.paths import GONE, Path

ACCEPTED, UNDECIDED = "accepted", "work_needed"
STATUS: Mapping[str, str] = {
    "act": "claim_status",
    "involvement": "claim_status",
    "relationship": "claim_status",
    "claim": "status",
}
"""By kind the field that says whether it is accepted."""
_SUPPORTING = (None, "supports")
"""What a citation says of itself where it speaks for the record. (No set: others may have noted a list there.)"""
OPEN_CLAIMS = (None, ACCEPTED, UNDECIDED, "issue")
_WITHHELD: JSON = {"absent": "withheld"}
_CITED = frozenset({"source", "evidence", "testimony"})

_Values = Mapping[Path, JSON]


class Accepting:
    """Weighs what one action does to what is accepted, before any of it is kept."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._after: dict[str, tuple[str, _Values]] = {}
        self._accepted: list[str] = []
        self._lessened: list[str] = []

    def saw(self, record: str, kind: str, before: _Values, after: _Values) -> None:
        """One record of the action, as it stood and as it will stand."""
        self._after[record] = (kind, after)
        if is_accepted(kind, after) and not is_accepted(kind, before):
            self._accepted.append(record)
        elif is_accepted(kind, after) and set(anchored(before)) - set(anchored(after)):
            self._lessened.append(record)
        if kind in {"citation", "claim"} and _speaks(kind, before) and not _speaks_as(kind, before, after):
            self._lessened += self._above(before.get("of"))
        if kind in _CITED and after.get(GONE) and not before.get(GONE):
            self._lessened += self._standing_on(record)

    def check(self) -> None:
        """Refused `claim.no_source`, `claim.last_source`, each with the path of the status."""
        for record in self._accepted:
            kind, values = self._after[record]
            if not self._stands(record, kind, values):
                raise Refused("claim.no_source", path=STATUS[kind])
        for record in dict.fromkeys(self._lessened):
            kind, values = self._now(record)
            if is_accepted(kind, values) and record not in self._accepted and not self._stands(record, kind, values):
                raise Refused("claim.last_source", path=STATUS[kind])

    def _stands(self, record: str, kind: str, values: _Values) -> bool:
        if any(self._in_sight(values[path]) for path in anchored(values)):
            return True
        if next(self._speaking("citation", record), None) is not None:
            return True
        claims = self._speaking("claim", record) if kind != "claim" else iter(())
        return any(next(self._speaking("citation", claim), None) is not None for claim in claims)

    def _speaking(self, kind: str, record: str) -> Iterator[str]:
        """The citations, or the claims, in sight that speak for a record."""
        kept = (one for one in self._ws.vault.referring(record, kind, "of") if one not in self._after)
        fresh = (one for one, (what, _) in self._after.items() if what == kind)
        for one in (*fresh, *kept):
            values = self._now(one)[1]
            here = kind != "citation" or self._in_sight(values.get("source"))
            if values.get("of") == record and _speaks(kind, values) and here:
                yield one

    def _in_sight(self, cited: JSON) -> bool:
        """Whether what is cited is here to be looked at, or is known and withheld on purpose."""
        if cited == _WITHHELD:
            return True
        if isinstance(cited, str) and cited in self._after:
            return not self._after[cited][1].get(GONE)
        return in_sight(self._ws, cited)

    def _standing_on(self, cited: str) -> Iterator[str]:
        """What stands on a source, a file or a testimony: cited for it, or anchored in its words."""
        for citation in self._ws.vault.referring(cited, "citation", "source"):
            yield from self._above(self._now(citation)[1].get("of"))
        for kind in STATUS:
            yield from self._ws.vault.referring(cited, kind)

    def _above(self, of: JSON) -> Iterator[str]:
        """What a citation or a claim is of; and of a claim what that is about."""
        if isinstance(of, str):
            yield of
            kind, values = self._now(of)
            about = values.get("of")
            if kind == "claim" and isinstance(about, str):
                yield about

    def _now(self, record: str) -> tuple[str, _Values]:
        if record in self._after:
            return self._after[record]
        states = self._ws.vault.states([record])  # of one that cannot be read nothing is known
        return (states[record].kind, states[record].values()) if record in states else ("", {})


def in_sight(ws: Workspace, cited: JSON) -> bool:
    """Whether something cited is here, and neither deleted nor erased."""
    if not isinstance(cited, str) or ws.vault.kind_of(cited) is None:
        return False
    return not any(row.deleted for row in ws.vault.rows_of([cited]))


def is_accepted(kind: str, values: _Values) -> bool:
    """Whether a record in sight says of itself that it is accepted."""
    return kind in STATUS and values.get(STATUS[kind]) == ACCEPTED and not values.get(GONE)


def stands(ws: Workspace, record: str) -> bool:
    """Whether a record has a source."""
    state = ws.vault.state(record)
    return Accepting(ws)._stands(record, state.kind, state.values())


def anchors_of(ws: Workspace, record: str) -> int:
    """How many passages of testimonies a record is anchored in."""
    return sum(1 for _ in anchored(ws.vault.state(record).values()))


def unsourced(ws: Workspace, record: str) -> bool:
    """Whether a record is accepted without a source, as what others sent may be."""
    state = ws.vault.state(record)
    return is_accepted(state.kind, state.values()) and not stands(ws, record)


def as_it_counts(ws: Workspace, record: str, kind: str, nested: Mapping[str, JSON]) -> Mapping[str, JSON]:
    """What a record says, with as much as its acceptance counts for here: while nothing is here that it stands on, what
    others call accepted is a claim that needs work. The record itself stays as they sent it."""
    if is_accepted(kind, nested) and not stands(ws, record):
        return {**nested, STATUS[kind]: UNDECIDED}
    return nested


def _speaks_as(kind: str, before: _Values, after: _Values) -> bool:
    return _speaks(kind, after) and before.get("of") == after.get("of")


def _speaks(kind: str, values: _Values) -> bool:
    if values.get(GONE) or not isinstance(values.get("of"), str):
        return False
    if kind == "claim":
        status = values.get("status")
        return isinstance(status, dict) or status in OPEN_CLAIMS
    source = values.get("source")
    return (isinstance(source, str) or source == _WITHHELD) and supports(values.get("stance"))


def supports(stance: JSON) -> bool:
    """Whether what a citation says of itself does not say that it speaks against the record; none known is none."""
    return isinstance(stance, dict) or stance in _SUPPORTING


def anchored(values: _Values) -> Iterator[Path]:
    """The anchors in sight that name a testimony."""
    for path, value in values.items():
        if path.startswith("anchors/") and path.endswith("/record") and isinstance(value, str):
            item = path.removesuffix("record")
            if not values.get(item + GONE) and paths.is_item(item.split("/")[1]):
                yield path
