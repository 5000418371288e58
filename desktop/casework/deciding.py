"""What somebody else said that binds only if a person here accepts it, told so that it can be decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.casework import reading
from desktop.casework.arriving import Merged, proposed
from desktop.casework.naming import Calling
from desktop.casework.workspace import Workspace
from desktop.domain.registry import KINDS


@dataclass(frozen=True)
class Decision:
    """Something that binds only if accepted here.

    what: "erasure" | "deletion" | "removal" | "restoration" | "loosened_consent". id: names it in
    `receive(accepted=…)`. detail: what of the record. refused_before: it was refused earlier, and is only listed.
    """

    id: str
    what: str
    record: str
    kind_label: str
    title: str = field(repr=False)
    detail: str = field(repr=False)
    refused_before: bool


def decisions_of(ws: Workspace, calling: Calling, merged: Merged) -> Iterator[Decision]:
    """What of one record somebody here has to decide, or decided against before."""
    title = title_of(calling, merged)
    kind = merged.after.kind
    before = {refusal.revision for refusal in ws.vault.refusals.of_record(merged.record)}
    for one in proposed(ws, merged):
        registers = one.proposal.registers if one.proposal else ()
        yield Decision(
            id=one.id,
            what=one.what,
            record=merged.record,
            kind_label=kind_label(ws, kind),
            title=title,
            detail=", ".join(reading.label(ws, kind, path) for path in registers if "/" in path),
            refused_before=one.id in before,
        )


def title_of(calling: Calling, merged: Merged) -> str:
    """What a record is called once it is merged."""
    return calling.title(merged.after.kind, merged.record, merged.after.nested())


def kind_label(ws: Workspace, kind: str) -> str:
    """What a kind is called; one of a newer program as it calls itself."""
    return KINDS[kind].label(ws.language) if kind in KINDS else kind
