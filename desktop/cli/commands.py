"""Which module has which command: it is loaded, with all it leans on, once the command is asked for."""

from __future__ import annotations

import importlib
from typing import cast

import click

from desktop.cli.shell import speaking

MODULES = {
    "vault_commands": ("create", "passphrase", "verify", "export-all"),
    "recovery_commands": ("recovery",),
    "key_commands": ("key-file",),
    "safekeeping_commands": ("backup", "restore", "drill", "mend"),
    "rescue_commands": ("rescue", "merge-copy"),
    "record_commands": ("add", "list", "show", "edit", "history", "search", "delete", "schema"),
    "consent_commands": ("withdraw", "approve"),
    "same_commands": ("perhaps-same", "decide-same"),
    "due_commands": ("due",),
    "erase_commands": ("erase",),
    "destroy_commands": ("destroy",),
    "file_commands": ("import", "attach", "extract", "hidden", "seal", "unseal"),
    "report_commands": ("submission", "report"),
    "renewing_commands": ("renew-keys",),
    "exchange_commands": ("contact", "handoff", "receive"),
    "demo": ("demo",),
}


class Commands(click.Group):
    """All commands; of their modules only that of the one that is run is loaded, which a third of a start hangs on."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all, loaded or not."""
        return sorted(name for names in MODULES.values() for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, its module loaded; None if there is none."""
        if cmd_name not in self.commands:
            for module in (module for module, names in MODULES.items() if cmd_name in names):
                for command in commands_of(module):
                    self.add_command(speaking(command))
        return self.commands.get(cmd_name)


def commands_of(module: str) -> tuple[click.Command, ...]:
    """What a module of commands has."""
    return cast(tuple[click.Command, ...], importlib.import_module(f"desktop.cli.{module}").COMMANDS)
