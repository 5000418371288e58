"""Keeps what is typed and not saved, encrypted, every few seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.casework import drafts
from desktop.casework.drafts import Draft
from desktop.casework.workspace import JSON, Workspace
from desktop.ui.tools import Tools

DRAFT = "draft"
"""What a place is given to go on with something new and unfinished: the key of its draft."""
KEEP_AFTER = 3000  # milliseconds; a crash costs no more than that


class Drafting(QObject):
    """One form's draft. snapshot: what the form holds now, or None when there is nothing to keep. names: what else it
    holds, which lies with the identities."""

    def __init__(
        self,
        tools: Tools,
        key: str,
        form: str,
        snapshot: Callable[[], JSON | None],
        owner: QObject,
        *,
        sealed: bool = False,
        names: Callable[[], JSON] = lambda: None,
    ) -> None:
        """sealed: what the form holds tells who somebody is, and lies with the identities."""
        super().__init__(owner)
        self._sealed = sealed
        self._tools = tools
        self.key = key
        self._form = form
        self._snapshot = snapshot
        self._names = names
        self._owner = owner
        self._record: str | None = None
        self._touched = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep_now)

    def of(self, record: str | None) -> None:
        """The record the form changes, if it is not a new one."""
        self._record = record

    def touched(self) -> None:
        """Something was typed: keep it soon. Typing on does not put it off."""
        self._touched = True
        if not self._timer.isActive():
            self._timer.start()

    def rename(self, key: str, record: str) -> None:
        """What was new is a record from now on; a draft kept meanwhile is not of the next new one."""
        self.drop()
        self.key = key
        self._record = record

    def keep_now(self, *, quietly: bool = False) -> None:
        """Keep it at once, if anything changed since the last time. quietly: something better is told in a moment."""
        if not self._touched:
            return
        self._touched = False
        self._timer.stop()
        content = self._snapshot()
        if content is None:
            self.drop()
            return
        told = None if quietly else self._was_kept
        self._tools.worker.submit(self.keeping(content), told, owner=self._owner)

    def keeping(self, content: JSON) -> Callable[[Workspace], None]:
        """What keeps this as the form's draft, also once the form is gone."""
        key, form, record, sealed, names = self.key, self._form, self._record, self._sealed, self._names()

        def keep(ws: Workspace) -> None:
            drafts.keep(ws, key, form, content, record=record, sealed=sealed, names=names)

        return keep

    def _was_kept(self, _none: None) -> None:
        self._tools.whisper(self.tr("Kept as an encrypted draft."))

    def resume(self, found: Callable[[Draft | None], None]) -> None:
        """Ask for what was kept earlier."""
        key = self.key
        self._tools.worker.submit(lambda ws: drafts.draft(ws, key), found, owner=self._owner)

    def settled(self) -> None:
        """Saved with the draft's key: the draft is done, and nothing is kept any more."""
        self._touched = False
        self._timer.stop()

    def drop(self) -> None:
        """Throw the draft away."""
        self.settled()
        key = self.key
        self._tools.worker.submit(lambda ws: drafts.drop(ws, key), owner=self._owner)
