"""A case in the order of time: as a picture with a lane a person, and beneath it as a list."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework.case_timeline import CaseTimeline, Moment, timeline_of
from desktop.casework.workspace import Changes
from desktop.domain.date_show import briefly
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, quiet_button, row, scrolling
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel, one_line, tooltip
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.timeline_view import TimelineView
from desktop.ui.tools import Tools

CONCERNED = frozenset({"case", "act", "event", "event_link", "person", "name", "relationship", "identity"})


class TimelinePage(Page):
    """`Place.record`: the case."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._timeline: CaseTimeline | None = None
        self._title = Heading()
        self._about, self._now = (PlainLabel(wrap=True).be(quiet=True) for _ in range(2))
        self._closer, self._further = quiet_button(), quiet_button()
        self._event, self._case = QPushButton(), QPushButton()
        self._view = TimelineView(tools)
        self._list = RecordTable(4, wide=2)
        tools_row = held(Flow(self._case, self._event, held(row(self._further, self._closer, gap=2)), gap=8))
        listed = scrolling(held(column(self._list, None, gap=0)))
        page = column(self._title, self._about, tools_row, self._view, self._now, listed, gap=8, margin=24)
        page.setStretch(5, 1)
        self.setLayout(page)
        self._connect()
        self.retranslate()
        self.refresh(None)

    def begin(self) -> None:
        """The picture, which the arrow keys walk through."""
        self._view.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Nearly everything in a case shows here."""
        case = self._place.record
        if case and (changes is None or CONCERNED & changes.kinds):
            self.tools.worker.submit(lambda ws: timeline_of(ws, case), self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of the page."""
        called = self._timeline.case if self._timeline else ""
        self._title.setText(
            self.tr("Timeline: {case}").format(case=one_line(called)) if called else self.tr("Timeline")
        )
        self._about.setText(
            self.tr(
                "Hatched: some time within these days. Solid: known to have gone on. Fading: not known to be over. "
                "Arrow keys go from one to the next, Enter opens."
            )
        )
        self._event.setText(self.tr("Add an &event"))
        self._event.setIcon(self.tools.icons.icon("add"))
        self._case.setText(self.tr("To the &case"))
        for button, icon, words in (
            (self._closer, "zoom-in", self.tr("Closer (+)")),
            (self._further, "zoom-out", self.tr("Further away (−)")),
        ):
            button.setIcon(self.tools.icons.icon(icon))
            button.setToolTip(tooltip(words))
            button.setAccessibleName(words)
        self._view.setAccessibleName(self.tr("Timeline: a lane a person"))
        self._list.name(
            self.tr("All of it in the order of time"),
            (self.tr("When"), self.tr("To whom"), self.tr("What"), self.tr("How long")),
        )
        if self._timeline is not None:
            self._show(self._timeline)

    def _connect(self) -> None:
        case, go = self._place.record, self.tools.go
        for button, by in ((self._closer, 1.5), (self._further, 1 / 1.5)):
            button.clicked.connect(lambda _on=False, by=by: self._view.closer(by))
        self._case.clicked.connect(lambda: go(Place("record", case, "case")))
        self._event.clicked.connect(lambda: go(Place("record", kind="event", given=(("case", case),))))
        self._view.opened.connect(lambda record, kind: go(Place("record", record, kind)))
        self._list.opened.connect(lambda record, kind: go(Place("record", record, kind)))
        self._view.chosen.connect(self._tell)

    def _show(self, timeline: CaseTimeline) -> None:
        fresh = self._timeline is None or self._timeline.case != timeline.case
        self._timeline = timeline
        if fresh:
            self.retranslate()
            return
        self._view.show_timeline(timeline)
        self._list.show_lines([self._line(one) for one in timeline.moments])
        self._tell()

    def _line(self, one: Moment) -> Line:
        who = self.tr("{name}, {age}").format(name=one.who, age=one.age) if one.age else one.who
        return Line(one.record, one.kind, (briefly(one.when), who, one.what, one.lasted))

    def _tell(self) -> None:
        now = self._view.current
        if now is not None:
            self._now.setText(self._view.told(now))
        elif self._timeline is not None and not self._timeline.moments:
            self._now.setText(
                self.tr(
                    "Nothing is written down yet: add an event, or what happened to somebody on the page of the case."
                )
            )
        else:
            self._now.setText("")
