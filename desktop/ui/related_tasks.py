"""What is to be done about a record, beneath it: marked and ordered as in the room of all tasks."""

from __future__ import annotations

from desktop.casework import listing
from desktop.casework.listing import Entry
from desktop.casework.workspace import Workspace
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.related import RelatedList
from desktop.ui.task_marks import mark_of

COLUMNS = ("title", "standing", "due", "code")


class RelatedTasks(RelatedList):
    """What is done stands last, and says so."""

    def make_table(self) -> RecordTable:
        """The title takes the room there is."""
        return RecordTable(len(COLUMNS))

    def name_table(self, table: RecordTable) -> None:
        """As the columns of the room of tasks are called."""
        table.name(self.title_words(), (self.tr("Title"), self.tr("State"), self.tr("Due by"), self.tr("Code")))

    def ask(self) -> None:
        """All of them, whatever their order."""
        record = self.record

        def query(ws: Workspace) -> tuple[Entry, ...]:
            return listing.tasks_about(ws, record)

        self.tools.worker.submit(query, self._show_tasks, owner=self, look=True)

    def _show_tasks(self, tasks: tuple[Entry, ...]) -> None:
        self.show_lines([Line(one.listed.id, "task", _cells(one)) for one in tasks], closed=False)


def _cells(task: Entry) -> tuple[str, ...]:
    named = dict(zip((one.name for one in listing.columns("task")), task.cells, strict=True))
    named["standing"] = mark_of(named["standing"])
    return tuple(named[name] for name in COLUMNS)
