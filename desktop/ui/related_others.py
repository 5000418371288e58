"""What rarely belongs to a record: listed where it is there, and added from one quiet button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout

from desktop.casework.workspace import Changes, Workspace
from desktop.domain.registry import declaration
from desktop.ui.beneath import Beneath
from desktop.ui.kind_icons import kind_icon
from desktop.ui.layout import column, held, row
from desktop.ui.place import Place
from desktop.ui.plain import unmnemonic
from desktop.ui.related import Related, RelatedList
from desktop.ui.related_tasks import RelatedTasks
from desktop.ui.tools import Tools


class RelatedOthers(Beneath):
    """No list stands there empty: a page of everything that could be would tire whoever reads it."""

    def __init__(self, tools: Tools, record: str, related: Sequence[Related]) -> None:
        super().__init__()
        self._tools = tools
        self._record = record
        self._related = related
        self._lists: dict[Related, RelatedList] = {}
        self._shown = QVBoxLayout()
        self._shown.setSpacing(16)
        self._more = QPushButton()
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self.setLayout(column(self._shown, held(row(self._more, None)), gap=16))
        self.retranslate()
        self._ask()

    def refresh(self, changes: Changes | None) -> None:
        """Ask anew when records of one of the kinds changed."""
        for one in self._lists.values():
            one.refresh(changes)
        if changes is None or any(one.kind in changes.kinds for one in self._related):
            self._ask()

    def retranslate(self) -> None:
        """What may be added, by the names of the kinds."""
        lang = self._tools.language.code
        self._more.setText(self.tr("Add something else"))
        self._menu.clear()
        for one in self._related:
            if not one.listed_only:
                icon = kind_icon(self._tools.icons, one.kind)
                action = self._menu.addAction(icon, unmnemonic(declaration(one.kind).label(lang)))
                action.triggered.connect(lambda _on=False, one=one: self._add(one))
        self._more.setVisible(not self._menu.isEmpty())

    def _ask(self) -> None:
        record, related = self._record, self._related

        def count(ws: Workspace) -> Mapping[Related, int]:
            return {one: ws.vault.count(one.kind, referring_to=record) for one in related}

        self._tools.worker.submit(count, self._show, owner=self, look=True)

    def _show(self, counts: Mapping[Related, int]) -> None:
        """A list that is shown once stays, in the order of the declaration."""
        for place, one in enumerate(self._related):
            if counts[one] and one not in self._lists:
                make = RelatedTasks if one.kind == "task" else RelatedList
                self._lists[one] = make(self._tools, self._record, one)
                before = sum(1 for earlier in self._related[:place] if earlier in self._lists)
                self._shown.insertWidget(before, self._lists[one])

    def _add(self, one: Related) -> None:
        self._tools.go(Place("record", kind=one.kind, given=((one.field, self._record),)))
