"""The text of one field of a form, and where in the records it would be put right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.casework.submission_matter import Matter

NONE_RECORDED = "None recorded."


@dataclass(frozen=True, slots=True)
class Where:
    """A field of a record; record "" for one that has still to be made, which begins with what is given."""

    record: str
    kind: str
    path: str = ""
    given: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Filled:
    """text: "" where nothing is recorded. where: what to fill in for it to be there. lacks: why it does not do though
    something is there, a code of the vocabulary ``form_lacks``."""

    text: str = field(repr=False)
    where: Where | None = None
    lacks: str = field(default="", repr=False)


OfForm: TypeAlias = Callable[[Matter, str], Filled]
"""Fills a field from the records. The person: "" for what the form asks once."""


def sentences(*parts: str) -> str:
    """Parts that say something, one after another, each ended."""
    return " ".join(part if part[-1] in ".!?。！？]" else f"{part}." for part in (one.strip() for one in parts) if part)


def labelled(label: str, text: str) -> str:
    """A text behind what it is; nothing for none."""
    return f"{label}: {text}" if text else ""


def spanned(start: str, end: str) -> str:
    """From one day to another; one of them alone would read as the only day."""
    if start and end:
        return f"{start} – {end}"
    return f"from {start}" if start else f"until {end}" if end else ""


def lines(*parts: str) -> str:
    """Parts that say something, a line each."""
    return "\n".join(part for part in parts if part)
