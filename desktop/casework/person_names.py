"""All names of a person in words: each with its type, script, parts, pinyin and the time it was used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.casework import reading
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.mentions import OPEN
from desktop.domain.name_choice import preferred, rank


@dataclass(frozen=True, repr=False)
class NameLine:
    """One name, as it was written. about: type and script. parts: family and given name apart. pinyin: with a word
    where nobody has confirmed it. first: the one to write them by in its script."""

    record: str
    full: str
    about: str
    parts: str
    pinyin: str
    used: str
    first: bool


@dataclass(frozen=True, repr=False)
class NamesOf:
    """Those that may be shown, the one they are called by first. closed: there are others, with the identities."""

    lines: tuple[NameLine, ...]
    closed: bool


def names_of(ws: Workspace, person: str) -> NamesOf:
    """Every name of a person that may be shown now."""
    records = ws.vault.referring(person, "name")
    shown = [record for record in records if ws.names_shown or not ws.vault.sealed(record)]
    states = {record: state.nested() for record, state in ws.vault.states(shown).items()}
    first = set(preferred(states.items()).values())
    in_order = sorted(states, key=lambda record: rank(states[record]))
    lines = tuple(_line(ws, record, states[record], first=record in first) for record in in_order)
    return NamesOf(lines, closed=len(shown) < len(records) or _hidden_with_identities(ws))


def _hidden_with_identities(ws: Workspace) -> bool:
    return not ws.vault.compartment_open and ws.vault.count_sealed("name") > 0


def _line(ws: Workspace, record: str, name: Mapping[str, JSON], *, first: bool) -> NameLine:
    def said(field: str) -> str:
        text = reading.text(ws, "name", field, name.get(field))
        return text.replace(OPEN + OPEN, OPEN)

    order = said("name_order") if name.get("name_order") == "given_first" else ""
    parts = " | ".join(part for part in (said("family"), said("given")) if part)
    return NameLine(
        record,
        str(name.get("full") or "").replace(OPEN + OPEN, OPEN),
        " · ".join(part for part in (said("type"), said("script")) if part),
        " · ".join(part for part in (parts if name.get("family") else "", order) if part),
        said("pinyin") if name.get("pinyin_confirmed") is True else f"{said('pinyin')} ?" if said("pinyin") else "",
        "–".join((said("used_from"), said("used_until"))).strip("–") if _dated(name) else "",
        first,
    )


def _dated(name: Mapping[str, JSON]) -> bool:
    return bool(name.get("used_from") or name.get("used_until"))
