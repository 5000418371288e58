"""The command line: `jiashu COMMAND VAULT …` does from a shell what the window does."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import click

from desktop.cli import crash
from desktop.cli.commands import Commands
from desktop.cli.printing import drop, end, warn
from desktop.cli.shell import Shell
from desktop.errors import Damaged, Hindered, JiashuError, Refused

DONE, REFUSED, MISUSED, DAMAGED, HINDERED = 0, 1, 2, 3, 4
INTERRUPTED = 130

_CODES = ((Refused, REFUSED), (Damaged, DAMAGED), (Hindered, HINDERED))


@click.group(
    name="jiashu",
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command, or as `jiashu window [VAULT]`, the window opens. "
    "Exit codes: 0 done, 1 refused, 2 usage, 3 damaged, 4 hindered, 70 a fault of the program itself.",
)
def program() -> None:
    """Record testimony in an encrypted vault, find it, hand it over, receive it. Offline."""


def run(words: Sequence[str]) -> int:
    """The process's one command; should the program itself fail, nothing of a record reaches the terminal."""
    crash.install()
    return main(words)


def main(words: Sequence[str]) -> int:
    """Run one command; returns its exit code and never raises what a person can do something about."""
    _speak_utf8()
    shell = Shell()
    code = _told(shell, lambda: program.main(args=list(words), prog_name="jiashu", standalone_mode=False, obj=shell))
    return _told(shell, end) or code


def _told(shell: Shell, work: Callable[[], object]) -> int:
    try:
        work()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as misuse:
        misuse.show(sys.stderr)
        return MISUSED
    except (click.Abort, KeyboardInterrupt):
        warn(shell.say("interrupted"))
        return INTERRUPTED
    except BrokenPipeError:  # whoever read us has seen enough
        drop()
        return DONE
    except JiashuError as error:
        warn(shell.sentence(error))
        return next(code for kind, code in _CODES if isinstance(error, kind))
    return DONE


def _speak_utf8() -> None:
    """Names are not ASCII, whatever the terminal claims."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
