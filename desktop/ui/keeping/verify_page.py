"""Checking the whole vault: how far it is, and what was found; it goes on when one leaves the page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import conflicted
from desktop.casework.verify import Finding, Verified
from desktop.domain.registry import KINDS
from desktop.errors import JiashuError
from desktop.ui.cells import CellsView
from desktop.ui.layout import column, held, primary, row
from desktop.ui.long_work import LongWork
from desktop.ui.moments import number
from desktop.ui.notice import note_of
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel, one_line
from desktop.ui.reasons import CHECKED, said
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

MOST_ROWS = 12
MOST_COPIES = 3


class VerifyPage(StagedPage):
    """Reads everything, changes nothing."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self.retranslate()
        checking = tools.checking
        checking.found.connect(self._show)
        checking.failed.connect(self._not_checked)
        if checking.under_way:
            self._show_work()
        elif checking.result is not None:
            self._show(checking.result)
        else:
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
        self.tools.checking.begin()
        self._show_work()

    def _show_work(self) -> None:
        """How far it is; it goes on when one leaves, and only the button stops it."""
        work = self.stage.enter(LongWork(self.tr("Checking every record and file")))
        work.cancelled.connect(self._stop)
        self.tools.checking.progressed.connect(work.report)

    def _stop(self) -> None:
        self.tools.checking.stop()
        self._show_start()

    def _show(self, verified: Verified) -> None:
        step = self.stage.enter(VerifiedStep(self.tools, verified))
        step.again.clicked.connect(self._check)
        step.taken_in.connect(self._check)
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
                "written. Nothing is changed. A large vault takes a while: go on elsewhere and save as usual. The "
                "check goes on beside that, and what it found is told when it is done."
            )
        )
        self._check.setText(self.tr("Check &everything"))


class VerifiedStep(Speaking):
    """What was checked, and what is wrong. `taken_in`: what only a copy had is here now."""

    taken_in = Signal()

    def __init__(self, tools: Tools, verified: Verified) -> None:
        super().__init__()
        self._verified = verified
        self._tools = tools
        self._language = tools.language
        self._told = Told(tools, "done" if verified.sound else "danger")
        self._table = CellsView(0)
        self._facts = Facts()
        for what, count in verified.checked:
            self._facts.add(said(CHECKED, what), number(count, tools.language.code) if count else "")
        self.again = QPushButton()
        self._noticed = Told(tools, "warning")
        self._copies = [QPushButton() for _ in verified.copies[:MOST_COPIES]]
        for button, name in zip(self._copies, verified.copies, strict=False):
            button.clicked.connect(partial(self._take_in, name))
        parts: list[QWidget] = [self._told, self._noticed, *(held(row(button, None)) for button in self._copies)]
        parts.append(self._facts)
        if not verified.sound:
            parts.append(self._table)
        self.setLayout(column(*parts, held(row(self.again, None)), None, gap=16))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the step."""
        sound = self.tr("Everything is in order: nothing is lost, nothing was altered.")
        broken = self.tr("Something is not as it was written; all else can be read and saved as before. ")
        broken += self.tr(
            "Keep the vault and its backups as they are. To bring what is whole into a new vault, lock this one and "
            "choose “Rescue a damaged vault” where the passphrase is asked for. Show this list to whoever supports you."
        )
        self._told.say(sound if self._verified.sound else broken)
        self._noticed.say(
            "\n".join(self._language.messages.sentence(one) for one in self._verified.notices[:MOST_ROWS])
        )
        self._table.setAccessibleName(self.tr("What was found"))
        self._table.cells.name(self.tr("What was found"), self.tr("Where"))
        self._table.cells.fill(
            [(self._language.messages.explain(one.error).what, self._where(one)) for one in self._verified.findings]
        )
        self._table.showing(MOST_ROWS)
        for button, name in zip(self._copies, self._verified.copies, strict=False):
            button.setText(self.tr("Take in what only “{file}” has").format(file=one_line(name)))
        self.again.setText(self.tr("Check &again"))

    def _take_in(self, name: str) -> None:
        for button in self._copies:
            button.setEnabled(False)
        self._tools.worker.submit(
            lambda ws: conflicted.take_in(ws, name),
            lambda _changes: self.taken_in.emit(),
            owner=self,
            failed=self._not_taken_in,
        )

    def _not_taken_in(self, error: JiashuError) -> None:
        self._tools.tell(note_of(error, self._language))
        for button in self._copies:
            button.setEnabled(True)

    def _where(self, one: Finding) -> str:
        """The record by kind and code, else a file's name or a number."""
        if not one.record:
            return one.subject
        label = KINDS[one.kind].label(self._language.code) if one.kind in KINDS else one.kind
        return f"{label} {one.record}".strip()
