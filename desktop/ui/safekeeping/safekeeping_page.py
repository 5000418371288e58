"""The safekeeping page: one section for each thing that whoever keeps a vault has to see to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.casework.workspace import Changes
from desktop.ui.layout import centred, column, held
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading
from desktop.ui.safekeeping.backup_section import BackupSection
from desktop.ui.safekeeping.check_section import CheckSection
from desktop.ui.safekeeping.emergency_section import EmergencySection
from desktop.ui.safekeeping.keys_section import KeysSection
from desktop.ui.safekeeping.new_keys_section import NewKeysSection
from desktop.ui.safekeeping.recovery_section import RecoverySection
from desktop.ui.safekeeping.section import Section
from desktop.ui.safekeeping.standing import StandingLines
from desktop.ui.tools import Tools

SECTIONS: tuple[type[Section], ...] = (
    RecoverySection,
    BackupSection,
    CheckSection,
    KeysSection,
    NewKeysSection,
    EmergencySection,
)
"""From the top. Each is a module of its own."""


class SafekeepingPage(Page):
    """Shows how things stand; everything is done on the pages its buttons lead to."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._title = Heading()
        self._standing = StandingLines(tools)
        self._sections = [make(tools) for make in SECTIONS]
        parts: tuple[QWidget, ...] = (self._title, self._standing, *self._sections)
        self.setLayout(column(centred(held(column(*parts, gap=16)), 720)))
        self.retranslate()

    def begin(self) -> None:
        """The first button."""
        self._sections[0].buttons[0].setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Each section asks for itself."""
        self._standing.refresh(changes)
        for section in self._sections:
            section.refresh(changes)

    def retranslate(self) -> None:
        """The title; each section has its own words."""
        self._title.setText(self.tr("Safekeeping"))
