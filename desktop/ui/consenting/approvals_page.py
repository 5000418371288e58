"""Consents that wait for our approval: what each would allow and why, then yes, or no with a reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import approving
from desktop.casework.approving import Decision, ToApprove
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.back_line import BackLine
from desktop.ui.editors import LongEditor
from desktop.ui.flow import Flow
from desktop.ui.layout import READING_WIDTH, centred, clear, column, held, primary, sheet
from desktop.ui.notice import Note
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

CONCERNED = frozenset({"consent", "approval", "person", "name"})


class ApprovalsPage(Page):
    """One sheet a consent; the one somebody was led to comes first."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._found: tuple[ToApprove, ...] = ()
        self._sheets: dict[str, ApprovalSheet] = {}
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._none = PlainLabel(wrap=True)
        self._list = column(gap=16)
        inside = column(BackLine(tools), self._title, self._about, self._none, self._list, gap=16)
        self.setLayout(column(centred(held(inside), READING_WIDTH)))
        self.retranslate()
        self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """What is being written of a reason stays, as long as the same consents wait as they read."""
        if changes is None or CONCERNED & changes.kinds:
            self.tools.worker.submit(approving.waiting, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Waiting for my approval"))
        self._about.setText(
            self.tr(
                "A colleague wrote these consents, and they count only once a second person approves them: nobody "
                "could be asked, or a child is too young to say. What you say is signed with your key, holds for these "
                "very words, and goes back with your next hand-over."
            )
        )
        self._none.setText(self.tr("Nothing waits for your approval."))

    def _show(self, found: tuple[ToApprove, ...]) -> None:
        if found != self._found or not self._sheets:
            self._found = found
            clear(self._list)
            self._sheets = {}
            for one in sorted(found, key=lambda each: each.consent != self._place.record):
                made = self._sheets[one.consent] = ApprovalSheet(self.tools, one)
                made.decided.connect(partial(self._decide, one))
                self._list.addWidget(made)
        self._none.setVisible(not found)

    def _decide(self, one: ToApprove, decision: Decision, reason: str) -> None:
        def do(ws: Workspace) -> Changes:
            return approving.approve(ws, one.consent, decision, reason, shown=one.wording)

        self.tools.worker.submit(do, lambda _changes: self._done(decision), owner=self)

    def _done(self, decision: Decision) -> None:
        said = self.tr("You approved it.") if decision == "approved" else self.tr("You did not approve it.")
        self.tools.tell(
            Note("done", said, self.tr("It is signed, and goes back with your next hand-over of the case."))
        )
        self.refresh(None)


class ApprovalSheet(Speaking):
    """`decided` with "approved" or "declined" and the words written."""

    decided = Signal(str, str)

    def __init__(self, tools: Tools, one: ToApprove) -> None:
        super().__init__()
        self._tools = tools
        self._one = one
        self._title = Heading(one.called, 2)
        self._allows, self._uses = PlainLabel(wrap=True), PlainLabel(wrap=True)
        self._urgent, self._lacks = Told(tools, "warning"), Told(tools, "warning")
        self._facts = Facts()
        for label, words in one.why:
            self._facts.add(label, words)
        self._reason_label, self._reason = PlainLabel(), LongEditor(tools)
        self._open, self._no, self._yes = QPushButton(), QPushButton(), primary(QPushButton())
        self._reason_label.setBuddy(self._reason)
        parts: list[QWidget] = [self._title, self._allows, self._uses, self._facts, self._urgent, self._lacks]
        parts += [self._reason_label, self._reason, held(Flow(self._open, self._no, self._yes, gap=8))]
        self.setLayout(column(sheet(column(*parts, gap=12), margin=16)))
        self._open.clicked.connect(lambda: tools.go(Place("record", one.consent, "consent")))
        self._no.clicked.connect(lambda: self._say("declined"))
        self._yes.clicked.connect(lambda: self._say("approved"))
        self._reason.edited.connect(self._enable)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the sheet."""
        one, vocabularies, lang = self._one, self._tools.vocabularies, self._tools.language.code
        labels = [vocabularies.label("consent_scopes", use.code, lang) for use in one.uses]
        self._allows.setText(self.tr("It would allow:") if labels else self.tr("It would allow nothing yet."))
        self._uses.setText("\n".join(f"–  {label}" for label in labels))
        self._uses.setVisible(bool(labels))
        urgent = [vocabularies.label("consent_scopes", use.code, lang) for use in one.urgent]
        told = self.tr("Only where it cannot wait: {uses}. Do the reasons say why it cannot?")
        self._urgent.say(told.format(uses=self.tr(", ").join(urgent)) if urgent else "")
        lacks = self.tr("It cannot be approved before this is written: {field}.")
        self._lacks.say(lacks.format(field=one.lacks) if one.lacks else "")
        self._reason_label.setText(self.tr("Your reason (needed for a no)"))
        self._reason.call(self._reason_label.text())
        for button, words in (
            (self._open, self.tr("&Look at the consent")),
            (self._no, self.tr("Do &not approve")),
            (self._yes, self.tr("A&pprove")),
        ):
            button.setText(words)
            button.setAccessibleDescription(one.called)
        self._enable()

    def _enable(self) -> None:
        self._yes.setEnabled(not self._one.lacks)
        self._no.setEnabled(bool(self._words))

    @property
    def _words(self) -> str:
        return str(self._reason.value() or "").strip()

    def _say(self, decision: Decision) -> None:
        self.decided.emit(decision, self._words)
