"""The command that takes a consent back: first what stops and who has something, then, with --accept, for good."""

from __future__ import annotations

from dataclasses import asdict

import click

from desktop.casework import records, withdrawal
from desktop.casework.withdrawal import Withdrawal
from desktop.casework.workspace import JSON, Workspace
from desktop.cli.printing import say, say_json
from desktop.cli.shell import Shell, accept_option, json_option, with_vault
from desktop.cli.telling_held import held_words
from desktop.domain.consent_scopes import SCOPES
from desktop.domain.date_words import parse_words


def _date(_context: click.Context, _parameter: click.Parameter, words: str | None) -> JSON:
    """A date as a record keeps it, however it is written."""
    if words is not None and not words.strip():
        raise click.BadParameter("give a date, or leave it out for today.")
    return parse_words(words).to_json() if words is not None else None


@click.command()
@with_vault
@click.argument("consent", metavar="ID|CODE")
@click.option("--on", metavar="DATE", callback=_date, help="The day they said so (else today).")
@click.option("--use", "uses", multiple=True, type=click.Choice(list(SCOPES)), metavar="CODE", help="Only this use.")
@accept_option
@json_option
def withdraw(
    shell: Shell, ws: Workspace, consent: str, on: JSON, uses: tuple[str, ...], accept: bool, as_json: bool
) -> None:
    """Record that somebody takes a consent back; the consent, or the person, by id or code."""
    preview = withdrawal.preview_withdrawal(ws, records.resolve(ws, consent), only=uses)
    if not as_json:
        _tell(shell, preview)
    made = withdrawal.withdraw(ws, preview, on=on).created if accept else ()
    if as_json:
        say_json({**asdict(preview), "done": accept, "created": list(made)})
    else:
        say(shell.say("withdrawal_recorded" if accept else "add_accept"))


def _tell(shell: Shell, preview: Withdrawal) -> None:
    say(shell.say("withdrawal_of", who=preview.called))
    for scope in preview.stops:
        say(shell.say("use_stops", use=scope.label))
    if not preview.stops:
        say(shell.say("nothing_stops"))
    for scope in preview.goes_on:
        say(shell.say("use_goes_on", use=scope.label))
    for held in preview.sent:
        say(held_words(shell, held))
    say(shell.say("tell_them" if preview.sent else "nothing_sent"))


COMMANDS = (withdraw,)
