"""A testimony in three minutes: the text, and four pickers that ask for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.casework import people
from desktop.casework.people import Pick
from desktop.casework.workspace import JSON, Changes, Workspace, today
from desktop.casework.writing import Pending
from desktop.domain.consent_scopes import Choice
from desktop.domain.mentions import escape
from desktop.errors import Refused

CONSENT_CHOICES: tuple[Choice, ...] = ("not_asked", "keep_only", "our_team", "as_listed")


@dataclass(frozen=True)
class QuickTestimony:
    """What the quick form holds. language: a code, or "" if not said. scopes: for "as_listed".

    text: as typed, or with `stored` as it is stored: mentions of people are tokens in it.
    """

    text: str = field(repr=False)
    language: str = ""
    speaker: Pick | None = None
    about: tuple[Pick, ...] = ()
    case: Pick | None = None
    consent: Choice = "not_asked"
    scopes: tuple[str, ...] = ()
    stored: bool = False


def drafted(content: JSON) -> str:
    """The text of an unfinished account as it is stored; older programs kept it as it was typed."""
    held = content if isinstance(content, dict) else {}
    return str(held.get("stored") or "") or escape(str(held.get("text") or ""))


def record_testimony(ws: Workspace, testimony: QuickTestimony, *, draft: str | None = None) -> Changes:
    """Keep it, in one transaction: the testimony, and whoever and whatever was typed and is new.

    A new name makes a person and their name; a new title makes a case, whose defenders are those it is about. Who
    agreed to something and was not named becomes a person without a name. The testimony is the last of
    `Changes.created` but for its consent; `testimony_of` finds it. Refused `testimony.empty` when nothing at all was
    typed.
    """
    if not (testimony.text.strip() or testimony.speaker or testimony.about or testimony.case):
        raise Refused("testimony.empty")
    pending = Pending(ws)
    speaker = people.picked(ws, pending, testimony.speaker)
    if speaker is None and testimony.consent != "not_asked":
        speaker = people.nameless(pending)
    about = [person for pick in testimony.about if (person := people.picked(ws, pending, pick))]
    case = _case(pending, testimony.case, about)
    told = {**_values(speaker, case), "recorded_on": today(ws), **_as_told(testimony, about)}
    kept = pending.create("testimony", told)
    if speaker is not None and testimony.consent != "not_asked":
        _consent(ws, pending, testimony, speaker, kept)
    return pending.commit(drafts_done=[draft] if draft else [])


def testimony_of(ws: Workspace, changes: Changes) -> str | None:
    """The testimony among what was just created."""
    return next((record for record in changes.created if ws.vault.kind_of(record) == "testimony"), None)


def _case(pending: Pending, pick: Pick | None, about: Sequence[str]) -> str | None:
    if pick is None or pick.record is not None or not pick.text.strip():
        return pick.record if pick else None
    nested: dict[str, JSON] = {"title": escape(pick.text.strip()), "status": "active"}
    if about:
        nested["defenders"] = [{"person": person} for person in about]
    return pending.create("case", nested)


def _values(speaker: str | None, case: str | None) -> dict[str, JSON]:
    values: dict[str, JSON] = {"speaker": speaker, "case": case}
    return {name: value for name, value in values.items() if value is not None}


def _as_told(testimony: QuickTestimony, about: Sequence[str]) -> dict[str, JSON]:
    """The lists of a new testimony."""
    lists: dict[str, JSON] = {}
    if about:
        lists["about"] = [{"person": person} for person in about]
    if testimony.text.strip():
        lists["statements"] = [_statement(testimony)]
    return lists


def _statement(testimony: QuickTestimony) -> dict[str, JSON]:
    language = {"language": testimony.language} if testimony.language else {}
    return {"words": testimony.text if testimony.stored else escape(testimony.text), **language}


def _consent(ws: Workspace, pending: Pending, testimony: QuickTestimony, speaker: str, record: str) -> None:
    """Who spoke was asked: a consent beside the testimony."""
    said = people.consent_values(testimony.consent, testimony.scopes)
    pending.create("consent", {"person": speaker, "obtained_on": today(ws), "testimony": record, **said})
