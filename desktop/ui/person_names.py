"""On the page of a person: every name they have, as it was written, and what is known of each."""

from __future__ import annotations

from desktop.casework import person_names
from desktop.casework.person_names import NameLine, NamesOf
from desktop.casework.workspace import Workspace
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.related import RelatedList


class PersonNames(RelatedList):
    """A list of names with their type and script, parts, pinyin and dates; the one of each script to write by first."""

    def make_table(self) -> RecordTable:
        """The name takes the room there is."""
        return RecordTable(4)

    def name_table(self, table: RecordTable) -> None:
        """With a header, since the columns are not plain by themselves."""
        table.name(
            self.title_words(), (self.tr("Name"), self.tr("Type, script"), self.tr("Pinyin"), self.tr("Family | given"))
        )

    def ask(self) -> None:
        """All of them, whatever their order."""
        person = self.record

        def query(ws: Workspace) -> NamesOf:
            return person_names.names_of(ws, person)

        self.tools.worker.submit(query, self._show_names, owner=self, look=True)

    def _show_names(self, names: NamesOf) -> None:
        self.show_lines([Line(one.record, "name", self._cells(one)) for one in names.lines], closed=names.closed)

    def _cells(self, one: NameLine) -> tuple[str, str, str, str]:
        about = " · ".join(part for part in (one.about, one.used) if part)
        return one.full, about, self._pinyin(one), one.parts

    def _pinyin(self, one: NameLine) -> str:
        if not one.pinyin.endswith(" ?"):
            return one.pinyin
        return self.tr("{pinyin} (not confirmed)").format(pinyin=one.pinyin.removesuffix(" ?"))
