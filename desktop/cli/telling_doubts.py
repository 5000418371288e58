"""Telling about unknown fields and codes in what `add` and `edit` are given, on standard error."""

from __future__ import annotations

from collections.abc import Sequence

import click

from desktop.casework.doubts import Doubt, doubts
from desktop.casework.workspace import JSON, Workspace
from desktop.cli.printing import warn
from desktop.cli.shell import Command, Shell
from desktop.domain.registry import KINDS
from desktop.errors import Refused

_MOST = 20


def strict_option(command: Command) -> Command:
    """Add ``--strict``: what is unknown is refused; without it, kept with a warning."""
    return click.option(
        "--strict", is_flag=True, help="Refuse unknown fields and codes; else they are kept, with a warning."
    )(command)


def tell_doubts(shell: Shell, ws: Workspace, kind: str, untrusted: Sequence[JSON], *, strict: bool) -> None:
    """Each doubt once, with the number of the first record it stands in. Refused `record.doubtful` if strict."""
    found: dict[Doubt, int] = {}
    for number, nested in enumerate(untrusted, start=1):
        for doubt in doubts(ws, kind, nested):
            found.setdefault(doubt, number)
    for doubt, number in list(found.items())[:_MOST]:
        warn(_sentence(shell, kind, doubt, number if len(untrusted) > 1 else 0))
    if len(found) > _MOST:
        warn(shell.say("more_doubts", count=len(found) - _MOST))
    if found and strict:
        raise Refused("record.doubtful", count=len(found))


def _sentence(shell: Shell, kind: str, doubt: Doubt, number: int) -> str:
    parts = [
        shell.say("doubt_record", number=number) if number else "",
        shell.say("doubt_" + doubt.reason, kind=KINDS[kind].label(shell.language), field=doubt.field, code=doubt.code),
        shell.say("doubt_instead", instead=doubt.instead) if doubt.instead else "",
    ]
    return " ".join(part for part in parts if part)
