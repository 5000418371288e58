"""Commands for what goes to and comes from colleagues: contact, handoff, receive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from desktop.casework import contacts, handoff, records
from desktop.casework import receive as receiving
from desktop.casework.handoff import Handoff
from desktop.casework.receive import ReceivePreview
from desktop.casework.workspace import Workspace
from desktop.cli.leaving import as_object, tell_leaving
from desktop.cli.options import SIZE
from desktop.cli.printing import claimed, say, say_json
from desktop.cli.shell import Shell, accept_option, json_option, read_passphrase, with_vault

_file = click.Path(path_type=Path)


@click.command()
@with_vault
@click.argument("action", type=click.Choice(["show", "add", "rename", "list"]), metavar="show|add|rename|list")
@click.argument("which", required=False, metavar="[FILE|CONTACT]")
@click.option("--our-team", is_flag=True, help="With add: somebody of our team, who gets transfers.")
@click.option("--verified", is_flag=True, help="With add: we have compared the words.")
@click.option(
    "--name",
    default="",
    help="With show: what colleagues see on our card from now on. With add, rename: what we call the contact.",
)
@click.option("--unnamed", is_flag=True, help="With show: our card may go without a name.")
@json_option
def contact(
    shell: Shell,
    ws: Workspace,
    action: str,
    which: str | None,
    our_team: bool,
    verified: bool,
    name: str,
    unnamed: bool,
    as_json: bool,
) -> None:
    """Show our contact card, add a colleague's from FILE, call a CONTACT otherwise, or list the contacts.

    A contact keeps the name we gave, whatever a newer card says: consents that name recipients mean that name.
    """
    if (action in {"add", "rename"}) != (which is not None):
        raise click.UsageError("FILE goes with `add`, CONTACT with `rename`, and nothing with the others.")
    if action == "rename" and not name:
        raise click.UsageError("`rename` wants --name.")
    if action == "show":
        _name_own(ws, name, unnamed)
        _show_own(shell, ws, as_json)
    elif which is None:
        _list(shell, ws, as_json)
    elif action == "add":
        _add(shell, ws, Path(which), name, our_team, verified, as_json)
    else:
        contacts.rename(ws, contacts.resolve_contact(ws, which).id, name)
        say_json({"called": name}) if as_json else say(shell.say("contact_renamed", name=name))


def _name_own(ws: Workspace, name: str, unnamed: bool) -> None:
    """An unnamed card is asked about before it leaves, once."""
    if name:
        contacts.rename_own(ws, name)
    elif unnamed:
        contacts.leave_unnamed(ws)
    contacts.check_named(ws)


def _show_own(shell: Shell, ws: Workspace, as_json: bool) -> None:
    """The card itself on standard output, so that it can be put into a file; words to read aloud beside it."""
    card = contacts.own_card(ws)
    if as_json:
        say_json(asdict(card))
        return
    say(card.text)
    click.echo(f"{card.name}  {card.words}", err=True)


def _add(shell: Shell, ws: Workspace, file: Path, name: str, our_team: bool, verified: bool, as_json: bool) -> None:
    preview = contacts.preview_card_file(ws, file)
    contacts.add_card(ws, preview, name=name, our_team=our_team, verified=verified)
    known = contacts.resolve_contact(ws, preview.fingerprint)
    if as_json:
        told = {"id": known.id, "name": preview.name, "called": known.name}
        say_json({**told, "standing": preview.standing, "words": preview.words})
        return
    say(shell.say("card_standing_" + preview.standing))
    say(shell.say("contact_added", name=known.name) + _calls_themselves(shell, known.calls_themselves))
    if not preview.bare_key:  # there is no key of theirs the words could be of
        say(shell.say("fingerprint_words"))
        say(preview.words)


def _list(shell: Shell, ws: Workspace, as_json: bool) -> None:
    for known in contacts.contacts(ws):
        if as_json:
            say_json(asdict(known))
            continue
        compared = "bare_key" if known.bare_key else "verified" if known.verified else "unverified"
        marks = [shell.say(compared)]
        marks += [shell.say("our_team")] if known.our_team else []
        say("  ".join([known.id[:16], known.name, *marks]) + _calls_themselves(shell, known.calls_themselves))


def _calls_themselves(shell: Shell, name: str) -> str:
    return shell.say("calls_themselves", name=name) if name else ""


@click.command("handoff")
@with_vault
@click.option("--case", required=True, metavar="CODE")
@click.option("--to", "receivers", multiple=True, metavar="CONTACT", help="Name or fingerprint; may be repeated.")
@click.option("--passphrase-for-package", type=_file, metavar="F", help="For somebody with only a passphrase.")
@click.option("--redacted", is_flag=True, help="A redacted copy: codes for names, no history, consent asked.")
@click.option("--scope", default=handoff.DEFAULT_SCOPE, help="What a redacted copy is for (consent scope).")
@click.option("--purpose", default="", help="In words, for the receiver.")
@click.option(
    "--keep-hidden",
    multiple=True,
    metavar="EVIDENCE",
    help="A file that goes into a redacted copy as it is, with place, camera and author in it; may be repeated.",
)
@click.option("--out", type=_file, required=True, help="The file; a folder for several redacted copies.")
@click.option(
    "--part-size",
    type=SIZE,
    metavar="SIZE",
    help="Write it in parts OUT.001, OUT.002, … of at most SIZE: 20M for mail, 4000M for a stick with FAT32.",
)
@accept_option
@json_option
def hand_off(
    shell: Shell,
    ws: Workspace,
    case: str,
    receivers: Sequence[str],
    passphrase_for_package: Path | None,
    redacted: bool,
    scope: str,
    purpose: str,
    keep_hidden: Sequence[str],
    out: Path,
    part_size: int | None,
    accept: bool,
    as_json: bool,
) -> None:
    """Hand a case over as a sealed package: exactly what leaves and what stays; with --accept, write it."""
    if bool(receivers) == bool(passphrase_for_package):
        raise click.UsageError("Give --to, or --passphrase-for-package.")
    wanted = Handoff(
        case=records.resolve(ws, case, "case"),
        mode="redacted" if redacted or passphrase_for_package else "transfer",
        to=tuple(contacts.resolve_contact(ws, text).id for text in receivers),
        scope=scope,
        purpose=purpose,
        keep_hidden=tuple(records.resolve(ws, code, "evidence") for code in keep_hidden),
    )
    preview = handoff.preview_handoff(ws, wanted)
    say_json(as_object(preview)) if as_json else tell_leaving(shell, ws, preview)
    if not accept:
        if not as_json:
            say(shell.say("add_accept"))
        return
    contacts.check_named(ws)  # our card goes along
    passphrase = read_passphrase(passphrase_for_package) if passphrase_for_package else None
    for file in handoff.hand_off(ws, preview, out, passphrase=passphrase, part_size=part_size).files:
        say_json({"file": str(file)}) if as_json else say(shell.say("handed_over", file=file))
    if part_size and not as_json:
        say(shell.say("in_parts"))


@click.command()
@with_vault
@click.argument("file", type=_file)
@click.option("--passphrase-for-package", type=_file, metavar="F", help="If it was sealed with a passphrase.")
@accept_option
@click.option("--accept-erasures", is_flag=True, help="With --accept: accept what they erased or allowed too.")
@json_option
def receive(
    shell: Shell,
    ws: Workspace,
    file: Path,
    passphrase_for_package: Path | None,
    accept: bool,
    accept_erasures: bool,
    as_json: bool,
) -> None:
    """Look at a package, and with --accept merge it."""
    passphrase = read_passphrase(passphrase_for_package) if passphrase_for_package else None
    preview = receiving.preview_package(ws, file, passphrase=passphrase)
    _tell_arriving_json(preview) if as_json else _tell_arriving(shell, preview)
    if not accept:
        if not as_json:
            say(shell.say("add_accept"))
        return
    accepted = frozenset(decision.id for decision in preview.decisions) if accept_erasures else frozenset[str]()
    done = receiving.receive(ws, preview, accepted=accepted, passphrase=passphrase)
    counted = ("new", "merged", "conflicts", "accepted", "refused", "evidence", "waiting")
    told = {name: getattr(done, name) for name in counted}
    if as_json:
        say_json(told)
        return
    say(shell.say("received", **told))
    if done.waiting:
        say(shell.say("names_wait"))
    if preview.decisions:
        say(shell.say("decided", **told))


def _tell_arriving_json(preview: ReceivePreview) -> None:
    for arriving in preview.arriving:
        say_json(asdict(arriving))
    for decision in preview.decisions:
        say_json(asdict(decision))
    say_json(
        {
            "signer": preview.signer,
            "signer_calls": preview.signer_calls,
            "signer_known": preview.signer_known,
            "signer_verified": preview.signer_known and not preview.signer_words,
            "kind": preview.kind,
            "purpose": preview.purpose,
            "made_at": preview.made_at,
            "nothing_new": preview.nothing_new,
            "identities_waiting": preview.identities_waiting,
            "evidence_files": preview.evidence_files,
            "cleared": list(preview.cleared),
            "conditions": [{"person": one.person, "words": one.words} for one in preview.conditions],
        }
    )


def _tell_decisions(shell: Shell, preview: ReceivePreview) -> None:
    """What somebody here has to decide, or to see to."""
    for decision in preview.decisions:
        before = shell.say("refused_before") if decision.refused_before else ""
        what = " · ".join(part for part in (decision.kind_label, decision.title, decision.detail, before) if part)
        say(shell.say("decision_" + decision.what, what=what))
    for path in preview.cleared:
        say(shell.say("cleared", what=path))
    for one in preview.conditions:
        say(shell.say("agreed_on_condition", who=one.name, words=one.words))


def _tell_arriving(shell: Shell, preview: ReceivePreview) -> None:
    signer = preview.signer + _calls_themselves(shell, preview.signer_calls)
    say(shell.say("from", name=signer, at=claimed(preview.made_at)))
    if preview.signer_card is not None:
        say(shell.say("unknown_signer", words=preview.signer_card.words))
    if preview.signer_words:
        say(shell.say("unverified_signer", words=preview.signer_words))
    for arriving in preview.arriving:
        what = f"{arriving.kind_label} · {arriving.title}"
        say(shell.say("arriving_" + arriving.what, what=what))
        for name in arriving.conflicts:
            say(shell.say("arriving_conflict", what=what, field=name))
    _tell_decisions(shell, preview)
    if preview.evidence_files:
        say(shell.say("evidence_files", count=preview.evidence_files, size=preview.evidence_bytes))
    if preview.identities_waiting:
        say(shell.say("names_will_wait"))
    if preview.nothing_new:
        say(shell.say("nothing_new"))


COMMANDS = (contact, hand_off, receive)
