"""Loads PySide and keeps Python's own import, since PySide's reads the source of every module loaded after it."""

from __future__ import annotations

import builtins


def load_pyside() -> None:
    """To be called before anything else imports PySide.

    It puts an import of its own in place, which looks for `from __feature__ import` in every module; nothing here says
    that. It would cost a twentieth of the start, and as much again while somebody types the passphrase.
    """
    pythons = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = pythons
