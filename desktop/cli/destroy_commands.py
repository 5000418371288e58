"""The command that makes a whole vault unreadable for good; neither passphrase nor key is asked for."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from desktop.casework import destroying
from desktop.casework.destroying import Left
from desktop.cli.printing import say, say_json
from desktop.cli.shell import Shell, json_option
from desktop.errors import Refused

WORDS = ("destroy", "销毁")
STOPPED = 130


@click.command()
@click.argument("vault", type=click.Path(path_type=Path))
@click.option("--yes-destroy", "name", metavar="NAME", help="The name of the vault's folder; nothing is asked then.")
@json_option
@click.pass_obj
def destroy(shell: Shell, vault: Path, name: str | None, as_json: bool) -> None:
    """Destroy a vault for good: its keys first, in a moment, then every file of it."""
    destroying.check(vault)
    if name is None:
        _ask_twice(shell, vault)
    else:
        destroying.check_name(vault, name)
    keys_gone = False

    def told() -> None:
        nonlocal keys_gone
        keys_gone = True
        if not as_json:
            say(shell.say("keys_destroyed"))
            sys.stdout.flush()

    try:
        left = destroying.destroy(vault, lambda _done, _total: None, told)
    except KeyboardInterrupt:
        if not keys_gone:
            raise
        stopped = {"vault": str(vault), "destroyed": True, "stopped": True}
        say_json(stopped) if as_json else say(shell.say("destroy_stopped"))
        raise click.exceptions.Exit(STOPPED) from None
    say_json({"vault": str(vault), "destroyed": True, **asdict(left)}) if as_json else _tell(shell, left)


def _ask_twice(shell: Shell, vault: Path) -> None:
    """Two answers that nobody gives by a slip."""
    if not sys.stdin.isatty():
        raise click.UsageError("No terminal to ask at: give --yes-destroy NAME, the name of the vault's folder.")
    say(shell.say("destroy_about", name=destroying.called(vault)))
    say(shell.say("destroy_keeps"))
    destroying.check_name(vault, _answer(shell.say("destroy_name")))
    if _answer(shell.say("destroy_word")).strip() not in WORDS:
        raise Refused("destroy.not_confirmed")


def _answer(asked: str) -> str:
    return str(click.prompt(asked, default="", show_default=False))


def _tell(shell: Shell, left: Left) -> None:
    say(shell.say("destroyed"))
    if left.kept:
        say(shell.say("destroy_kept", count=left.kept))
    if left.unwritten:
        say(shell.say("destroy_unwritten", count=left.unwritten))
    if left.strange > left.kept:
        say(shell.say("destroy_strange", count=left.strange - left.kept))
    say(shell.say("destroy_keeps"))


COMMANDS = (destroy,)
