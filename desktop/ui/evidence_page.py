"""A piece of evidence: the file itself, covered; what is known of it; a copy given out where one is needed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import evidence, giving_out, viewing, working_copies
from desktop.casework.evidence import EvidenceFile
from desktop.casework.records import Shown
from desktop.casework.viewing import Look
from desktop.casework.workspace import Changes, Workspace
from desktop.errors import JiashuError
from desktop.ui.beneath import Beneath
from desktop.ui.copies_panel import CopiesPanel
from desktop.ui.custody_panel import CustodyPanel
from desktop.ui.files import choose_new_file
from desktop.ui.flow import Flow
from desktop.ui.hidden_panel import HiddenPanel
from desktop.ui.layout import column, held, sheet
from desktop.ui.look_first import LookFirst
from desktop.ui.notice import Note
from desktop.ui.one_by_one import MakeBeneath
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools
from desktop.ui.viewer import Viewer

SHOWN = ("image/", "text/")
ROUND = 72  # pixels: margins and gaps round the file and what stands under it
STATED_BY_THE_FILE = ("blob", "media_type", "size", "sha256", "custody")


def size_words(size: int) -> str:
    """A size as people say it: 1.2 MB, 340 kB."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size} B"


class EvidencePage(RecordForm):
    """The viewer stands above the form."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._viewer = Viewer(tools)
        self._open_to_us = False
        self._of_file: list[Beneath] = []  # closed with it; tasks about it, say, are not
        self._facts = PlainLabel(wrap=True).be(quiet=True)
        self._give, self._give_whole = QPushButton(), QPushButton()
        self._hidden = HiddenPanel(tools, place.record)
        self._look_first = LookFirst(tools, place.record)
        self._ending = ""
        super().__init__(tools, place)
        self._viewer.wanted.connect(self._look)
        self._give.clicked.connect(lambda: self._ask_where(as_it_came=False))
        self._give_whole.clicked.connect(lambda: self._ask_where(as_it_came=True))
        self._hidden.copy_wanted.connect(self._make_clean_copy)
        self.retranslate()
        self._ask_about_file()

    def left_out(self) -> Iterable[str]:
        """What the file says of itself is not typed."""
        return STATED_BY_THE_FILE

    def above(self) -> list[QWidget]:
        """The file."""
        give = held(Flow(self._give, self._give_whole, gap=8))
        self._inside_file = sheet(column(self._hidden), margin=16)
        self._inside_file.hide()
        return [sheet(column(self._viewer, self._facts, self._look_first, give, gap=8), margin=16), self._inside_file]

    def beneath(self, record: str) -> Iterable[MakeBeneath]:
        """Its copies, and who had it."""
        return [partial(self._panel, panel, record) for panel in (CopiesPanel, CustodyPanel)]

    def _panel(self, panel: type[CopiesPanel | CustodyPanel], record: str) -> Beneath:
        made = panel(self.tools, record)
        made.setEnabled(self._open_to_us)
        self._of_file.append(made)
        return made

    def refresh(self, changes: Changes | None) -> None:
        """What names are hidden for is hidden here too."""
        super().refresh(changes)
        self._look_first.refresh(changes)
        if changes is None:  # names may be hidden now, or what was sealed is open
            self._ask_about_file()

    def retranslate(self) -> None:
        """The page's own words."""
        self._give.setText(self.tr("&Give out a clean copy…"))
        self._give_whole.setText(self.tr("Give out the &original…"))

    def show_record(self, shown: Shown) -> None:
        """What is sealed and closed cannot be looked at."""
        super().show_record(shown)
        self._open_to_us = shown.readable
        for widget in (self._viewer, *self._of_file):
            widget.setEnabled(shown.readable)

    def show_more(self, shown: Shown) -> None:
        """Whether somebody here has to look first."""
        super().show_more(shown)
        self._look_first.ask()

    def _ask_about_file(self) -> None:
        record = self._place.record
        self.tools.worker.submit(
            lambda ws: evidence.describe(ws, record), self._describe, owner=self, look=True, failed=self._no_file
        )

    def _describe(self, file: EvidenceFile) -> None:
        facts = [file.name, file.media, size_words(file.size), f"SHA-256 {file.sha256[:16]}…"]
        self._facts.setText("   ".join(fact for fact in facts if fact))
        self._ending = evidence.ending(file.media)
        for widget in (self._give, self._give_whole, self._viewer):
            widget.setEnabled(file.here)
        if not file.media.startswith(SHOWN):
            self._viewer.shows_nothing(
                self.tr("Files of this kind are kept, but cannot be shown inside the window. Nothing of it is opened.")
            )
        self._inside_file.setVisible(file.readable)
        if file.readable:
            self._hidden.begin(file.size)

    def _no_file(self, error: JiashuError) -> None:
        self._facts.setText(self.tools.language.messages.sentence(error))
        self._inside_file.hide()
        for widget in (self._give, self._give_whole, self._viewer):
            widget.setEnabled(False)

    def _look(self) -> None:
        record = self._place.record
        self.tools.worker.submit(lambda ws: viewing.look(ws, record), self._show_look, owner=self, look=True)

    def _show_look(self, look: Look) -> None:
        """As high as the page, which is scrolled to it."""
        self._viewer.give_room(self._room())
        self._viewer.show_look(look)
        self._sheet.area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The file is as high as the page is."""
        super().resizeEvent(event)
        self._viewer.give_room(self._room())

    def _room(self) -> int:
        """What the page has left beside what stands under the file."""
        beneath = self._facts.heightForWidth(self._facts.width()) + self._give.sizeHint().height()
        return self._sheet.area.viewport().height() - beneath - ROUND

    def _ask_where(self, *, as_it_came: bool) -> None:
        def chosen(out: Path) -> None:
            self._give_out(out, as_it_came=as_it_came)

        choose_new_file(self, self.tr("Where the copy goes, in clear"), f"copy{self._ending}", chosen)

    def _give_out(self, out: Path, *, as_it_came: bool) -> None:
        record = self._place.record

        def give_out(ws: Workspace) -> Changes:
            return giving_out.give_out(ws, record, out, as_it_came=as_it_came)

        self.tools.worker.submit(give_out, lambda _changes: self._given_out(as_it_came=as_it_came), owner=self)

    def _given_out(self, *, as_it_came: bool) -> None:
        note = Note(
            "warning",
            self.tr("The original was written, in clear, with what is hidden in it.")
            if as_it_came
            else self.tr("The copy was written, in clear, without what was hidden in it."),
            self.tr("The original stays sealed in the vault."),
            self.tr("Delete the copy when it is no longer needed; its disk may remember it."),
        )
        self.tools.tell(note)

    def _make_clean_copy(self) -> None:
        record = self._place.record

        def made(changes: Changes) -> None:
            self.tools.go(Place("record", changes.created[0], "evidence"))

        self.tools.worker.submit(lambda ws: working_copies.make_clean_copy(ws, record), made, owner=self)
