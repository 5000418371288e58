"""What was sent for people of the cases, and what came of it: a line an intervention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.casework import reading
from desktop.casework.tables import Table
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.declaration import FieldDecl
from desktop.domain.meta import Label
from desktop.domain.registry import declaration

_PAGE = 500
_FIELDS = ("type", "reference", "status", "sent_on", "transmitted_on")
_CODE = Label("Code", "记录编号")


def table(ws: Workspace) -> Table:
    """Every intervention, what changed last first, with its number, its days, its answers and what changed by it."""
    fields = declaration("intervention").fields
    heads = [_label(ws, fields, name) for name in (*_FIELDS, "responses", "impact")]
    return Table((*heads, _CODE(ws.language)), tuple(_rows(ws)))


def _rows(ws: Workspace) -> Iterator[tuple[str | int, ...]]:
    offset = 0
    while rows := ws.vault.rows("intervention", offset=offset, limit=_PAGE):
        states = ws.vault.states([row.id for row in rows])
        for row in rows:
            nested = states[row.id].nested() if row.id in states else {}
            told = [reading.text(ws, "intervention", name, nested.get(name)) for name in _FIELDS]
            impact = reading.text(ws, "intervention", "impact", nested.get("impact"))
            yield (*told, "; ".join(_answers(ws, nested)), impact, row.code)
        offset += len(rows)


def _answers(ws: Workspace, nested: Mapping[str, JSON]) -> Iterator[str]:
    """The kind of each answer, with its day."""
    responses = nested.get("responses")
    for item in responses.values() if isinstance(responses, dict) else ():
        if isinstance(item, dict):
            names = ("kind", "by", "on")
            told = (reading.text(ws, "intervention", f"responses/x/{name}", item.get(name)) for name in names)
            yield ", ".join(part for part in told if part)


def _label(ws: Workspace, fields: Mapping[str, FieldDecl], name: str) -> str:
    return fields[name].label(ws.language)
