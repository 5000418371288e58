"""Forms for the UN, deadlines and tables from a shell."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.casework import earlier_tables, records, reports, submission, submission_file
from desktop.casework.submission import Preview
from desktop.casework.submission_file import Form
from desktop.casework.workspace import Workspace
from desktop.cli.printing import day, say, say_json, warn
from desktop.cli.shell import Shell, json_option, with_vault

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("submission")
@with_vault
@click.argument("form", metavar="ID|CODE")
@click.option("--write", "to", type=FILE, metavar="FILE", help="Write the form to this new file.")
@click.option("--as", "as_", type=click.Choice(["txt", "json"]), default="txt", help="Plain text, or for programs.")
@json_option
def submission_command(shell: Shell, ws: Workspace, form: str, to: Path | None, as_: Form, as_json: bool) -> None:
    """Show what a form for the UN says and lacks; with --write, write it."""
    preview = submission.preview(ws, records.resolve(ws, form, "submission"))
    if as_json:
        say_json({"form": submission_file.as_json(ws, preview), "stops": [stop.code for stop in preview.stops]})
    else:
        _tell(shell, ws, preview)
    if to is not None:
        submission_file.write(ws, preview, to, as_)
        if not as_json:
            say(shell.say("form_written"))


@click.command("report")
@with_vault
@click.argument("report", type=click.Choice(list(reports.REPORTS)), metavar="REPORT")
@click.option("--for-others", is_flag=True, help="Counts under 3 unsaid, and nobody counted who did not agree to it.")
@json_option
def report_command(shell: Shell, ws: Workspace, report: str, for_others: bool, as_json: bool) -> None:
    """Print a table: acts by takeaway, by relationship, by how far redress got…"""
    others = reports.table_for_others(ws, report) if for_others else None
    made = others.table if others else reports.table(ws, report)
    for row in made.rows:
        say_json(dict(zip(made.columns, row, strict=True))) if as_json else say(_line(row))
    if not made.rows and not as_json:
        say(shell.say("nothing_to_count"))
    if made.left_out:  # beside the table, which may be sent on as it was printed
        warn(shell.say("not_counted", count=made.left_out))
    if others and others.beside:
        on = day(others.beside.at, ws.language)
        warn(shell.say("table_beside_earlier", day=on, count=others.beside.counts))
    if others:
        earlier_tables.note(ws, report, others.english)


def _tell(shell: Shell, ws: Workspace, preview: Preview) -> None:
    say(submission_file.as_text(ws, preview))
    say("")
    for stop in preview.stops:
        say(shell.sentence(stop))
    for one in preview.left_out:
        say(shell.say("form_left_out", code=ws.vault.code(one.record), reason=submission.left_out_words(ws, one)))
    if preview.ready:
        say(shell.say("form_ready"))


def _line(row: tuple[str | int, ...]) -> str:
    return " · ".join(map(str, row))


COMMANDS = (submission_command, report_command)
