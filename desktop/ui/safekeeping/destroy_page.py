"""Destroying the open vault: the form, and the way back."""

from __future__ import annotations

from pathlib import Path

from desktop.ui.destroy_form import DestroyForm
from desktop.ui.layout import centred, column, held
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.tools import Tools


class DestroyPage(Page):
    """Asks both questions; the window does the rest, for the page goes with the vault."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._form: DestroyForm | None = None
        self._column = column()
        self.setLayout(column(centred(held(self._column), 640)))
        tools.worker.submit(lambda ws: ws.vault.folder, self._show, owner=self)

    def begin(self) -> None:
        """The caret goes where the name is typed."""
        if self._form is not None:
            self._form.begin()

    def _show(self, folder: Path) -> None:
        self._form = DestroyForm(self.tools, folder)
        self._form.destroy_wanted.connect(self.tools.destroy)
        self._form.given_up.connect(self.tools.back)
        self._column.addWidget(self._form)
        self._form.begin()
