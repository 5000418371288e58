"""On the page of a person: who else may be recorded of them, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop.casework import duplicates, same_person
from desktop.casework.duplicates import Perhaps
from desktop.casework.workspace import Workspace
from desktop.ui.layout import quiet_button, row
from desktop.ui.place import Place
from desktop.ui.plain import ElidedLabel, one_line, unmnemonic
from desktop.ui.same.words import how
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

PAGE, COMPARE, OTHER = "same", "same/compare", "other"


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


class SameLine(Speaking):
    """One line in the head of the page, which has its height before anything is said: what is found late pushes
    nothing down under a hand. Whoever else there is stands in the list it leads to."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._person = self._other = ""
        self._standing = Standing()
        self._said = ElidedLabel()
        self._look, self._more = _button(), _button()
        self._look.clicked.connect(lambda: tools.go(comparing(self._person, self._other)))
        self._more.clicked.connect(lambda: tools.go(Place(PAGE)))
        line = row(self._said, self._look, self._more, gap=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.retranslate()

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
        """Every word of it; what is certain first."""
        standing = self._standing
        said = action = self._other = ""
        if standing.others:
            self._other, action = standing.others[0], self.tr("See &both…")
            said = self.tr("Also recorded as {who}: taken for one person everywhere.")
            said = said.format(who=self._who(self._other))
        elif standing.perhaps:
            one = standing.perhaps[0]
            self._other, action = one.other, self.tr("&Compare…")
            said = self.tr("Perhaps the same person: {who}, {how}.").format(who=self._who(one.other), how=how(one.how))
        more = len(standing.others) + len(standing.perhaps) - 1
        self._said.setText(said)
        self._look.setText(action)
        self._look.setAccessibleName(
            f"{action.replace('&', '').rstrip('…')}: {standing.called.get(self._other, '')}" if said else ""
        )
        self._look.setVisible(bool(said))
        self._more.setText(unmnemonic(self.tr("{count} more").format(count=more)) if more > 0 else "")
        self._more.setVisible(more > 0)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        self.retranslate()

    def _who(self, person: str) -> str:
        name, code = self._standing.called.get(person, ""), self._standing.codes.get(person, "")
        return one_line(name) if name == code else f"{one_line(name)} ({code})"


def _button() -> QToolButton:
    button = quiet_button()
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    policy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    button.setSizePolicy(policy)
    return button
