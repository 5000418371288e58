"""A testimony in three minutes: the text, and four pickers that ask for nothing."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.records import Listed
from desktop.casework.workspace import Changes, Workspace

CONSENT_CHOICES = ("not_asked", "keep_only", "our_team", "as_listed")


@dataclass(frozen=True)
class Pick:
    """What stands in a picker: a record chosen from its list, or words typed that are new here."""

    record: str | None = None
    text: str = ""


@dataclass(frozen=True)
class QuickTestimony:
    """What the quick form holds. language: BCP 47 or "" if not said. scopes: for consent "as_listed"."""

    text: str
    language: str = ""
    speaker: Pick | None = None
    about: tuple[Pick, ...] = ()
    case: Pick | None = None
    consent: str = "not_asked"
    scopes: tuple[str, ...] = ()


def record_testimony(
    ws: Workspace, testimony: QuickTestimony, *, draft: str | None = None, record: str | None = None
) -> Changes:
    """Keep it, in one transaction: the testimony, and whoever and whatever was typed and is new.

    A new name makes a person and their name; a new title makes a case with `about` as its defenders.
    `Changes.created` begins with the testimony (absent when `record`, saved before, is changed).
    Refused `testimony.empty` when nothing at all was typed.
    """
    raise NotImplementedError


def people_like(ws: Workspace, text: str, *, limit: int = 20) -> tuple[Listed, ...]:
    """People whose name (either script, pinyin, initials) or code fits what is being typed."""
    raise NotImplementedError


def cases_like(ws: Workspace, text: str, *, limit: int = 20) -> tuple[Listed, ...]:
    """Cases whose title or code fits what is being typed."""
    raise NotImplementedError
