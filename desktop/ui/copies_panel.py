"""What was made from a file: copies that are evidence of their own, and what adds one that was made elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from desktop.casework import records, working_copies
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.beneath import Beneath
from desktop.ui.choice import Choice
from desktop.ui.files import choose_files
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, sheet
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.tools import Tools

BY_HAND = ("redacted", "translated", "transcript", "excerpt", "converted", "working_copy")
TRANSFORMS = "transforms"
Listed = tuple[tuple[str, str, str], ...]  # record, title, how


class CopiesPanel(Beneath):
    """The list leads to each copy."""

    def __init__(self, tools: Tools, record: str) -> None:
        super().__init__()
        self._tools = tools
        self._record = record
        self._title, self._about = Heading(level=3), PlainLabel(wrap=True).be(quiet=True)
        self._table = RecordTable(2)
        self._begin, self._choose, self._cancel = QPushButton(), QPushButton(), QPushButton()
        self._how_label, self._how = PlainLabel(), Choice({code: code for code in BY_HAND})
        buttons = held(Flow(self._choose, self._cancel, gap=8))
        self._form = sheet(column(self._how_label, self._how, buttons, gap=8), margin=16)
        self._form.hide()
        self._table.hide()
        begin = held(Flow(self._begin, gap=8))
        self.setLayout(column(self._title, self._about, self._table, begin, self._form, gap=8))
        self._table.opened.connect(lambda id_, kind: tools.go(Place("record", id_, kind)))
        self._begin.clicked.connect(self._open)
        self._cancel.clicked.connect(self._close)
        self._choose.clicked.connect(lambda: choose_files(self, self.tr("The copy to take in"), self._attach))
        self.retranslate()
        self._ask()

    def refresh(self, changes: Changes | None) -> None:
        """Ask anew when evidence changed."""
        if changes is None or "evidence" in changes.kinds:
            self._ask()

    def retranslate(self) -> None:
        """Every word of the panel."""
        terms, language = self._tools.vocabularies, self._tools.language.code
        self._title.setText(self.tr("Copies made from it"))
        self._about.setText(
            self.tr("Each is evidence of its own with its own fingerprint. The original is never changed.")
        )
        self._begin.setText(self.tr("Add a copy &made from it…"))
        self._begin.setIcon(self._tools.icons.icon("add"))
        self._how_label.setText(self.tr("How it was made"))
        self._how.name(self.tr("How it was made"))
        self._how.say({code: terms.label(TRANSFORMS, code, language) for code in BY_HAND})
        self._choose.setText(self.tr("Choose the &file…"))
        self._cancel.setText(self.tr("&Cancel"))
        self._table.name(self.tr("Copies made from it"), ("", ""))

    def _ask(self) -> None:
        record = self._record

        def look(ws: Workspace) -> Listed:
            listed = []
            for copy in working_copies.copies_of(ws, record):
                shown = records.show(ws, copy)
                how = str(shown.nested.get("transform") or "")
                listed.append((copy, shown.title, ws.vocabularies.label(TRANSFORMS, how, ws.language)))
            return tuple(listed)

        self._tools.worker.submit(look, self._show, owner=self, look=True)

    def _show(self, listed: Listed) -> None:
        self._table.show_lines([Line(record, "evidence", (title, how)) for record, title, how in listed])
        self._table.setVisible(bool(listed))

    def _open(self) -> None:
        self._begin.hide()
        self._form.show()
        self._how.choose(BY_HAND[0])
        self._how.setFocus()

    def _close(self) -> None:
        self._form.hide()
        self._begin.show()
        self._begin.setFocus()

    def _attach(self, files: list[Path]) -> None:
        record, how = self._record, self._how.chosen

        def attach(ws: Workspace) -> Changes:
            return working_copies.attach_copy(ws, record, files[0], how)

        self._tools.worker.submit(attach, lambda _changes: self._close(), owner=self)
