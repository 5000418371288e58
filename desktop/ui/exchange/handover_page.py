"""Handing a case over: choose, look, write the sealed file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from desktop.casework import contacts, handoff
from desktop.casework.handoff import HandedOver, Handoff, HandoffPreview
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.errors import JiashuError
from desktop.ui.exchange.handover_form import HandoverForm
from desktop.ui.exchange.handover_preview import HandoverPreviewStep
from desktop.ui.exchange.own_name import OwnNameStep
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary
from desktop.ui.place import Place
from desktop.ui.plain import Heading
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

WIDTH = 840


class HandoverPage(StagedPage):
    """`Place.record`: the case, "" to choose one here."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._form = HandoverForm(tools, place.record)
        super().__init__(tools, place, self._form, width=WIDTH)
        self._form.wanted.connect(self._ask_name)
        self.retranslate()

    def begin(self) -> None:
        """The form."""
        self._form.begin()

    def refresh(self, changes: Changes | None) -> None:
        """Names may be hidden now: nothing on the screen goes on showing them."""
        if changes is None:
            self._form.call_case()
            if isinstance(self.stage.step, HandoverPreviewStep):
                self._look(self.stage.step.wanted)

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self.title.setText(self.tr("Hand over a case"))

    def _show_form(self) -> None:
        """The form is kept while one looks at the preview, so that nothing has to be chosen twice."""
        self.finished = False
        self.stage.leave()
        self._form.show()
        self._form.begin()

    def _ask_name(self, wanted: Handoff) -> None:
        """Our card goes along: where it has no name, it is asked for one first."""

        def asked(wants: bool) -> None:
            if not wants:
                self._look(wanted)
                return
            self._form.hide()
            step = self.stage.enter(OwnNameStep(self.tools))
            step.given_up.connect(self._show_form)
            step.answered.connect(lambda: self._look(wanted))
            step.begin()

        self.tools.worker.submit(contacts.wants_name, asked, owner=self)

    def _look(self, wanted: Handoff, earlier: HandoffPreview | None = None) -> None:
        def look(ws: Workspace) -> HandoffPreview:
            return handoff.preview_handoff(ws, wanted, earlier)

        self.tools.worker.submit(look, self._show_preview, owner=self, look=True, failed=self._not_to_be)

    def _not_to_be(self, error: JiashuError) -> None:
        """A rule says no: somebody chooses otherwise."""
        self._show_form()
        self.tell_error(error)

    def _show_preview(self, preview: HandoffPreview) -> None:
        self._form.hide()
        step = self.stage.enter(HandoverPreviewStep(self.tools, preview))
        step.given_up.connect(self._show_form)
        step.changed.connect(lambda wanted: self._look(wanted, preview))
        step.agreed.connect(lambda out, passphrase: self._write(preview, out, passphrase))
        step.begin()

    def _write(self, preview: HandoffPreview, out: Path, passphrase: str) -> None:
        def write(ws: Workspace, progress: Progress) -> HandedOver:
            return handoff.hand_off(ws, preview, out, passphrase=passphrase or None, progress=progress)

        self.work(
            self.tr("Sealing the case"),
            write,
            lambda done: self._done(preview, done),
            failed=lambda error: self._not_written(preview, error),
            stopped=lambda: self._show_preview(preview),
        )

    def _not_written(self, preview: HandoffPreview, error: JiashuError) -> None:
        """What changed meanwhile is looked at again before anything leaves."""
        self.tell_error(error)
        if error.code == "handoff.changed":
            self._look(preview.wanted)
        else:
            self._show_preview(preview)

    def _done(self, preview: HandoffPreview, done: HandedOver) -> None:
        self.finished = True
        step = self.stage.enter(HandedOverStep(self.tools, preview, done))
        step.again.clicked.connect(self._show_form)
        step.back.clicked.connect(lambda: self.tools.go(Place("record", preview.wanted.case, "case")))
        step.back.setFocus()


class HandedOverStep(Speaking):
    """What was written, and what to do with it."""

    def __init__(self, tools: Tools, preview: HandoffPreview, done: HandedOver) -> None:
        super().__init__()
        self._by_passphrase = not preview.wanted.to
        self._title = Heading(level=2)
        self._told = Told(tools, "done")
        self._next = Told(tools, "info")
        facts = Facts()
        for copy, file in zip(preview.copies, done.files, strict=True):
            facts.add(copy.to or self.tr("File"), str(file))
        self.back, self.again = primary(QPushButton()), QPushButton()
        buttons = held(Flow(self.back, self.again, gap=8))
        self.setLayout(column(self._title, self._told, facts, self._next, buttons, None, gap=12))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._title.setText(self.tr("The case is sealed"))
        self._told.say(self.tr("The file can be read by nobody but those it is for. It was noted who has it."))
        self._next.say(
            self.tr("Give the file and the passphrase by two different ways, the passphrase best by voice.")
            if self._by_passphrase
            else self.tr("Give it to them by stick, message or mail: whoever carries it learns its size, no more.")
        )
        self.back.setText(self.tr("&Back to the case"))
        self.again.setText(self.tr("&Hand over once more…"))
