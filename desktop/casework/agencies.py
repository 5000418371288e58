"""What agencies are called in tables for others: those of a State by name, whoever else took part by what they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.casework.gathering import Gathered
from desktop.casework.naming import told_apart
from desktop.casework.report_rows import text
from desktop.casework.rewording import Rewording
from desktop.casework.unnaming import telltales
from desktop.casework.workspace import Workspace
from desktop.domain.mentions import render

_OF_STATES = frozenset({"STATE", "FOREIGN"})
_NOBODY = Gathered("", {}, {})


def agencies_for_others(ws: Workspace, organisations: Collection[str]) -> Mapping[str, str]:
    """A school, a landlord or an employer says where a family lives, so it is told by its kind alone; by its code where
    nobody noted the kind, or another program one that is in no list here. Agencies are known to all, but not under the
    name of somebody here."""
    types = ws.vocabularies["perpetrator_types"]
    nested = {one: ws.vault.state(one).nested() for one in organisations}
    said = {one: text(fields.get("type")) for one, fields in nested.items()}
    kinds = {one: code if code in types else "" for one, code in said.items()}
    of_states = {
        one for one, code in kinds.items() if (lineage := types.lineage(code)) and lineage[0].code in _OF_STATES
    }
    others = {
        one: types.label(code, ws.language) if code in types else ws.vault.code(one) for one, code in kinds.items()
    }
    names = {one: text(nested[one].get("name")) or text(nested[one].get("name_en")) for one in of_states}
    return {**others, **told_apart(ws, _named(ws, {one: name for one, name in names.items() if name}))}


def _named(ws: Workspace, names: Mapping[str, str]) -> Mapping[str, str]:
    """Without anybody the identities know of, mentioned or named; by code while they are closed, since then nobody can
    say. What else is written of an agency is no name: one without is told by its kind as others are."""
    if not (names and ws.vault.compartment_open):
        return {one: ws.vault.code(one) for one in names}
    rewording = Rewording(telltales(ws, _NOBODY, frozenset()), lambda _person: None)
    return {one: render(rewording.text(one, name), lambda _: "") for one, name in names.items()}
