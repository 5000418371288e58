"""Who has something already, in words: a contact, whoever has a passphrase, whoever got at what was written out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.casework.held import HeldElsewhere


def who_has(one: HeldElsewhere) -> str:
    """Whoever has it."""
    if one.to:
        return one.to
    if one.way == "tables":
        return QCoreApplication.translate("HasIt", "Whoever got at the tables written out")
    if one.way == "file":
        return QCoreApplication.translate("HasIt", "Whoever got at the copy of a file")
    if one.way == "submission":
        return QCoreApplication.translate("HasIt", "Whoever got the form written out")
    return QCoreApplication.translate("HasIt", "Whoever has the passphrase of that package")


def what_for(one: HeldElsewhere) -> str:
    """What it was given for, as far as that was noted."""
    return QCoreApplication.translate("HasIt", "It came from them") if one.theirs else one.purpose
