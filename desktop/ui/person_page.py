"""A person: all their names, who else may be recorded of them, and whether their name stays in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.casework.records import Shown
from desktop.casework.workspace import Changes
from desktop.ui.person_names import PersonNames
from desktop.ui.place import Place
from desktop.ui.publicly_known import PubliclyKnown
from desktop.ui.record_form import RecordForm
from desktop.ui.related import Related, RelatedList
from desktop.ui.same.lines import SameLines
from desktop.ui.tools import Tools


class PersonPage(RecordForm):
    """The form of every kind, with what is asked of people alone."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._same = SameLines(tools)
        self._known = PubliclyKnown(tools)
        super().__init__(tools, place)
        row = self.form.rows["publicly_known"]
        row.put_beneath(self._known)
        row.edited.connect(lambda: self._known.answer(row.value()))

    def above(self) -> list[QWidget]:
        """Whoever may be the same person is told before anything else is written."""
        return [*super().above(), self._same]

    def related_list(self, record: str, related: Related) -> RelatedList:
        """Names with all that is known of each."""
        if related.kind == "name":
            return PersonNames(self.tools, record, related)
        return super().related_list(record, related)

    def show_record(self, shown: Shown) -> None:
        """Look for others of that name too."""
        super().show_record(shown)
        self._look(shown.id)
        self._known.answer(shown.nested.get("publicly_known"))

    def refresh(self, changes: Changes | None) -> None:
        """A name came, or a decision."""
        super().refresh(changes)
        if self.editor.record and (changes is None or changes.kinds & {"name", "merge_decision"}):
            self._look(self.editor.record)

    def _look(self, record: str) -> None:
        self._same.of(record)
        self._known.of(record)
