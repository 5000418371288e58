"""Tells somebody who has gone elsewhere that what they left was not saved, and shows the way back to it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop.casework import drafts
from desktop.errors import JiashuError
from desktop.ui.notice import Note, note_of
from desktop.ui.place import Place
from desktop.ui.tools import Tools


def tell_not_saved(tools: Tools, error: JiashuError, draft: str, place: Place) -> None:
    """draft: the key under which the words were kept before. place: where they are shown again."""

    def tell(kept: bool) -> None:
        reason = note_of(error, tools.language)
        what = QCoreApplication.translate("NotSaved", "What you have just left could not be saved.")
        if not kept:
            tools.tell(replace(reason, what=f"{what} {reason.what}"))
            return
        safe = QCoreApplication.translate("NotSaved", "Your words are kept as an encrypted draft.")
        back = QCoreApplication.translate("NotSaved", "Go back to it")
        action = (back, lambda: tools.go(place))
        tools.tell(Note(reason.kind, what, f"{reason.what} {safe}", action=action))

    tools.worker.submit(
        lambda ws: drafts.draft(ws, draft) is not None, tell, owner=tools.worker, failed=lambda _error: tell(False)
    )
