"""Making people from names that were typed, and finding them by what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.casework.same_person import one_each
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.domain.consent_scopes import Choice, quick_consent
from desktop.domain.fitting import Fit
from desktop.domain.names import script_of, split_aliases
from desktop.vault.rows import Row

INDIVIDUAL = {"counting_unit": "individual"}
_HOMONYMS = 2  # one more than one: then nobody is meant


@dataclass(frozen=True)
class Pick:
    """What stands in a picker: a record chosen from its list, or words typed.

    new: somebody said that the words are somebody new, though another person may be called so; without words it is
    somebody new nobody knows a name of.
    """

    record: str | None = None
    text: str = field(default="", repr=False)
    new: bool = False


def picked(ws: Workspace, pending: Pending, pick: Pick | None) -> str | None:
    """The person a picker means; words that are nobody's name yet make a person and their name."""
    if pick is None or pick.record is not None:
        return pick.record if pick else None
    text = pick.text.strip()
    if not text:
        return nameless(pending) if pick.new else None
    return (None if pick.new else _known(ws, text)) or named(pending, text)


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


def add(ws: Workspace, name: str) -> Changes:
    """A new person, with a name if there is one; in one transaction. The person is the first of `Changes.created`."""
    pending = Pending(ws)
    if name.strip():
        named(pending, name.strip())
    else:
        nameless(pending)
    return pending.commit()


def called_once(ws: Workspace, text: str, *, limit: int) -> list[tuple[Row, Fit]]:
    """Rows of people whose names or code fit the words, with how well, the best first; what else is written of them is
    no name. Of somebody recorded more than once the one record that stands for them."""
    return each_once(ws, ws.vault.called("person", text, limit=limit))


def each_once(ws: Workspace, found: Sequence[tuple[Row, Fit]]) -> list[tuple[Row, Fit]]:
    """In place of several records of one person the one that stands for them, as well as the best of them fits."""
    stands = one_each(ws, [row.id for row, _ in found])
    fits: dict[str, Fit] = {}
    for row, fit in found:
        fits.setdefault(stands[row.id], fit)
    rows = {row.id: row for row in (*(row for row, _ in found), *ws.vault.rows_of(fits.keys() - stands.keys()))}
    return [(rows[record], fit) for record, fit in fits.items() if record in rows]


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
    """The one person here with exactly this name or code; of several nobody, since people tell homonyms apart."""
    exact = [row.id for row, fit in called_once(ws, text, limit=_HOMONYMS) if fit is Fit.EXACT]
    return exact[0] if len(exact) == 1 else None
