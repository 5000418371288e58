"""What somebody else put aside in names that waited: decided here, one by one, once the identities are open."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework import waiting
from desktop.casework.deciding import Decision
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.exchange.decisions import Decisions
from desktop.ui.layout import READING_WIDTH, centred, column, held, primary, row
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.stage import Stage
from desktop.ui.tools import Tools


class NamesPage(Page):
    """The decisions and one button; nothing to decide says so."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._decisions: tuple[Decision, ...] = ()
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._stage = Stage()
        self._decide = primary(QPushButton())
        buttons = held(row(self._decide, None))
        inside = column(self._title, self._about, self._stage, buttons, gap=16)
        self.setLayout(column(centred(held(inside), READING_WIDTH)))
        self._decide.clicked.connect(self._do)
        self.retranslate()
        self.refresh(None)

    def begin(self) -> None:
        """The one button."""
        self._decide.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """The identities may have been closed, or something decided elsewhere; what was ticked stays otherwise."""

        def look(ws: Workspace) -> tuple[Decision, ...]:
            return waiting.undecided(ws)

        self.tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Names that came"))
        self._decide.setText(self.tr("&Decide so"))
        self._tell()

    def _tell(self) -> None:
        self._decide.setVisible(bool(self._decisions))
        self._about.setText(
            self.tr(
                "These names came while the identities were closed. What somebody else put aside in them holds here "
                "only if you accept it."
            )
            if self._decisions
            else self.tr("Nothing is left to decide, or the identities are closed.")
        )

    def _show(self, decisions: tuple[Decision, ...]) -> None:
        if decisions != self._decisions:
            self._decisions = decisions
            self._stage.leave()
            if decisions:
                self._stage.enter(Decisions(decisions))
        self._tell()

    def _do(self) -> None:
        step = self._stage.step
        if not isinstance(step, Decisions):
            return
        asked, accepted = self._decisions, step.accepted

        def decide(ws: Workspace) -> Changes:
            return waiting.decide(ws, asked, accepted)

        self.tools.worker.submit(decide, self._done, owner=self)

    def _done(self, _changes: Changes) -> None:
        self.tools.whisper(self.tr("Decided."))
        self.refresh(None)
