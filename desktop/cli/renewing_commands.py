"""The command that gives a vault new keys: first what that means, then, with --accept, until it is done."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from desktop.casework import key_files, renewing_keys
from desktop.casework.workspace import Workspace
from desktop.cli.printing import say, say_json, warn
from desktop.cli.shell import Shell, accept_option, asked_passphrase, json_option, read_passphrase, unlocked

_MB = 1_000_000
_MUCH = 200 * _MB
"""Takes longer than a moment."""


@click.command("renew-keys")
@click.argument("vault", type=click.Path(path_type=Path))
@click.option("--passphrase-file", type=click.Path(path_type=Path), metavar="PATH")
@click.option("--identity-passphrase-file", type=click.Path(path_type=Path), metavar="PATH")
@click.option("--key-file", type=click.Path(path_type=Path), metavar="PATH", help="Key file, where it needs one.")
@accept_option
@json_option
@click.pass_obj
def renew_keys(
    shell: Shell,
    vault: Path,
    passphrase_file: Path | None,
    identity_passphrase_file: Path | None,
    key_file: Path | None,
    accept: bool,
    as_json: bool,
) -> None:
    """Renew the keys of VAULT, when somebody may know its passphrase; goes on where it stopped."""
    key = None if key_file is None else key_files.read(key_file)
    passphrase = asked_passphrase(passphrase_file, shell.say("passphrase"))
    identity = read_passphrase(identity_passphrase_file) if identity_passphrase_file else None
    with unlocked(shell, vault, passphrase, identity, key) as ws:
        if renewing_keys.left(ws) is None:
            _told(shell, ws, accept=accept, as_json=as_json)
            if not accept:
                return
            renewing_keys.do(ws, passphrase, identity, key_file=key)
        _go_on(shell, ws, as_json=as_json)


def _told(shell: Shell, ws: Workspace, *, accept: bool, as_json: bool) -> None:
    found = renewing_keys.preview(ws)
    if as_json:
        if not accept:
            say_json({**asdict(found), "done": False})
        return
    say(shell.say("keys_meaning", count=found.files, size=_megabytes(found.size)))
    say(shell.say("keys_traces"))
    say(shell.say("keys_room", size=_megabytes(found.room)))
    if not found.identities:
        say(shell.say("keys_closed"))
    if found.set_aside:
        say(shell.say("keys_set_aside", count=found.set_aside))
    if not accept:
        say(shell.say("add_accept"))


def _go_on(shell: Shell, ws: Workspace, *, as_json: bool) -> None:
    step = renewing_keys.begin(ws)
    told = False
    while step and (done := step()):
        if not told and done[1] > _MUCH:
            warn(shell.say("keys_going_on"))
            told = True
    left = renewing_keys.left(ws)
    if as_json:
        say_json({"done": left is None, **(asdict(left) if left else {})})
    elif left is None:
        say(shell.say("keys_renewed"))
    else:
        if left.damaged:
            say(shell.say("keys_damaged", count=left.damaged))
        if left.identities:
            say(shell.say("keys_wait"))
        if left.once_more:
            say(shell.say("keys_once_more"))


def _megabytes(size: int) -> int:
    return -(-size // _MB)


COMMANDS = (renew_keys,)
