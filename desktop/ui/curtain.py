"""Before a form that tells who somebody is: while names are hidden it is off the screen, and a sentence says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.casework.records import Shown
from desktop.casework.workspace import Workspace
from desktop.ui.layout import column
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools


class Curtain(Speaking):
    """Drawn, it hides the form. What is typed there stays, and is kept as before."""

    def __init__(self, tools: Tools, form: QWidget) -> None:
        super().__init__()
        self._tools = tools
        self._form = form
        self._told: PlainLabel | None = None  # made when it is first drawn
        self._closed = False
        self.hide()

    def show_record(self, shown: Shown) -> None:
        """Drawn before a record that tells who somebody is."""
        self._draw(shown.hidden, closed=not shown.readable)

    def look(self, typed: Callable[[], bool]) -> None:
        """Drawn before a new record of such a kind. While the identities are closed one may still write down somebody
        new, who is sealed unseen; only what was typed before they were closed goes off the screen."""

        def names(ws: Workspace) -> tuple[bool, bool]:
            return ws.names_shown, ws.vault.compartment_open

        def draw(state: tuple[bool, bool]) -> None:
            shown, is_open = state
            self._draw(not shown and (is_open or typed()), closed=not is_open)

        self._tools.worker.submit(names, draw, owner=self)

    def retranslate(self) -> None:
        """How to open it."""
        if self._told is None:
            return
        hidden = self.tr("Names are hidden, so this is not shown. Press F8 to show names.")
        closed = self.tr("The identities are closed, so this is not shown. Open them at the foot of the window.")
        self._told.setText(closed if self._closed else hidden)

    def _draw(self, drawn: bool, *, closed: bool) -> None:
        self._closed = closed
        if drawn and self._told is None:
            self._told = PlainLabel(wrap=True)
            self.setLayout(column(self._told))
        self.retranslate()
        if drawn == self.isHidden():
            self._form.setVisible(not drawn)
            self.setVisible(drawn)
