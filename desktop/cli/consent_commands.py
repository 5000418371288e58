"""Commands about consents: one that takes one back, one that approves a colleague's; looked at first, then --accept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import click

from desktop.casework import approving, records, withdrawal
from desktop.casework.approving import ToApprove
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


@click.command()
@with_vault
@click.argument("consent", metavar="[ID|CODE]", required=False)
@click.option("--no", "declined", is_flag=True, help="Do not approve it; say why with --reason.")
@click.option("--reason", default="", help="Your reason; needed for a no. It stays in this shell's history.")
@accept_option
@json_option
def approve(
    shell: Shell, ws: Workspace, consent: str | None, declined: bool, reason: str, accept: bool, as_json: bool
) -> None:
    """Approve a colleague's consent that needs a second person; without one, list those that wait for us."""
    if consent is None:
        found = approving.waiting(ws)
    else:
        found = (approving.to_approve(ws, records.resolve(ws, consent, "consent")),)
    if as_json:
        for one in found:
            say_json({**asdict(one), "code": ws.vault.code(one.consent)})
    else:
        _tell_waiting(shell, ws, found)
    if consent is not None and accept:
        approving.approve(ws, found[0].consent, "declined" if declined else "approved", reason, shown=found[0].wording)
        if not as_json:
            say(shell.say("approval_declined" if declined else "approval_given"))
    elif consent is not None and not as_json:
        say(shell.say("add_accept"))


def _tell_waiting(shell: Shell, ws: Workspace, found: Sequence[ToApprove]) -> None:
    for one in found:
        say(shell.say("approval_waits", who=one.called, code=ws.vault.code(one.consent)))
        for use in one.uses:
            say(shell.say("approval_allows", use=use.label))
        for label, words in one.why:
            say(f"{label}: {words}")
        if one.lacks:
            say(shell.say("approval_lacks", field=one.lacks))
    if not found:
        say(shell.say("approval_none"))


COMMANDS = (withdraw, approve)
