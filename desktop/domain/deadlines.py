"""Deadlines of UN procedures: what runs out on which day, counted from what was sent and to whom it was passed on."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from desktop.domain.dates import first_day, last_day
from desktop.domain.values import Json, Nested

LETTER_DAYS = 60
"""A letter of Special Procedures to a Government stays confidential so long, then it is public."""
REPLY_DAYS = 60
"""A Government has so long to answer the Working Group on Arbitrary Detention."""
URGENT_MONTHS = 3
"""The Working Group on Disappearances acts urgently until so long after somebody was last seen."""

Kind: TypeAlias = Literal["letter_public", "state_reply", "urgent_ends", "follow_up"]
"""Codes of the vocabulary ``deadline_kinds``."""

PASSED_ON = "transmitted_on"
"""The day from which both are counted; whoever sent something learns of it later."""

_UNSENT = frozenset({"", "planned", "drafting", "consent_pending"})
_COUNTED = frozenset({"un_sp", "un_wgad"})
_OVER = frozenset({"closed", "withdrawn", "outcome"})
_NEWS: Mapping[Kind, int] = {"letter_public": 30, "urgent_ends": 0}
_ANSWERED = frozenset({"state_reply", "opinion"})


@dataclass(frozen=True, slots=True)
class Deadline:
    """kind: what happens that day. due: the day it runs out, which still counts. since: what it counts from."""

    kind: Kind
    due: date
    since: date | None = None

    def days_left(self, day: date) -> int:
        """How many days are left; less than none once it is past."""
        return (self.due - day).days

    def matters(self, day: date) -> bool:
        """Whether there is still something to do about it: a letter that became public is news for a month, and a case
        that is no longer urgent is an ordinary one; what somebody else owes, or was to be looked at, stays."""
        past = -self.days_left(day)
        return past <= _NEWS.get(self.kind, past)


def of_intervention(nested: Nested, last_seen: date | None = None) -> Iterator[Deadline]:
    """What still runs of something that was sent. last_seen: for a disappearance, the day it began.

    A deadline that has been met is none: an answer that came, a procedure that is over.
    """
    status, type_ = (str(nested.get(name) or "") for name in ("status", "type"))
    passed_on = last_day(nested.get(PASSED_ON))
    if status in _OVER:
        return
    if type_ == "un_sp" and passed_on:
        yield Deadline("letter_public", passed_on + timedelta(days=LETTER_DAYS), passed_on)
    if type_ == "un_wgad" and passed_on and not _answered(nested.get("responses")) and status != "reply":
        yield Deadline("state_reply", passed_on + timedelta(days=REPLY_DAYS), passed_on)
    if type_ == "un_wgeid" and last_seen and status in _UNSENT:
        yield Deadline("urgent_ends", urgent_until(last_seen), last_seen)
    follow_up = first_day(nested.get("follow_up_on"))
    if follow_up:
        yield Deadline("follow_up", follow_up)


def waits(nested: Nested) -> bool:
    """Whether something went out of which a deadline would run, were it known when it was passed on to the State."""
    status, type_ = (str(nested.get(name) or "") for name in ("status", "type"))
    if type_ not in _COUNTED or status in _OVER | _UNSENT or last_day(nested.get(PASSED_ON)) is not None:
        return False
    return type_ == "un_sp" or (status != "reply" and not _answered(nested.get("responses")))


def urgent_until(last_seen: date) -> date:
    """The last day on which a disappearance is urgent."""
    return months_after(last_seen, URGENT_MONTHS)


def months_after(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _answered(responses: Json) -> bool:
    items = responses.values() if isinstance(responses, dict) else ()
    return any(isinstance(item, dict) and str(item.get("kind")) in _ANSWERED for item in items)
