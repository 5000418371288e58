"""Checking the whole vault: how far it is, and what was found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import verify
from desktop.casework.verify import Verified
from desktop.casework.workspace import Progress, Workspace
from desktop.errors import JiashuError
from desktop.ui.cells import CellsView
from desktop.ui.layout import column, held, primary, row
from desktop.ui.moments import number
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.reasons import CHECKED, said
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

MOST_ROWS = 12


class VerifyPage(StagedPage):
    """Reads everything, changes nothing."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self.retranslate()
        self._show_start()

    def begin(self) -> None:
        """The one button that starts it."""
        if isinstance(self.stage.step, VerifyStart):
            self.stage.step.begin()

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self.title.setText(self.tr("Check the vault"))

    def _show_start(self) -> None:
        start = self.stage.enter(VerifyStart())
        start.wanted.connect(self._check)
        start.begin()

    def _check(self) -> None:
        def check(ws: Workspace, progress: Progress) -> Verified:
            return verify.verify(ws, progress=progress)

        self.work(
            self.tr("Checking every record and file"),
            check,
            self._show,
            failed=self._not_checked,
            stopped=self._show_start,
        )

    def _show(self, verified: Verified) -> None:
        step = self.stage.enter(VerifiedStep(self.tools, verified))
        step.again.clicked.connect(self._check)
        step.again.setFocus()

    def _not_checked(self, error: JiashuError) -> None:
        self._show_start()
        self.tell_error(error)


class VerifyStart(Speaking):
    """`wanted` when the check shall begin."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._check = primary(QPushButton())
        self.setLayout(column(self._about, held(row(self._check, None)), None, gap=16))
        self._check.clicked.connect(self.wanted)
        self.retranslate()

    def begin(self) -> None:
        """The one button."""
        self._check.setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._about.setText(
            self.tr(
                "Every change, every evidence file and every list is read and compared with what was noted when it was "
                "written. Nothing is changed. A large vault takes a while; go on elsewhere at any time, and the check "
                "stops."
            )
        )
        self._check.setText(self.tr("Check &everything"))


class VerifiedStep(Speaking):
    """What was checked, and what is wrong."""

    def __init__(self, tools: Tools, verified: Verified) -> None:
        super().__init__()
        self._verified = verified
        self._messages = tools.language.messages
        self._told = Told(tools, "done" if verified.sound else "danger")
        self._table = CellsView(0)
        self._facts = Facts()
        for what, count in verified.checked:
            self._facts.add(said(CHECKED, what), number(count, tools.language.code) if count else "")
        self.again = QPushButton()
        self._noticed = Told(tools, "warning")
        parts: list[QWidget] = [self._told, self._noticed, self._facts]
        if not verified.sound:
            parts.append(self._table)
        self.setLayout(column(*parts, held(row(self.again, None)), None, gap=16))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the step."""
        sound = self.tr("Everything is in order: nothing is lost, nothing was altered.")
        broken = self.tr("Something is not as it was written. Keep the vault as it is and make no changes in it; ")
        broken += self.tr("a backup made earlier may be whole. Show this list to whoever supports you.")
        self._told.say(sound if self._verified.sound else broken)
        self._noticed.say("\n".join(self._messages.sentence(one) for one in self._verified.notices[:MOST_ROWS]))
        self._table.setAccessibleName(self.tr("What was found"))
        self._table.cells.name(self.tr("What was found"), self.tr("Where"))
        self._table.cells.fill(
            [(self._messages.explain(one.error).what, one.subject) for one in self._verified.findings]
        )
        self._table.showing(MOST_ROWS)
        self.again.setText(self.tr("Check &again"))
