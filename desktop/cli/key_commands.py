"""Commands about what opens a vault beside its passphrase: its key file."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.casework import key_files
from desktop.cli.printing import say, say_json
from desktop.cli.shell import Shell, asked_passphrase, json_option, unlocked


@click.command("key-file")
@click.argument("vault", type=click.Path(path_type=Path))
@click.option("--passphrase-file", type=click.Path(path_type=Path), metavar="PATH", help="Passphrase; may be a pipe.")
@click.option("--key-file", type=click.Path(path_type=Path), metavar="PATH", help="The key file it needs so far.")
@click.option("--out", type=click.Path(path_type=Path), metavar="PATH", help="Make a new key file there.")
@click.option("--take-away", is_flag=True, help="The vault opens by its passphrase alone from then on.")
@json_option
@click.pass_obj
def key_file(
    shell: Shell,
    vault: Path,
    passphrase_file: Path | None,
    key_file: Path | None,
    out: Path | None,
    take_away: bool,
    as_json: bool,
) -> None:
    """Make the key file the vault needs from then on beside its passphrase, another one, or none."""
    if (out is None) != take_away or (take_away and key_file is None):
        raise click.UsageError("Give --out for a new key file, or --take-away with --key-file.")
    old = None if key_file is None else key_files.read(key_file)
    passphrase = asked_passphrase(passphrase_file, shell.say("passphrase"))
    with unlocked(shell, vault, passphrase, None, old) as ws:
        if out is not None:
            key_files.give(ws.vault, out, passphrase, old=old)
        else:
            key_files.take_away(ws.vault, passphrase, old or "")
    if as_json:
        say_json({"vault": str(vault), "key_file": out is not None})
    else:
        say(shell.say("key_file_taken_away" if out is None else "key_file_made"))


COMMANDS = (key_file,)
