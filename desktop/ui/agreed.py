"""What somebody agreed to, in one word, or as a list to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.casework.consent import Scope
from desktop.casework.quick import CONSENT_CHOICES
from desktop.domain.consent_scopes import Choice
from desktop.ui import sources
from desktop.ui.flow import Flow
from desktop.ui.layout import column
from desktop.ui.picker import Picker
from desktop.ui.plain import unmnemonic
from desktop.ui.speaking import Speaking
from desktop.ui.suggestions import Option
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools

NOT_ASKED, AS_LISTED = CONSENT_CHOICES[0], CONSENT_CHOICES[-1]


class Agreed(Speaking):
    """`changed` when a person chose otherwise. Not asked, until somebody says so."""

    changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._choice: Choice = NOT_ASKED
        self._ticks: dict[str, TickBox] = {}
        self._wanted: tuple[str, ...] = ()
        self._picker = Picker("", sources.fixed(self._options))
        self.list = QWidget()  # laid out by the page, where there is room for it
        self._flow = Flow(gap=12)
        self.list.setLayout(self._flow)
        self.list.hide()
        self.setFocusProxy(self._picker)
        self.setLayout(column(self._picker))
        self._picker.picked.connect(self._picked)
        self._picker.left.connect(self._left)
        self.retranslate()

    @property
    def choice(self) -> Choice:
        """One of `quick.CONSENT_CHOICES`."""
        return self._choice

    @property
    def listed(self) -> tuple[str, ...]:
        """The scopes ticked, for "as listed"."""
        if self._choice != AS_LISTED:
            return ()
        if not self._ticks:
            return self._wanted
        return tuple(code for code, tick in self._ticks.items() if tick.isChecked())

    def offer(self, scopes: Sequence[Scope]) -> None:
        """The scopes there are."""
        for scope in scopes:
            tick = TickBox(unmnemonic(scope.label))
            tick.setChecked(scope.code in self._wanted)
            tick.clicked.connect(self.changed)
            self._ticks[scope.code] = tick
            self._flow.addWidget(tick)

    @property
    def untaken(self) -> Picker | None:
        """The field, if words stand there that are none of the answers."""
        return self._picker if self._picker.untaken else None

    def put(self, choice: str, listed: tuple[str, ...], untaken: str = "") -> None:
        """Show what was said before; untaken: words that are none of the answers."""
        self._choice = next((one for one in CONSENT_CHOICES if one == choice), NOT_ASKED)
        self._wanted = listed
        for code, tick in self._ticks.items():
            tick.setChecked(code in listed)
        self._picker.put(None)
        self.retranslate()
        if untaken:
            self._picker.put(None, untaken)

    def settle(self) -> None:
        """As if the caret left."""
        self._picker.settle()

    def name(self, name: str) -> None:
        """What a screen reader calls it."""
        self._picker.setAccessibleName(name)

    def retranslate(self) -> None:
        """The choice in the language spoken now."""
        if not self._picker.untaken:
            self._picker.put(Option(self._choice, self._words()[self._choice]))
        self.list.setVisible(self._choice == AS_LISTED)

    def _words(self) -> dict[str, str]:
        labels = (
            self.tr("Not asked"),
            self.tr("Keep only, share with nobody"),
            self.tr("Our team"),
            self.tr("As listed…"),
        )
        return dict(zip(CONSENT_CHOICES, labels, strict=True))

    def _options(self) -> list[Option]:
        return [Option(code, label) for code, label in self._words().items()]

    def _picked(self) -> None:
        """Whatever else stands there is no answer: nobody was asked, as far as is known."""
        chosen = self._picker.chosen
        self._choice = next((one for one in CONSENT_CHOICES if chosen is not None and one == chosen.key), NOT_ASKED)
        self.list.setVisible(self._choice == AS_LISTED)
        self.changed.emit()

    def _left(self) -> None:
        if not self._picker.text().strip():
            self.retranslate()
