"""Every page of the open vault: a new one is a module of its own and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.ui.change_passphrase import ChangePassphrase
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.quick_testimony import QuickTestimonyPage
from desktop.ui.record_page import RecordPage
from desktop.ui.records_page import RecordsPage
from desktop.ui.settings_page import SettingsPage
from desktop.ui.today import Today
from desktop.ui.tools import Tools


@dataclass(frozen=True)
class Room:
    """name: what a `Place` calls it. label: English, translated by `Desk`; "" keeps it out of the navigation.

    group: rooms of a group stand together. keys: a shortcut that leads there from anywhere.
    """

    name: str
    make: Callable[[Tools, Place], Page]
    label: object = ""
    icon: str = ""
    group: int = 0
    keys: str = ""


ROOMS: tuple[Room, ...] = (
    Room("today", Today, QT_TRANSLATE_NOOP("Desk", "Today"), "today", 1),
    Room("cases", RecordsPage, QT_TRANSLATE_NOOP("Desk", "Cases"), "case", 1),
    Room("people", RecordsPage, QT_TRANSLATE_NOOP("Desk", "People"), "person", 1),
    Room("testimonies", RecordsPage, QT_TRANSLATE_NOOP("Desk", "Testimonies"), "testimony", 1),
    Room("evidence", RecordsPage, QT_TRANSLATE_NOOP("Desk", "Evidence"), "evidence", 1),
    Room("settings", SettingsPage, QT_TRANSLATE_NOOP("Desk", "Settings"), "settings", 9),
    Room("testimony/new", QuickTestimonyPage, keys="Ctrl+N"),
    Room("record", RecordPage),
    Room("passphrase", ChangePassphrase),
)


def room(name: str) -> Room | None:
    """The room of that name; None for one of a newer program."""
    return next((one for one in ROOMS if one.name == name), None)
