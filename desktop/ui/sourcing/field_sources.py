"""What the fields of a form stand on: how many sources and values each has, and the panel that shows them under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from desktop.casework import citing, claims, origins
from desktop.casework.records import Shown
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.domain.confidence import Proposal, more_than
from desktop.domain.registry import KINDS
from desktop.ui.field_row import FieldRow
from desktop.ui.form import Form
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.sourcing.panel import ABOUT, StandingPanel
from desktop.ui.sourcing.value_form import STANDS_ON
from desktop.ui.tools import Tools

STANDING = frozenset(
    {
        "act",
        "involvement",
        "relationship",
        "person",
        "event",
        "event_link",
        "organisation",
        "posting",
        "defender_profile",
        "claim",
        "source",
    }
)
"""Kinds that stand on sources. Names and identities lie apart, and what is cited for them says so itself."""
BY_FIELD = STANDING | {"case", "interview", "testimony", "evidence", "intervention", "risk_assessment"}
"""Kinds of which a value of a field may stand on sources, also where the record as a whole does not."""
PROPOSED = {"confidence": "confidence", "corroboration": "corroboration_status"}
"""Fields beside which the sources' own weight is told, and their vocabularies."""
_NO_FACT = "notes"  # a section


@dataclass(frozen=True, repr=False)
class Marks:
    """By field how many sources and how many values there are. proposal: what the sources would allow."""

    sources: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[str, int] = field(default_factory=dict)
    proposal: Proposal | None = None


class FieldSources(QObject):
    """`saving_wanted` before something is changed that the form may hold words about."""

    saving_wanted = Signal()

    def __init__(self, tools: Tools, place: Place, form: Form) -> None:
        super().__init__(form)
        self._tools = tools
        self._kind = place.kind
        self._record = place.record
        self._form = form
        self._marks = Marks()
        self._panels: dict[str, StandingPanel] = {}
        self._wanted = str(dict(place.given).get(STANDS_ON, ""))
        form.made.connect(self._made)
        self._made(form.built())

    def show_record(self, shown: Shown) -> None:
        """A record was read; it may have been saved for the first time."""
        self._record = shown.id
        wanted, self._wanted = self._wanted, ""
        if wanted in self._form.rows:
            self._form.focus(wanted)
            self._open(self._form.rows[wanted])

    def refresh(self, changes: Changes | None) -> None:
        """Count anew when there may be more or fewer."""
        if changes is None or self._record in changes.records or changes.kinds & ABOUT:
            self.ask()
        for one in self._panels.values():
            one.refresh(changes)

    def keep_draft(self) -> None:
        """Keep what is typed in a panel."""
        for one in self._panels.values():
            one.keep_draft()

    def ask(self) -> None:
        """How many there are of each."""
        record, kind = self._record, self._kind
        weighed = kind in KINDS and not PROPOSED.keys().isdisjoint(KINDS[kind].fields)

        def look(ws: Workspace) -> Marks:
            proposal = origins.proposed(ws, record) if weighed else None
            return Marks(citing.counts(ws, record), claims.counts(ws, record), proposal)

        if record:
            self._tools.worker.submit(look, self._show, owner=self, look=True)

    def _made(self, rows: Iterable[FieldRow]) -> None:
        for row in rows:
            if row.decl.section != _NO_FACT:
                row.offer_sources()
                row.sources_wanted.connect(lambda row=row: self._turn(row))
            if row.decl.name in PROPOSED:
                row.edited.connect(lambda row=row: self._tell(row))
            self._tell(row)

    def _show(self, marks: Marks) -> None:
        self._marks = marks
        for row in self._form.built():
            self._tell(row)

    def _tell(self, row: FieldRow) -> None:
        name, said = row.decl.name, []
        sources, values = self._marks.sources.get(name, 0), self._marks.values.get(name, 0)
        if sources:
            said.append(self.tr("sources: {count}").format(count=sources))
        if values:
            said.append(self.tr("values: {count}").format(count=values))
        row.tell_sources(" · ".join(said))
        if name in PROPOSED and self._marks.proposal is not None:
            row.hint(self._proposed(self._marks.proposal, name, row.value()))

    def _proposed(self, proposal: Proposal, name: str, said: JSON) -> str:
        surer = name == "confidence" and more_than(said, proposal.confidence)
        if not proposal.sources and not proposal.against:
            return self.tr("Nothing says yet what it stands on; it begins low.") if surer else ""
        code = proposal.confidence if name == "confidence" else proposal.corroboration
        told = self.tr("Sources: {sources}, independent of each other: {origins}.").format(
            sources=proposal.sources, origins=proposal.origins
        )
        if proposal.against:
            told += " " + self.tr("Independent ones that say otherwise: {count}.").format(count=proposal.against)
        label = self._tools.vocabularies.label(PROPOSED[name], code, self._tools.language.code)
        told += " " + self.tr("They would allow: {label}. You decide.").format(label=label)
        return f"{told} " + self.tr("What stands here is more than that.") if surer else told

    def _turn(self, row: FieldRow) -> None:
        if row.decl.name in self._panels:
            self._close(row)
        elif self._record:
            self._open(row)
        else:
            said = self.tr("Save this first (Ctrl+S); then a source can stand behind it.")
            self._tools.tell(Note("info", said))

    def _open(self, row: FieldRow) -> None:
        panel = StandingPanel(self._tools, self._kind, self._record, row.decl.name)
        self._panels[row.decl.name] = panel
        panel.closed.connect(lambda: self._close(row))
        panel.saving_wanted.connect(self.saving_wanted)
        row.open_under(panel)
        panel.begin()

    def _close(self, row: FieldRow) -> None:
        panel = self._panels.pop(row.decl.name, None)
        if panel is not None:
            panel.keep_draft()
            panel.hide()
            panel.setParent(None)
            panel.deleteLater()
            row.take_caret()
