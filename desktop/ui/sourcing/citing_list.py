"""What stands on a source, a file or a testimony; of a source also others that go back to its origin."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.casework import citing
from desktop.casework.citing import Citing
from desktop.casework.records import Listed
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.registry import KINDS
from desktop.ui.beneath import Beneath
from desktop.ui.layout import column
from desktop.ui.part import Part
from desktop.ui.place import Place
from desktop.ui.record_table import Line
from desktop.ui.tools import Tools

CITED = frozenset({"source", "evidence", "testimony"})
"""Kinds a citation may point at."""
ABOUT = frozenset({"citation", "source", "act", "claim", "involvement", "relationship", "person"})


@dataclass(frozen=True, repr=False)
class Uses:
    """What stands on it, and who shares its origin."""

    citing: tuple[Citing, ...] = ()
    alike: tuple[Listed, ...] = ()


class CitingList(Beneath):
    """Two tables; a row leads to what is supported, or to the other source."""

    def __init__(self, tools: Tools, kind: str, record: str) -> None:
        super().__init__()
        self._tools = tools
        self._kind = kind
        self._record = record
        self._uses = Uses()
        self._citing = Part(tools, 4)
        self._alike = Part(tools, 2)
        self._citing.add_wanted.connect(lambda: tools.go(Place("record", kind="citation", given=(("source", record),))))
        parts: tuple[QWidget, ...] = (self._citing, self._alike)
        self.setLayout(column(*parts, gap=16))
        self._alike.setVisible(kind == "source")
        self.retranslate()
        self._ask()

    def refresh(self, changes: Changes | None) -> None:
        """Ask anew when there may be others."""
        if changes is None or changes.kinds & ABOUT:
            self._ask()

    def retranslate(self) -> None:
        """Every word of it."""
        fields = KINDS["citation"].fields
        lang = self._tools.language.code
        self._citing.name(
            self.tr("What stands on it"),
            (self.tr("Record"), self.tr("Kind"), fields["field"].label(lang), fields["locator"].label(lang)),
            self.tr("Nothing yet. A source is added where it is needed: at a field, with “…” beside it or Ctrl+“.”"),
            self.tr("Cite it"),
        )
        self._alike.name(
            self.tr("Other sources of the same origin: together they count as one"),
            (self.tr("Source"), self.tr("Code")),
            self.tr("None that names the same origin."),
            "",
        )
        self._show(self._uses)

    def _ask(self) -> None:
        record, kind = self._record, self._kind

        def look(ws: Workspace) -> Uses:
            return Uses(citing.citing(ws, record), citing.same_origin(ws, record) if kind == "source" else ())

        self._tools.worker.submit(look, self._show, owner=self, look=True)

    def _show(self, uses: Uses) -> None:
        self._uses = uses
        lang = self._tools.language.code
        whole = self.tr("all of it")
        self._citing.show_lines(
            [
                Line(one.record, one.kind, (one.title, KINDS[one.kind].label(lang), one.label or whole, one.where))
                for one in uses.citing
                if one.kind in KINDS
            ]
        )
        self._alike.show_lines([Line(one.id, one.kind, (one.title, one.code)) for one in uses.alike])
