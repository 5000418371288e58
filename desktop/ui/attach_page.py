"""Taking files in as evidence: one or many at a go, each with what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QPushButton

from desktop.casework import evidence
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.errors import JiashuError
from desktop.ui.attach_list import AttachList, Taking
from desktop.ui.files import choose_files
from desktop.ui.job import Job
from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.page import Page
from desktop.ui.people_picker import put_pick
from desktop.ui.picker import Picker
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.sources import cases
from desktop.ui.tools import Tools
from desktop.ui.untaken import not_taken


class AttachPage(Page):
    """The files stay where they are; their sealed copies are what counts from then on."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._files: list[Taking] = []
        self._job: Job | None = None
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._choose = QPushButton()
        self._list = AttachList(tools)
        self._label = PlainLabel()
        self._case = Picker("", cases(tools, self))
        self._take = primary(QPushButton())
        self._cancel = QPushButton()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)  # the bar is thinner than a line of text
        self._progress.hide()
        self._cancel.hide()
        self._label.setBuddy(self._case)
        buttons = held(row(self._take, self._cancel, None))
        chosen = held(row(self._choose, None))
        form = column(chosen, self._list, self._label, self._case, buttons, self._progress, gap=8)
        self.setLayout(column(centred(held(column(self._title, self._about, sheet(form), gap=16)), 640)))
        self._choose.clicked.connect(lambda: choose_files(self, self.tr("The files to take in"), self._chosen))
        self._list.opened.connect(lambda record, kind: tools.go(Place("record", record, kind)))
        self._take.clicked.connect(self._attach)
        self._cancel.clicked.connect(self._stop)
        given = dict(place.given)
        if "case" in given:
            put_pick(tools, self._case, given["case"], "")
        self._take.setEnabled(False)
        self.retranslate()

    def begin(self) -> None:
        """First the files."""
        self._choose.setFocus()

    def leave(self) -> None:
        """A file half taken in is not taken in."""
        self._stop()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Add files as evidence"))
        self._about.setText(
            self.tr(
                "They are sealed as they come in and kept letter for letter. Pictures, sound and film go to the "
                "identities. The files you choose stay where they are: delete them there yourself if they should not."
            )
        )
        self._choose.setText(self.tr("&Choose files…"))
        self._label.setText(self.tr("&For which case"))
        self._case.setAccessibleName(self.tr("For which case"))
        self._take.setText(self.tr("&Take it in") if len(self._files) < 2 else self.tr("&Take them in"))
        self._cancel.setText(self.tr("&Cancel"))
        self._progress.setAccessibleName(self.tr("Progress"))
        self._list.show_files(self._files)

    def _chosen(self, files: list[Path]) -> None:
        """What was taken in stays listed; everything else is what was chosen now."""
        done = [one for one in self._files if one.record]
        known = {one.file for one in done}
        self._files = [*done, *(Taking(file) for file in files if file not in known)]
        self.retranslate()
        self._take.setEnabled(bool(self._waiting()))
        self._take.setFocus()

    def _waiting(self) -> list[Taking]:
        return [one for one in self._files if not one.record]

    def _attach(self) -> None:
        self._case.settle()
        if not self._waiting() or self._job is not None:
            return
        if self._case.untaken:
            self.tools.tell(not_taken([self._case]))
            self._case.setFocus()
            return
        for one in self._waiting():
            one.failed = ""
        self._wait(True)
        self._next()

    def _next(self) -> None:
        """The next file that was not tried yet; one that fails stops no other."""
        taking = next((one for one in self._waiting() if not one.failed), None)
        if taking is None:
            self._finished()
            return
        chosen = self._case.chosen
        case, file = (chosen.key if chosen is not None else None), taking.file
        testimony = dict(self._place.given).get("testimony")

        def attach(ws: Workspace, progress: Progress) -> Changes:
            return evidence.attach(ws, case, file, testimony=testimony, progress=progress)

        def done(changes: Changes) -> None:
            taking.record = changes.created[0]
            self._next()

        def failed(error: JiashuError) -> None:
            taking.failed = self.tools.language.messages.sentence(error)
            self._next()

        self._list.show_files(self._files, now=taking)
        self._progress.setValue(0)
        worker = self.tools.worker
        self._job = worker.submit_long(attach, done, owner=self, progress=self._report, failed=failed)

    def _finished(self) -> None:
        """One file leads to its record; of several one sees what became of each."""
        self._wait(False)
        if len(self._files) == 1 and self._files[0].record:
            self.tools.go(Place("record", self._files[0].record, "evidence"))
            return
        self._list.setFocus()

    def _report(self, done: int, total: int) -> None:
        self._progress.setMaximum(1000)
        self._progress.setValue(done * 1000 // max(total, 1))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._wait(False)

    def _wait(self, waiting: bool) -> None:
        if not waiting:
            self._job = None
            self._list.show_files(self._files)
        self._take.setEnabled(not waiting and bool(self._waiting()))
        self._choose.setEnabled(not waiting)
        self._progress.setVisible(waiting)
        self._cancel.setVisible(waiting)
