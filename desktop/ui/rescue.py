"""Rescuing a damaged vault, while none is open: what is asked, how far it is, what came of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.casework import key_files, rescuing
from desktop.casework.rescuing import RescueDone, WayIn
from desktop.casework.workspace import Progress
from desktop.errors import JiashuError
from desktop.ui.layout import centred, column, held
from desktop.ui.long_work import LongWork
from desktop.ui.plain import ElidedLabel, Heading
from desktop.ui.rescue_form import RescueForm
from desktop.ui.rescued import RescuedStep
from desktop.ui.speaking import Speaking
from desktop.ui.stage import Stage
from desktop.ui.tools import Tools


class RescueScreen(Speaking):
    """`given_up`: back to the passphrase. `begun`: it was asked for. `refused` (a JiashuError).

    `opened`: folder of the new vault, and whether its passphrase opens it.
    """

    given_up = Signal()
    begun = Signal()
    refused = Signal(object)
    opened = Signal(object, bool)

    def __init__(self, tools: Tools, damaged: Path, needs_key_file: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._damaged = damaged
        self._title = Heading()
        self._where = ElidedLabel(str(damaged)).be(quiet=True)
        self._stage = Stage()
        inside = held(column(self._title, self._where, self._stage, gap=12))
        self.setLayout(column(centred(inside, 640)))
        self._form = RescueForm(tools, damaged, needs_key_file)
        self._form.wanted.connect(self._begin)
        self._form.given_up.connect(self.given_up)
        self._stage.enter(self._form)
        self.retranslate()

    def begin(self) -> None:
        """The form's first field."""
        self._form.begin()

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self._title.setText(self.tr("Rescue a damaged vault"))

    def _begin(self) -> None:
        self.begun.emit()
        passphrase, key, identities = self._form.take()
        way = WayIn(passphrase or None, key or None, identities or None)
        others = (tuple(self._form.backups), tuple(self._form.packages))
        work = partial(self._rescue, self._form.new, way, self._form.key_file, *others)
        shown = LongWork(self.tr("Reading what is left, and building the new vault"))
        self._form.hide()
        self.layout_work(shown)
        job = self._tools.worker.apart(
            work, partial(self._show, shown), owner=self, progress=shown.report, failed=partial(self._refuse, shown)
        )
        shown.cancelled.connect(partial(self._again, shown))
        shown.follow(job)

    def layout_work(self, shown: LongWork) -> None:
        """Beneath the form, which is hidden meanwhile: what was chosen in it stays for another try."""
        layout = self._stage.layout()
        assert layout is not None
        layout.addWidget(shown)

    def _rescue(
        self,
        new: Path,
        way: WayIn,
        key_file: Path | None,
        backups: tuple[Path, ...],
        packages: tuple[Path, ...],
        progress: Progress,
    ) -> RescueDone:
        return rescuing.rescue(
            self._damaged,
            new,
            way if key_file is None else replace(way, key_file=key_files.read(key_file)),
            clock=self._tools.clock,
            vocabularies=self._tools.vocabularies,
            backups=backups,
            packages=packages,
            progress=progress,
        )

    def _show(self, work: LongWork, done: RescueDone) -> None:
        self._put_away(work)
        step = self._stage.enter(RescuedStep(self._tools, done))
        step.open.clicked.connect(lambda: self.opened.emit(done.folder, done.report.passphrase_kept))
        step.open.setFocus()

    def _refuse(self, work: LongWork, error: JiashuError) -> None:
        self._again(work)
        self.refused.emit(error)

    def _again(self, work: LongWork) -> None:
        self._put_away(work)
        self._form.show()
        self._form.begin()

    def _put_away(self, work: LongWork) -> None:
        work.end()
        work.hide()
        work.deleteLater()
