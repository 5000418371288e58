"""A command that says what is due: records and risks to look at again, tasks, interviews that are not finished."""

from __future__ import annotations

import click

from desktop.casework import due as casework
from desktop.casework.workspace import Workspace, day_of
from desktop.cli.printing import say, say_json
from desktop.cli.shell import Shell, json_option, with_vault


@click.command("due")
@with_vault
@json_option
def due_command(shell: Shell, ws: Workspace, as_json: bool) -> None:
    """List what is due by today, the longest first. People stand as codes while the identities are closed."""
    found = casework.due(ws, day_of(ws))
    for one in found:
        day = one.day.isoformat() if one.day is not None else ""
        if as_json:
            say_json({"code": one.code, "kind": one.kind, "why": one.why, "on": day or None, "title": one.title})
        else:
            say(f"{one.code}  {day:10}  {shell.say(f'due_{one.why}')}  {one.title}")
    if not as_json and not found:
        say(shell.say("nothing_due"))


COMMANDS = (due_command,)
