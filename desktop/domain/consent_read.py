"""How the values of a consent record are read: its answers, its words, its rows."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.permission import Reason
from desktop.domain.values import Json, Nested

PUBLIC = "public_source"
"""A basis on which nobody was asked: what is public can be read by all, and nobody agreed to anything by that."""
_STATES: Mapping[str, Reason] = {
    "given": "given",
    "refused": "refused",
    "withdrawn": "withdrawn",
    "not_possible": "not_possible",
}


def state_of(value: Json) -> Reason:
    """A code of ``consent_states``; one of a newer program may be a refusal, and is not acted upon."""
    if value is None or value == "not_asked":
        return "not_asked"
    if isinstance(value, dict):
        return "not_asked" if value.get("absent") in ("not_asked", "unknown") else "unclear"
    return _STATES.get(value, "unclear") if isinstance(value, str) else "unclear"


def words_of(value: Json) -> str:
    """The words of a text field; of what is no text none."""
    return value.strip() if isinstance(value, str) else ""


def rows_of(consent: Nested) -> list[Nested]:
    """The uses it tells of, each with its own answer and terms."""
    scopes = consent.get("scopes")
    return [row for row in scopes.values() if isinstance(row, dict)] if isinstance(scopes, dict) else []
