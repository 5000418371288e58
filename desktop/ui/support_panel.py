"""Pause, stop, support: a calm panel for the moment when telling becomes too much, opened by one key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.casework.support import Noted
from desktop.ui.date_editor import DateEditor
from desktop.ui.editors import LineEditor
from desktop.ui.layout import column, row, sheet
from desktop.ui.moments import clock_time
from desktop.ui.plain import Heading, PlainLabel, tooltip
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools
from desktop.ui.word_button import WordButton

KEYS = "F9"


class SupportPanel(Speaking):
    """Folded away until wanted. `noted` with what is to be noted, at once; nothing in it has to be filled in."""

    noted = Signal(object)  # Noted

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._paused_at = ""
        self._before: QWidget | None = None
        self._title = Heading(level=3)
        self._calm = PlainLabel(wrap=True).be(quiet=True)
        self._pause, self._stop = QPushButton(), QPushButton()
        self._note, self._close = QPushButton(), QPushButton()
        self._state = PlainLabel(wrap=True).be(quiet=True)
        self._signs, self._referral = LineEditor(tools), LineEditor(tools)
        self._follow_up = DateEditor(tools)
        self._labels = [PlainLabel() for _ in range(3)]
        self._lay_out()
        self._pause.clicked.connect(self._pause_or_go_on)
        self._stop.clicked.connect(lambda: self.noted.emit(replace(self._filled(), stopped=True)))
        self._note.clicked.connect(self._note_down)
        self._close.clicked.connect(self.toggle)
        self.hide()
        self.retranslate()

    @property
    def follow_up(self) -> str:
        """The words of the task to ask after somebody."""
        return self.tr("Ask how they are")

    def listen_on(self, page: QWidget) -> None:
        """The key counts anywhere on the page."""
        keys = QShortcut(QKeySequence(KEYS), page, self.toggle)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def toggle(self) -> None:
        """Open it, or fold it away; the caret goes back to where it was."""
        if self.isHidden():
            window = self.window()
            self._before = window.focusWidget()
            self._state.setText("")
            self.show()
            self._pause.setFocus()
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus()

    def say_kept(self) -> None:
        """What was noted is kept; the fields are empty for what comes next."""
        for editor in (self._signs, self._referral, self._follow_up):
            editor.put(None)
        self._say_state(self.tr("Noted."))

    def retranslate(self) -> None:
        """Every word of it."""
        self._title.setText(self.tr("Pause, stop, support"))
        self._calm.setText(
            self.tr(
                "There is no hurry, and nothing has to be told. What is written is kept; every field may stay empty."
            )
        )
        self._pause.setText(self.tr("&Go on") if self._paused_at else self.tr("&Pause"))
        self._stop.setText(self.tr("Stop &here"))
        self._stop.setToolTip(tooltip(self.tr("Notes that it ended early, and keeps everything")))
        names = (self.tr("Signs of distress"), self.tr("Who was asked to help"), self.tr("Ask after them on"))
        for label, editor, name in zip(
            self._labels, (self._signs, self._referral, self._follow_up), names, strict=True
        ):
            label.setText(name)
            editor.call(name)
        self._note.setText(self.tr("N&ote it down"))
        self._close.setText(self.tr("Close the panel"))

    def _filled(self) -> Noted:
        signs, referral = self._signs.value(), self._referral.value()
        return Noted(signs=str(signs or ""), referral=str(referral or ""), follow_up_on=self._follow_up.value())

    def _pause_or_go_on(self) -> None:
        now = clock_time(self._tools.clock())
        went_on = bool(self._paused_at)
        self._paused_at = "" if went_on else now
        self.noted.emit(Noted(went_on_at=now) if went_on else Noted(paused_at=now))
        self.retranslate()
        self._say_state("")

    def _note_down(self) -> None:
        filled = self._filled()
        if filled == Noted():
            self._say_state(self.tr("Nothing is written here, and nothing has to be."))
        else:
            self.noted.emit(filled)

    def _say_state(self, words: str) -> None:
        paused = self.tr("Pause since {time}.").format(time=self._paused_at) if self._paused_at else ""
        self._state.setText(" ".join(filter(None, (paused, words))))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for number, editor in enumerate((self._signs, self._referral, self._follow_up)):
            self._labels[number].setBuddy(editor)
            grid.addWidget(self._labels[number], 0, number)
            grid.addWidget(editor, 1, number, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(number, 1)
        first = row(self._pause, self._stop, self._state, gap=8)
        first.setStretch(2, 1)
        last = row(self._note, None, self._close, gap=8)
        self.setLayout(column(sheet(column(self._title, self._calm, first, grid, last, gap=12), margin=16)))


class SupportButton(WordButton):
    """The way to the panel for whoever does not know the key."""

    def __init__(self, tools: Tools, panel: SupportPanel) -> None:
        super().__init__(tools)
        self._tools = tools
        self.clicked.connect(panel.toggle)
        self.retranslate()

    def retranslate(self) -> None:
        """Its words and icon."""
        self.setText(self.tr("Pause, stop, support"))
        self.setToolTip(tooltip(self.tr("F9")))
        self.setIcon(self._tools.icons.icon("pause", "quiet"))
