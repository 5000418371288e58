"""Today: drafts to go on with, what stands in the vault, where to begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtWidgets import QPushButton

from desktop.casework import conflicts, drafts, duplicates, naming, quick, records, waiting
from desktop.casework.drafts import Draft
from desktop.casework.records import Listed
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.registry import KINDS
from desktop.ui.consenting.consents_today import ConsentsToday
from desktop.ui.consenting.withdraw_page import FORM as WITHDRAWAL
from desktop.ui.drafting import DRAFT
from desktop.ui.due_list import DueList
from desktop.ui.flow import Flow
from desktop.ui.layout import centred, column, held, primary
from desktop.ui.moments import day
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.quick_testimony import FORM
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.reports.deadline_list import DeadlineList
from desktop.ui.safekeeping.standing import StandingLines
from desktop.ui.saving import begun_at
from desktop.ui.tools import Tools

RECENT = 5
WITHIN = 30  # days in which a deadline runs out that is told here
BEGINNING = 80  # characters of an unfinished account


@dataclass(frozen=True)
class Standing:
    """What the page shows, asked for in one go. beginnings: of unfinished accounts, by the key of the draft."""

    drafts: tuple[Draft, ...]
    beginnings: Mapping[str, str] = field(repr=False)
    testimonies: tuple[Listed, ...]
    cases: tuple[Listed, ...]
    conflicts: int
    names: int  # what of names that waited is to be decided
    same: int  # pairs of people who may be one, among the names changed last


class Today(Page):
    """The first page. Each part is there only when it has something to say."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._standing = Standing((), {}, (), (), 0, 0, 0)
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._new = primary(QPushButton())
        self._drafts_title, self._drafts = Heading(level=2), RecordTable(2)
        self._testimonies_title, self._testimonies = Heading(level=2), RecordTable(3, titles=True)
        self._cases_title, self._cases = Heading(level=2), RecordTable(3)
        self._conflicts = QPushButton()
        self._names = QPushButton()
        self._same = QPushButton()
        self._states = QPushButton()
        self._kept = StandingLines(tools)
        self._due = DueList(tools)
        self._deadlines = DeadlineList(tools, WITHIN)
        self._consents = ConsentsToday(tools)
        parts = (
            self._title,
            self._about,
            held(Flow(self._new, self._states, self._conflicts, self._names, self._same, gap=8)),
            self._kept,
            self._due,
            self._deadlines,
            self._consents,
            self._drafts_title,
            self._drafts,
            self._testimonies_title,
            self._testimonies,
            self._cases_title,
            self._cases,
        )
        self.setLayout(column(centred(held(column(*parts, gap=12)), 840)))
        self._new.clicked.connect(lambda: tools.go(Place("testimony/new")))
        self._conflicts.clicked.connect(lambda: tools.go(Place("conflicts")))
        self._names.clicked.connect(lambda: tools.go(Place("names")))
        self._same.clicked.connect(lambda: tools.go(Place("same")))
        self._states.clicked.connect(lambda: tools.go(Place("states")))
        self._drafts.opened.connect(self._resume)
        for table in (self._testimonies, self._cases):
            table.opened.connect(lambda record, kind: tools.go(Place("record", record, kind)))
        tools.theme.changed.connect(self.retranslate)
        self.retranslate()
        self.refresh(None)

    def begin(self) -> None:
        """The one button that starts it."""
        self._new.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Everything here is cheap to ask for."""
        self._kept.refresh(changes)
        self._due.refresh(changes)
        self._deadlines.refresh(changes)
        self._consents.refresh(changes)

        def look(ws: Workspace) -> Standing:
            testimonies = records.list_records(ws, "testimony", limit=RECENT).rows
            cases = records.list_records(ws, "case", limit=RECENT).rows
            begun = drafts.resume(ws)
            beginnings = {one.key: _beginning(ws, one) for one in begun if one.form == FORM}
            found, undecided = conflicts.count(ws), len(waiting.undecided(ws))
            return Standing(begun, beginnings, testimonies, cases, found, undecided, duplicates.lately(ws))

        self.tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Today"))
        self._about.setText(self.tr("Ctrl+N opens an empty testimony from anywhere. Nothing typed is ever lost."))
        self._new.setText(self.tr("Record a &testimony"))
        self._new.setIcon(self.tools.icons.icon("new-testimony", "on_accent"))
        self._conflicts.setText(self.tr("Settle &conflicts"))
        self._states.setText(self.tr("What still &goes on"))
        self._names.setText(self.tr("&Decide about names that came"))
        self._drafts_title.setText(self.tr("Not finished"))
        self._testimonies_title.setText(self.tr("Latest testimonies"))
        self._cases_title.setText(self.tr("Latest cases"))
        self._drafts.name(self.tr("Drafts to go on with"), ("", ""))
        self._testimonies.name(self.tr("Latest testimonies"), ("", "", ""))
        self._cases.name(self.tr("Latest cases"), ("", "", ""))
        self._show(self._standing)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        typed = self.tr("last typed on {day}")
        lines = [
            (one, (self._called(one), typed.format(day=day(one.at, self.tools.language.code))))
            for one in standing.drafts
        ]
        self._drafts.show_lines([Line(one.key, one.form, cells) for one, cells in lines])
        self._testimonies.show_lines([self._line(one) for one in standing.testimonies])
        self._cases.show_lines([self._line(one) for one in standing.cases])
        for title, table in (
            (self._drafts_title, self._drafts),
            (self._testimonies_title, self._testimonies),
            (self._cases_title, self._cases),
        ):
            title.setVisible(table.rowCount() > 0)
            table.setVisible(table.rowCount() > 0)
        self._conflicts.setVisible(standing.conflicts > 0)
        self._names.setVisible(standing.names > 0)
        self._same.setVisible(standing.same > 0)
        self._same.setText(self.tr("Perhaps the &same person: {count}").format(count=standing.same))

    def _line(self, one: Listed) -> Line:
        return Line(one.id, one.kind, (one.title, one.beside, day(one.updated, self.tools.language.code)))

    def _called(self, draft: Draft) -> str:
        if draft.form == FORM:
            return self.tr("New testimony: {beginning}").format(beginning=self._standing.beginnings.get(draft.key, ""))
        if draft.form.startswith(WITHDRAWAL):
            return self.tr("A withdrawal of consent")
        kind = draft.form.removeprefix("record:")
        decl, lang = KINDS.get(kind), self.tools.language.code
        label = decl.label(lang) if decl else kind
        return self.tr("Changes to: {kind}").format(kind=label) if draft.record else label

    def _resume(self, key: str, form: str) -> None:
        if form == FORM:
            self.tools.go(Place("testimony/new", given=((DRAFT, key),)))
            return
        draft = next((one for one in self._standing.drafts if one.key == key), None)
        if draft is not None and form.startswith(WITHDRAWAL):
            self.tools.go(Place("withdraw", draft.record or "", form.removeprefix(f"{WITHDRAWAL}:")))
        elif draft is not None:
            begun = begun_at(draft)
            if begun is not None:
                given = (*(one for one in begun.given if one[0] != DRAFT), (DRAFT, key))
                begun = replace(begun, given=given)
            self.tools.go(begun or Place("record", draft.record or "", form.removeprefix("record:")))


def _beginning(ws: Workspace, draft: Draft) -> str:
    """As it reads: with names while they are shown, else with codes."""
    return naming.read(ws, quick.drafted(draft.content)).strip()[:BEGINNING]
