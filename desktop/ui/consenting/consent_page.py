"""A consent: who, their answer, the uses to tick, since when and until when; what else was said is folded beneath."""

from __future__ import annotations

from typing import cast

from desktop.casework.records import Shown
from desktop.ui.consenting.answer import AnswerEditor
from desktop.ui.consenting.uses import UsesEditor
from desktop.ui.form import Shape
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools

SHAPE = Shape(editors={"state": AnswerEditor, "scopes": UsesEditor}, unfolded=("main",))


class ConsentPage(RecordForm):
    """The uses follow the answer, and a use that is ticked is a yes."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._answer = self.form.rows["state"]
        self._uses = cast(UsesEditor, self.form.rows["scopes"].editor)
        self._answer.edited.connect(self._relate)
        self._uses.ticked.connect(self._ticked)
        self.editor.dirty.connect(self._relate)
        self._relate()

    def shape(self) -> Shape:
        """The answer and the uses are shown as such; what is rarely said is folded."""
        return SHAPE

    def show_record(self, shown: Shown) -> None:
        """The uses stand under the answer."""
        super().show_record(shown)
        self._relate()

    def _relate(self) -> None:
        self._uses.stand_under(self._answer.value())

    def _ticked(self) -> None:
        if self._answer.value() in (None, "not_asked"):
            self._answer.put("given")
            self._relate()
