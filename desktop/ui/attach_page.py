"""Taking a file in as evidence."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QPushButton

from desktop.casework import evidence
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.errors import JiashuError
from desktop.ui.files import choose_file
from desktop.ui.job import Job
from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.page import Page
from desktop.ui.people_picker import put_pick
from desktop.ui.picker import Picker
from desktop.ui.place import Place
from desktop.ui.plain import ElidedLabel, Heading, PlainLabel
from desktop.ui.sources import cases
from desktop.ui.tools import Tools
from desktop.ui.untaken import not_taken


class AttachPage(Page):
    """The file stays where it is; its sealed copy is what counts from then on."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._file: Path | None = None
        self._job: Job | None = None
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._choose = QPushButton()
        self._name = ElidedLabel()
        self._label = PlainLabel()
        self._case = Picker("", cases(tools, self))
        self._take = primary(QPushButton())
        self._cancel = QPushButton()
        self._progress = QProgressBar()
        self._progress.hide()
        self._cancel.hide()
        self._label.setBuddy(self._case)
        file_line = row(self._choose, self._name)
        file_line.setStretch(1, 1)
        buttons = held(row(self._take, self._cancel, None))
        form = column(file_line, self._label, self._case, buttons, self._progress, gap=8)
        self.setLayout(column(centred(held(column(self._title, self._about, sheet(form), gap=16)), 640)))
        self._choose.clicked.connect(lambda: choose_file(self, self.tr("The file to take in"), self._chosen))
        self._take.clicked.connect(self._attach)
        self._cancel.clicked.connect(self._stop)
        given = dict(place.given)
        if "case" in given:
            put_pick(tools, self._case, given["case"], "")
        self._take.setEnabled(False)
        self.retranslate()

    def begin(self) -> None:
        """First the file."""
        self._choose.setFocus()

    def leave(self) -> None:
        """A file half taken in is not taken in."""
        self._stop()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Add a file as evidence"))
        self._about.setText(
            self.tr(
                "It is sealed as it comes in and kept letter for letter. Pictures, sound and film go to the "
                "identities. The file you choose stays where it is: delete it there yourself if it should not."
            )
        )
        self._choose.setText(self.tr("&Choose a file…"))
        self._label.setText(self.tr("&For which case"))
        self._case.setAccessibleName(self.tr("For which case"))
        self._take.setText(self.tr("&Take it in"))
        self._cancel.setText(self.tr("&Cancel"))
        self._progress.setAccessibleName(self.tr("Progress"))

    def _chosen(self, file: Path) -> None:
        self._file = file
        self._name.setText(file.name)
        self._take.setEnabled(True)
        self._take.setFocus()

    def _attach(self) -> None:
        self._case.settle()
        file, chosen = self._file, self._case.chosen
        if file is None or self._job is not None:
            return
        if self._case.untaken:
            self.tools.tell(not_taken([self._case]))
            self._case.setFocus()
            return
        case = chosen.key if chosen is not None else None
        testimony = dict(self._place.given).get("testimony")

        def attach(ws: Workspace, progress: Progress) -> Changes:
            return evidence.attach(ws, case, file, testimony=testimony, progress=progress)

        self._wait(True)
        worker = self.tools.worker
        self._job = worker.submit_long(attach, self._done, owner=self, progress=self._report, failed=self._failed)

    def _report(self, done: int, total: int) -> None:
        self._progress.setMaximum(1000)
        self._progress.setValue(done * 1000 // max(total, 1))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._wait(False)

    def _done(self, changes: Changes) -> None:
        self._job = None
        self.tools.go(Place("record", changes.created[0], "evidence"))

    def _failed(self, error: JiashuError) -> None:
        self._wait(False)
        self.tools.worker.failed.emit(error)

    def _wait(self, waiting: bool) -> None:
        if not waiting:
            self._job = None
        self._take.setEnabled(not waiting)
        self._choose.setEnabled(not waiting)
        self._progress.setVisible(waiting)
        self._cancel.setVisible(waiting)
