"""What belongs to a record: the records that point at it, kind by kind, each with a button that adds one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QPushButton

from desktop.casework import naming, records
from desktop.casework.records import Page
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.registry import declaration
from desktop.domain.titles import BETWEEN
from desktop.ui.beneath import Beneath
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held
from desktop.ui.moments import day
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel, unmnemonic
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.tools import Tools


@dataclass(frozen=True)
class Related:
    """kind: of the records listed. field: where they name the record they belong to. first: above the form.

    rare: listed only where there are any. listed_only: nobody adds one from here.
    """

    kind: str
    field: str
    first: bool = False
    rare: bool = False
    listed_only: bool = False


def _rare(*kinds: tuple[str, str]) -> tuple[Related, ...]:
    return tuple(Related(kind, field, rare=True) for kind, field in kinds)


TAGGED = ("case", "person", "act", "testimony", "evidence", "source", "organisation")
RELATED: Mapping[str, tuple[Related, ...]] = {
    "person": (
        Related("name", "person", first=True),
        Related("relationship", "person", first=True),
        Related("act", "victim", first=True),
        Related("testimony", "speaker", first=True),
        Related("risk_assessment", "person"),
        Related("consent", "person"),
        Related("identity", "of"),
        Related("case", "defenders"),
        *_rare(
            ("defender_profile", "person"),
            ("interview", "interviewee"),
            ("involvement", "perpetrator"),
            ("posting", "person"),
            ("task", "about"),
        ),
    ),
    "case": _rare(
        ("event", "case"), ("interview", "case"), ("intervention", "case"), ("submission", "case"), ("task", "about")
    ),
    "act": _rare(("intervention", "acts"), ("task", "about")),
    "event": (Related("act", "event"), *_rare(("task", "about"))),
    "testimony": (Related("evidence", "testimony"), *_rare(("task", "about"))),
    "evidence": _rare(("task", "about")),
    "source": _rare(("task", "about")),
    "organisation": (
        Related("involvement", "perpetrator"),
        Related("posting", "organisation"),
        *_rare(("organisation", "parent"), ("task", "about")),
    ),
    "interview": (Related("testimony", "interview"), *_rare(("task", "about"))),
    "consent": _rare(("task", "about")),
    "intervention": _rare(("task", "about")),
    "tag": tuple(Related(kind, "tags", rare=True, listed_only=True) for kind in TAGGED),
}
MOST = 200
_NO_ARTICLE = frozenset({"defender_profile", "evidence"})
_VOWELS = frozenset("AEIO")


class RelatedList(Beneath):
    """One kind of records that point at the record shown."""

    def __init__(self, tools: Tools, record: str, related: Related) -> None:
        super().__init__()
        self.tools = tools
        self.record = record
        self.related = related
        self._title = Heading(level=3)
        self._none = PlainLabel().be(quiet=True)
        self._some = self._closed = False
        self._add = QPushButton()
        self._withdraw: QPushButton | None = None
        self._agreed: QPushButton | None = None
        self.table: RecordTable | None = None  # until there is something to show: most lists of most people are empty
        self._title.setWordWrap(False)
        of_consents = self._consent_buttons() if related.kind == "consent" else ()
        self._column = column(held(Flow(self._title, self._none, *of_consents, self._add, gap=8, apart=2)), gap=4)
        self.setLayout(self._column)
        self._add.clicked.connect(self._add_one)
        self.retranslate()
        self.ask()

    def make_table(self) -> RecordTable:
        """What the records stand in."""
        return RecordTable(3, titles=True)

    def refresh(self, changes: Changes | None) -> None:
        """Ask anew when records of the kind changed."""
        if changes is None or self.related.kind in changes.kinds:
            self.ask()

    def title_words(self) -> str:
        """What the kind is called; of cases, that these are not all somebody is in."""
        if self.related.field == "defenders":
            return self.tr("Cases as the defender")
        return declaration(self.related.kind).plural(self.tools.language.code)

    def name_table(self, table: RecordTable) -> None:
        """What a screen reader calls it, and its columns."""
        table.name(self.title_words(), ("", "", ""))

    def retranslate(self) -> None:
        """Named after the kind listed."""
        decl, lang = declaration(self.related.kind), self.tools.language.code
        self._title.setText(self.title_words())
        self._none.setText(self._nothing_words())
        self._add.setText(unmnemonic(self._add_words(decl.label(lang))))
        self._add.setIcon(self.tools.icons.icon("add"))
        if self._withdraw is not None and self._agreed is not None:
            self._withdraw.setText(self.tr("They &withdrew this…"))
            self._agreed.setText(self.tr("All they &agreed to…"))
        if self.table is not None:
            self.name_table(self.table)

    def _add_words(self, what: str) -> str:
        """To add one, by the name of its kind, which begins low within a sentence."""
        if self.related.kind in _NO_ARTICLE:
            return self.tr("Add {what}").format(what=what[:1].lower() + what[1:])
        told = self.tr("Add an {what}") if what[:1] in _VOWELS else self.tr("Add a {what}")
        return told.format(what=what[:1].lower() + what[1:])

    def ask(self) -> None:
        """What there is now."""
        kind, record = self.related.kind, self.record

        def query(ws: Workspace) -> Page:
            page = records.list_records(ws, kind, referring_to=record, limit=MOST)
            if self.related.field != "speaker":
                return page
            whose = f"{naming.called(ws, record)}{BETWEEN}"  # on their own page they all begin so, and differ behind
            return replace(page, rows=tuple(replace(one, title=one.title.removeprefix(whose)) for one in page.rows))

        self.tools.worker.submit(query, self._show, owner=self, look=True)

    def _show(self, page: Page) -> None:
        lines = [
            Line(one.id, one.kind, (one.title, one.beside, day(one.updated, self.tools.language.code)))
            for one in page.rows
        ]
        self.show_lines(lines, closed=page.closed)

    def show_lines(self, lines: list[Line], *, closed: bool) -> None:
        """These records and no others. closed: there may be more that cannot be seen."""
        if self.table is None and lines:
            self._have_table()
        if self.table is not None:
            self.table.show_lines(lines)
            self.table.setVisible(bool(lines))
        self._some, self._closed = bool(lines), closed
        self._none.setText(self._nothing_words())
        self._none.setVisible(not lines or closed)
        if self._withdraw is not None:
            self._withdraw.setVisible(bool(lines))

    def _have_table(self) -> None:
        self.table = self.make_table()
        self._column.addWidget(self.table)
        self.table.opened.connect(lambda id_, kind: self.tools.go(Place("record", id_, kind)))
        self.name_table(self.table)

    def _consent_buttons(self) -> tuple[QPushButton, QPushButton]:
        self._withdraw, self._agreed = QPushButton(), QPushButton()
        self._withdraw.hide()
        self._withdraw.clicked.connect(lambda: self.tools.go(Place("withdraw", self.record, "person")))
        self._agreed.clicked.connect(lambda: self.tools.go(Place("agreed", self.record, "person")))
        return self._agreed, self._withdraw

    def _nothing_words(self) -> str:
        if not self._closed:
            return self.tr("none yet")
        if self._some:
            return self.tr("there may be more: open the identities to see")
        return self.tr("closed: open the identities to see")

    def _add_one(self) -> None:
        given = ((self.related.field, self.record),)
        self.tools.go(Place("record", kind=self.related.kind, given=given))
