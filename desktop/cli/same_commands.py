"""Commands about people who may be recorded twice: who they are, and what somebody decides of two of them."""

from __future__ import annotations

import click

from desktop.casework import duplicates, records, same_person
from desktop.casework.same_person import NOT_SAME, SAME, UNDONE
from desktop.casework.workspace import Workspace
from desktop.cli.printing import say, say_json
from desktop.cli.shell import Shell, json_option, with_vault
from desktop.domain.same_names import Alike

DECISIONS = {"same": SAME, "not-same": NOT_SAME, "undo": UNDONE}
HOW = {Alike.WRITTEN: "alike_written", Alike.SPELLED: "alike_spelled", Alike.SOUNDS: "alike_sounds"}


@click.command("perhaps-same")
@with_vault
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="At most so many pairs.")
@json_option
def perhaps_same(shell: Shell, ws: Workspace, limit: int, as_json: bool) -> None:
    """List pairs of people whose names may be of one person, the surest first. Needs the identities open."""
    found = duplicates.everywhere(ws, limit=limit)
    for one in found.pairs:
        codes = ws.vault.code(one.person), ws.vault.code(one.other)
        if as_json:
            say_json({"person": codes[0], "other": codes[1], "how": one.how.name.lower()})
        else:
            say(f"{codes[0]} {one.name}  {codes[1]} {one.others_name}  {shell.say(HOW[one.how])}")
    if not as_json and not found.pairs:
        say(shell.say("no_pairs" if ws.names_shown else "pairs_closed"))


@click.command("decide-same")
@with_vault
@click.argument("person", metavar="ID|CODE")
@click.argument("other", metavar="ID|CODE")
@click.argument("decision", type=click.Choice(list(DECISIONS)))
@click.option("--why", default="", help="The reason, which is kept with the decision.")
def decide_same(shell: Shell, ws: Workspace, person: str, other: str, decision: str, why: str) -> None:
    """Say that two records are of one person, that they are not, or take that back; the records stay as they are."""
    two = [records.resolve(ws, one, "person") for one in (person, other)]
    same_person.decide(ws, two[0], two[1], DECISIONS[decision], why)
    say(shell.say("same_decided"))


COMMANDS = (perhaps_same, decide_same)
