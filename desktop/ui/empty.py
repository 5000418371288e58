"""What an empty list says: what belongs here, and the one button that starts it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from desktop.ui.kind_icons import kind_icon
from desktop.ui.layout import centred, column, held, primary, row
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools


class EmptyScreen(Speaking):
    """`begun` when the button is pressed."""

    begun = Signal()

    def __init__(self, tools: Tools, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._tools = tools
        self._picture = PlainLabel()
        self._title = Heading(level=2)
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._button = primary(QPushButton())
        self._button.clicked.connect(self.begun)
        inside = column(self._picture, self._title, self._about, held(row(self._button, None)), gap=12)
        self.setLayout(column(centred(held(inside), 520)))
        tools.theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def _draw(self) -> None:
        icon = kind_icon(self._tools.icons, self._kind)
        self._picture.setPixmap(icon.pixmap(48, 48))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def retranslate(self) -> None:
        """What belongs here, in words."""
        title, about, button = self._words()
        self._title.setText(title)
        self._about.setText(about)
        self._button.setText(button)

    def _words(self) -> tuple[str, str, str]:
        return {
            "case": (
                self.tr("No case yet"),
                self.tr(
                    "A case is one defender and the family made to pay for the defender's work: who they are, what "
                    "happened to each of them, who told it, and what they agreed to."
                ),
                self.tr("Begin a &case"),
            ),
            "person": (
                self.tr("Nobody yet"),
                self.tr(
                    "Defenders, relatives, witnesses, officials. Everybody has a code; names are kept apart, with "
                    "the identities. A name typed into a testimony makes the person by itself."
                ),
                self.tr("Add a &person"),
            ),
            "testimony": (
                self.tr("No testimony yet"),
                self.tr(
                    "What somebody told, in their own words. Ctrl+N opens an empty one from anywhere; everything else "
                    "can be added later, from the text."
                ),
                self.tr("Record a &testimony"),
            ),
            "evidence": (
                self.tr("No evidence yet"),
                self.tr(
                    "Pictures, recordings, papers and other files. Each is sealed as it comes in, kept letter for "
                    "letter, and looked at from memory."
                ),
                self.tr("Add a &file"),
            ),
            "event": (
                self.tr("No event yet"),
                self.tr(
                    "A raid, a hearing, a day of protest: one occasion to which several acts belong. An act names it; "
                    "how one led to another stands on its page."
                ),
                self.tr("Add an e&vent"),
            ),
            "organisation": (
                self.tr("No organisation yet"),
                self.tr(
                    "Police stations, schools, landlords' companies, groups of defenders: whoever acts, or is made to "
                    "act. A name typed where an act asks for one makes it by itself."
                ),
                self.tr("Add an &organisation"),
            ),
            "source": (
                self.tr("No source yet"),
                self.tr("Reports, articles, web pages, letters: what a record stands on besides testimony and files."),
                self.tr("Add a so&urce"),
            ),
            "task": (
                self.tr("Nothing to do yet"),
                self.tr("What is to be done by a day or some time. What is due is shown on the page of today."),
                self.tr("Add a &task"),
            ),
            "tag": (
                self.tr("No tag yet"),
                self.tr("Words that records are gathered under. A tag typed into a form makes it by itself."),
                self.tr("Add a t&ag"),
            ),
        }[self._kind]
