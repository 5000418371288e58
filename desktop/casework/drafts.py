"""Unfinished forms, kept encrypted so that no lock and no crash loses what was typed."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.casework.workspace import JSON, Workspace
from desktop.vault.drafts import Draft as Kept


@dataclass(frozen=True)
class Draft:
    """key: names the form. form: e.g. "quick", "record:person". content: what the form holds, caret included.

    content: None while it belongs to the identity compartment and that is closed.
    """

    key: str = field(repr=False)
    form: str
    record: str | None
    content: JSON = field(repr=False)
    at: int


def keep(ws: Workspace, key: str, form: str, content: JSON, *, record: str | None = None, sealed: bool = False) -> None:
    """Overwrite the draft in place. sealed: it holds names, and belongs to the identity compartment."""
    value = {"form": form, "record": record, "content": content}
    ws.vault.keep_draft(key, value, sealed=sealed)


def resume(ws: Workspace) -> tuple[Draft, ...]:
    """Every draft, the latest first."""
    return tuple(_draft(kept) for kept in ws.vault.drafts())


def draft(ws: Workspace, key: str) -> Draft | None:
    """One draft."""
    kept = ws.vault.draft(key)
    return None if kept is None else _draft(kept)


def drop(ws: Workspace, key: str) -> None:
    """Throw a draft away."""
    ws.vault.drop_draft(key)


def _draft(kept: Kept) -> Draft:
    value = kept.value if isinstance(kept.value, dict) else {}
    return Draft(kept.key, value.get("form", ""), value.get("record"), value.get("content"), kept.at)
