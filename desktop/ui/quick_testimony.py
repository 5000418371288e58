"""A testimony in three minutes: the caret in the text, four pickers above it that ask for nothing."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import consent, quick, support
from desktop.casework.drafts import Draft
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.ui.drafting import DRAFT, Drafting
from desktop.ui.interview_box import InterviewBox
from desktop.ui.layout import column, primary, row
from desktop.ui.not_saved import tell_not_saved
from desktop.ui.notice import Note
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.quick_choices import QuickChoices
from desktop.ui.support_notes import SupportNotes
from desktop.ui.support_panel import SupportButton, SupportPanel
from desktop.ui.tab_order import OwnOrder
from desktop.ui.tools import Tools
from desktop.ui.untaken import not_taken
from desktop.ui.writing.button import MentionButton
from desktop.ui.writing.field import MentionField
from desktop.ui.writing.marked_line import MarkedLine

FORM = "quick"
END = 2**31 - 1  # behind whatever is written


@dataclass(frozen=True)
class Kept:
    """What saving made."""

    changes: Changes
    testimony: str | None


class QuickTestimonyPage(Page, OwnOrder):
    """Ctrl+N from anywhere; after a lock it is back where it was left, caret included."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._title = Heading()
        self._choices = QuickChoices(tools)
        self._agreed = self._choices.agreed
        self._text = MentionField(tools)
        self._text.be_among(self._choices.at_hand)
        self._mention = MentionButton(tools, lambda: self._text)
        self._interview = InterviewBox(tools)
        self._support = SupportPanel(tools)
        self._open_support = SupportButton(tools, self._support)
        self._talk = ""  # the interview in which a pause or something else was noted
        self._state = PlainLabel(wrap=True).be(quiet=True)
        self._save = primary(QPushButton())
        self._discard = QPushButton()
        self._resuming = False
        self._saving = False
        self._withheld = False  # names of the draft, which the closed identities have
        self._key = dict(place.given).get(DRAFT) or f"{FORM}:{secrets.token_hex(8)}"
        self._drafting = Drafting(tools, self._key, FORM, self._snapshot, self, names=self._names)
        self._lay_out()
        self._choices.changed.connect(self._touched)
        self._text.textChanged.connect(self._touched)
        self._text.cursorPositionChanged.connect(self._moved)
        SupportNotes(
            tools,
            self,
            self._support,
            interview=lambda: self._talk,
            given=self._known_of_talk,
            made=self._talk_made,
            stopped=self.save,
        )
        self._save.clicked.connect(self.save)
        self._discard.clicked.connect(self._throw_away)
        self.retranslate()
        self._choices.give(dict(place.given))
        if DRAFT in dict(place.given):
            self._drafting.resume(self._resume)
        tools.worker.submit(consent.scopes, self._agreed.offer, owner=self)

    # ------------------------------------------------------------------------------------------- as a page

    def begin(self) -> None:
        """The caret is in the text."""
        self._text.setFocus()

    def tab_first(self) -> Sequence[QWidget]:
        """The text comes before the pickers, which are for whoever wants them."""
        told = self._open_support, self._interview, self._text
        return *told, *self._choices.in_order, self._save, self._discard

    def place(self) -> Place:
        """This account, to be gone on with; an empty one is as good as any other."""
        return Place("testimony/new", given=((DRAFT, self._key),)) if self._anything else self._place

    def refresh(self, changes: Changes | None) -> None:
        """The identities may be open now, and names of the draft with them."""
        if changes is None and self._withheld:
            self._drafting.resume(self._put_names)

    def keep_draft(self) -> None:
        """Keep text, caret and pickers as they are now."""
        if self._saving:
            return  # the draft goes when the testimony is saved, and is there already should that fail
        if self._anything:
            self._drafting.touched()
        self._drafting.keep_now()

    def leave(self) -> None:
        """Going elsewhere keeps it as a draft, to go on with from Today; an account is finished by saving it."""
        self.keep_draft()

    def save(self) -> None:
        """Ctrl+S: keep it for good and go on from the text."""
        if self._saving:
            return
        self._agreed.settle()
        if not self._anything:
            self._tell(self.tr("Nothing is written yet."))
            return
        self._hold(True)
        self._drafting.keep_now(quietly=True)
        said, key, told, talk = self._said(), self._key, self._told(), self._talk

        def keep(ws: Workspace) -> Kept:
            changes = quick.record_testimony(ws, said, draft=key)
            testimony = quick.testimony_of(ws, changes)
            if talk and testimony:
                changes = changes | support.belongs_to(ws, talk, testimony)
            return Kept(changes, testimony)

        tools, place = self.tools, Place("testimony/new", given=((DRAFT, key),))
        tools.worker.submit(
            keep,
            lambda kept: self._saved(kept, told),
            owner=self,
            failed=self._not_saved,
            lost=lambda error: tell_not_saved(tools, error, key, place),
        )

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("New testimony"))
        self._text.setAccessibleName(self.tr("The account, in their own words"))
        self._text.setPlaceholderText(
            self.tr("Write down what is told, in the words it is told in. Nothing else has to be filled in.")
        )
        self._interview.retranslate()
        self._save.setText(self.tr("&Save"))
        self._save.setToolTip(self.tr("Ctrl+S"))
        self._discard.setText(self.tr("&Throw away"))

    # --------------------------------------------------------------------------------------- what it holds

    @property
    def _anything(self) -> bool:
        return bool(self._text.stored().strip()) or self._choices.anything

    def _said(self) -> QuickTestimony:
        return QuickTestimony(
            text=self._text.stored(),
            speaker=self._choices.speaker,
            about=self._choices.about,
            case=self._choices.case,
            consent=self._agreed.choice,
            scopes=self._agreed.listed,
            stored=True,
        )

    def _snapshot(self) -> JSON | None:
        if not self._anything:
            return None
        anchor, caret = self._text.place()
        return {
            "stored": self._text.stored(),
            "anchor": anchor,
            "caret": caret,
            **self._choices.to_json(),
            "interview": self._talk,
        }

    def _names(self) -> JSON:
        """Of who is new; None while those that were typed before are not here."""
        names = self._choices.names()
        return None if self._withheld and not names else names

    def _put_names(self, draft: Draft | None) -> None:
        """Those that the identities had, now that they are open, beside whoever was chosen meanwhile."""
        if draft is None or draft.withheld:
            return
        self._withheld = False
        if isinstance(draft.names, dict):
            self._choices.add_people(draft.names)
            self._tell(self.tr("Here is what you had begun."))

    def _resume(self, draft: Draft | None) -> None:
        if draft is None or not isinstance(draft.content, dict):
            return
        held, typed = draft.content, self._text.stored()
        text = quick.drafted(held)
        self._resuming = True
        if typed:  # faster than the draft came back: nothing typed is lost
            self._text.put_back(text + typed, END, END)
        else:
            self._text.put_back(text, int(held.get("anchor") or 0), int(held.get("caret") or 0))
        self._choices.put({**held, **draft.names} if isinstance(draft.names, dict) else held)
        self._talk = str(held.get("interview") or "")
        self._resuming = False
        self._withheld = draft.withheld
        self._tell(
            self.tr("Here is what you had begun. The names are with the identities: open them, and they come back.")
            if draft.withheld
            else self.tr("Here is what you had begun.")
        )

    def _known_of_talk(self) -> dict[str, JSON]:
        case, speaker = self._choices.case, self._choices.speaker
        return {"case": case.record if case else None, "interviewee": speaker.record if speaker else None}

    def _talk_made(self, interview: str) -> None:
        self._talk = interview
        self._touched()

    def _touched(self) -> None:
        if not self._resuming:
            self._state.setText("")
            self._drafting.touched()

    def _moved(self) -> None:
        if not self._resuming and self._text.document().isModified():
            self._drafting.touched()

    # ----------------------------------------------------------------------------------------- what follows

    def _hold(self, saving: bool) -> None:
        """While it is being saved nothing can be typed that would not be in it."""
        self._saving = saving
        self._text.setReadOnly(saving)
        self._choices.hold(saving)
        for control in (self._mention, self._save, self._discard):
            control.setEnabled(not saving)

    def _told(self) -> Note:
        """What is told once it is kept."""
        kept, untaken = self.tr("The testimony is kept."), self._agreed.untaken
        if untaken is None:
            return Note("done", kept, "", self.tr("Go on from its text when you like."))
        return replace(not_taken([untaken], kept), next=self.tr("Write down what was agreed to with the speaker."))

    def _saved(self, kept: Kept, told: Note) -> None:
        self._drafting.settled()
        self._forget()
        self.tools.whisper("")  # of a draft, which is none any more
        self.tools.tell(told)
        place = Place("record", kept.testimony, "testimony") if kept.testimony else Place("testimonies")
        self.tools.go(place)

    def _not_saved(self, error: Exception) -> None:
        self._hold(False)
        self._drafting.touched()
        self.tools.worker.failed.emit(error)

    def _throw_away(self) -> None:
        thrown, key, tools = self._snapshot(), self._key, self.tools
        keep = self._drafting.keeping(thrown)
        self._drafting.drop()
        self._forget()
        tools.whisper("")
        tools.go(Place("today"))
        if thrown is None:
            return

        def bring_back() -> None:
            tools.worker.submit(keep, owner=tools.worker)
            tools.go(Place("testimony/new", given=((DRAFT, key),)))

        tools.tell(Note("info", self.tr("The account was thrown away."), action=(self.tr("Undo"), bring_back)))

    def _forget(self) -> None:
        """What is saved or thrown away is not kept as a draft by leaving."""
        self._resuming = True
        self._text.clear()
        self._choices.clear()
        self._resuming = False

    def _tell(self, words: str) -> None:
        self._state.setText(words)

    def _lay_out(self) -> None:
        font = self._text.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._text.setFont(font)
        foot = row(self._mention, self._state, None, self._discard, self._save)
        foot.setStretch(1, 10)
        head = row(self._title, None, self._open_support, self._interview, gap=16)
        account = (self._text, MarkedLine(self._text))
        whole = column(head, self._support, self._choices, *account, foot, gap=16, margin=24)
        whole.setStretch(3, 1)
        self.setLayout(whole)
