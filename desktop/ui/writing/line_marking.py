"""Under a field of one line: a warning that it names somebody known, and the button that puts the code there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from desktop.casework.guarding import Mark
from desktop.ui.entry import LineField, finish_composing
from desktop.ui.layout import row
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools
from desktop.ui.writing.marking import KEYS, SOON, within_sealed


class LineMarking(Speaking):
    """There only while the line names somebody. A code takes the place of the name: in one line nothing is drawn."""

    def __init__(
        self, tools: Tools, field: LineField, edited: Callable[[], None], counts: Callable[[], bool] = lambda: True
    ) -> None:
        """edited: told when a code was put in. counts: whether what stands there is written by somebody right now."""
        super().__init__()
        self._counts = counts
        self._tools = tools
        self._field = field
        self._edited = edited
        self._marked: list[Mark] = []
        self._said: tuple[PlainLabel, QPushButton] | None = None  # made once the line names somebody: most never do
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOON)
        self._timer.timeout.connect(self._look)
        field.textChanged.connect(lambda _words: self._timer.start())
        tools.guard.changed.connect(self._anew)
        keys = QShortcut(QKeySequence(KEYS), field, self._settle)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.hide()

    def retranslate(self) -> None:
        """What it says, and to a screen reader too."""
        if not self._marked and self._said is None:
            return
        self._said = told, put = self._said or self._lay_out()
        whose = any(one.person is not None for one in self._marked)
        alone = self.tr("Somebody known is named here. Write a code instead.")
        told.setText(self.tr("Somebody known is named here. F7 puts the code there.") if whose else alone)
        put.setText(self.tr("Put the code in its place"))
        put.setVisible(whose)
        if self._marked or not self.isHidden():
            self._field.setAccessibleDescription(told.text() if self._marked else "")
        self.setVisible(bool(self._marked))

    def _lay_out(self) -> tuple[PlainLabel, QPushButton]:
        told, put = PlainLabel(wrap=True).be(warning=True), QPushButton()
        put.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F7 does the same
        put.clicked.connect(self._settle)
        line = row(told, put, gap=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        return told, put

    def _anew(self) -> None:
        if self._tools.guard.ready:
            self._timer.start()
        elif self._marked:
            self._marked = []
            self.retranslate()

    def _look(self) -> None:
        if self._field.composing:
            return
        marked: list[Mark] = []
        if self._tools.guard.ready and self._counts() and not within_sealed(self._field):
            marked = list(self._tools.guard.marks(self._field.text()))
        if marked != self._marked:
            self._marked = marked
            self.retranslate()

    def _settle(self) -> None:
        if self._field.composing:
            finish_composing()
        self._look()
        marked = next((one for one in self._marked if one.person is not None), None)
        if marked is None or marked.person is None or self._field.isReadOnly():
            return
        person, words = marked.person, self._field.text()

        def put(code: str) -> None:
            if self._field.text() == words:  # else somebody wrote on; it is marked still
                start = len(words[: marked.start].encode("utf-16-le")) // 2
                length = len(words[marked.start : marked.end].encode("utf-16-le")) // 2
                self._field.setSelection(start, length)
                self._field.insert(code)
                self._edited()
                self._look()

        self._tools.worker.submit(lambda ws: ws.vault.code(person), put, owner=self, look=True)
