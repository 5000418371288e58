"""F1: the keys, and what they do."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from desktop.ui.layout import centred, column, held, sheet
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.tools import Tools


class KeysPage(Page):
    """A table to learn from; nothing to press."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._labels = [(PlainLabel().be(chip=True), PlainLabel(wrap=True)) for _ in self._lines()]
        for number, (keys, does) in enumerate(self._labels):
            self._grid.addWidget(keys, number, 0)
            self._grid.addWidget(does, number, 1)
        self.setLayout(column(centred(held(column(self._title, self._about, sheet(self._grid), gap=16)), 640)))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Keys"))
        self._about.setText(
            self.tr("Underlined letters work with Alt. While an input method composes, its keys stay its own.")
        )
        for (keys, does), (pressed, words) in zip(self._labels, self._lines(), strict=True):
            keys.setText(pressed)
            does.setText(words)

    def _lines(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+N", self.tr("A new testimony, from anywhere")),
            ("Ctrl+1 … 9", self.tr("The rooms at the left, from the top")),
            ("Ctrl+F", self.tr("In a list: filter it")),
            ("Ctrl+Shift+O", self.tr("In a list: order it by the next column")),
            ("Ctrl+K", self.tr("Search")),
            ("Ctrl+S", self.tr("Save")),
            ("Ctrl+L", self.tr("Lock: the screen is cleared at once, what was typed comes back")),
            (
                "Esc Esc Esc",
                self.tr("Somebody is at the door: lock, and off the screen at once, from anywhere; Ctrl+Shift+L too"),
            ),
            ("F8", self.tr("Hide names and show codes, or bring the names back")),
            (
                "F4",
                self.tr("In a field: say why it is empty; F4 again goes on to the next reason, Enter or 1 … 4 take it"),
            ),
            ("← →", self.tr("On the line above a group of fields: close it, open it; Enter does either")),
            ("Ctrl+.", self.tr("In a field: what it stands on, and the other values there are")),
            ("Ctrl+M", self.tr("In a longer text: mention a person, or let the marked words stand for one")),
            ("F7", self.tr("In a text: make the name or number that is underlined a mention, or in one line its code")),
            ("F9", self.tr("In a testimony or an interview: pause, stop, support for whoever speaks")),
            ("Ctrl+Enter", self.tr("In a testimony: one more statement")),
            ("Ctrl+T Ctrl+E", self.tr("Among what still goes on: it goes on today; it is over")),
            ("F6", self.tr("From the navigation to the list, to what is chosen in it, and round; with Shift back")),
            ("Ctrl+= Ctrl+−", self.tr("Larger and smaller text; Ctrl+0 the system's own size")),
            ("Ctrl+Q", self.tr("Lock and end the program; what was typed is kept")),
            ("Alt+←", self.tr("Back to where you were")),
            ("F1", self.tr("This page")),
        )
