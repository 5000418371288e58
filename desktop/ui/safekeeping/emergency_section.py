"""What to do when somebody is at the door: keys that hide all at once, and destroying the vault."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.casework import vaults
from desktop.casework.workspace import JSON, Workspace
from desktop.ui.choice import Choice
from desktop.ui.panic import CLOSE, LOCK
from desktop.ui.plain import PlainLabel
from desktop.ui.safekeeping.section import Section
from desktop.ui.tools import Tools


class EmergencySection(Section):
    """Says the keys, lets one choose what they do, and leads to destroying."""

    leads = ("destroy",)

    def __init__(self, tools: Tools) -> None:
        self._label = PlainLabel(wrap=True)
        self._choice = Choice({LOCK: "", CLOSE: ""})
        super().__init__(tools)
        self._choice.on_chosen(self._keep)
        tools.worker.submit(lambda ws: vaults.setting(ws, "panic", LOCK), self._show, owner=self)

    def controls(self) -> tuple[QWidget, ...]:
        """What the keys do."""
        return (self._label, self._choice)

    def retranslate(self) -> None:
        """Every word of the section."""
        self.title.setText(self.tr("Emergency"))
        self.about.setText(
            self.tr(
                "Escape three times within a second, or Ctrl+Shift+L, takes everything off the screen at once, from "
                "anywhere, and locks. What was typed is kept."
            )
        )
        self._label.setText(self.tr("Then the program"))
        self._choice.name(self.tr("Then the program"))
        self._choice.say({LOCK: self.tr("waits in the task bar, locked"), CLOSE: self.tr("ends")})
        (destroy,) = self.buttons
        destroy.setText(self.tr("&Destroy the vault…"))

    def _show(self, chosen: JSON) -> None:
        self._choice.choose(str(chosen))

    def _keep(self, chosen: str) -> None:
        def keep(ws: Workspace) -> None:
            vaults.set_setting(ws, "panic", chosen)

        tools = self.tools  # it counts although somebody leaves the page at once
        tools.worker.submit(keep, lambda _none: tools.setting_changed("panic", chosen), owner=tools.worker)
