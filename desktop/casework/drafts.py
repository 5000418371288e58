"""Unfinished forms, kept encrypted so that no lock and no crash loses what was typed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from desktop.casework.workspace import JSON, Workspace
from desktop.vault.drafts import NAMES
from desktop.vault.drafts import Draft as Kept


@dataclass(frozen=True)
class Draft:
    """key: names the form. form: e.g. "quick", "record:person". content: what the form holds, caret included.

    content: None while it belongs to the identity compartment and that is closed. names: what of it does, where that
    can be read now; withheld: there are some, and they cannot.
    """

    key: str = field(repr=False)
    form: str
    record: str | None
    content: JSON = field(repr=False)
    at: int
    names: JSON = field(default=None, repr=False)
    withheld: bool = False


def keep(
    ws: Workspace,
    key: str,
    form: str,
    content: JSON,
    *,
    record: str | None = None,
    sealed: bool = False,
    names: JSON = None,
) -> None:
    """Overwrite the draft in place. sealed: it holds names, and belongs to the identity compartment. names: the part of
    it that does, where the rest does not, empty for none; None leaves those kept before."""
    value = {"form": form, "record": record, "content": content}
    if names:
        ws.vault.keep_draft(key + NAMES, names, sealed=True)
    elif names is not None:
        ws.vault.drop_draft(key + NAMES)
    ws.vault.keep_draft(key, value, sealed=sealed)


def resume(ws: Workspace) -> tuple[Draft, ...]:
    """Every draft, the latest first; their names are read when one goes on with one of them."""
    return tuple(_draft(kept) for kept in ws.vault.drafts() if not kept.key.endswith(NAMES))


def draft(ws: Workspace, key: str) -> Draft | None:
    """One draft."""
    kept, names = ws.vault.draft(key), ws.vault.draft(key + NAMES)
    if kept is None:
        return None
    told = None if names is None else names.value
    return replace(_draft(kept), names=told, withheld=names is not None and told is None)


def drop(ws: Workspace, key: str) -> None:
    """Throw a draft away."""
    ws.vault.drop_draft(key)


def _draft(kept: Kept) -> Draft:
    value = kept.value if isinstance(kept.value, dict) else {}
    return Draft(kept.key, value.get("form", ""), value.get("record"), value.get("content"), kept.at)
