"""Commands about a vault as a whole: create, passphrase, verify, export-all."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.casework import contacts, export, key_files, recovering, vaults
from desktop.casework.going_out import reason_words
from desktop.casework.leaving import TEAM_SCOPE
from desktop.casework.recovering import Prepared
from desktop.casework.verify import Verified
from desktop.casework.verify import verify as verify_vault
from desktop.casework.workspace import Workspace
from desktop.cli.printing import say, say_json
from desktop.cli.recovery_commands import given_key, key_options, split_options, tell_key
from desktop.cli.shell import (
    Shell,
    asked_passphrase,
    clock,
    json_option,
    read_passphrase,
    tell_noticed,
    unlocked,
    vocabularies,
    with_vault,
)
from desktop.domain.consent_scopes import OUTSIDE
from desktop.domain.registry import KINDS
from desktop.errors import Damaged

LIMITS = ("limit_1", "limit_2", "limit_3", "limit_4", "limit_5")


@click.command()
@click.argument("vault", type=click.Path(path_type=Path))
@click.option("--passphrase-file", type=click.Path(path_type=Path), metavar="PATH")
@click.option("--identity-passphrase-file", type=click.Path(path_type=Path), metavar="PATH")
@click.option("--name", default="", help="What colleagues see on our contact card.")
@split_options
@json_option
@click.pass_obj
def create(
    shell: Shell,
    vault: Path,
    passphrase_file: Path | None,
    identity_passphrase_file: Path | None,
    name: str,
    shares: int,
    needed: int,
    as_json: bool,
) -> None:
    """Create a vault in the new or empty folder VAULT; prints its recovery key once, whole or in shares.

    Give it back with `jiashu recovery set`, so that it counts as set up.
    """
    if shares:
        recovering.split(
            recovering.make(), needed, shares
        )  # numbers that cannot be are refused before there is a vault
    passphrase = asked_passphrase(passphrase_file, shell.say("new_passphrase"), twice=True)
    identity = read_passphrase(identity_passphrase_file) if identity_passphrase_file else None
    created = vaults.create_vault(vault, passphrase, clock=clock, identity_passphrase=identity)
    try:
        if name:
            contacts.rename_own(Workspace(created.vault, vocabularies(), clock, shell.language), name)
    finally:
        vaults.lock(created.vault)
    made = Prepared(created.recovery_key)
    made = recovering.split(made, needed, shares) if shares else made
    if as_json:
        key = {"shares": list(made.shares)} if shares else {"recovery_key": made.key}
        say_json({"vault": str(vault), **key})
        return
    say(shell.say("created"))
    tell_key(shell, made)
    for limit in LIMITS:
        say("- " + shell.say(limit))


@click.command()
@click.argument("vault", type=click.Path(path_type=Path))
@click.option("--passphrase-file", type=click.Path(path_type=Path), metavar="PATH")
@click.option("--new-passphrase-file", type=click.Path(path_type=Path), metavar="PATH")
@key_options
@click.option("--key-file", type=click.Path(path_type=Path), metavar="PATH", help="Key file, where it needs one.")
@click.option("--identities", is_flag=True, help="Give the identities a passphrase of their own, or change theirs.")
@click.option("--take-away", is_flag=True, help="With --identities: they open with the vault from then on.")
@click.option(
    "--identity-passphrase-file", type=click.Path(path_type=Path), metavar="PATH", help="The one the identities have."
)
@json_option
@click.pass_obj
def passphrase(
    shell: Shell,
    vault: Path,
    passphrase_file: Path | None,
    new_passphrase_file: Path | None,
    recovery_key_file: Path | None,
    share_files: tuple[Path, ...],
    key_file: Path | None,
    identities: bool,
    take_away: bool,
    identity_passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Change the vault's passphrase, or its identities'; one that is lost, by the recovery key or its shares."""
    recovering_it = recovery_key_file is not None or bool(share_files)
    _check_meant(identities, take_away, identity_passphrase_file, recovering_it, new_passphrase_file)
    opening = None if key_file is None else key_files.read(key_file)
    if identities:
        by = asked_passphrase(passphrase_file, shell.say("passphrase"))
        had = None if identity_passphrase_file is None else read_passphrase(identity_passphrase_file)
        own = None if take_away else asked_passphrase(new_passphrase_file, shell.say("new_passphrase"), twice=True)
        with unlocked(shell, vault, by, None, opening) as ws:
            vaults.change_identity_passphrase(ws.vault, had, own)
    elif recovering_it:
        key = given_key(recovery_key_file, share_files)
        new = asked_passphrase(new_passphrase_file, shell.say("new_passphrase"), twice=True)
        recovered = vaults.recover(vault, key, new, clock=clock)
        try:
            tell_noticed(shell, recovered.notices)
        finally:
            vaults.lock(recovered)
    else:
        old = asked_passphrase(passphrase_file, shell.say("passphrase"))
        new = asked_passphrase(new_passphrase_file, shell.say("new_passphrase"), twice=True)
        with unlocked(shell, vault, old, None, opening) as ws:
            vaults.change_passphrase(ws.vault, old, new, key_file=opening)
    if as_json:
        say_json({"vault": str(vault), "changed": True})
        return
    if take_away:
        say(shell.say("identities_with_vault"))
        return
    say(shell.say("passphrase_changed"))
    say(shell.say("somebody_knows"))


def _check_meant(identities: bool, take_away: bool, had: Path | None, recovering_it: bool, new: Path | None) -> None:
    """What asks for two things at once does neither."""
    if not identities and (take_away or had is not None):
        raise click.UsageError("--take-away and --identity-passphrase-file go with --identities.")
    if identities and recovering_it:
        raise click.UsageError("A recovery key gives the whole vault a new passphrase: leave out --identities.")
    if take_away and new is not None:
        raise click.UsageError("--take-away asks for no new passphrase.")


@click.command()
@with_vault
@json_option
def verify(shell: Shell, ws: Workspace, as_json: bool) -> None:
    """Check every signature, digest, file and list; exits with 3 when something is wrong."""
    found = verify_vault(ws)
    _tell_checked_json(shell, found) if as_json else _tell_checked(shell, found)
    if not found.sound:
        raise Damaged("vault.findings", count=len(found.findings))
    if not as_json:
        say(shell.say("sound_noticed" if found.notices else "sound"))
        if not ws.vault.compartment_open:
            say(shell.say("identities_unchecked"))


def _tell_checked(shell: Shell, found: Verified) -> None:
    for what, count in found.checked:
        say(shell.say("checked", what=what, count=count))
    for notice in found.notices:
        say(shell.sentence(notice))
    for finding in found.findings:
        say(f"{shell.sentence(finding.error)} {finding.record or finding.subject}")


def _tell_checked_json(shell: Shell, found: Verified) -> None:
    for what, count in found.checked:
        say_json({"checked": what, "count": count})
    for notice in found.notices:
        say_json({"notice": notice.code, "sentence": shell.sentence(notice), **notice.details})
    for finding in found.findings:
        told = {"finding": finding.code, "subject": finding.subject, "sentence": shell.sentence(finding.error)}
        say_json({**told, "record": finding.record, "kind": finding.kind} if finding.record else told)


_FOR_WHAT = "What it is for; any use but our own team's gets redacted records alone, of whoever agreed to it."


@click.command("export-all")
@with_vault
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A new or empty folder.")
@click.option(
    "--use", type=click.Choice([TEAM_SCOPE, *sorted(OUTSIDE)]), default=TEAM_SCOPE, metavar="CODE", help=_FOR_WHAT
)
@json_option
def export_all(shell: Shell, ws: Workspace, out: Path, use: str, as_json: bool) -> None:
    """Write every record and file, in clear, into the folder --out; names too while their compartment is open.

    Who did not agree is left out, and it is said how many and why.
    """
    done = export.export_all(ws, out, scope=use)
    if as_json:
        staying = [{"kind": kind, "reason": reason, "count": count} for kind, reason, count in done.staying]
        told = {"folder": str(done.folder), "files": list(done.files), "left_out": done.left_out}
        say_json({**told, "staying": staying})
        return
    say(shell.say("exported", count=len(done.files)))
    for kind, reason, count in done.staying:
        words = reason_words(ws, reason)
        say(shell.say("export_stays", kind=KINDS[kind].label(ws.language), count=count, reason=words))
    if done.left_out:
        say(shell.say("left_out", count=done.left_out))


COMMANDS = (create, passphrase, verify, export_all)
