"""States that go on: what nobody has confirmed for six months comes first; one key confirms it, another ends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from desktop.casework import states
from desktop.casework.states import LookingForStates, OpenState
from desktop.casework.workspace import JSON, Changes, Workspace, day_of
from desktop.errors import JiashuError
from desktop.ui.back_line import BackLine
from desktop.ui.date_editor import DateEditor
from desktop.ui.flow import Flow
from desktop.ui.in_steps import InSteps
from desktop.ui.layout import column, held, primary, readable, row, sheet
from desktop.ui.notice import note_of
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.states_table import MOST, StatesTable
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools

CONFIRM_KEYS, END_KEYS = "Ctrl+T", "Ctrl+E"


class StatesPage(Page):
    """`Place.record`: of one case; "": of the whole vault, whose acts are read some at a time beside all else."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._found: tuple[OpenState, ...] = ()
        self._reading = True
        self._looking: InSteps | None = None
        self._title = Heading()
        self._about, self._count = (PlainLabel(wrap=True).be(quiet=True) for _ in range(2))
        self._stale = TickBox()
        self._stale.setChecked(True)
        self._table = StatesTable(tools)
        self._confirm, self._end, self._open = primary(QPushButton()), QPushButton(), QPushButton()
        self._when_label, self._when = PlainLabel(), DateEditor(tools)
        self._ended, self._cancel = primary(QPushButton()), QPushButton()
        self._sheet = sheet(
            column(self._when_label, self._when, held(row(self._ended, self._cancel, None)), gap=8), margin=16
        )
        self._lay_out()
        self._connect()
        self.retranslate()
        self.refresh(None)

    def begin(self) -> None:
        """The table, which the arrow keys walk through."""
        self._table.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """What changed is read again by itself; all of it only where everything may read otherwise."""
        if changes is None:
            self._look()
        elif "act" in changes.kinds:
            acts = changes.records
            self.tools.worker.submit(
                lambda ws: states.among(ws, day_of(ws), self._ours(ws, acts)),
                lambda found: self._changed(acts, found),
                owner=self,
                look=True,
            )

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Still going on"))
        self._about.setText(
            self.tr(
                "Exit bans, house arrest, detention, exclusion from school: states nobody has said to be over. "
                "Ask whether each still goes on, and say so here."
            )
        )
        self._stale.setText(self.tr("Only what was not confirmed for six &months"))
        self._table.name(
            self.tr("States that go on"),
            (self.tr("To whom"), self.tr("What"), self.tr("Since"), self.tr("Last confirmed"), self.tr("How long")),
        )
        self._confirm.setText(self.tr("It still goes on &today"))
        self._confirm.setToolTip(self.tr("Ctrl+T"))
        self._end.setText(self.tr("It is o&ver…"))
        self._end.setToolTip(self.tr("Ctrl+E"))
        self._open.setText(self.tr("&Open it"))
        self._when_label.setText(self.tr("When did it end? Leave it empty if nobody knows."))
        self._when.call(self.tr("When did it end?"))
        self._ended.setText(self.tr("&Keep that it is over"))
        self._cancel.setText(self.tr("Ca&ncel"))
        self._fill()

    def _lay_out(self) -> None:
        self._sheet.hide()
        self._when_label.setBuddy(self._when)
        whole = column(
            BackLine(self.tools),
            readable(held(column(self._title, self._about, gap=8))),
            held(Flow(self._stale, self._count, gap=12)),
            self._table,
            held(Flow(self._confirm, self._end, self._open, gap=8)),
            self._sheet,
            gap=12,
            margin=24,
        )
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._stale.toggled.connect(self._fill)
        self._table.opened.connect(lambda act: self.tools.go(Place("record", act, "act")))
        self._table.chosen.connect(self._choose)
        self._confirm.clicked.connect(self._confirm_it)
        self._end.clicked.connect(self._ask_end)
        self._open.clicked.connect(lambda: self.tools.go(Place("record", self._table.act, "act")))
        self._ended.clicked.connect(self._end_it)
        self._cancel.clicked.connect(self._fold)
        for keys, does in ((CONFIRM_KEYS, self._confirm_it), (END_KEYS, self._ask_end)):
            QShortcut(QKeySequence(keys), self, does, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _look(self) -> None:
        case = self._place.record
        if case:
            self.tools.worker.submit(
                lambda ws: states.open_states(ws, day_of(ws), case=case), self._show, owner=self, look=True
            )
            return
        if self._looking is not None:
            self._looking.cancel()
        self._reading = True
        self._looking = InSteps(
            self.tools.worker,
            lambda ws: LookingForStates(ws, day_of(ws)),
            self._show,
            self._failed,
            lambda _done, _total: None,
            self,
        )

    def _ours(self, ws: Workspace, acts: frozenset[str]) -> frozenset[str]:
        case = self._place.record
        return acts & frozenset(ws.vault.referring(case, "act")) if case else acts

    def _failed(self, error: JiashuError) -> None:
        self._reading = False
        self._fill()
        self.tools.tell(note_of(error, self.tools.language))

    def _show(self, found: tuple[OpenState, ...]) -> None:
        self._found, self._reading = found, False
        self._fill()

    def _changed(self, acts: frozenset[str], found: Sequence[OpenState]) -> None:
        stay = [one for one in self._found if one.act not in acts]
        self._found = states.in_order([*stay, *found])
        self._fill()

    def _fill(self) -> None:
        shown = [one for one in self._found if one.stale or not self._stale.isChecked()]
        self._table.show_states(shown)
        self._count.setText(self._count_words(len(shown)))
        self._choose()

    def _count_words(self, count: int) -> str:
        if self._reading:
            return self.tr("Looking…")
        if not count and self._stale.isChecked():
            return self.tr("Nothing waits to be confirmed.")
        if count > MOST:
            return self.tr("{count} in all; the {shown} that wait longest are shown").format(count=count, shown=MOST)
        return str(count)

    def _choose(self) -> None:
        chosen = bool(self._table.act)
        for button in (self._confirm, self._end, self._open):
            button.setEnabled(chosen)
        if not chosen:
            self._fold()

    def _confirm_it(self) -> None:
        act = self._table.act
        if act:
            said = self.tr("Confirmed today.")
            self._do(lambda ws: states.confirm(ws, act), said)

    def _ask_end(self) -> None:
        if self._table.act:
            self._when.put(None)
            self._sheet.show()
            self._when.setFocus()

    def _end_it(self) -> None:
        act, when = self._table.act, self._when.value()

        def end(ws: Workspace, on: JSON = when) -> Changes:
            return states.end(ws, act, on)

        if act:
            self._do(end, self.tr("It is over: kept."))

    def _do(self, action: Callable[[Workspace], Changes], said: str) -> None:
        def done(_changes: Changes) -> None:
            self.tools.whisper(said)
            self._fold()

        self.tools.worker.submit(action, done, owner=self)

    def _fold(self) -> None:
        within = self._sheet.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._sheet.hide()
        if within:
            self._table.setFocus()
