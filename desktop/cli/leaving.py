"""A handover told line by line before anything leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from desktop.casework import handoff, reading
from desktop.casework.copies import CopyPreview, Leaving, Staying, TakenOut
from desktop.casework.handoff import HandoffPreview
from desktop.casework.workspace import Workspace
from desktop.cli.printing import say
from desktop.cli.shell import Shell


def as_object(preview: HandoffPreview) -> dict[str, object]:
    """The preview for machines; what the copies are made of is no part of it."""
    return {
        "wanted": asdict(preview.wanted),
        "copies": [asdict(copy) for copy in preview.copies],
        "warnings": list(preview.warnings),
    }


def tell_leaving(shell: Shell, ws: Workspace, preview: HandoffPreview) -> None:
    """What goes and what stays and why, each copy by itself, then what to mind."""
    for copy in preview.copies:
        if len(preview.copies) > 1:
            say(shell.say("copy_for", name=copy.to))
        for line in _copy(shell, ws, copy):
            say(line)
    if preview.earlier_wordings:
        say(shell.say("earlier_wordings", count=preview.earlier_wordings))
    for warning in preview.warnings:
        say(handoff.reason(ws, warning))


def _copy(shell: Shell, ws: Workspace, copy: CopyPreview) -> Iterator[str]:
    for leaving in copy.leaving:
        yield from _leaving(shell, ws, leaving)
    for staying in copy.staying:
        reason = handoff.reason(ws, staying.reason)
        yield shell.say("stays", what=_called(staying), reason=reason)
        if staying.reads_as:
            yield shell.say("stays_as", code=staying.reads_as)
    for taken in copy.taken:
        yield from _taken(shell, taken)
    for condition in copy.conditions:
        yield shell.say("on_condition", name=condition.name, words=condition.words)
    for file in copy.files:
        reason = ws.vocabularies.label("hidden_reasons", file.reason, ws.language)
        yield shell.say(f"file_{file.how}", title=file.title, reason=reason)
    if copy.withheld_acts:
        yield shell.say("withheld_acts", count=copy.withheld_acts)


def _leaving(shell: Shell, ws: Workspace, leaving: Leaving) -> Iterator[str]:
    how = leaving.gone or ("as" if leaving.reads_as else "whole")
    yield shell.say(f"leaves_{how}", what=_called(leaving), name=leaving.reads_as)
    if leaving.lacks:
        fields = ", ".join(reading.label(ws, leaving.kind, path) for path in leaving.lacks)
        yield shell.say("leaves_lacking", fields=fields)


def _taken(shell: Shell, taken: TakenOut) -> Iterator[str]:
    """The words themselves, so that somebody sees which were not meant as a name."""
    for how in ("coded", "left_out"):
        several = [one for one in taken.taken if one.how == how]
        if several:
            words = ", ".join(f"{one.words} ×{one.times}" for one in several if one.words)
            yield shell.say(f"taken_{how}", what=_called(taken), count=taken.times(how), words=words or "–")


def _called(one: Leaving | Staying | TakenOut) -> str:
    return f"{one.kind_label} · {one.title}"
