"""The button that notes a form as sent; where it never left from here, and could not, it asks how it went."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework import submission_file
from desktop.casework.submission import Preview
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.tools import Tools

UNSEEN = frozenset({"vault.compartment_closed", "submission.names_hidden"})
"""What holds a form back on this screen alone: nothing of the form lacks, and nobody's answer."""


class SentButton(QPushButton):
    """It is never forbidden: a form may have gone by a page on the internet, or before somebody took a consent back,
    and what went out has to be known. But nobody notes by a slip what never went."""

    def __init__(self, tools: Tools, form: str) -> None:
        super().__init__()
        self._tools = tools
        self._form = form
        self._preview: Preview | None = None
        self._asked: Note | None = None
        self.clicked.connect(self._pressed)
        self.retranslate()

    def of(self, preview: Preview) -> None:
        """How the form stands."""
        self._preview = preview
        self.retranslate()

    def retranslate(self) -> None:
        """Its words."""
        sent = self._preview is not None and self._preview.intervention
        self.setText(self.tr("Open what was &sent") if sent else self.tr("It was &sent"))

    def leave(self) -> None:
        """Nobody answers for a form that is no longer on the screen."""
        if self._asked is not None:
            self._tools.untell(self._asked)
            self._asked = None

    def _pressed(self) -> None:
        preview = self._preview
        if preview is not None and preview.intervention:
            self._tools.go(Place("record", preview.intervention, "intervention"))
        elif preview is None or preview.written or all(stop.code in UNSEEN for stop in preview.stops):
            self._mark()
        else:
            self._ask()

    def _ask(self) -> None:
        self.leave()
        self._asked = Note(
            "warning",
            self.tr("This form never left from here: something above holds it back."),
            self.tr("Nothing was noted yet."),
            self.tr(
                "If it went another way, note it as sent: then it is known who has it, and when an answer is due. "
                "Say on the next page on which day it went, and for whom."
            ),
            (self.tr("Note it as sent another way"), self._mark),
        )
        self._tools.tell(self._asked)

    def _mark(self) -> None:
        form = self._form

        def mark(ws: Workspace) -> Changes:
            return submission_file.mark_sent(ws, form)

        self._tools.worker.submit(mark, self._was_sent, owner=self)

    def _was_sent(self, changes: Changes) -> None:
        self.leave()
        self._tools.go(Place("record", changes.created[0], "intervention"))
