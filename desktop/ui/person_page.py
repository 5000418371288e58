"""A person: all their names, who else may be recorded of them, and whether their name stays in sight."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop.casework.records import Shown
from desktop.casework.workspace import Changes
from desktop.ui.field_row import FieldRow
from desktop.ui.person_names import PersonNames
from desktop.ui.place import Place
from desktop.ui.publicly_known import PubliclyKnown
from desktop.ui.record_form import RecordForm
from desktop.ui.related import Related, RelatedList
from desktop.ui.same.lines import SameLine
from desktop.ui.say_first import SayFirst
from desktop.ui.tools import Tools


class PersonPage(RecordForm):
    """The form of every kind, with what is asked of people alone."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._same = SameLine(tools)
        self._say_first = SayFirst(tools, place.record)
        self._known: PubliclyKnown | None = None  # until its section is opened
        super().__init__(tools, place)
        self.head.put_under_title(self._same)
        self.form.made.connect(self._made)
        self._made(self.form.built())

    def above(self) -> list[QWidget]:
        """What others say of them is told before anything else is written."""
        return [*super().above(), self._say_first]

    def related_list(self, record: str, related: Related) -> RelatedList:
        """Names with all that is known of each."""
        if related.kind == "name":
            return PersonNames(self.tools, record, related)
        return super().related_list(record, related)

    def show_record(self, shown: Shown) -> None:
        """What it says beside their being known."""
        super().show_record(shown)
        if self._known is not None:
            self._known.answer(shown.nested.get("publicly_known"))

    def show_more(self, shown: Shown) -> None:
        """Look for others of that name too."""
        super().show_more(shown)
        self._say_first.ask()
        self._look(shown.id)

    def refresh(self, changes: Changes | None) -> None:
        """A name came, or a decision."""
        super().refresh(changes)
        self._say_first.refresh(changes)
        if self.editor.record and (changes is None or changes.kinds & {"name", "merge_decision"}):
            self._look(self.editor.record)

    def _look(self, record: str) -> None:
        self._same.of(record)
        if self._known is not None:
            self._known.of(record)

    def _made(self, rows: Iterable[FieldRow]) -> None:
        row = next((one for one in rows if one.decl.name == "publicly_known"), None)
        if row is None:
            return
        known = self._known = PubliclyKnown(self.tools)
        row.put_beneath(known)
        row.edited.connect(lambda: known.answer(row.value()))
        known.answer(row.value())
        if self.editor.record:
            known.of(self.editor.record)
