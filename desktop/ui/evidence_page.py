"""A piece of evidence: the file itself, covered; what is known of it; a copy given out where one is needed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import evidence, viewing
from desktop.casework.evidence import EvidenceFile
from desktop.casework.records import Shown
from desktop.casework.viewing import Look
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError
from desktop.ui.files import choose_new_file
from desktop.ui.layout import column, held, row, sheet
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools
from desktop.ui.viewer import Viewer

ROUND = 72  # pixels: margins and gaps round the file and what stands under it
STATED_BY_THE_FILE = ("blob", "media_type", "size", "sha256")


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
        self._facts = PlainLabel(wrap=True).be(quiet=True)
        self._give = QPushButton()
        super().__init__(tools, place)
        self._viewer.wanted.connect(self._look)
        self._give.clicked.connect(self._ask_where)
        self.retranslate()
        record = place.record
        tools.worker.submit(
            lambda ws: evidence.describe(ws, record), self._describe, owner=self, look=True, failed=self._no_file
        )

    def left_out(self) -> Iterable[str]:
        """What the file says of itself is not typed."""
        return STATED_BY_THE_FILE

    def above(self) -> list[QWidget]:
        """The file."""
        return [sheet(column(self._viewer, self._facts, held(row(self._give, None)), gap=8), margin=16)]

    def retranslate(self) -> None:
        """The page's own words."""
        self._give.setText(self.tr("&Give out a copy…"))

    def show_record(self, shown: Shown) -> None:
        """What is sealed and closed cannot be looked at."""
        super().show_record(shown)
        self._viewer.setEnabled(shown.readable)

    def _describe(self, file: EvidenceFile) -> None:
        facts = [file.name, file.media, size_words(file.size), f"SHA-256 {file.sha256[:16]}…"]
        self._facts.setText("   ".join(fact for fact in facts if fact))
        self._give.setEnabled(file.here)
        self._viewer.setEnabled(file.here)

    def _no_file(self, error: JiashuError) -> None:
        self._facts.setText(self.tools.language.messages.sentence(error))
        self._give.setEnabled(False)
        self._viewer.setEnabled(False)

    def _look(self) -> None:
        record = self._place.record
        self.tools.worker.submit(lambda ws: viewing.look(ws, record), self._show_look, owner=self, look=True)

    def _show_look(self, look: Look) -> None:
        """As high as the page, which is scrolled to it."""
        self._viewer.give_room(self._room())
        self._viewer.show_look(look)
        self._scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The file is as high as the page is."""
        super().resizeEvent(event)
        self._viewer.give_room(self._room())

    def _room(self) -> int:
        """What the page has left beside what stands under the file."""
        beneath = self._facts.heightForWidth(self._facts.width()) + self._give.sizeHint().height()
        return self._scroll.viewport().height() - beneath - ROUND

    def _ask_where(self) -> None:
        choose_new_file(self, self.tr("Where the copy goes, in clear"), "copy", self._extract)

    def _extract(self, out: Path) -> None:
        record = self._place.record

        def extract(ws: Workspace) -> None:
            evidence.extract(ws, record, out)

        self.tools.worker.submit(extract, self._extracted, owner=self)

    def _extracted(self, _none: None) -> None:
        note = Note(
            "warning",
            self.tr("The copy was written, in clear."),
            self.tr("The original stays sealed in the vault."),
            self.tr("Delete the copy when it is no longer needed; its disk may remember it."),
        )
        self.tools.tell(note)
