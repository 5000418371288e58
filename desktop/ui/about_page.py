"""A citation, or a claim: the field it is about is chosen among those of the record it is about."""

from __future__ import annotations

from typing import cast

from desktop.casework.records import Shown
from desktop.ui.form import Shape
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.sourcing.field_choice import FieldChoice
from desktop.ui.tools import Tools


class AboutPage(RecordForm):
    """Asks what kind of record it is about; no fields are offered where nobody knows."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._choice = cast(FieldChoice, self.form.rows["field"].editor)
        self._of = self.form.rows["of"]
        self._of.edited.connect(self._look_up)
        self.editor.dirty.connect(self._look_up)  # a draft came back
        self._look_up()

    def shape(self) -> Shape:
        """The field is one of a list."""
        return Shape(editors={"field": lambda tools, _decl: FieldChoice(tools)})

    def show_record(self, shown: Shown) -> None:
        """Offer the fields of what it is about."""
        super().show_record(shown)
        self._look_up()

    def _look_up(self) -> None:
        of = self._of.value()
        if isinstance(of, str):
            self.tools.worker.submit(
                lambda ws: ws.vault.kind_of(of) or "", self._choice.offer_of, owner=self, look=True
            )
        else:
            self._choice.offer_of("")
