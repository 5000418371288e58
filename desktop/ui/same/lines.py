"""On the page of a person: who else may be recorded of them, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout

from desktop.casework import duplicates, same_person
from desktop.casework.duplicates import Perhaps
from desktop.casework.workspace import Workspace
from desktop.ui.layout import clear, column, held, quiet_button, row
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel, one_line, unmnemonic
from desktop.ui.same.words import how
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

PAGE, COMPARE, OTHER = "same", "same/compare", "other"
MOST = 4  # others told on the page; the list has them all


@dataclass(frozen=True, repr=False)
class Standing:
    """Who else one person may be, and is. called: by record."""

    perhaps: tuple[Perhaps, ...] = ()
    others: tuple[str, ...] = ()
    called: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)


def comparing(person: str, other: str) -> Place:
    """Where two people stand side by side."""
    return Place(COMPARE, person, "person", given=((OTHER, other),))


class SameLines(Speaking):
    """Takes no room while there is nothing to say."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._person = ""
        self._standing = Standing()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.setLayout(column(self._lines))
        self.hide()

    def of(self, person: str) -> None:
        """Look for others who may be this person."""
        self._person = person

        def look(ws: Workspace) -> Standing:
            found = duplicates.perhaps(ws, person)
            others = tuple(one for one in same_person.recorded_as(ws, person) if one != person)
            called = duplicates.called(ws, found, others)
            return Standing(found, others, called, {one: ws.vault.code(one) for one in called})

        self._tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of it."""
        self._show(self._standing)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        clear(self._lines)
        for other in standing.others:
            words = self.tr("Also recorded as {who}: taken for one person everywhere.")
            self._add(words.format(who=self._who(other)), other, self.tr("See &both…"))
        for one in standing.perhaps[:MOST]:
            words = self.tr("Perhaps the same person: {who}, {how}.")
            self._add(words.format(who=self._who(one.other), how=how(one.how)), one.other, self.tr("&Compare…"))
        more = len(standing.perhaps) - MOST
        if more > 0:
            button = self._button(self.tr("{count} more").format(count=more))
            button.clicked.connect(lambda: self._tools.go(Place(PAGE)))
            self._lines.addWidget(held(row(button, None)))
        self.setVisible(bool(standing.others or standing.perhaps))

    def _add(self, words: str, other: str, action: str) -> None:
        label = PlainLabel(words, wrap=True)
        button = self._button(action)
        button.setAccessibleName(f"{action.replace('&', '').rstrip('…')}: {self._standing.called.get(other, '')}")
        button.clicked.connect(lambda: self._tools.go(comparing(self._person, other)))
        line = row(label, button, gap=8)
        line.setStretch(0, 1)
        self._lines.addWidget(held(line))

    def _button(self, words: str) -> QToolButton:
        button = quiet_button()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setText(words if "&" in words else unmnemonic(words))
        return button

    def _who(self, person: str) -> str:
        name, code = self._standing.called.get(person, ""), self._standing.codes.get(person, "")
        return one_line(name) if name == code else f"{one_line(name)} ({code})"
