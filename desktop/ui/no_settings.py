"""Qt keeps no settings of its own on the host."""

from __future__ import annotations

from PySide6.QtCore import QSettings

NOWHERE = "/dev/null/jiashu"  # a folder that cannot be made: what is written there is gone


def keep_no_settings() -> None:
    """Send Qt's own settings nowhere. Its file dialog would write down the folders somebody looked into."""
    for layout in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(layout, scope, NOWHERE)
