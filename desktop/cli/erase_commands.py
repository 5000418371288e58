"""The command that destroys: first exactly what goes, then, with --accept, for good."""

from __future__ import annotations

from dataclasses import asdict

import click

from desktop.casework import erase as erasing
from desktop.casework import records
from desktop.casework.erase import ErasePreview, Wording
from desktop.casework.workspace import Workspace
from desktop.cli.printing import say, say_json
from desktop.cli.shell import Shell, accept_option, json_option, with_vault
from desktop.cli.telling_held import held_words
from desktop.domain.registry import KINDS


@click.command()
@with_vault
@click.argument("record", metavar="ID|CODE")
@click.option("--field", metavar="PATH", help="Strike this field's wordings, not the whole record.")
@click.option("--revision", metavar="R", help="Strike what this revision said (its id, or the beginning of it).")
@accept_option
@json_option
def erase(
    shell: Shell, ws: Workspace, record: str, field: str | None, revision: str | None, accept: bool, as_json: bool
) -> None:
    """Erase a record, or strike a wording of it, for good."""
    preview = erasing.preview_erase(ws, records.resolve(ws, record), path=field, revision=revision)
    if not as_json:
        _tell(shell, ws, preview)
    if accept:
        erasing.erase(ws, preview)
    waiting = accept and erasing.pending(ws)
    if as_json:
        say_json({**asdict(preview), "done": accept and not waiting, "waiting": waiting})
    elif accept:
        say(shell.say("erase_begun" if waiting else "erase_done"))
    else:
        say(shell.say("add_accept"))


def _tell(shell: Shell, ws: Workspace, preview: ErasePreview) -> None:
    for wording in preview.goes:
        say(shell.say("goes", what=_wording(wording)))
    for _ in preview.files:
        say(shell.say("file_goes"))
    for wording in preview.stays:
        say(shell.say("stays_wording", what=_wording(wording)))
    for held in preview.elsewhere:
        say(held_words(shell, held))
    for row in records.listed(ws, ws.vault.rows_of(preview.anchors)):
        say(shell.say("quoted_by", what=f"{KINDS[row.kind].label(shell.language)} · {row.title} ({row.code})"))
    if preview.waits:
        say(shell.say("erase_waits"))


def _wording(wording: Wording) -> str:
    return f"{wording.title} · {wording.label} · {wording.revision[:16]}: {wording.text}"


COMMANDS = (erase,)
