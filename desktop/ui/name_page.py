"""A name: its parts and its pinyin are proposed beneath it, and nothing of that is kept until somebody takes it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.casework.records import Shown
from desktop.casework.workspace import Changes
from desktop.ui.name_proposals import NameProposals
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.same.lines import SameLine
from desktop.ui.say_first import SayFirst
from desktop.ui.tools import Tools


class NamePage(RecordForm):
    """What is taken over stands in the form, to be changed or saved like anything typed."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._same = SameLine(tools)
        self._say_first = SayFirst(tools, place.record)
        super().__init__(tools, place)
        self.head.put_under_title(self._same)
        self._proposals = NameProposals(tools)
        self.form.rows["full"].put_beneath(self._proposals)
        self._proposals.taken.connect(self._take)
        self.form.edited.connect(self._look)
        self.editor.shown.connect(lambda _shown: self._look())
        self._look()

    def above(self) -> list[QWidget]:
        """What others say of the name."""
        return [*super().above(), self._say_first]

    def show_record(self, shown: Shown) -> None:
        """Look for others of that name."""
        super().show_record(shown)
        self._look_for_others(shown.nested.get("person"))

    def show_more(self, shown: Shown) -> None:
        """What others say of it too."""
        super().show_more(shown)
        self._say_first.ask()

    def refresh(self, changes: Changes | None) -> None:
        """Names may be hidden now, or something was decided."""
        super().refresh(changes)
        self._say_first.refresh(changes)
        if changes is None or "merge_decision" in changes.kinds:
            self._look_for_others(self.form.stand().get("person"))

    def _look_for_others(self, person: object) -> None:
        if self.editor.record and isinstance(person, str):
            self._same.of(person)

    def _look(self) -> None:
        self._proposals.of(self.form.stand())

    def _take(self, values: object) -> None:
        """Proposals somebody took: into their fields, as if typed."""
        for field, value in values.items() if isinstance(values, dict) else ():
            self.form.rows[field].put(value)
            self.form.rows[field].edited.emit()
