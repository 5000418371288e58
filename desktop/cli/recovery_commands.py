"""Commands about getting back in without the passphrase: a new recovery key, whole or in shares, set, checked, told."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.casework import recovering, recovery_shares
from desktop.casework.recovering import Prepared
from desktop.casework.recovery_state import recovery_state
from desktop.casework.workspace import Workspace
from desktop.cli.printing import claimed, say, say_json
from desktop.cli.shell import (
    Command,
    Shell,
    asked_passphrase,
    json_option,
    read_passphrase,
    speaking,
    with_vault,
)

PER_LINE = 4


def key_options(command: Command) -> Command:
    """Give a command `--recovery-key-file` and `--share-file`, to be read by `given_key`."""
    for option in (
        click.option(
            "--share-file",
            "share_files",
            type=click.Path(path_type=Path),
            metavar="PATH",
            multiple=True,
            help="A share of the recovery key; the first four letters of each word are enough. Once for each share.",
        ),
        click.option(
            "--recovery-key-file",
            type=click.Path(path_type=Path),
            metavar="PATH",
            help="The recovery key, as it was typed from paper.",
        ),
    ):
        command = option(command)
    return command


def split_options(command: Command) -> Command:
    """Give a command `--shares` and `--needed`."""
    for option in (
        click.option(
            "--needed",
            type=click.IntRange(recovery_shares.LEAST_NEEDED, recovery_shares.MOST_NEEDED),
            default=recovery_shares.NEEDED,
            help="How many of the shares open the vault (2).",
        ),
        click.option(
            "--shares",
            type=click.IntRange(0, recovery_shares.MOST),
            default=0,
            help="Split the recovery key into so many shares, 3 for example.",
        ),
    ):
        command = option(command)
    return command


def given_key(recovery_key_file: Path | None, share_files: tuple[Path, ...]) -> str:
    """The recovery key from its file, or from those of its shares. Refused `share.…`; Hindered `file.unreadable`."""
    if (recovery_key_file is None) == (not share_files):
        raise click.UsageError("Give --recovery-key-file, or --share-file once for each share.")
    if recovery_key_file is not None:
        return read_passphrase(recovery_key_file)
    return recovery_shares.key([read_passphrase(path) for path in share_files])


@click.group()
def recovery() -> None:
    """The recovery key: make a new one, put it in place, see what one opens."""


@click.command()
@split_options
@json_option
@click.pass_obj
def new(shell: Shell, shares: int, needed: int, as_json: bool) -> None:
    """Print a new recovery key, whole or in shares. It opens nothing before it is `set`."""
    made = recovering.make()
    made = recovering.split(made, needed, shares) if shares else made
    if as_json:
        say_json({"recovery_key": None if shares else made.key, "shares": list(made.shares), "needed": made.needed})
        return
    tell_key(shell, made)
    say(shell.say("recovery_set_next"))


@click.command("set")
@with_vault
@key_options
@click.option(
    "--shares",
    type=click.IntRange(2, recovery_shares.MOST),
    default=recovery_shares.COUNT,
    help="How many shares there are: each is asked back.",
)
@click.option("--identities", is_flag=True, help="For the identities alone, where they have their own passphrase.")
@json_option
def set_key(
    shell: Shell,
    ws: Workspace,
    recovery_key_file: Path | None,
    share_files: tuple[Path, ...],
    shares: int,
    identities: bool,
    as_json: bool,
) -> None:
    """Have a new recovery key open the vault, and the old one no more, once it is given back: whole, or every share."""
    if share_files:
        given = tuple(read_passphrase(path) for path in share_files)
        prepared = recovering.from_shares(given, shares, identities=identities)
    else:
        prepared = recovering.from_paper(given_key(recovery_key_file, share_files), identities=identities)
    recovering.put_in_place(ws, prepared)
    say_json({"set": True}) if as_json else say(shell.say("recovery_set"))


@click.command()
@click.argument("vault", type=click.Path(path_type=Path))
@key_options
@json_option
@click.pass_obj
def check(
    shell: Shell, vault: Path, recovery_key_file: Path | None, share_files: tuple[Path, ...], as_json: bool
) -> None:
    """Say what a recovery key, or these shares, would open of VAULT; nothing is changed, no passphrase is needed."""
    found = recovering.check(vault, given_key(recovery_key_file, share_files))
    if as_json:
        say_json({"vault": found.vault, "identities": found.identities})
        return
    for opens, words in ((found.vault, "opens_vault"), (found.identities, "opens_identities")):
        if opens:
            say(shell.say(words))


@click.command()
@with_vault
@json_option
def state(shell: Shell, ws: Workspace, as_json: bool) -> None:
    """Say whether recovery was set up, and whether a drill with it succeeded."""
    found = recovery_state(ws)
    if as_json:
        say_json(
            {
                "set_up": found.set_up,
                "rehearsed": found.rehearsed,
                "shares": found.shares,
                "needed": found.needed,
                "identities_own": found.identities_own,
            }
        )
        return
    say(shell.say("recovery_set_up", at=claimed(found.set_up)) if found.set_up else shell.say("recovery_not_set_up"))
    if found.shares:
        say(shell.say("recovery_in_shares", count=found.shares, needed=found.needed))
    say(shell.say("rehearsed", at=claimed(found.rehearsed)) if found.rehearsed else shell.say("not_rehearsed"))
    if found.identities_own:
        say(shell.say("identities_own_key"))


@click.command()
@with_vault
@key_options
@click.option("--new-passphrase-file", type=click.Path(path_type=Path), metavar="PATH")
@json_option
def identities(
    shell: Shell,
    ws: Workspace,
    recovery_key_file: Path | None,
    share_files: tuple[Path, ...],
    new_passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Open the identities by the key they are recovered by, and give them a new passphrase of their own."""
    key = given_key(recovery_key_file, share_files)
    chosen = asked_passphrase(new_passphrase_file, shell.say("new_passphrase"), twice=True)
    recovering.recover_identities(ws, key, chosen)
    say_json({"changed": True}) if as_json else say(shell.say("passphrase_changed"))


@click.command()
@with_vault
@json_option
def rejoin(shell: Shell, ws: Workspace, as_json: bool) -> None:
    """Have the vault's recovery key open the identities too, as at first; their own opens nothing from then on."""
    recovering.give_up_own(ws)
    say_json({"set": True}) if as_json else say(shell.say("recovery_rejoined"))


def tell_key(shell: Shell, made: Prepared) -> None:
    """A key that is shown this once, whole or share by share."""
    if not made.shares:
        say(shell.say("recovery"))
        say(made.key)
        return
    say(shell.say("recovery_shares", count=len(made.shares), needed=made.needed))
    for number, share in enumerate(made.shares, start=1):
        say(shell.say("share", number=number, count=len(made.shares)))
        words = [f"{at:2} {word}" for at, word in enumerate(recovery_shares.words(share), start=1)]
        width = max(map(len, words)) + 2
        for start in range(0, len(words), PER_LINE):
            say("  " + "".join(word.ljust(width) for word in words[start : start + PER_LINE]).rstrip())


for command in (new, set_key, check, state, identities, rejoin):
    recovery.add_command(speaking(command))

COMMANDS = (recovery,)
