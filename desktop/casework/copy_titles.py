"""What the records of a redacted copy are called where it arrives: people by code, or by a name that goes along."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework.telling import Told
from desktop.casework.workspace import Workspace
from desktop.domain.compartment import PSEUDONYM
from desktop.domain.mentions import OPEN
from desktop.domain.titles import show_title, title
from desktop.history import codes


def copy_titles(ws: Workspace, told: Told) -> Mapping[str, str]:
    """Titles by the ids the records have there. told: people first, then each kind after those it points at."""
    called = _named(told)
    for record, (kind, nested) in told.items():
        if kind == "person":
            called.setdefault(record, codes.code_of(record))
            continue
        shown = show_title(
            title(kind, nested),
            ws.vocabularies,
            ws.language,
            lambda mention: called.get(mention.person) or codes.code_of(mention.person),
        )
        called[record] = shown or codes.code_of(record)
    return called


def _named(told: Told) -> dict[str, str]:
    """People whose name goes along, as officials' do; one they bear rather than one we gave them."""
    names = [nested for kind, nested in told.values() if kind == "name"]
    named: dict[str, str] = {}
    for nested in sorted(names, key=lambda one: one.get("type") == PSEUDONYM):
        person, full = nested.get("person"), nested.get("full")
        if isinstance(person, str) and isinstance(full, str):
            named.setdefault(person, full.replace(OPEN + OPEN, OPEN))
    return named
