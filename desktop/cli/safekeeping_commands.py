"""Commands that keep a vault from being lost: backup, restore, and the drill that shows both to work."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from desktop.casework import backing_up, drilling, key_files, restoring
from desktop.casework.backing_up import BackedUp
from desktop.casework.restoring import Opening, Outcome
from desktop.casework.workspace import Workspace
from desktop.cli.options import SIZE
from desktop.cli.printing import say, say_json
from desktop.cli.recovery_commands import given_key, key_options
from desktop.cli.shell import Command, Shell, asked_passphrase, clock, json_option, unlocked, with_vault
from desktop.errors import Damaged

_PATH = click.Path(path_type=Path)


def _opening_options(command: Command) -> Command:
    """Give a command what a backup opens by, to be read by `_opening`."""
    told = "The key file of the backup's day, if there was one."
    command = click.option("--key-file", type=_PATH, metavar="PATH", help=told)(key_options(command))
    told = "Passphrase of the backup's day; may be a pipe."
    return click.option("--passphrase-file", type=_PATH, metavar="PATH", help=told)(command)


@click.command()
@with_vault
@click.option("--to", "to", type=_PATH, required=True, help="A new or empty folder, or the last backup of this vault.")
@click.option("--whole", is_flag=True, help="Read and compare every file that is there already, too.")
@click.option(
    "--part-size", type=SIZE, default=None, help="Cut larger files into parts, as 4G, where the disk asks for it."
)
@json_option
def backup(shell: Shell, ws: Workspace, to: Path, whole: bool, part_size: int | None, as_json: bool) -> None:
    """Back the vault up, sealed as it is, into the folder --to; done only once it was read back and opened."""
    done = backing_up.back_up(ws, to, whole=whole, part_size=part_size)
    say_json({"backup": str(to), **asdict(done)}) if as_json else _tell_backed_up(shell, done)


def _tell_backed_up(shell: Shell, done: BackedUp) -> None:
    say(shell.say("backed_up", records=done.records, files=done.files, changes=done.changes))
    say(shell.say("backup_evidence", copied=done.copied, removed=done.removed))
    if done.lacking:
        say(shell.say("backup_lacking", count=done.lacking))
    if done.split:
        say(shell.say("backup_split", count=done.split))
    say(shell.say("log_hash", digest=done.digest))
    if done.beside:
        say(shell.say("backup_beside"))
    say(shell.say("backup_keys"))


@click.command()
@click.argument("backup", type=_PATH)
@click.argument("newfolder", type=_PATH)
@_opening_options
@json_option
@click.pass_obj
def restore(
    shell: Shell,
    backup: Path,
    newfolder: Path,
    passphrase_file: Path | None,
    key_file: Path | None,
    recovery_key_file: Path | None,
    share_files: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Make a vault from BACKUP in the new or empty folder NEWFOLDER, and check all of it; BACKUP is only read.

    It opens by the passphrase of the backup's day. Exits with 3 when something in it is damaged.
    """
    by = _opening(shell, passphrase_file, key_file, recovery_key_file, share_files)
    done = restoring.restore(backup, newfolder, by, clock=clock)
    if as_json:
        say_json({"vault": str(newfolder), **_counted(done)})
    else:
        say(shell.say("restored", records=done.records, files=done.files, changes=done.changes))
    _tell_outcome(shell, done, as_json=as_json)


@click.command()
@click.argument("backup", type=_PATH)
@key_options
@click.option("--beside", type=_PATH, metavar="PATH", help="Where there is room; else the folder BACKUP lies in.")
@click.option("--vault", type=_PATH, metavar="PATH", help="Compare with this vault, and note there that it succeeded.")
@click.option("--passphrase-file", type=_PATH, metavar="PATH", help="Passphrase of --vault; may be a pipe.")
@click.option("--key-file", type=_PATH, metavar="PATH", help="The key file of --vault, if it needs one.")
@json_option
@click.pass_obj
def drill(
    shell: Shell,
    backup: Path,
    recovery_key_file: Path | None,
    share_files: tuple[Path, ...],
    beside: Path | None,
    vault: Path | None,
    passphrase_file: Path | None,
    key_file: Path | None,
    as_json: bool,
) -> None:
    """Rehearse: restore BACKUP by the recovery key into a folder that is thrown away again, and say what came out.

    Exits with 3 when something in it is damaged.
    """
    key = given_key(recovery_key_file, share_files)
    if vault is None:
        done = drilling.drill(backup, key, clock=clock, beside=beside)
    else:
        passphrase = asked_passphrase(passphrase_file, shell.say("passphrase"))
        opening = None if key_file is None else key_files.read(key_file)
        with unlocked(shell, vault, passphrase, None, opening) as ws:
            done = drilling.drill(backup, key, clock=clock, ws=ws, beside=beside)
    if as_json:
        say_json(
            {"backup": str(backup), **_counted(done.outcome), "later": done.later, "earlier_key": done.earlier_key}
        )
    elif done.outcome.sound:
        out = done.outcome
        say(shell.say("drilled", records=out.records, files=out.files, changes=out.changes))
        if done.later is not None:
            say(shell.say("drill_later", count=done.later))
        if done.earlier_key:
            say(shell.say("drill_earlier_key"))
    _tell_outcome(shell, done.outcome, as_json=as_json)


def _counted(done: Outcome) -> dict[str, object]:
    kept = {name: value for name, value in asdict(done).items() if name != "findings"}
    return {**kept, "sound": done.sound}


def _tell_outcome(shell: Shell, done: Outcome, *, as_json: bool) -> None:
    if as_json:
        for finding in done.findings:
            say_json({"finding": finding.code, "subject": finding.subject, "sentence": shell.sentence(finding.error)})
    else:
        for finding in done.findings:
            say(f"{shell.sentence(finding.error)} {finding.subject}")
        for key, count in (("lost", done.lost), ("differing", done.differing), ("unchecked", done.unchecked)):
            if count:
                say(shell.say(f"restore_{key}", count=count))
        say(shell.say("log_hash", digest=done.digest))
    if not done.sound:
        raise Damaged("vault.findings", count=len(done.findings) + done.lost + done.differing)


@click.command()
@click.argument("vault", type=_PATH)
@click.option("--from", "backup", type=_PATH, required=True, help="The last backup of this vault.")
@_opening_options
@json_option
@click.pass_obj
def mend(
    shell: Shell,
    vault: Path,
    backup: Path,
    passphrase_file: Path | None,
    key_file: Path | None,
    recovery_key_file: Path | None,
    share_files: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Put destroyed files with the keys of VAULT back from its last backup; what was saved since then is kept."""
    by = _opening(shell, passphrase_file, key_file, recovery_key_file, share_files)
    done = restoring.mend(vault, backup, by)
    if as_json:
        say_json({"vault": str(vault), "put_back": list(done)})
    else:
        say(shell.say("mended", names=" ".join(done)) if done else shell.say("nothing_to_mend"))


def _opening(
    shell: Shell,
    passphrase_file: Path | None,
    key_file: Path | None,
    recovery_key_file: Path | None,
    share_files: tuple[Path, ...],
) -> Opening:
    if recovery_key_file is not None or share_files:
        return Opening(recovery_key=given_key(recovery_key_file, share_files))
    key = None if key_file is None else key_files.read(key_file)
    return Opening(asked_passphrase(passphrase_file, shell.say("passphrase")), key)


COMMANDS = (backup, restore, drill, mend)
