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


def what_went(one: HeldElsewhere) -> str:
    """In which form they have it."""
    words = {
        "transfer": QCoreApplication.translate("HasIt", "Hand-over with names, to our team"),
        "redacted": QCoreApplication.translate("HasIt", "Redacted copy"),
        "passphrase": QCoreApplication.translate("HasIt", "Redacted copy with a passphrase"),
        "received": QCoreApplication.translate("HasIt", "Hand-over that came from them"),
        "tables": QCoreApplication.translate("HasIt", "Tables, not encrypted"),
        "file": QCoreApplication.translate("HasIt", "A file, not encrypted"),
        "submission": QCoreApplication.translate("HasIt", "A form, not encrypted"),
    }
    return words.get(one.kind, "")


def what_for(one: HeldElsewhere) -> str:
    """What it was given for, as far as that was noted."""
    return QCoreApplication.translate("HasIt", "It came from them") if one.theirs else one.purpose
