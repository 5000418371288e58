"""Decide from the command line which part of the program starts."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.hardening import harden, hold_streams

HELPER = "--jiashu-helper"


def main(argv: Sequence[str] | None = None) -> int:
    """Start what the words ask for; return the exit code.

    No words open the window. ``--jiashu-helper`` comes first and imports nothing else: the process that
    reads strangers' pictures must never have held a key. Each part is imported only when it is the one; before any of
    them can hold a key the process is closed to others.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == [HELPER]:
        from desktop.formats import helper

        return helper.main(words[1:])
    harden()
    hold_streams()
    if not words:
        return _open_window()
    if words[0] == "window":
        return _window(words[1:])
    from desktop.cli.main import run as run_shell

    return run_shell(words)


def _window(words: Sequence[str]) -> int:
    """Open the window on one vault; with ``--smoke`` take its picture once it is unlocked, and quit."""
    import argparse

    parser = argparse.ArgumentParser(prog="jiashu window", description="Open the window on a vault.")
    parser.add_argument("vault", nargs="?", type=Path, help="the vault's folder")
    parser.add_argument("--smoke", type=Path, metavar="PNG", help="unlock, save a picture of the window here, quit")
    parser.add_argument("--passphrase-file", type=Path, help="where the passphrase is read from; may be a pipe")
    parser.add_argument("--anew", type=int, help=argparse.SUPPRESS)  # given by the program alone, after a lock
    chosen = parser.parse_args(words)
    return _open_window(chosen.vault, chosen.smoke, chosen.passphrase_file, chosen.anew)


def _open_window(
    vault: Path | None = None,
    smoke: Path | None = None,
    passphrase_file: Path | None = None,
    left: int | None = None,
) -> int:
    """Garbage is collected only once the window is shown: what starting makes is nearly all kept."""
    gc.disable()
    from desktop.ui import plain_import

    plain_import.load_pyside()
    from desktop.app import run_window

    return run_window(smoke=smoke, vault=vault, passphrase_file=passphrase_file, left=left)


if __name__ == "__main__":
    sys.exit(main())
