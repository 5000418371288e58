"""Any record as a form, edited in place, with what belongs to it listed beneath."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.casework.records import Shown
from desktop.casework.workspace import Changes
from desktop.domain.registry import declaration
from desktop.errors import Damaged, JiashuError
from desktop.ui.awaited import Awaited
from desktop.ui.belonging import belonging
from desktop.ui.beneath import Beneath
from desktop.ui.curtain import Curtain
from desktop.ui.editors import Editor
from desktop.ui.finding.passage import Passage, passage_in, show_passage
from desktop.ui.form import USUAL, Form, Shape
from desktop.ui.given import given_in
from desktop.ui.in_sight import InSight
from desktop.ui.lacks import Lacks
from desktop.ui.listening import listening
from desktop.ui.newer_fields import NewerFields
from desktop.ui.one_by_one import MakeBeneath, OneByOne
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.reckoned import ReckonedLines
from desktop.ui.record_editor import RecordEditor
from desktop.ui.record_head import RecordHead
from desktop.ui.record_sheet import RecordSheet
from desktop.ui.related import Related, RelatedList
from desktop.ui.save_bar import SaveBar
from desktop.ui.saving import SEALED
from desktop.ui.sourcing.field_sources import BY_FIELD, FieldSources
from desktop.ui.sourcing.refused import field_of
from desktop.ui.tools import Tools
from desktop.ui.writing.marking import SEALED as SEALED_PAGE

PAINTED = 10  # milliseconds, after which it is; with 0 Qt would post an event, and that comes before painting


class RecordForm(Page):
    """The screen of every kind that has none of its own, and what the others are built on."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self.kind = place.kind
        self.setProperty(SEALED_PAGE, place.kind in SEALED)
        self.head = RecordHead(tools, place.kind, new=not place.record)
        self.own = dict(self.own_editors())
        shape = self.shape()
        shape = replace(shape, without=[*shape.without, *self.own, *self.left_out()])
        self.form = Form(tools, declaration(place.kind), shape)
        self.editor = RecordEditor(tools, place, self.form, self.own, by_hand=self.saved_by_hand())
        self._curtain = Curtain(tools, self.form)
        self._lacks = Lacks(tools, place.kind)
        self._reckoned = ReckonedLines(tools, place.kind)
        self._newer = NewerFields()
        self._bar = SaveBar()
        self._passage = passage_in(place)
        self._parts = OneByOne(self.form)
        self.sources = FieldSources(tools, place, self.form) if place.kind in BY_FIELD else None
        self._lay_out()
        if place.record:
            self._list_related(place.record)
        self._in_sight = InSight(self._sheet.area)
        self.form.made.connect(self._in_sight.keep_caret)
        self.editor.shown.connect(self.show_record)
        self.editor.shown.connect(self._uncover)
        self.editor.unreadable.connect(self._show_damage)
        self.editor.dirty.connect(self._bar.setVisible)
        self.editor.saved.connect(self._saved)
        self.editor.refused.connect(self._mark)
        if self.sources is not None:
            self.sources.saving_wanted.connect(self.save)
        self._lacks.wanted.connect(self.go_to)
        self._bar.save_wanted.connect(self.save)
        self._bar.discard_wanted.connect(self.discard)
        self._bar.saved_by_leaving(not self.editor.by_hand)
        if place.record:
            self._reckoned.ask_before(place.record)
        self.start()
        self._look_for_names()
        listening().lightly(self._is_building)

    # ------------------------------------------------------------------- what pages of one kind do otherwise

    def own_editors(self) -> Mapping[str, Editor]:
        """Editors shown above the form, by the field they edit."""
        return {}

    def left_out(self) -> Iterable[str]:
        """Fields nobody edits by hand."""
        return ()

    def shape(self) -> Shape:
        """How the form differs from that of other kinds."""
        return USUAL

    def above(self) -> list[QWidget]:
        """What stands between the head and the form."""
        return list(self.own.values())

    def related_list(self, record: str, related: Related) -> RelatedList:
        """How records of one kind that belong to it are listed."""
        return RelatedList(self.tools, record, related)

    def beneath(self, record: str) -> Iterable[MakeBeneath]:
        """Parts of a page's own that come first beneath the form."""
        return ()

    def saved_by_hand(self) -> bool:
        """Whether what is new is saved by pressing Save alone, and leaving keeps a draft of it."""
        return False

    def start(self) -> None:
        """Read the record, or begin a new one."""
        self.editor.begin(given_in(self._place))

    def discard(self) -> None:
        """Throw away what was typed and not saved."""
        self.editor.discard()

    def was_made(self, record: str) -> None:
        """What was new has a code, a history and what belongs to it from now on; nothing that is typed moves."""
        self._place = Place("record", record, self.kind)
        self._list_related(record)

    # ------------------------------------------------------------------------------------------- as a page

    def place(self) -> Place:
        """The record, also once it was saved for the first time."""
        return self.editor.place

    def keep_draft(self) -> None:
        """Keep what was typed, also under a field."""
        self.editor.keep_draft()
        for one in (self.sources, *self.lists):
            if one is not None:
                one.keep_draft()

    def save(self) -> None:
        """A revision of what differs."""
        self.editor.save()

    def leave(self) -> None:
        """The same, going elsewhere."""
        self.keep_draft()
        self.editor.leave()

    def arrive(self) -> None:
        """A draft that was kept meanwhile is shown."""
        self.editor.resume()

    def refresh(self, changes: Changes | None) -> None:
        """Read the record and the lists again when they may have changed."""
        self.editor.refresh(changes)
        self._reckoned.refresh(changes)
        if changes is None:
            self._look_for_names()
        for one in (self.sources, *self.lists):
            if one is not None:
                one.refresh(changes)

    def begin(self) -> None:
        """The caret goes where a new record has something to fill in; one that is there is scrolled by the keys."""
        if self.editor.record:
            self._sheet.area.setFocus()
        else:
            self._stand()
            self.form.focus_first_empty()

    def catch_caret(self, lost: QWidget) -> None:
        """Once all is saved the line under the form goes: back into the field one was in."""
        last = cast("QWidget | None", self._sheet.inside.focusWidget())
        if self._bar.isAncestorOf(lost) and last is not None and last.isVisible() and last.isEnabled():
            last.setFocus()
        elif self._bar.isAncestorOf(lost):
            self._sheet.area.setFocus()
        else:
            super().catch_caret(lost)

    def go_to(self, name: str) -> None:
        """The caret goes to a field, whose section opens, and it comes into sight."""
        if name in self.own:
            self.own[name].setFocus()
        elif name in self.form.rows:
            self.form.focus(name)
            self.bring_into_sight(self.form.rows[name])

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll there, once it has its place, and keep it in sight while the page grows."""
        self._in_sight.bring(widget)

    def _show_damage(self, damage: Damaged) -> None:
        """Nothing that looks like an empty record stands in the place of one that cannot be read."""
        self._came()
        self.head.show_damage(damage)
        self._sheet.inside.hide()
        self._bar.hide()

    def show_record(self, shown: Shown) -> None:
        """The record was read."""
        self.head.show_record(shown)
        self._curtain.show_record(shown)
        self._lacks.show_record(shown)
        self._newer.show_record(shown)
        if self.sources is not None:
            self.sources.show_record(shown)
        if shown.hidden:
            self._newer.hide()
        if self._passage is not None:
            self._show_passage(self._passage)
            self._passage = None

    def _uncover(self, shown: Shown) -> None:
        """It stands there as it was read."""
        self._came()
        self._stand()
        self._parts.go_on()
        QTimer.singleShot(PAINTED, self, partial(self.show_more, shown))

    def _stand(self) -> None:
        self._sheet.stand(self, self.form.build_within)

    def _came(self) -> None:
        if self._awaited is not None:
            self._awaited.came()

    @property
    def stands(self) -> bool:
        """Whether what is in sight of it is there; more may be on its way (`building`)."""
        return self._sheet.stands

    def show_more(self, shown: Shown) -> None:
        """What follows from the record and is asked for once it stands there: while a thread of Python's reads in the
        vault, the window comes at half its speed."""
        self._reckoned.show_record(shown)
        if self.sources is not None:
            self.sources.ask()

    def _look_for_names(self) -> None:
        """Before a new name too: a record says by itself whether it is hidden."""
        if self.kind in SEALED and not self.editor.record:
            self._curtain.look(lambda: self.editor.is_dirty)

    def _show_passage(self, passage: Passage) -> None:
        """What a search found here; where it is no text, the caret goes into the field."""
        within: QWidget | None = self.own.get(passage.field)
        if within is None and passage.field in self.form.rows:
            within = self.form.reveal(passage.field)
        if within is not None and not show_passage(within, passage) and passage.field in self.form.rows:
            self.go_to(passage.field)

    def _mark(self, error: JiashuError) -> None:
        """Say at the field why it could not be saved."""
        name = field_of(error)
        if name in self.form.rows:
            self.form.reveal(name).mark_wrong(self.tools.language.messages.sentence(error))
            self.go_to(name)

    def _saved(self, record: str) -> None:
        self._bar.saved_by_leaving(True)
        if not self._place.record:
            self.was_made(record)

    def _lay_out(self) -> None:
        sheet = self._sheet = RecordSheet()
        sheet.put(*self.above(), self._reckoned, self._parts.first, self._curtain)
        sheet.put_form(self.form)
        sheet.put(self._newer, self._lacks, self._parts.last)
        sheet.end()
        self._parts.stand_in(sheet.inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(sheet.area, 1)
        whole.addWidget(self._bar)
        self._awaited = Awaited(self, whole, whole.indexOf(sheet.area)) if self._place.record else None

    def _list_related(self, record: str) -> None:
        first, later = belonging(self.tools, self.kind, record, self.related_list, self.beneath(record))
        for make in first:
            self._parts.put_first(make())
        self._parts.put_later(later)
        self._parts.go_on()

    @property
    def lists(self) -> list[Beneath]:
        """What belongs to the record, as far as it is there."""
        return self._parts.there

    @property
    def building(self) -> bool:
        """Whether a part of it is still to come, which may move what is under the caret."""
        return self._parts.building

    def _is_building(self) -> bool:
        return self.building

    def showEvent(self, event: QShowEvent) -> None:
        """What waited comes now that somebody sees it."""
        super().showEvent(event)
        self._parts.go_on()
