"""Another value for a field, with who says so: put beside what is there, never over it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton

from desktop.casework import claims
from desktop.casework.citing import Place as Where
from desktop.casework.drafts import Draft
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.domain.declaration import FieldDecl
from desktop.domain.registry import declaration
from desktop.errors import JiashuError
from desktop.ui.drafting import Drafting
from desktop.ui.field_row import FieldRow
from desktop.ui.layout import column, held, primary, row
from desktop.ui.place import Place
from desktop.ui.saving import PLACE
from desktop.ui.sourcing.refused import field_of
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

WHERE = ("source", "locator_kind", "locator", "quote")
STANDS_ON = "stands_on"
"""In a place: the field whose sources and values are to be shown."""


class ValueForm(Speaking):
    """`done` when the value is kept, or nobody wants it any more."""

    done = Signal()

    def __init__(self, tools: Tools, kind: str, record: str, decl: FieldDecl) -> None:
        super().__init__()
        self._tools = tools
        self._record = record
        self._name = decl.name
        self._page = Place("record", record, kind, ((STANDS_ON, decl.name),))
        cited = declaration("citation").fields
        note = declaration("claim").fields["note"]
        self._rows = {one.name: FieldRow(tools, one) for one in (*(cited[name] for name in WHERE), note)}
        self._value = FieldRow(tools, decl)
        self._add = primary(QPushButton())
        self._cancel = QPushButton()
        self._drafting = Drafting(tools, f"claim:{record}:{decl.name}", "record:claim", self._snapshot, self)
        self._drafting.of(record)
        self._lay_out()
        for one in (self._value, *self._rows.values()):
            one.edited.connect(self._drafting.touched)
        self._add.clicked.connect(self._keep)
        self._cancel.clicked.connect(self._leave)
        self.retranslate()
        self._drafting.resume(self._resume)

    def retranslate(self) -> None:
        """The buttons."""
        self._add.setText(self.tr("Put it beside the others"))
        self._cancel.setText(self.tr("Not now"))

    def begin(self) -> None:
        """The caret goes into the value."""
        self._value.take_caret()

    def keep_draft(self) -> None:
        """Keep what was typed."""
        self._drafting.keep_now()

    def _keep(self) -> None:
        rows = (self._value, *self._rows.values())
        for one in rows:
            one.settle()
        if (lost := next((one for one in rows if one.untaken()), None)) is not None:
            lost.take_caret()  # it says itself that this is not in its list; the value waits for it
            return
        record, name, value = self._record, self._name, self._value.value()
        source = self._said("source")
        where = Where(*(self._said(one) for one in ("locator_kind", "locator", "quote")))
        note = self._said("note")
        self._drafting.keep_now(quietly=True)

        def action(ws: Workspace) -> Changes:
            return claims.claim(ws, record, name, value, [(source, where)] if source else (), note=note)

        self._tools.worker.submit(action, self._kept, owner=self, failed=self._not_kept)

    def _kept(self, _changes: Changes) -> None:
        self._drafting.drop()
        self.done.emit()

    def _not_kept(self, error: JiashuError) -> None:
        self._drafting.touched()
        row = self._rows.get(field_of(error), self._value)
        row.mark_wrong(self._tools.language.messages.sentence(error))
        row.take_caret()

    def _said(self, name: str) -> str:
        value = self._rows[name].value()
        return value if isinstance(value, str) else ""

    def _leave(self) -> None:
        self._drafting.drop()
        self.done.emit()

    def _snapshot(self) -> JSON:
        values = {name: one.value() for name, one in self._rows.items()}
        return {"value": self._value.value(), "values": values, PLACE: self._page.to_json()}

    def _resume(self, draft: Draft | None) -> None:
        kept = draft.content if draft is not None and isinstance(draft.content, dict) else None
        if kept is None:
            return
        self._value.put(kept.get("value"))
        for name, one in self._rows.items():
            one.put((kept.get("values") or {}).get(name))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, one in enumerate((self._value, *self._rows.values())):
            one.label.setContentsMargins(0, 6, 0, 0)
            grid.addWidget(one.label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(one, number, 1)
        self.setLayout(column(held(grid), held(row(self._add, self._cancel, None)), gap=8))
