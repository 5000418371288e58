"""Commands about files: import, attach, extract, what is hidden in one, and plain age files sealed and opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from desktop.casework import evidence, giving_out, hidden_data, importing, records, sealing
from desktop.casework.importing import CERTAIN, ImportPreview
from desktop.casework.workspace import Workspace
from desktop.cli.printing import say, say_json
from desktop.cli.shell import Shell, accept_option, json_option, read_passphrase, with_vault
from desktop.domain.registry import KINDS

_file = click.Path(path_type=Path)


@click.command("import")
@with_vault
@click.argument("file", type=_file)
@click.option("--kind", type=click.Choice(list(KINDS)), default="person", help="What a row is (else a person).")
@accept_option
@json_option
def import_file(shell: Shell, ws: Workspace, file: Path, kind: str, accept: bool, as_json: bool) -> None:
    """Bring in a table (CSV) or records (JSON Lines): every problem first; with --accept all rows or none."""
    preview = importing.preview_file(ws, file, kind=kind)
    _tell_json(preview) if as_json else _tell(shell, ws, preview)
    if not accept:
        if not as_json:
            say(shell.say("add_accept"))
        return
    changes = importing.accept_import(ws, preview)
    if as_json:
        say_json({"imported": len(changes.created), "rows": preview.new})
    else:
        say(shell.say("imported", rows=preview.new, count=len(changes.created)))


def _tell(shell: Shell, ws: Workspace, preview: ImportPreview) -> None:
    if preview.encoding:
        beginning = ", ".join(preview.sample[0]) if preview.sample else ""
        certain = preview.encoding in CERTAIN
        say(shell.say("read_as" if certain else "guessed_as", encoding=preview.encoding, beginning=beginning))
    for column in preview.columns:
        say(shell.say("column_becomes", column=column.header, target=shell.say("target_" + column.target)))
    for trouble in preview.troubles:
        where = "trouble_column" if trouble.column else "trouble_place" if trouble.place else "trouble_row"
        place = shell.say(where, row=trouble.row, column=trouble.column or trouble.place)
        say(shell.say("trouble", place=place, reason=importing.reason(trouble, ws), text=trouble.text).rstrip())
    for more in preview.more:
        say(shell.say("more_troubles", count=more.count, reason=importing.reason(more, ws)))
    say(shell.say("rows", rows=preview.rows, new=preview.new, known=preview.known))
    for kind, count in preview.makes:
        say(shell.say("makes", count=count, what=KINDS[kind].plural(shell.language)))


def _tell_json(preview: ImportPreview) -> None:
    for trouble in preview.troubles:
        say_json(asdict(trouble))
    for more in preview.more:
        say_json({"more": more.count, "code": more.code, "blocking": more.blocking})
    say_json(
        {
            "kind": preview.kind,
            "encoding": preview.encoding,
            "rows": preview.rows,
            "new": preview.new,
            "known": preview.known,
            "makes": dict(preview.makes),
            "columns": {column.header: column.target for column in preview.columns},
        }
    )


@click.command()
@with_vault
@click.argument("case", metavar="CASE")
@click.argument("file", type=_file)
@click.option("--sealed/--unsealed", default=None, help="With the identities (as is usual for faces, voices).")
@json_option
def attach(shell: Shell, ws: Workspace, case: str, file: Path, sealed: bool | None, as_json: bool) -> None:
    """Take a file in as evidence of CASE; prints the id of the evidence. The file itself stays where it is."""
    record = evidence.attach(ws, records.resolve(ws, case, "case"), file, sealed=sealed).created[0]
    if as_json:
        say_json({"id": record, "code": ws.vault.code(record), "sealed": ws.vault.sealed(record)})
    else:
        say(record)


@click.command()
@with_vault
@click.argument("evidence_code", metavar="EVIDENCE")
@click.option("--out", type=_file, required=True, help="Where to write it, in clear.")
@click.option("--original", is_flag=True, help="As it came, with what is hidden in it: place, camera, author.")
@json_option
def extract(shell: Shell, ws: Workspace, evidence_code: str, out: Path, original: bool, as_json: bool) -> None:
    """Write an evidence file, in clear, to --out, without what is hidden in it; noted in its custody."""
    giving_out.give_out(ws, records.resolve(ws, evidence_code, "evidence"), out, as_it_came=original)
    _tell_written(shell, out, as_json)


@click.command()
@with_vault
@click.argument("evidence_code", metavar="EVIDENCE")
@json_option
def hidden(shell: Shell, ws: Workspace, evidence_code: str, as_json: bool) -> None:
    """What an evidence file tells beside what it shows: place, people, device, time; the worst first."""
    inside = hidden_data.look_into(ws, records.resolve(ws, evidence_code, "evidence"))
    for one in inside.found:
        name = ws.vocabularies.label("hidden_data", one.name, ws.language)
        say_json(asdict(one)) if as_json else say("  ".join([one.risk, name, one.value]))
    if as_json:
        say_json({"closed": inside.closed, "found": len(inside.found)})
    elif inside.closed:
        say(ws.vocabularies.label("hidden_reasons", inside.closed, ws.language))
    elif not inside.found:
        say(shell.say("nothing_hidden"))


@click.command()
@click.argument("file", type=_file)
@click.option("--recipient", "recipients", multiple=True, metavar="AGE1…", help="Whom to seal to; may be repeated.")
@click.option("--passphrase-file", type=_file, metavar="PATH", help="Seal to a passphrase instead.")
@click.option("--armor", is_flag=True, help="As text, for mail.")
@click.option("--out", type=_file, required=True)
@json_option
@click.pass_obj
def seal(
    shell: Shell,
    file: Path,
    recipients: Sequence[str],
    passphrase_file: Path | None,
    armor: bool,
    out: Path,
    as_json: bool,
) -> None:
    """Seal a file as an age file."""
    if bool(recipients) == bool(passphrase_file):
        raise click.UsageError("Give --recipient, or --passphrase-file.")
    passphrase = read_passphrase(passphrase_file) if passphrase_file else None
    sealing.seal_file(file, out, recipients=recipients, passphrase=passphrase, armor=armor)
    _tell_written(shell, out, as_json)


@click.command()
@click.argument("file", type=_file)
@click.option("--identity-file", type=_file, metavar="PATH", help="An age identity file.")
@click.option("--passphrase-file", type=_file, metavar="PATH", help="The passphrase (with both: of the identity file).")
@click.option("--out", type=_file, required=True)
@json_option
@click.pass_obj
def unseal(
    shell: Shell, file: Path, identity_file: Path | None, passphrase_file: Path | None, out: Path, as_json: bool
) -> None:
    """Open an age file, armored or not."""
    if not (identity_file or passphrase_file):
        raise click.UsageError("Give --identity-file or --passphrase-file.")
    passphrase = read_passphrase(passphrase_file) if passphrase_file else None
    sealing.unseal_file(file, out, identity_file=identity_file, passphrase=passphrase)
    _tell_written(shell, out, as_json)


def _tell_written(shell: Shell, out: Path, as_json: bool) -> None:
    say_json({"file": str(out)}) if as_json else say(shell.say("written", file=out))


COMMANDS = (import_file, attach, extract, hidden, seal, unseal)
