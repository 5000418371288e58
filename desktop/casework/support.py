"""Caring for whoever speaks: pauses, an early end, signs of distress, who was asked to help, when to ask after them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Workspace, today
from desktop.casework.writing import Pending
from desktop.domain.mentions import escape

UNTIL = "–"
BETWEEN = "; "


@dataclass(frozen=True)
class Noted:
    """What is noted in one go. paused_at, went_on_at: times of day as they are written; stopped: ended early.

    follow_up_on: a record's date. None and "" say nothing.
    """

    paused_at: str = field(default="", repr=False)
    went_on_at: str = field(default="", repr=False)
    stopped: bool = False
    signs: str = field(default="", repr=False)
    referral: str = field(default="", repr=False)
    follow_up_on: JSON = field(default=None, repr=False)


@dataclass(frozen=True)
class NotedDown:
    """What it changed, and the interview it stands in."""

    changes: Changes
    interview: str = field(repr=False)


def patch_of(nested: Mapping[str, JSON], noted: Noted) -> dict[str, JSON]:
    """The fields of an interview that read otherwise then. What stood there stays, what is noted is put behind it."""
    patch: dict[str, JSON] = {}
    breaks = _text(nested.get("breaks"))
    if noted.paused_at:
        breaks = _joined(breaks, noted.paused_at + UNTIL)
    if noted.went_on_at:
        breaks = breaks + noted.went_on_at if breaks.endswith(UNTIL) else _joined(breaks, UNTIL + noted.went_on_at)
    if breaks != _text(nested.get("breaks")):
        patch["breaks"] = breaks
    if noted.stopped:
        patch["ended_early"] = True
    if noted.signs:
        patch["distress"] = True
        patch["distress_signs"] = _joined(_text(nested.get("distress_signs")), noted.signs)
    if noted.referral:
        patch["referral"] = _joined(_text(nested.get("referral")), noted.referral)
    if noted.follow_up_on is not None:
        patch["follow_up_on"] = noted.follow_up_on
    return patch


def note(
    ws: Workspace,
    interview: str | None,
    noted: Noted,
    *,
    given: Mapping[str, JSON],
    follow_up: str,
) -> NotedDown:
    """Note it in an interview; where there is none yet, in a new one of today.

    given: what is known of a new one (`case`, `interviewee`). follow_up: the words of the task that a day to ask after
    somebody makes.
    """
    pending = Pending(ws)
    if interview is None:
        known = {name: value for name, value in given.items() if value}
        record = pending.create("interview", {"held_on": today(ws), **known, **patch_of({}, noted)})
        whom = known.get("interviewee")
    else:
        record, state = interview, existing(ws, interview)
        patch = patch_of(state.nested(), noted)
        if patch:
            pending.patch(state, patch)
        whom = state.nested().get("interviewee") or given.get("interviewee")
    if noted.follow_up_on is not None:
        _task(pending, whom if isinstance(whom, str) else record, noted.follow_up_on, follow_up)
    return NotedDown(pending.commit(), record)


def ask_after(ws: Workspace, about: str, on: JSON, follow_up: str) -> Changes:
    """A task to ask after somebody on a day."""
    pending = Pending(ws)
    _task(pending, about, on, follow_up)
    return pending.commit()


def belongs_to(ws: Workspace, interview: str, testimony: str) -> Changes:
    """The account was given in this interview, which is then of the same case, and of whoever speaks."""
    pending = Pending(ws)
    told, talk = existing(ws, testimony), existing(ws, interview)
    nested, known = told.nested(), talk.nested()
    if nested.get("interview") is None:
        pending.patch(told, {"interview": interview})
    whose = {"case": nested.get("case"), "interviewee": nested.get("speaker")}
    missing = {name: value for name, value in whose.items() if isinstance(value, str) and known.get(name) is None}
    if missing:
        pending.patch(talk, missing)
    return pending.commit()


def _task(pending: Pending, about: str, on: JSON, follow_up: str) -> None:
    pending.create("task", {"title": escape(follow_up), "about": about, "due_on": on})


def _joined(before: str, more: str) -> str:
    return BETWEEN.join(filter(None, (before, more)))


def _text(value: JSON) -> str:
    return value if isinstance(value, str) else ""
