"""What a record still lacks for a purpose; nothing is ever needed just to keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.consent_read import PUBLIC
from desktop.domain.consent_second import needs_second
from desktop.domain.declaration import FieldDecl
from desktop.domain.meta import Purpose
from desktop.domain.registry import KINDS
from desktop.domain.values import Json, Nested


@dataclass(frozen=True, slots=True)
class Lack:
    """A field that is needed. reason: ``empty``, or ``not_asked`` where somebody said nobody had asked yet."""

    path: str
    reason: str


def missing(kind: str, nested: Nested, purpose: Purpose) -> list[Lack]:
    """What a record lacks to be accepted here, or to leave the vault.

    ``unknown``, ``declined`` and ``withheld`` are answers; an empty field and ``not_asked`` are not.
    """
    declared = KINDS.get(kind)
    if declared is None:
        return []
    needed = dict.fromkeys(name for name, field in declared.fields.items() if purpose in field.needed)
    if purpose == "accept":
        needed.update(dict.fromkeys(_depending(kind, nested)))
    return [Lack(name, reason) for name in needed if (reason := _lack(declared.fields[name], nested.get(name)))]


def _lack(field: FieldDecl, value: Json) -> str:
    if isinstance(value, dict) and "absent" in value:
        return "not_asked" if value["absent"] == "not_asked" else ""
    if value in (None, "", {}):
        return "empty"
    if field.type == "date" and isinstance(value, dict) and not (value.get("edtf") or value.get("words")):
        return "empty"
    return ""


def _depending(kind: str, nested: Nested) -> Iterator[str]:
    """The fields that other values make necessary."""
    return (name for name, applies in _WHEN.get(kind, {}).items() if applies(nested))


def _consent_given(consent: Nested) -> bool:
    return consent.get("state") == "given"


def _asked(consent: Nested) -> bool:
    return _consent_given(consent) and consent.get("basis") != PUBLIC


def _spoken_for(consent: Nested) -> bool:
    return consent.get("given_by") in ("representative", "guardian", "family")


_WHEN: Mapping[str, Mapping[str, Callable[[Nested], bool]]] = {
    "consent": {
        "scopes": _consent_given,
        "given_by": _asked,
        "mode": _asked,
        "risks_explained": _asked,
        "giver": _spoken_for,
        "giver_reason": lambda consent: consent.get("given_by") == "representative",
        "child_assent": lambda consent: consent.get("given_by") == "guardian",
        "best_interests": lambda consent: consent.get("child_assent") == "not_able",
        "second_approval": lambda consent: needs_second("", consent),
        "reason": lambda consent: consent.get("state") == "not_possible",
    },
    "involvement": {
        "perpetrator": lambda involvement: not (involvement.get("description") or involvement.get("called")),
    },
    "organisation": {
        "name": lambda organisation: organisation.get("unnamed") is not True,
        "description": lambda organisation: organisation.get("unnamed") is True,
    },
    "act": {
        "last_confirmed": lambda act: (
            act.get("nature") == "state" and not act.get("end") and act.get("ended") is not True
        ),
    },
}
