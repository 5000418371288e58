"""Commands for a vault that is damaged, or of which there are two: rescue, merge-copy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from desktop.casework import conflicted, key_files, rescuing
from desktop.casework.rescuing import Loss, Rescued, RescueDone, WayIn
from desktop.casework.workspace import Workspace
from desktop.cli.printing import say, say_json
from desktop.cli.recovery_commands import given_key
from desktop.cli.shell import (
    Shell,
    asked_passphrase,
    clock,
    json_option,
    read_passphrase,
    vocabularies,
    with_vault,
)
from desktop.domain.registry import KINDS
from desktop.errors import Damaged


@click.command()
@click.argument("damaged", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--backup", "backups", type=click.Path(path_type=Path), multiple=True, help="A backup's folder; repeat.")
@click.option("--package", "packages", type=click.Path(path_type=Path), multiple=True, help="A package; repeat.")
@click.option("--passphrase-file", type=click.Path(path_type=Path), metavar="PATH")
@click.option("--identity-passphrase-file", type=click.Path(path_type=Path), metavar="PATH")
@click.option(
    "--recovery-key-file",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="In place of a passphrase that is lost, or where the file it opens is damaged.",
)
@click.option("--share-file", "share_files", type=click.Path(path_type=Path), multiple=True, metavar="PATH")
@click.option("--key-file", type=click.Path(path_type=Path), metavar="PATH", help="Where the vault needs one.")
@json_option
@click.pass_obj
def rescue(
    shell: Shell,
    damaged: Path,
    new: Path,
    backups: tuple[Path, ...],
    packages: tuple[Path, ...],
    passphrase_file: Path | None,
    identity_passphrase_file: Path | None,
    recovery_key_file: Path | None,
    share_files: tuple[Path, ...],
    key_file: Path | None,
    as_json: bool,
) -> None:
    """Build the vault NEW from all that can still be read of DAMAGED, which is only read.

    Exits with 3 when something is missing, which is listed then.
    """
    recovery = given_key(recovery_key_file, share_files) if recovery_key_file or share_files else None
    way = WayIn(
        passphrase=None if recovery else asked_passphrase(passphrase_file, shell.say("passphrase")),
        recovery_key=recovery,
        identity_passphrase=read_passphrase(identity_passphrase_file) if identity_passphrase_file else None,
        key_file=None if key_file is None else key_files.read(key_file),
    )
    done = rescuing.rescue(
        damaged, new, way, clock=clock, vocabularies=vocabularies(), backups=backups, packages=packages
    )
    _tell_json(shell, done) if as_json else _tell(shell, done)
    if not done.report.complete or done.refused:
        raise Damaged("rescue.incomplete")


def _tell(shell: Shell, done: RescueDone) -> None:
    report = done.report
    say(shell.say("rescued", count=report.whole, files=report.files))
    for source, count in report.taken.items():
        say(shell.say("rescued_from", source=source, count=count))
    for name, (pages, broken, older) in report.pages.items():
        if broken or older:
            say(shell.say("rescue_pages", file=name, pages=pages, broken=broken, older=older))
    _tell_losses(shell, "rescue_part", report.part)
    _tell_losses(shell, "rescue_lost", report.lost)
    _tell_losses(shell, "rescue_file_lost", report.files_lost)
    for key, told in _counted(report):
        say(shell.say(key, **told))
    for slot in report.anew:
        say(shell.say(f"rescue_{slot}"))
    if not report.passphrase_kept:
        say(shell.say("rescue_k1"))
    for number, error in done.refused:
        say(shell.say("rescue_package", number=number, why=shell.sentence(error)))


def _counted(report: Rescued) -> Iterable[tuple[str, dict[str, object]]]:
    if report.unnamed:
        yield "rescue_unnamed", {"count": report.unnamed}
    if report.set_aside:
        yield "rescue_aside", {"count": report.set_aside, "file": report.set_aside_file}
    if report.files_unread:
        yield "rescue_unread", {"count": report.files_unread}


def _tell_losses(shell: Shell, key: str, losses: Iterable[Loss]) -> None:
    for loss in losses:
        kind = loss.kind or "?"
        label = KINDS[kind].label(shell.language) if kind in KINDS else kind
        say(shell.say(key, kind=label, code=loss.code))


def _tell_json(shell: Shell, done: RescueDone) -> None:
    report = done.report

    def losses(several: Iterable[Loss]) -> list[dict[str, str | None]]:
        return [{"record": loss.record, "code": loss.code, "kind": loss.kind} for loss in several]

    say_json(
        {
            "vault": str(done.folder),
            "complete": report.complete,
            "whole": report.whole,
            "part": losses(report.part),
            "lost": losses(report.lost),
            "unnamed": report.unnamed,
            "taken": dict(report.taken),
            "set_aside": report.set_aside,
            "files": report.files,
            "files_lost": losses(report.files_lost),
            "files_unread": report.files_unread,
            "pages": {name: list(counts) for name, counts in report.pages.items()},
            "kept": dict(report.kept),
            "slots_anew": list(report.anew),
            "passphrase_kept": report.passphrase_kept,
            "refused": [{"package": number, "code": error.code} for number, error in done.refused],
        }
    )


@click.command("merge-copy")
@with_vault
@click.argument("file")
@json_option
def merge_copy(shell: Shell, ws: Workspace, file: str, as_json: bool) -> None:
    """Take in what only FILE has, a copy of the database that a sync program left in the vault's folder."""
    path = Path(file)
    inside = path.parent != Path() and path.parent.resolve() == ws.vault.folder.resolve()
    changes = conflicted.take_in(ws, path.name if inside else file)
    if as_json:
        say_json({"records": sorted(changes.records), "created": list(changes.created)})
    else:
        say(shell.say("copy_taken_in", count=len(changes.records), new=len(changes.created)))


COMMANDS = (rescue, merge_copy)
