"""A part of the safekeeping page: what it is for, how things stand, and the buttons that lead on."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework.workspace import Changes
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, sheet
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class Section(Speaking):
    """Title, what it is for, how things stand, and buttons; whoever derives from it says their words.

    leads: the rooms the buttons lead to, in their order; `buttons` has them in the same.
    """

    leads: tuple[str, ...] = ()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.tools = tools
        self.title = Heading(level=2)
        self.about = PlainLabel(wrap=True).be(quiet=True)
        self._well, self._warning = Told(tools, "done"), Told(tools, "warning")
        self.buttons = tuple(QPushButton() for _ in self.leads)
        for button, room in zip(self.buttons, self.leads, strict=True):
            button.clicked.connect(lambda _checked=False, name=room: tools.go(Place(name)))
        self.say_standing("")
        standing = (self._well, self._warning)
        parts = (
            self.title,
            self.about,
            *standing,
            *self.controls(),
            *((held(Flow(*self.buttons, gap=8)),) if self.buttons else ()),
        )
        whole = sheet(column(*parts, gap=8))
        self.setLayout(column(whole))
        self.retranslate()
        self.refresh(None)

    def controls(self) -> tuple[QWidget, ...]:
        """What can be chosen here, before the buttons that lead on; made once."""
        return ()

    def refresh(self, changes: Changes | None) -> None:
        """Ask how things stand, and `say_standing`."""

    def say_standing(self, words: str, *, warns: bool = False) -> None:
        """How things stand; nothing said takes no room."""
        self._well.say("" if warns else words)
        self._warning.say(words if warns else "")
