"""Consents somebody has to see to: running out, run out, to be asked again, of a child who came of age."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desktop.casework import naming, reading
from desktop.casework.consent import Asking
from desktop.casework.records import existing
from desktop.casework.workspace import Workspace, day_of
from desktop.domain.consent_read import rows_of, state_of
from desktop.domain.consent_said import GRANTABLE, given_between, has_ended
from desktop.domain.dates import first_day
from desktop.domain.permission import FINAL, Permission
from desktop.domain.values import Nested

Why = Literal["came_of_age", "ended", "ends", "ask_again"]

SOON = timedelta(days=30)
_BY_AGE = (("consent_given_by", "guardian"), ("consent_given_by", "representative"))


@dataclass(frozen=True, repr=False)
class Due:
    """A consent to see to. called: whose it is. why: "came_of_age" | "ended" | "ends" | "ask_again". on: its day, in
    words; "" for a child who came of age."""

    consent: str
    person: str
    called: str
    why: Why
    on: str


@dataclass(frozen=True, repr=False)
class RunOut:
    """A consent that has run out. until: the day it held until, in words; said: what stands there instead where nobody
    can tell a day from it. renewed: whether other answers of theirs stand in its place."""

    until: str
    said: str
    renewed: bool


def run_out(ws: Workspace, record: str) -> RunOut | None:
    """Whether a consent has run out; None also for what was never agreed to, or taken back since.

    Refused `record.unknown`.
    """
    nested, day = existing(ws, record).nested(), day_of(ws)
    person, expires = nested.get("person"), nested.get("expires")
    if nested.get("state") not in GRANTABLE or not isinstance(person, str) or not has_ended(nested, day):
        return None
    asking = Asking(ws, day)
    answers = [asking.permits(person, scope, "") for scope in _scopes(nested)]
    if answers and all(one.reason in FINAL for one in answers):
        return None
    told = reading.date_text(ws, expires)
    known = first_day(expires) is not None
    renewed = bool(answers) and not any(one.reason == "expired" for one in answers)
    return RunOut(told if known else "", "" if known else told, renewed)


def due(ws: Workspace) -> tuple[Due, ...]:
    """All of them, what is late before what comes; who took everything back is not to be asked again."""
    asking, day = Asking(ws, day_of(ws)), day_of(ws)
    found = [
        (record, person, why, on)
        for record in ws.vault.saying("consent", ("expires", "review_on"), _BY_AGE)
        for person, why, on in _of(ws, asking, record, day)
    ]
    called = naming.called_all(ws, {person for _, person, _, _ in found})
    told = (Due(record, person, called[person], why, on) for record, person, why, on in found)
    return tuple(sorted(told, key=lambda one: one.why == "ends"))


def _of(ws: Workspace, asking: Asking, record: str, day: date) -> Iterator[tuple[str, Why, str]]:
    nested = ws.vault.state(record).nested()
    person = nested.get("person")
    if nested.get("state") not in GRANTABLE or not isinstance(person, str) or ws.vault.kind_of(person) is None:
        return
    said = [asking.permits(person, scope, "") for scope in _scopes(nested)]
    if said and all(one.reason in FINAL for one in said):
        return
    ends, again = first_day(nested.get("expires")), first_day(nested.get("review_on"))
    if _decides(said, record, "came_of_age"):
        yield person, "came_of_age", ""
    elif _decides(said, record, "expired"):
        yield person, "ended", reading.date_text(ws, nested.get("expires"))
    elif ends is not None and day <= ends <= day + SOON:
        yield person, "ends", reading.date_text(ws, nested.get("expires"))
    elif again is not None and again <= day and not _answered_since(ws, person, record, again):
        yield person, "ask_again", reading.date_text(ws, nested.get("review_on"))


def _decides(said: list[Permission], record: str, reason: str) -> bool:
    return any(one.reason == reason and one.consent == record for one in said)


def _answered_since(ws: Workspace, person: str, record: str, day: date) -> bool:
    """Whether somebody was asked on that day or later, for certain, and answered."""
    others = (ws.vault.state(one).nested() for one in ws.vault.referring(person, "consent") if one != record)
    return any((first := given_between(other)[0]) is not None and first >= day and _answers(other) for other in others)


def _answers(nested: Nested) -> bool:
    """Whether somebody said anything to it; one that was only begun waits for its answer."""
    return any(state_of(one.get("state")) != "not_asked" for one in (nested, *rows_of(nested)))


def _scopes(nested: Nested) -> list[str]:
    rows = nested.get("scopes")
    wanted = [row.get("scope") for row in rows.values() if isinstance(row, dict)] if isinstance(rows, dict) else []
    return [scope for scope in wanted if isinstance(scope, str)]
