"""Every page of the open vault: a new one is a module of its own and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.casework import conflicts
from desktop.casework.workspace import Workspace
from desktop.ui.change_passphrase import ChangePassphrase
from desktop.ui.consenting.agreed_page import AgreedPage
from desktop.ui.consenting.approvals_page import ApprovalsPage
from desktop.ui.consenting.withdraw_page import WithdrawPage
from desktop.ui.exchange.add_card_page import AddCardPage
from desktop.ui.exchange.contacts_page import ContactsPage
from desktop.ui.exchange.handover_page import HandoverPage
from desktop.ui.exchange.names_page import NamesPage
from desktop.ui.exchange.receive_page import ReceivePage
from desktop.ui.finding.search_page import SearchPage
from desktop.ui.keeping.export_page import ExportPage
from desktop.ui.keeping.import_page import ImportPage
from desktop.ui.keeping.verify_page import VerifyPage
from desktop.ui.keys_page import KeysPage
from desktop.ui.page import Page
from desktop.ui.past.conflicts_page import ConflictsPage
from desktop.ui.past.erase_page import ErasePage
from desktop.ui.past.history_page import HistoryPage
from desktop.ui.place import Place
from desktop.ui.quick_testimony import QuickTestimonyPage
from desktop.ui.record_page import RecordPage
from desktop.ui.records_page import RecordsPage
from desktop.ui.reports.form_page import FormPage
from desktop.ui.reports.new_form_page import NewFormPage
from desktop.ui.reports.reports_page import ReportsPage
from desktop.ui.reports.table_page import TablePage
from desktop.ui.safekeeping.backup_page import BackupPage
from desktop.ui.safekeeping.confirm_page import ConfirmRecoveryPage
from desktop.ui.safekeeping.destroy_page import DestroyPage
from desktop.ui.safekeeping.drill_page import DrillPage
from desktop.ui.safekeeping.identity_passphrase_page import IdentityPassphrasePage
from desktop.ui.safekeeping.key_file_page import KeyFilePage
from desktop.ui.safekeeping.recovery_page import RecoveryPage
from desktop.ui.safekeeping.renew_keys_page import RenewKeysPage
from desktop.ui.safekeeping.safekeeping_page import SafekeepingPage
from desktop.ui.same.compare_page import ComparePage
from desktop.ui.same.pairs_page import PairsPage
from desktop.ui.settings_page import SettingsPage
from desktop.ui.states_page import StatesPage
from desktop.ui.timeline_page import TimelinePage
from desktop.ui.today import Today
from desktop.ui.tools import Tools


@dataclass(frozen=True)
class Room:
    """name: what a `Place` calls it. label: English, of the context `Desk`; "" keeps it out of the navigation.

    group: rooms of a group stand together. keys: a shortcut that leads there from anywhere.
    waits: how much waits there for somebody; where nothing does, its line is quiet.
    """

    name: str
    make: Callable[[Tools, Place], Page]
    label: object = ""
    icon: str = ""
    group: int = 0
    keys: str = ""
    waits: Callable[[Workspace], int] | None = None


ROOMS: tuple[Room, ...] = (
    Room("today", Today, QT_TRANSLATE_NOOP("Desk", "Today"), "today", 1),
    Room("cases", RecordsPage, QT_TRANSLATE_NOOP("Desk", "Cases"), "case", 1),
    Room("people", RecordsPage, QT_TRANSLATE_NOOP("Desk", "People"), "person", 1),
    Room("testimonies", RecordsPage, QT_TRANSLATE_NOOP("Desk", "Testimonies"), "testimony", 1),
    Room("evidence", RecordsPage, QT_TRANSLATE_NOOP("Desk", "Evidence"), "evidence", 1),
    Room("search", SearchPage, QT_TRANSLATE_NOOP("Desk", "Search"), "search", 2, "Ctrl+K"),
    Room("import", ImportPage, QT_TRANSLATE_NOOP("Desk", "Bring in"), "import", 2),
    Room("reports", ReportsPage, QT_TRANSLATE_NOOP("Desk", "Reports"), "report", 2),
    Room("contacts", ContactsPage, QT_TRANSLATE_NOOP("Desk", "Contacts"), "contacts", 3),
    Room("handoff", HandoverPage, QT_TRANSLATE_NOOP("Desk", "Hand over"), "hand-over", 3),
    Room("receive", ReceivePage, QT_TRANSLATE_NOOP("Desk", "Receive"), "receive", 3),
    Room("conflicts", ConflictsPage, QT_TRANSLATE_NOOP("Desk", "Conflicts"), "conflict", 3, waits=conflicts.count),
    Room("events", RecordsPage, QT_TRANSLATE_NOOP("Desk", "Events"), "event", 4),
    Room("organisations", RecordsPage, QT_TRANSLATE_NOOP("Desk", "Organisations"), "organisation", 4),
    Room("sources", RecordsPage, QT_TRANSLATE_NOOP("Desk", "Sources"), "source", 4),
    Room("tasks", RecordsPage, QT_TRANSLATE_NOOP("Desk", "Tasks"), "task", 4),
    Room("tags", RecordsPage, QT_TRANSLATE_NOOP("Desk", "Tags"), "tag", 4),
    Room("safekeeping", SafekeepingPage, QT_TRANSLATE_NOOP("Desk", "Safekeeping"), "safe", 9),
    Room("settings", SettingsPage, QT_TRANSLATE_NOOP("Desk", "Settings"), "settings", 9),
    Room("form", FormPage),
    Room("form/new", NewFormPage),
    Room("report", TablePage),
    Room("testimony/new", QuickTestimonyPage, keys="Ctrl+N"),
    Room("record", RecordPage),
    Room("states", StatesPage),
    Room("timeline", TimelinePage),
    Room("contacts/add", AddCardPage),
    Room("names", NamesPage),
    Room("history", HistoryPage),
    Room("erase", ErasePage),
    Room("same", PairsPage),
    Room("same/compare", ComparePage),
    Room("withdraw", WithdrawPage),
    Room("approvals", ApprovalsPage),
    Room("agreed", AgreedPage),
    Room("verify", VerifyPage),
    Room("backup", BackupPage),
    Room("drill", DrillPage),
    Room("export", ExportPage),
    Room("passphrase", ChangePassphrase),
    Room("recovery/new", RecoveryPage),
    Room("recovery/identities", RecoveryPage),
    Room("recovery/check", ConfirmRecoveryPage),
    Room("key-file", KeyFilePage),
    Room("identity-passphrase", IdentityPassphrasePage),
    Room("renew-keys", RenewKeysPage),
    Room("destroy", DestroyPage),
    Room("keys", KeysPage, keys="F1"),
)


def room(name: str) -> Room | None:
    """The room of that name; None for one of a newer program."""
    return next((one for one in ROOMS if one.name == name), None)
