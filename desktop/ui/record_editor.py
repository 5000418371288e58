"""What a form does with the vault: shows a record, keeps a draft of what is typed, saves it when it is left."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from desktop.casework.drafts import Draft
from desktop.casework.items import onto
from desktop.casework.records import Shown
from desktop.casework.workspace import JSON, Changes
from desktop.errors import Damaged, JiashuError
from desktop.ui import record_keeping as keeping
from desktop.ui.drafting import DRAFT, Drafting
from desktop.ui.editors import Editor
from desktop.ui.finding.passage import FIELD
from desktop.ui.form import Form
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.record_fields import RecordFields
from desktop.ui.record_keeping import BEFORE, UNTAKEN, draft_of
from desktop.ui.renaming import cover_typed
from desktop.ui.saving import PLACE, SEALED, Saving, differing, draft_key
from desktop.ui.tools import Tools
from desktop.ui.worker import alive


class RecordEditor(QObject):
    """`shown` when a record was read, `unreadable` when it is damaged. `dirty`: whether there is something to save.

    `saved` with its id, once what was saved is shown; `refused` with the reason where it was not.

    own: editors beside the form for fields the form leaves out.
    """

    shown = Signal(object)  # Shown
    unreadable = Signal(object)  # Damaged
    dirty = Signal(bool)
    saved = Signal(str)
    refused = Signal(object)  # JiashuError

    def __init__(self, tools: Tools, place: Place, form: Form, own: Mapping[str, Editor], *, by_hand: bool) -> None:
        """by_hand: what is new is saved by somebody who wants it, not by going elsewhere."""
        super().__init__(form)
        self._tools = tools
        self._place = place
        self._kind = place.kind
        self.record = place.record
        self._form = form
        self._fields = RecordFields(form, own)
        self._filled: dict[str, JSON] = {}
        self._shown: dict[str, JSON] = {}
        self._saving: Saving | None = None
        self._again = False
        self._to_tell = False
        self._asked = 0
        self._dirty = False
        self._unread = bool(place.record)
        self._early: JSON = None  # of a draft, which came before the record it changes: that was asked for again
        self._blocked = False
        self._hidden = False  # what is shown is not what stands in the vault
        self._by_hand = by_hand
        self._led = FIELD in dict(place.given)
        form_name, sealed = f"record:{self._kind}", self._kind in SEALED
        key = dict(place.given).get(DRAFT, "") if not self.record else ""
        key = key or draft_key(self._kind, self.record, place)
        self._withheld = False  # words of the draft, which the closed identities have
        self._drafting = Drafting(tools, key, form_name, self._snapshot, self, sealed=sealed, names=self._apart)
        self._drafting.of(self.record or None)
        form.edited.connect(self._edited)
        for editor in own.values():
            editor.edited.connect(self._edited)

    @property
    def is_dirty(self) -> bool:
        """Whether there is something to save."""
        return self._dirty

    @property
    def by_hand(self) -> bool:
        """Whether leaving keeps no more than a draft."""
        return self._by_hand and not self.record

    @property
    def place(self) -> Place:
        """The record, also once it was saved for the first time."""
        return Place("record", self.record, self._kind) if self.record else self._place

    def begin(self, given: Mapping[str, JSON]) -> None:
        """Read the record, or start a new one with some fields filled in; then what a draft kept of it."""
        if self.record:
            self.read()
        else:
            self._fill(dict(given))
            self._set_dirty(self._by_hand)
        self.resume()

    def read(self) -> None:
        """Show the record as it stands in the vault."""
        record = self.record
        self._asked += 1
        asked = self._asked

        def answer(shown: Shown) -> None:
            if asked == self._asked:  # else it is older than what was saved or asked for since
                self._show(shown)

        self._tools.worker.submit(
            lambda ws: keeping.read(ws, record), answer, owner=self, look=True, failed=self._not_read
        )

    def _not_read(self, error: JiashuError) -> None:
        """Into fields that stand empty for damage nobody types."""
        if isinstance(error, Damaged):
            self._blocked = True
            self._fields.allow(False)
            self.unreadable.emit(error)
        else:
            self._tools.worker.failed.emit(error)

    def resume(self) -> None:
        """Show what a draft kept, over what stands there."""
        self._drafting.keep_now(quietly=True)
        self._drafting.resume(self._resume)

    def refresh(self, changes: Changes | None) -> None:
        """Something changed; what is being typed is not disturbed, though what the record is called may change."""
        busy = self._dirty or self._saving is not None  # what is saved is read afterwards
        if changes is None:
            self._fields.know({})  # names may be hidden now
            self._asked += 1  # what was read before, by a save too, may show them
            if self._withheld:
                self._drafting.resume(self._put_apart)
        if self.record and (changes is None or (not busy and self.record in changes.records)):
            self.read()

    def save(self) -> None:
        """A revision of what differs, and the draft is done; nothing when nothing differs."""
        self._fields.settle()
        if not self._dirty or self._blocked:
            return
        if self._saving is not None:
            self._again = True  # should the first not be saved, the second has to hold it too
            return
        self._drafting.keep_now(quietly=True)  # should saving fail, the draft has the last word typed
        if self._withheld:  # the draft would be done, and what the identities have of it gone
            self._tell_withheld()
            return
        untaken, stands = self._fields.untaken(), self._standing()
        if untaken:
            self._tools.tell(self._fields.not_taken())
            if not self._differs(stands):
                return
        saving = self._saving = Saving(self._shown, stands)
        self._asked += 1
        saving.asked = self._asked
        self._set_dirty(bool(untaken))
        kind, record, draft = self._kind, self.record or None, self._drafting.key
        self._tools.worker.submit(
            lambda ws: keeping.save(ws, saving, kind, record, draft),
            self._was_saved,
            owner=self,
            failed=self._not_saved,
            lost=saving.lost(self._tools, self.place, draft),
        )

    def leave(self) -> None:
        """The form goes away: save, with nobody left to be told but the message bar."""
        self._fields.settle()
        if not self._dirty or self._blocked:
            return
        self.keep_draft()
        if self.by_hand or self._withheld:  # what the identities have of the draft would go with it
            return
        kind, record, draft = self._kind, self.record or None, self._drafting.key
        untaken, stands = self._fields.untaken(), self._standing()
        self._dirty = False
        if untaken:
            kept = self.tr("The words are kept as a draft.")
            self._tools.tell(self._fields.not_taken(kept))
            if not self._differs(stands):
                return
        saving = self._saving or Saving(self._shown, self._shown, record)

        worker = self._tools.worker
        worker.submit(
            lambda ws: keeping.save_leaving(ws, saving, kind, record, draft, stands, untaken),
            owner=worker,
            failed=saving.lost(self._tools, self.place, draft),
        )

    def keep_draft(self) -> None:
        """Keep at once what was typed since the last time; while the record is being saved, beside what is there."""
        saving, kind, sealed, names = self._saving, self._kind, self._kind in SEALED, self._apart()
        if saving is None or not self._dirty:
            self._drafting.keep_now()
            return
        snapshot, stands = self._snapshot() or {}, self._standing()
        record, draft = self.record or None, self._drafting.key

        self._tools.worker.submit(
            lambda ws: keeping.keep_beside(
                ws, saving, kind, record, draft, stands, snapshot, sealed=sealed, names=names
            ),
            owner=self,
        )

    def discard(self) -> None:
        """Back to the record as it stands; what was thrown away can be brought back from the message bar."""
        thrown, apart = self._snapshot(), self._apart()
        keep = self._drafting.keeping(thrown)
        self._drafting.drop()
        self._fill(self._filled)
        if self.record:
            self.read()
        tools, place = self._tools, self.place

        def undo() -> None:
            if alive(self):
                self._take({**thrown, **apart} if isinstance(thrown, dict) and apart else thrown)
                self._edited()
            else:  # first there, so that nothing leaving saves over what is kept then, and is shown by coming again
                tools.go(place)
                tools.worker.submit(keep, lambda _none: tools.go(place), owner=tools.worker)

        self._tools.tell(Note("info", self.tr("The changes were thrown away."), action=(self.tr("Undo"), undo)))

    def changes(self) -> dict[str, JSON]:
        """The fields somebody changed, in the form and in the editors beside it; None clears."""
        return differing(self._fields.stand(), self._shown)

    def _differs(self, stands: Mapping[str, JSON]) -> bool:
        """Whether there is anything to save; of a new record all that stands in it is."""
        if self.record or self._saving is not None:
            return bool(differing(stands, self._saving.sent if self._saving is not None else self._shown))
        return any(value is not None for value in stands.values())

    def _fill(self, nested: dict[str, JSON]) -> None:
        self._filled = nested
        self._fields.fill(nested)
        self._shown = self._fields.stand()
        self._set_dirty(False)

    def _show(self, shown: Shown) -> None:
        gone = not shown.readable or shown.erased or shown.deleted
        self._fields.allow(not gone)
        self._fields.know(shown.called)
        self._blocked = gone and not self._dirty  # what is typed already is kept, should it only be as a draft
        if self._dirty:
            self._filled = dict(shown.nested)
        else:
            self._fill({} if shown.hidden else dict(shown.nested))
            self._hidden = shown.hidden
        self.shown.emit(shown)
        if self._unread:
            self._unread = False
            early, self._early = self._early, None
            if early is not None:
                self._take_draft(early)
        if self._to_tell:
            self._to_tell = False
            self._tools.whisper(self.tr("Saved."))
            self.saved.emit(self.record)

    def _standing(self) -> dict[str, JSON]:
        """What is saved: of a new record also what it was begun with and nobody sees."""
        return self._fields.stand() if self.record else {**self._filled, **self._fields.stand()}

    def _resume(self, draft: Draft | None) -> None:
        kept = draft.content if draft is not None else None
        if draft is not None:
            self._withheld = draft.withheld
            if draft.withheld:
                self._tell_withheld()
            if isinstance(kept, dict) and isinstance(draft.names, dict):
                kept = {**kept, **draft.names}
        if self._unread:
            self._early = kept
        else:
            self._take_draft(kept)

    def _tell_withheld(self) -> None:
        told = self.tr("Words you had typed here are with the identities: open them before you save.")
        self._tools.tell(Note("info", told))

    def _take_draft(self, kept: JSON) -> None:
        self._take(kept, caret=not self._led)
        self._led = False

    def _take(self, kept: JSON, *, caret: bool = True) -> None:
        """Show what was typed and not saved. caret: put it where it was; whoever was led to a field is there."""
        if not isinstance(kept, dict) or self._blocked:
            return
        values, words = kept.get("values") or {}, kept.get(UNTAKEN) or {}
        before = kept.get(BEFORE)
        if isinstance(before, dict) and not self._hidden:
            values = onto(self._shown, values, before)  # what came into the record since stays in it
        self._overlay(values, words)
        self._set_dirty(True)
        if caret:
            self._form.focus(str(kept.get("focus") or ""))

    def _overlay(self, values: Mapping[str, JSON], words: Mapping[str, JSON]) -> None:
        self._fields.overlay(values, words)
        if words:
            cover_typed(self._tools, self._form)

    def _apart(self) -> dict[str, JSON] | None:
        """Words that nobody chose from a list, the name of somebody perhaps: they lie with the identities. None while
        those that were typed before are not here."""
        untaken = self._fields.untaken()
        if self._withheld and not untaken:
            return None
        return {UNTAKEN: untaken} if untaken else {}

    def _put_apart(self, draft: Draft | None) -> None:
        """Those that the identities had, now that they are open, in fields where nothing stands."""
        if draft is None or draft.withheld:
            return
        self._withheld = False
        words = draft.names.get(UNTAKEN) if isinstance(draft.names, dict) else None
        if isinstance(words, dict) and not self._blocked:
            taken = {name for name, value in self._fields.stand().items() if value is not None}
            taken |= self._fields.untaken().keys()
            self._overlay({}, {name: said for name, said in words.items() if name not in taken})
            self._set_dirty(True)

    def _snapshot(self) -> JSON | None:
        if not self._dirty:
            return None
        kept = {"values": self.changes(), "focus": self._form.focused_field()}
        if self.record:
            return {**kept, **draft_of(self.changes(), self._shown)}
        if self._by_hand:
            kept["values"] = self._fields.stand()  # what it began with may read otherwise by then
        return {**kept, PLACE: self._place.to_json()}

    def _edited(self) -> None:
        self._set_dirty(True)
        self._drafting.touched()

    def _set_dirty(self, dirty: bool) -> None:
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty.emit(dirty)

    def _was_saved(self, changes: Changes) -> None:
        saving, self._saving = self._saving, None
        assert saving is not None
        self._shown = saving.sent  # what was typed since is a change of it
        if not self.record and changes.created:
            self.record = changes.created[0]
            self._drafting.rename(draft_key(self._kind, self.record), self.record)
        if self._dirty:
            self._drafting.touched()  # the draft that was kept is done, another begins
        else:
            self._drafting.settled()
        self._to_tell = True
        if saving.read is not None and self._asked == saving.asked:  # what else the page asks for comes after it
            self._asked += 1
            self._show(saving.read)
        else:
            self.read()
        if self._again:
            self._again = False
            self.save()

    def _not_saved(self, error: JiashuError) -> None:
        self._saving, self._again = None, False
        self._set_dirty(True)
        self._drafting.touched()
        self._tools.worker.failed.emit(error)
        self.refused.emit(error)
        if self._to_tell:
            self.read()
