"""Handing a case over: choose, look, write the sealed file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from desktop.casework import contacts, handoff
from desktop.casework.handoff import HandedOver, Handoff, HandoffPreview
from desktop.casework.workspace import Progress, Workspace
from desktop.errors import JiashuError
from desktop.ui.exchange.handover_form import HandoverForm
from desktop.ui.exchange.handover_preview import HandoverPreviewStep
from desktop.ui.layout import column, held, primary, row
from desktop.ui.place import Place
from desktop.ui.plain import Heading
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

WIDTH = 840


@dataclass(frozen=True)
class _Looked:
    """A preview with the names of those it is for."""

    preview: HandoffPreview
    names: tuple[str, ...]


class HandoverPage(StagedPage):
    """`Place.record`: the case, "" to choose one here."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._form = HandoverForm(tools, place.record)
        super().__init__(tools, place, self._form, width=WIDTH)
        self._looked: _Looked | None = None
        self._form.wanted.connect(self._look)
        self.retranslate()

    def begin(self) -> None:
        """The form."""
        self._form.begin()

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self.title.setText(self.tr("Hand over a case"))

    def _show_form(self) -> None:
        """The form is kept while one looks at the preview, so that nothing has to be chosen twice."""
        self._looked = None
        self.stage.leave()
        self._form.show()
        self._form.begin()

    def _look(self, wanted: Handoff) -> None:
        def look(ws: Workspace) -> _Looked:
            known = {one.id: one.name for one in contacts.contacts(ws)}
            return _Looked(handoff.preview_handoff(ws, wanted), tuple(known.get(one, one) for one in wanted.to))

        self.tools.worker.submit(look, self._show_preview, owner=self)

    def _show_preview(self, looked: _Looked) -> None:
        self._looked = looked
        self._form.hide()
        step = self.stage.enter(HandoverPreviewStep(self.tools, looked.preview, looked.names))
        step.given_up.connect(self._show_form)
        step.agreed.connect(self._write)
        step.begin()

    def _write(self, out: Path, passphrase: str) -> None:
        looked = self._looked
        if looked is None:
            return

        def write(ws: Workspace, progress: Progress) -> HandedOver:
            return handoff.hand_off(ws, looked.preview, out, passphrase=passphrase or None, progress=progress)

        self.work(
            self.tr("Sealing the case"),
            write,
            lambda done: self._done(looked, done),
            failed=lambda error: self._not_written(looked, error),
            stopped=lambda: self._show_preview(looked),
        )

    def _not_written(self, looked: _Looked, error: JiashuError) -> None:
        """What changed meanwhile is looked at again before anything leaves."""
        self.tell_error(error)
        if error.code == "handoff.changed":
            self._look(looked.preview.wanted)
        else:
            self._show_preview(looked)

    def _done(self, looked: _Looked, done: HandedOver) -> None:
        step = self.stage.enter(HandedOverStep(self.tools, looked.names, done))
        step.again.clicked.connect(self._show_form)
        step.back.clicked.connect(lambda: self.tools.go(Place("record", looked.preview.wanted.case, "case")))
        step.back.setFocus()


class HandedOverStep(Speaking):
    """What was written, and what to do with it."""

    def __init__(self, tools: Tools, names: tuple[str, ...], done: HandedOver) -> None:
        super().__init__()
        self._names = names
        self._title = Heading(level=2)
        self._told = Told(tools, "done")
        self._next = Told(tools, "info")
        facts = Facts()
        for file in done.files:
            facts.add(self.tr("File"), str(file))
        self.back, self.again = primary(QPushButton()), QPushButton()
        buttons = held(row(self.back, self.again, None))
        self.setLayout(column(self._title, self._told, facts, self._next, buttons, None, gap=12))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._title.setText(self.tr("The case is sealed"))
        self._told.say(self.tr("The file can be read by nobody but those it is for. It was noted who has it."))
        self._next.say(
            self.tr(
                "Give it to {names} by stick, message or mail: whoever carries it learns its size and no more."
            ).format(names=", ".join(self._names))
            if self._names
            else self.tr("Give the file and the passphrase by two different ways, the passphrase best by voice.")
        )
        self.back.setText(self.tr("&Back to the case"))
        self.again.setText(self.tr("&Hand over once more…"))
