"""An involvement: whoever was pressured is no plain perpetrator, and the form proposes to say so."""

from __future__ import annotations

from collections.abc import Callable

from desktop.casework.actors import PRESSURED
from desktop.ui.form import Form
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools


class InvolvementPage(RecordForm):
    """The degree follows from who pressured them, until somebody says otherwise."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        propose_degree(self.form, self._proposed)

    def _proposed(self) -> str:
        return self.tr("Proposed: somebody pressured them. Change it if it is otherwise.")


def propose_degree(form: Form, why: Callable[[], str]) -> None:
    """Where it is said who pressured them and not how far it was theirs, propose that they were pressured."""
    pressing, degree = form.rows["pressured_by"], form.rows["degree"]

    def look() -> None:
        pressed = isinstance(pressing.value(), str)
        if pressed and degree.empty:
            degree.propose(PRESSURED, why())
            degree.edited.emit()
        elif not pressed and degree.proposed:
            degree.put(None)
            degree.edited.emit()

    pressing.edited.connect(look)
