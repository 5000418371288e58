"""Telling who already has something that is now to go, or to stop."""

from __future__ import annotations

from desktop.casework.held import HeldElsewhere
from desktop.cli.printing import day
from desktop.cli.shell import Shell


def held_words(shell: Shell, held: HeldElsewhere) -> str:
    """Who has it: by day and purpose, since nobody knows a package by its digest."""
    purpose = shell.say("held_for", purpose=held.purpose) if held.purpose else ""
    by = f"held_by_{held.way}" if held.way else "held_by_passphrase"
    return shell.say(
        "held_by_contact" if held.to else by,
        to=held.to,
        day=day(held.at, shell.language),
        purpose=purpose,
    )
