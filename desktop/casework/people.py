"""Making people from names that were typed, and finding them by what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.casework.workspace import JSON, Workspace
from desktop.casework.writing import Pending
from desktop.domain.consent_scopes import Choice, quick_consent
from desktop.domain.folding import fold_text
from desktop.domain.names import script_of, split_aliases
from desktop.vault.rows import Row

INDIVIDUAL = {"counting_unit": "individual"}


@dataclass(frozen=True)
class Pick:
    """What stands in a picker: a record chosen from its list, or words typed."""

    record: str | None = None
    text: str = field(default="", repr=False)


def picked(ws: Workspace, pending: Pending, pick: Pick | None) -> str | None:
    """The person a picker means; words that are nobody's name yet make a person and their name."""
    if pick is None or pick.record is not None:
        return pick.record if pick else None
    text = pick.text.strip()
    if not text:
        return None
    return _known(ws, text) or named(pending, text)


def named(pending: Pending, text: str, **values: JSON) -> str:
    """A new person with the name typed, aliases in brackets apart. values: further fields of the person."""
    person = pending.create("person", {**INDIVIDUAL, **values})
    for place, full in enumerate(split_aliases(text)):
        add_name(pending, person, full, alias=place > 0)
    return person


def add_name(pending: Pending, person: str, full: str, *, alias: bool = False, **values: JSON) -> str:
    """A name of somebody; of its type only what is plain is said."""
    script = script_of(full)
    nested: dict[str, Any] = {"person": person, "full": full, **values}
    if script:
        nested["script"] = script
    if alias:
        nested["type"] = "alias"
    return pending.create("name", nested)


def nameless(pending: Pending) -> str:
    """A new person nobody gave a name."""
    return pending.create("person", dict(INDIVIDUAL))


def matching(ws: Workspace, text: str, *, limit: int) -> Sequence[Row]:
    """Rows of people whose names or code fit the words."""
    return ws.vault.rows("person", text=text.strip(), limit=limit)


def consent_values(choice: Choice, scopes: Sequence[str] = ()) -> dict[str, Any]:
    """A consent for one of the quick answers; scopes: for "as_listed"."""
    nested: dict[str, Any] = dict(quick_consent(choice))
    listed = nested.get("scopes")
    if choice == "as_listed":
        told = listed if isinstance(listed, list) else []
        more: list[Any] = [{"scope": scope, "state": "given"} for scope in scopes if scope != "record"]
        nested["scopes"] = [*told, *more]
    return nested


def _known(ws: Workspace, text: str) -> str | None:
    """The one person here with exactly this name, if there is exactly one; homonyms are left to be told apart."""
    wanted = fold_text(text)
    found: set[str] = set()
    for row in matching(ws, text, limit=50):
        for name in ws.vault.referring(row.id, "name"):
            full = ws.vault.state(name).nested().get("full")
            if isinstance(full, str) and fold_text(full) == wanted:
                found.add(row.id)
    return found.pop() if len(found) == 1 else None
