"""A testimony: the account and its translation, the consent it stands on always in sight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.casework import consent
from desktop.casework.consent import ScopeState
from desktop.casework.from_account import Words
from desktop.casework.records import Shown
from desktop.casework.workspace import JSON, Changes
from desktop.ui.act_from_words import leading_to, told_by, words_in
from desktop.ui.editors import Editor
from desktop.ui.flow import Flow
from desktop.ui.interview_of import InterviewButton
from desktop.ui.layout import held
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.record_form import RecordForm
from desktop.ui.statements import Passage, StatementsEditor
from desktop.ui.support_notes import SupportNotes
from desktop.ui.support_panel import SupportButton, SupportPanel
from desktop.ui.tools import Tools


class TestimonyPage(RecordForm):
    """The statements have the eye; the rest is a form beneath."""

    __test__ = False  # pytest takes the name for a test's

    def __init__(self, tools: Tools, place: Place) -> None:
        self._statements = StatementsEditor(tools)
        self._wanted = words_in(place)
        self._left_at = place.given if self._wanted is not None else ()
        self._consent = PlainLabel(wrap=True).be(chip=True)
        self._states: tuple[ScopeState, ...] = ()
        self._speaker: str | None = None
        self._case: str | None = None
        self._support = SupportPanel(tools)
        self._open_support = SupportButton(tools, self._support)
        self._to_interview = InterviewButton(
            tools, interview=self._interview, given=self._known_of_interview, made=self._belongs_to
        )
        super().__init__(tools, place)
        SupportNotes(
            tools,
            self,
            self._support,
            interview=self._interview,
            given=lambda: {"case": self._case, "interviewee": self._speaker},
            made=self._belongs_to,
            stopped=self.save,
        )
        self._statements.be_among(self.form.at_hand)
        self._statements.act_wanted.connect(self._make_act)
        self.retranslate()

    def own_editors(self) -> Mapping[str, Editor]:
        """The statements are not in the form."""
        return {"statements": self._statements}

    def above(self) -> list[QWidget]:
        """Consent first, then the account."""
        return [self._consent, held(Flow(self._open_support, self._to_interview)), self._support, self._statements]

    def begin(self) -> None:
        """The caret goes into the account."""
        super().begin()
        self._statements.focus_text()

    def retranslate(self) -> None:
        """The consent in words."""
        self._consent.setText(self._consent_words())

    def _interview(self) -> str:
        return str(self.form.rows["interview"].value() or "")

    def _known_of_interview(self) -> dict[str, JSON]:
        told = self.form.stand()
        return {"case": self._case, "interviewee": self._speaker, "held_on": told.get("recorded_on")}

    def _belongs_to(self, interview: str) -> None:
        """A pause or something else was noted in an interview that was made for it."""
        self.form.rows["interview"].put(interview)
        self.form.rows["interview"].edited.emit()
        self.save()

    def _consent_words(self) -> str:
        if self._speaker is None:
            return self.tr("Consent: nobody is named as speaking.")
        reasons = {one.reason for one in self._states}
        if reasons <= {"not_asked", "team_not_asked"}:
            return self.tr("Consent: not asked yet. It stays with our own team.")
        if reasons & {"refused", "withdrawn"} and not any(one.allowed for one in self._states):
            return self.tr("Consent: refused or withdrawn. Nothing of this may be used.")
        # What our own team may go on with because nobody asked is no answer of theirs.
        agreed = [one.scope.label for one in self._states if one.allowed and one.reason != "team_not_asked"]
        if not agreed:
            return self.tr("Consent: agreed to nothing yet. It stays with our own team.")
        return self.tr("Agreed to: {uses}. To nothing else.").format(uses=self.tr(", ").join(agreed))

    def show_record(self, shown: Shown) -> None:
        """Whose consent it stands on."""
        super().show_record(shown)
        if self._wanted is not None:
            self._statements.mark(self._wanted.item, self._wanted.start, self._wanted.end)
            self._wanted = None
        speaker, case = shown.nested.get("speaker"), shown.nested.get("case")
        self._speaker = speaker if isinstance(speaker, str) else None
        self._case = case if isinstance(case, str) else None
        self._states = ()
        gone = shown.erased or shown.deleted or not shown.readable
        self._to_interview.setVisible(not gone or bool(self._interview()))  # one begun for it could not be kept in it
        self.retranslate()
        self._ask_consent()

    def refresh(self, changes: Changes | None) -> None:
        """Consent may have changed without the testimony."""
        super().refresh(changes)
        if changes is None or "consent" in changes.kinds:
            self._ask_consent()

    def _ask_consent(self) -> None:
        person = self._speaker
        if person is not None:
            self.tools.worker.submit(lambda ws: consent.consents_of(ws, person), self._show_consent, owner=self)

    def _show_consent(self, states: tuple[ScopeState, ...]) -> None:
        self._states = states
        self.retranslate()

    def place(self) -> Place:
        """The account; whoever made an act of words in it comes back to them."""
        return replace(super().place(), given=self._left_at)

    def _make_act(self, passage: Passage | None) -> None:
        if passage is None:
            self.tools.tell(Note("info", self.tr("Mark the words an act stands on, then press the button.")))
            return
        self.save()
        words = Words(self.editor.record, passage.item, passage.start, passage.end)
        self._left_at = told_by(words)
        self.tools.go(leading_to(words))
