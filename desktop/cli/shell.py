"""What the commands share: the language, the passphrases, the unlocked vault."""

from __future__ import annotations

import getpass
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import update_wrapper
from pathlib import Path
from typing import Any, TypeVar

import click

from desktop import places
from desktop.casework import key_files, renewing, vaults
from desktop.casework.workspace import Workspace
from desktop.cli.printing import warn
from desktop.cli.words import LANGUAGES, own_words, words
from desktop.domain.vocabulary import Vocabularies
from desktop.errors import Damaged, Hindered, JiashuError, Refused
from desktop.messages import Messages

_LONGEST_PASSPHRASE = 1024 * 1024
_MANY = 1000  # records; fewer are made anew in a moment
_MOST_NOTICES = 10

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass
class Shell:
    """One run of the command line. language: of every sentence, label and title."""

    language: str = field(default_factory=lambda: spoken(os.environ))

    def say(self, key: str, **details: object) -> str:
        """A phrase of ours in the language of this run."""
        return words(key, self.language).format(**details)

    def sentence(self, error: JiashuError) -> str:
        """What happened, what is safe and what to do next; the code at the end is for scripts and for support."""
        told = own_words(error.code, self.language)
        sentence = told.format(**{"needed": "…", **error.details}) if told else str(self._messages().explain(error))
        return f"{sentence} [{error.code}]"

    def _messages(self) -> Messages:
        return Messages.load(places.resources() / "messages", self.language)


def spoken(environment: Any) -> str:
    """The language the environment asks for, as far as we speak it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = environment.get(name, "")
        if wanted:
            return "zh_Hans" if wanted.lower().startswith("zh") else "en"
    return "en"


def speaking(command: click.Command) -> click.Command:
    """The command, which can now be asked for another language."""
    command.params.append(
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            callback=_speak,
            expose_value=False,
            is_eager=True,
            help="Language of sentences and labels (else as LANG says).",
        )
    )
    return command


def _speak(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value:
        context.find_root().obj.language = value


def read_passphrase(path: Path) -> str:
    """The passphrase in a file or pipe; one newline at its end is dropped, nothing else.

    Hindered `file.unreadable`; Refused `passphrase.too_long`, `passphrase.encoding`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST_PASSPHRASE + 2)
    except OSError:
        raise Hindered("file.unreadable") from None
    content = content.removesuffix(b"\n").removesuffix(b"\r")
    if len(content) > _LONGEST_PASSPHRASE:
        raise Refused("passphrase.too_long", longest=_LONGEST_PASSPHRASE)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("passphrase.encoding") from None


def asked_passphrase(path: Path | None, prompt: str, *, twice: bool = False) -> str:
    """From the file if one is named, else typed without being shown; a script without either is misused."""
    if path is not None:
        return read_passphrase(path)
    if not sys.stdin.isatty():
        raise click.UsageError("No terminal to ask for the passphrase: give --passphrase-file.")
    typed = getpass.getpass(prompt + ": ")
    if twice and getpass.getpass("… ") != typed:
        raise Refused("passphrase.differs")
    return typed


def vocabularies() -> Vocabularies:
    """The vocabularies the program came with."""
    return Vocabularies.from_tables(places.read_tables())


def clock() -> int:
    """UTC seconds."""
    return int(time.time())


@contextmanager
def unlocked(
    shell: Shell, folder: Path, passphrase: str, identity_passphrase: str | None, key_file: str | None = None
) -> Iterator[Workspace]:
    """The vault open for one command, and locked again whatever happens. key_file: its text, where one is given."""
    vault = vaults.unlock(folder, passphrase, clock=clock, identity_passphrase=identity_passphrase, key_file=key_file)
    try:
        tell_noticed(shell, vault.notices)
        ws = Workspace(vault, vocabularies(), clock, shell.language)
        _renew_lists(shell, ws)
        yield ws
    finally:
        vaults.lock(vault)


def tell_noticed(shell: Shell, notices: Sequence[JiashuError]) -> None:
    """What unlocking noticed goes to standard error, so that what a script reads stays as it is."""
    for notice in notices[:_MOST_NOTICES]:
        warn(shell.sentence(notice))
    if len(notices) > _MOST_NOTICES:
        warn(shell.say("more_notices", count=len(notices) - _MOST_NOTICES))


def _renew_lists(shell: Shell, ws: Workspace) -> None:
    """Lists an older program made are made anew before the command; where that cannot be, it is said, no more."""
    step = renewing.begin(ws)
    told = False
    try:
        while step and (done := step()):
            if not told and done[1] > _MANY:
                warn(shell.say("renewing_lists"))
                told = True
    except (Hindered, Damaged) as error:
        warn(shell.sentence(error))


_OPENING = (
    click.option(
        "--passphrase-file", type=click.Path(path_type=Path), metavar="PATH", help="Passphrase; may be a pipe."
    ),
    click.option(
        "--identity-passphrase-file",
        type=click.Path(path_type=Path),
        metavar="PATH",
        help="Passphrase of the identities, where they have their own.",
    ),
    click.option(
        "--key-file", type=click.Path(path_type=Path), metavar="PATH", help="Key file, where the vault needs one."
    ),
    click.argument("vault", type=click.Path(path_type=Path)),
)


def with_vault(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command VAULT and the options to unlock it; it is called with the shell and the workspace."""

    def run(
        shell: Shell,
        /,
        vault: Path,
        passphrase_file: Path | None,
        identity_passphrase_file: Path | None,
        key_file: Path | None,
        **rest: Any,
    ) -> None:
        key = None if key_file is None else key_files.read(key_file)
        passphrase = asked_passphrase(passphrase_file, shell.say("passphrase"))
        identity = read_passphrase(identity_passphrase_file) if identity_passphrase_file else None
        with unlocked(shell, vault, passphrase, identity, key) as ws:
            command(shell, ws, **rest)

    opening: Callable[..., None] = update_wrapper(click.pass_obj(run), command)
    for parameter in _OPENING:  # after the command's own, so that VAULT comes first
        opening = parameter(opening)
    return opening


def json_option(command: Command) -> Command:
    """Add ``--json``: for machines, JSON Lines where there are several."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")(command)


def accept_option(command: Command) -> Command:
    """Add ``--accept``: without it a deciding command only says what it would do."""
    return click.option("--accept", is_flag=True, help="Do it; without this only say what would be done.")(command)
