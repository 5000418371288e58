"""Commands about records: add, list, show, edit, history, search, delete, schema."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict

import click

from desktop.casework import passages, reading, records, timeline
from desktop.casework.conflicts import Conflict, Side, open_conflicts
from desktop.casework.find import search as find
from desktop.casework.records import Listed, Shown
from desktop.casework.timeline import HistoryLine
from desktop.casework.workspace import Workspace
from desktop.cli.printing import claimed, say, say_json
from desktop.cli.reading_json import read_object, read_records
from desktop.cli.shell import Shell, json_option, with_vault
from desktop.cli.telling_doubts import strict_option, tell_doubts
from desktop.domain.registry import KINDS
from desktop.domain.schema import json_schema

_PAGE = 500

kind_argument = click.argument("kind", type=click.Choice(list(KINDS)), metavar="KIND")


@click.command()
@with_vault
@kind_argument
@strict_option
@json_option
def add(shell: Shell, ws: Workspace, kind: str, strict: bool, as_json: bool) -> None:
    """Keep new records of KIND from JSON Lines on standard input, all or none; prints their ids.

    What a field takes is in `schema`. A date may be given in words ("March 2024"), which are kept, or as
    {"edtf": "2024-03", "words": "March 2024"}. A field or code this program does not know is kept, and told on
    standard error.
    """
    untrusted = read_records(sys.stdin.read())
    tell_doubts(shell, ws, kind, untrusted, strict=strict)
    for record in records.add(ws, kind, untrusted).created:
        say_json({"id": record, "code": ws.vault.code(record), "kind": kind}) if as_json else say(record)


@click.command("list")
@with_vault
@kind_argument
@click.option("--text", default="", help="Only those with these words.")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="At most so many.")
@click.option("--deleted", is_flag=True, help="Deleted ones too.")
@json_option
def list_records(
    shell: Shell, ws: Workspace, kind: str, text: str, limit: int | None, deleted: bool, as_json: bool
) -> None:
    """List the records of KIND, what changed last first."""
    told = 0
    while limit is None or told < limit:
        room = _PAGE if limit is None else min(_PAGE, limit - told)
        page = records.list_records(ws, kind, text=text, offset=told, limit=room, deleted=deleted)
        for row in page.rows:
            say_json(asdict(row)) if as_json else say(line(shell, row))
        told += len(page.rows)
        if len(page.rows) < room:
            return


def line(shell: Shell, row: Listed) -> str:
    """A record on one line: its code, its title, what is odd about it."""
    marks = [shell.say("deleted")] if row.deleted else []
    return "  ".join([row.code, row.title, *marks])


@click.command()
@with_vault
@click.argument("record", metavar="ID|CODE")
@json_option
def show(shell: Shell, ws: Workspace, record: str, as_json: bool) -> None:
    """Show one record; with --json as `edit` takes it."""
    shown = records.show(ws, records.resolve(ws, record))
    rivals = open_conflicts(ws, shown.id) if shown.conflicts else ()
    if as_json:
        say_json(as_object(shown, rivals))
    else:
        _tell(shell, ws, shown, rivals)


def as_object(shown: Shown, rivals: Sequence[Conflict]) -> dict[str, object]:
    """A record for machines; `fields` is what `add` and `edit` take. rivals: of each open conflict all values."""
    return {
        "id": shown.id,
        "code": shown.code,
        "kind": shown.kind,
        "title": shown.title,
        "updated": shown.updated,
        "deleted": shown.deleted,
        "erased": shown.erased,
        "sealed": shown.sealed,
        "readable": shown.readable,
        "conflicts": list(shown.conflicts),
        "rivals": {conflict.path: [asdict(side) for side in conflict.sides] for conflict in rivals},
        "gaps": dict(shown.gaps),
        "lacks": [path for path, _ in shown.lacks],
        "fields": shown.nested,
    }


def _tell(shell: Shell, ws: Workspace, shown: Shown, rivals: Sequence[Conflict]) -> None:
    say(
        f"{shown.code}  {KINDS[shown.kind].label(shell.language) if shown.kind in KINDS else shown.kind}  {shown.title}"
    )
    say(shown.id)
    for state, holds in (("deleted", shown.deleted), ("erased", shown.erased), ("sealed", not shown.readable)):
        if holds:
            say(shell.say(state))
    _tell_values(shell, ws, shown)
    for conflict in rivals:
        say(shell.say("conflict", field=conflict.label))
        for side in conflict.sides:
            say(_rival(shell, ws, conflict, side))
    for path, gap in shown.gaps.items():
        say(f"{reading.label(ws, shown.kind, path)}: {shell.say(gap)}")
    for path, _ in shown.lacks:
        say(shell.say("lacks", field=reading.label(ws, shown.kind, path)))


def _tell_values(shell: Shell, ws: Workspace, shown: Shown) -> None:
    for fact in reading.facts(ws, shown.kind, shown.nested):
        say(f"{fact.label}: {fact.text}")
    for passage in passages.changed(ws, shown.nested):
        say(shell.say(f"words_{passage.standing}", words=passage.words))
    if shown.newer:
        say(shell.say("newer"))
    for fact in shown.newer:
        say(f"    {fact.label}: {fact.text}")


def _rival(shell: Shell, ws: Workspace, conflict: Conflict, side: Side) -> str:
    """Who says what; which of them changed it where the other took it away."""
    author = shell.say("ours") if side.own else side.author
    value = (side.text or "–") if side.state == "here" else shell.say(side.state)
    field = "" if side.path == conflict.path else f"{reading.label(ws, conflict.kind, side.path)}: "
    return shell.say("rival", author=author, at=claimed(side.at), value=field + value)


@click.command()
@with_vault
@click.argument("record", metavar="ID|CODE")
@strict_option
@json_option
def edit(shell: Shell, ws: Workspace, record: str, strict: bool, as_json: bool) -> None:
    """Change a record by a JSON merge patch (RFC 7396) on standard input; prints its id.

    Lists are objects by item id, null clears or removes, dates are as in `add`. A field or code this program does not
    know is kept, and told on standard error.
    """
    found = records.resolve(ws, record)
    untrusted = read_object(sys.stdin.read())
    kind = ws.vault.kind_of(found)
    if kind is not None and kind in KINDS:
        tell_doubts(shell, ws, kind, [untrusted], strict=strict)
    changed = bool(records.edit(ws, found, untrusted).records)
    say_json({"id": found, "code": ws.vault.code(found), "changed": changed}) if as_json else say(found)


@click.command()
@with_vault
@click.argument("record", metavar="ID|CODE")
@json_option
def history(shell: Shell, ws: Workspace, record: str, as_json: bool) -> None:
    """Show who changed what in a record, the oldest first."""
    for entry in timeline.history(ws, records.resolve(ws, record)):
        if as_json:
            say_json(asdict(entry))
        else:
            _tell_entry(shell, entry)


def _tell_entry(shell: Shell, entry: HistoryLine) -> None:
    author = shell.say("ours") if entry.own else entry.author
    say(f"{entry.revision[:16]}  {claimed(entry.at)}  {author}  {shell.say('history_' + entry.kind)}")
    for change in entry.changes:
        after = change.after if change.state == "here" else shell.say(change.state)
        say(f"    {change.label}: {change.before or '–'} → {after or '–'}")


@click.command()
@with_vault
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=100, help="At most so many.")
@click.option("--first-hand", is_flag=True, help="Only what somebody saw, heard or lived through themselves.")
@json_option
def search(shell: Shell, ws: Workspace, words: Sequence[str], limit: int, first_hand: bool, as_json: bool) -> None:
    """Find every record with all the WORDS: Chinese in either script, pinyin for names, codes, terms of lists."""
    found = find(ws, " ".join(words), limit=limit, first_hand_only=first_hand)
    for hit in found:
        if as_json:
            say_json(asdict(hit))
            continue
        snippet = "".join(f"[{piece}]" if marked else piece for piece, marked in hit.snippet)
        where = f"{hit.field}: {snippet}" if hit.field and snippet else hit.field or snippet
        say("  ".join(part for part in (hit.code, hit.kind_label, hit.title, where) if part))
    if not found and not as_json:
        say(shell.say("nothing_found"))


@click.command()
@with_vault
@click.argument("record", metavar="ID|CODE")
@click.option("--undo", is_flag=True, help="Bring it back.")
@json_option
def delete(shell: Shell, ws: Workspace, record: str, undo: bool, as_json: bool) -> None:
    """Put a record aside, or bring it back; nothing is lost. To destroy it, use `erase`."""
    found = records.resolve(ws, record)
    records.undelete(ws, found) if undo else records.delete(ws, found)
    say_json({"id": found, "code": ws.vault.code(found), "deleted": not undo}) if as_json else say(found)


@click.command()
@kind_argument
@click.option("--json", "_as_json", is_flag=True, help="As every command has; a schema is JSON either way.")
def schema(kind: str, _as_json: bool) -> None:
    """Print the JSON Schema of KIND."""
    say_json(json_schema(kind))


COMMANDS = (add, list_records, show, edit, history, search, delete, schema)
