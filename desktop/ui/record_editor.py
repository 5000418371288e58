"""What a form does with the vault: shows a record, keeps a draft of what is typed, saves it when it is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import shiboken6
from PySide6.QtCore import QObject, Signal

from desktop.casework import drafts, records
from desktop.casework.drafts import Draft
from desktop.casework.records import Shown
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.ui.drafting import Drafting
from desktop.ui.editors import Editor
from desktop.ui.form import Form
from desktop.ui.new_items import ids_given, with_ids
from desktop.ui.notice import Note
from desktop.ui.tools import Tools
from desktop.ui.untaken import gathered, not_taken, spread, standing_in

SEALED = frozenset({"name", "identity"})
"""Kinds whose drafts lie with the identities, as their records do."""


def draft_key(kind: str, record: str | None) -> str:
    """One draft a record, one a kind for what is new."""
    return f"record:{record}" if record else f"new:{kind}"


@dataclass
class Saving:
    """A record on its way into the vault. sent: every field as it stood; record: its id, once it is there."""

    sent: dict[str, JSON] = field(repr=False)
    record: str | None = None


class RecordEditor(QObject):
    """`shown` when a record was read. `dirty` when there is something to save, or no longer.

    `saved` with its id, once what was saved is shown.

    own: editors beside the form for fields the form leaves out.
    """

    shown = Signal(object)  # Shown
    dirty = Signal(bool)
    saved = Signal(str)

    def __init__(self, tools: Tools, kind: str, record: str, form: Form, own: Mapping[str, Editor]) -> None:
        super().__init__(form)
        self._tools = tools
        self._kind = kind
        self.record = record
        self._form = form
        self._own = dict(own)
        self._filled: dict[str, JSON] = {}
        self._shown: dict[str, JSON] = {}
        self._saving: Saving | None = None
        self._again = False
        self._dirty = False
        self._blocked = False
        form_name, sealed = f"record:{kind}", kind in SEALED
        self._drafting = Drafting(tools, draft_key(kind, record), form_name, self._snapshot, self, sealed=sealed)
        self._drafting.of(record or None)
        form.edited.connect(self._edited)
        for editor in self._own.values():
            editor.edited.connect(self._edited)

    @property
    def is_dirty(self) -> bool:
        """Whether there is something to save."""
        return self._dirty

    def begin(self, given: Mapping[str, JSON]) -> None:
        """Read the record, or start a new one with some fields filled in; then what a draft kept of it."""
        if self.record:
            self.read()
        else:
            self._fill(dict(given))
        self._drafting.resume(self._resume)

    def read(self) -> None:
        """Show the record as it stands in the vault."""
        record = self.record
        self._tools.worker.submit(lambda ws: records.show(ws, record), self._show, owner=self)

    def refresh(self, changes: Changes | None) -> None:
        """Something changed; what is being typed is not disturbed, though what the record is called may change."""
        if self.record and (changes is None or (not self._dirty and self.record in changes.records)):
            self.read()

    def save(self) -> None:
        """A revision of what differs, and the draft is done; nothing when nothing differs."""
        self._settle()
        if not self._dirty or self._blocked:
            return
        if self._saving is not None:
            self._again = True  # what was just saved has to be shown first: what is new in it has no ids yet
            return
        kind, record, nested, draft = self._kind, self.record or None, self._wanted(), self._drafting.key
        self._drafting.keep_now(quietly=True)  # should saving fail, the draft has the last word typed
        untaken = self._untaken()
        if untaken:
            self._tools.tell(not_taken(standing_in(self._form, *self._own.values())))
            if not nested:
                return
        saving = self._saving = Saving(self._stand())
        self._set_dirty(bool(untaken))

        def action(ws: Workspace) -> Changes:
            changes = records.save(ws, kind, record, nested, draft=draft)
            saving.record = record or changes.created[0]
            return changes

        self._tools.worker.submit(action, self._was_saved, owner=self, failed=self._not_saved)

    def leave(self) -> None:
        """The form goes away: save, with nobody left to be told but the message bar."""
        self._settle()
        if not self._dirty or self._blocked:
            return
        kind, record, nested, draft = self._kind, self.record or None, self._wanted(), self._drafting.key
        untaken, sent = self._untaken(), self._stand()
        self._drafting.keep_now()
        self._dirty = False
        if untaken:
            kept = self.tr("The words are kept as a draft.")
            self._tools.tell(not_taken(standing_in(self._form, *self._own.values()), kept))
            if not nested:
                return
        before = self._saving

        def action(ws: Workspace) -> Changes:
            changed, here = nested, record
            if before is not None and before.record is not None:
                changed, here = _named(ws, before.record, before.sent, nested), before.record
            changes = records.save(ws, kind, here, changed, draft=draft)
            if untaken:
                here = here or changes.created[0]
                left: JSON = {"values": {}, "untaken": _named(ws, here, sent, untaken)}
                drafts.keep(ws, draft_key(kind, here), f"record:{kind}", left, record=here)
            return changes

        worker = self._tools.worker
        worker.submit(action, owner=worker)

    def keep_draft(self) -> None:
        """Keep at once what was typed since the last time.

        While the record is still being saved, what was new in it has no ids here yet; the draft is given them.
        """
        saving, kind, draft = self._saving, self._kind, self._drafting.key
        snapshot = self._snapshot()
        if saving is None or snapshot is None:
            self._drafting.keep_now()
            return

        def keep(ws: Workspace) -> None:
            record = saving.record
            if record is None:
                drafts.keep(ws, draft, f"record:{kind}", snapshot, sealed=kind in SEALED)
                return
            named = {part: _named(ws, record, saving.sent, snapshot[part]) for part in ("values", "untaken")}
            content = {**snapshot, **named}
            drafts.keep(ws, draft_key(kind, record), f"record:{kind}", content, record=record, sealed=kind in SEALED)

        self._tools.worker.submit(keep, owner=self)

    def discard(self) -> None:
        """Back to the record as it stands; what was thrown away can be brought back from the message bar."""
        thrown = self._snapshot()
        self._drafting.drop()
        self._fill(self._filled)

        def bring_back() -> None:
            if shiboken6.isValid(self):
                self._take(thrown)
                self._edited()

        self._tools.tell(Note("info", self.tr("The changes were thrown away."), action=(self.tr("Undo"), bring_back)))

    def changes(self) -> dict[str, JSON]:
        """The fields somebody changed, in the form and in the editors beside it; None clears."""
        changes = self._form.changes()
        for name, editor in self._own.items():
            value = editor.value()
            if value != self._shown.get(name):
                changes[name] = value
        return changes

    def _wanted(self) -> dict[str, JSON]:
        """What is saved: the changes, of a new record all that stands in it."""
        if self.record:
            return self.changes()
        return {name: value for name, value in {**self._filled, **self.changes()}.items() if value is not None}

    def _fill(self, nested: dict[str, JSON]) -> None:
        self._filled = nested
        self._form.fill(nested)
        for name, editor in self._own.items():
            editor.put(nested.get(name))
        self._shown = {name: editor.value() for name, editor in self._own.items()}
        self._set_dirty(False)

    def _show(self, shown: Shown) -> None:
        gone = not shown.readable or shown.erased or shown.deleted
        self._form.setEnabled(not gone)
        self._blocked = gone and not self._dirty  # what is typed already is kept, should it only be as a draft
        saving = self._saving if self._saving is not None and self._saving.record else None
        if saving is not None:
            self._saving = None
            self._adopt(shown.nested, saving.sent)
        if not self._dirty:
            self._fill({} if shown.hidden else dict(shown.nested))
        elif saving is not None:
            self._rebase(dict(shown.nested), saving.sent)
        self.shown.emit(shown)
        if saving is not None:
            self._tools.whisper(self.tr("Saved."))
            self.saved.emit(self.record)
        if self._again:
            self._again = False
            self.save()

    def _adopt(self, nested: Mapping[str, JSON], sent: Mapping[str, JSON]) -> None:
        """What was new is there now: it has ids."""
        editors = {**{name: one.editor for name, one in self._form.rows.items()}, **self._own}
        for name, editor in editors.items():
            editor.adopt(ids_given(sent.get(name), nested.get(name)))

    def _rebase(self, nested: dict[str, JSON], sent: Mapping[str, JSON]) -> None:
        """What was typed while the record was being saved stays, and is a change of what was saved.

        What was sent is compared with, not what came back: a field nobody touched is no change of its own echo.
        """
        saved = {name: with_ids(value, ids_given(value, nested.get(name))) for name, value in sent.items()}
        self._filled = nested
        self._form.rebase(saved)
        self._shown = {name: saved.get(name) for name in self._own}

    def _settle(self) -> None:
        """What is typed in a field with a list is what it is in the list, if it is exactly one thing there."""
        self._form.settle()
        for editor in self._own.values():
            editor.settle()

    def _untaken(self) -> dict[str, JSON]:
        """Words that are in no value, since they are not in the list of their field."""
        return {**self._form.untaken(), **gathered(self._own)}

    def _stand(self) -> dict[str, JSON]:
        return {**self._form.stand(), **{name: editor.value() for name, editor in self._own.items()}}

    def _resume(self, draft: Draft | None) -> None:
        self._take(draft.content if draft is not None else None)

    def _take(self, kept: JSON) -> None:
        """Show what was typed and not saved."""
        if not isinstance(kept, dict) or self._blocked:
            return
        values, words = kept.get("values") or {}, kept.get("untaken") or {}
        self._form.overlay(values)
        for name, editor in self._own.items():
            if name in values:
                editor.put(values[name])
        self._form.put_untaken(words)
        spread(self._own, words)
        self._set_dirty(True)
        self._form.focus(str(kept.get("focus") or ""))

    def _snapshot(self) -> JSON | None:
        if not self._dirty:
            return None
        return {"values": self.changes(), "untaken": self._untaken(), "focus": self._form.focused_field()}

    def _edited(self) -> None:
        self._set_dirty(True)
        self._drafting.touched()

    def _set_dirty(self, dirty: bool) -> None:
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty.emit(dirty)

    def _was_saved(self, changes: Changes) -> None:
        if self._dirty:
            self._drafting.touched()  # typed on meanwhile: the draft that was kept is done, another begins
        else:
            self._drafting.settled()
        self._blocked = False
        if not self.record and changes.created:
            self.record = changes.created[0]
            self._drafting.rename(draft_key(self._kind, self.record), self.record)
        self.read()

    def _not_saved(self, error: Exception) -> None:
        self._saving, self._again = None, False
        self._set_dirty(True)
        self._drafting.touched()
        self._tools.worker.failed.emit(error)


def _named(ws: Workspace, record: str, sent: Mapping[str, JSON], values: Mapping[str, JSON]) -> dict[str, JSON]:
    """Fields in which items that were new when they were sent have the ids they were saved with."""
    stands = records.show(ws, record).nested
    return {name: with_ids(value, ids_given(sent.get(name), stands.get(name))) for name, value in values.items()}
