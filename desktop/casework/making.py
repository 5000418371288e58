"""A record made of nothing but the words typed for it where another points at it: a person, an organisation, a tag."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework import people
from desktop.casework.people import Pick
from desktop.casework.workspace import Workspace
from desktop.casework.writing import Pending
from desktop.domain.fitting import Fit
from desktop.domain.folding import fold_text
from desktop.errors import Refused

BY_NAME: Mapping[str, str] = {"organisation": "name", "tag": "label"}
"""By kind the field that holds the words."""
_MOST_TAGS = 2000


def make(ws: Workspace, kind: str, words: str) -> str:
    """The record that is called so; a new one where there is none, and always for a person.

    Refused `person.nobody` without words, `kind.unknown`.
    """
    pending = Pending(ws)
    made = named(ws, pending, kind, words)
    pending.commit()
    return made


def named(ws: Workspace, pending: Pending, kind: str, words: str) -> str:
    """The same as part of something larger."""
    name = " ".join(words.split())
    if not name:
        raise Refused("person.nobody")
    if kind == "person":
        return people.picked(ws, pending, Pick(text=name, new=True)) or ""
    return _called(ws, kind, name) or pending.create(kind, {BY_NAME.get(kind, "title"): name})


def _called(ws: Workspace, kind: str, name: str) -> str:
    """The one record called exactly so, "" where there is none or several."""
    if kind == "tag":
        wanted = fold_text(name)
        rows = ws.vault.rows(kind, limit=_MOST_TAGS)
        alike = [row.id for row in rows if fold_text(row.title) == wanted]
    else:
        alike = [row.id for row, fit in ws.vault.called(kind, name, limit=2) if fit is Fit.EXACT]
    return alike[0] if len(alike) == 1 else ""
