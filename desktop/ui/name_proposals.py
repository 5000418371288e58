"""Beneath a name: its parts and its pinyin as they may be, each a button that takes it over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from desktop.casework.workspace import JSON
from desktop.domain import romanising
from desktop.domain.names import script_of
from desktop.domain.romanising import Split
from desktop.ui.flow import Flow
from desktop.ui.layout import clear, column, held
from desktop.ui.plain import PlainLabel, unmnemonic
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools


@dataclass(frozen=True, repr=False)
class Proposed:
    """What a name may be made of. full: of which name."""

    full: str = ""
    split: Split | None = None
    pinyin: tuple[str, ...] = field(default=())
    script: str = ""


class NameProposals(Speaking):
    """`taken` with the fields and values somebody took over. Takes no room where there is nothing to propose."""

    taken = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._asked = ""
        self._proposed = Proposed()
        self._name: Mapping[str, JSON] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.setLayout(column(self._lines))
        self.hide()

    def of(self, name: Mapping[str, JSON]) -> None:
        """What stands in the form now."""
        self._name = name
        said = name.get("full")
        full = said.strip() if isinstance(said, str) else ""
        if full == self._asked:
            self._soon.start()  # the button of what was taken over may still be being pressed
            return
        self._asked = full

        def known(proposed: Proposed) -> None:
            if proposed.full == self._asked:
                self._proposed = proposed
                self._show()

        # Working out pinyin loads a dictionary, for which the window does not wait.
        self._tools.worker.submit(lambda _ws: _propose(full), known, owner=self)

    def retranslate(self) -> None:
        """Every word of it."""
        self._show()

    def _show(self) -> None:
        clear(self._lines)
        proposed, name = self._proposed, self._name
        split = proposed.split
        if split is not None and not (name.get("family") or name.get("given")):
            values = {"family": split.family or None, "given": split.given, "name_order": split.order}
            if proposed.script and not name.get("script"):
                values["script"] = proposed.script
            self._line(self.tr("Which part is which, proposed:"), {self._parts(split): values})
        if proposed.pinyin and name.get("pinyin_confirmed") is not True:
            ways = {way: {"pinyin": way, "pinyin_confirmed": True} for way in proposed.pinyin}
            self._line(self.tr("Pinyin, proposed. Choose how they write it:"), ways)
        self.setVisible(self._lines.count() > 0)

    def _parts(self, split: Split) -> str:
        if not split.family:
            return self.tr("one name only: {given}").format(given=split.given)
        return self.tr("family {family}, given {given}").format(family=split.family, given=split.given)

    def _line(self, words: str, choices: Mapping[str, Mapping[str, JSON]]) -> None:
        buttons = [self._choice(label, values) for label, values in choices.items()]
        self._lines.addWidget(PlainLabel(words, wrap=True).be(quiet=True))
        self._lines.addWidget(held(Flow(*buttons, gap=4)))

    def _choice(self, label: str, values: Mapping[str, JSON]) -> QPushButton:
        button = QPushButton(unmnemonic(label))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Take over: {what}").format(what=label))
        button.clicked.connect(lambda: self.taken.emit(dict(values)))
        return button


def _propose(full: str) -> Proposed:
    return Proposed(full, romanising.split(full), tuple(romanising.pinyin(full)), script_of(full) or "")
