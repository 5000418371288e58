"""One quiet line under the type of an act: which leaf of the tree may fit better, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.domain.leaf_choice import Advice, Why
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held
from desktop.ui.plain import PlainLabel, unmnemonic
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

MOST = 4  # leaves that are offered


class TypeAdvice(Speaking):
    """`wanted` with the code of a leaf somebody takes instead."""

    wanted = Signal(str)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._advice: Advice | None = None
        self._why = PlainLabel(wrap=True).be(quiet=True)
        self._leaves: list[QPushButton] = []
        for place in range(MOST):
            button = QPushButton()
            button.setAutoDefault(False)
            button.setProperty("quiet", True)
            button.clicked.connect(lambda _on=False, place=place: self._take(place))
            self._leaves.append(button)
        self.setLayout(column(self._why, held(Flow(*self._leaves, gap=8, apart=2)), gap=2))
        self.say(None)

    def say(self, advice: Advice | None) -> None:
        """What there is to say of the type that stands there; nothing takes no room."""
        self._advice = advice
        self.setVisible(advice is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """The reason, and the leaves as they are called."""
        leaves = self._advice.prefer[:MOST] if self._advice else ()
        self._why.setText(self._reason(self._advice.why) if self._advice else "")
        types, lang = self._tools.vocabularies["harassment_types"], self._tools.language.code
        for place, button in enumerate(self._leaves):
            button.setVisible(place < len(leaves))
            if place < len(leaves):
                button.setText(unmnemonic(f"{leaves[place]} · {types.label(leaves[place], lang)}"))

    def _take(self, place: int) -> None:
        if self._advice is not None and place < len(self._advice.prefer):
            self.wanted.emit(self._advice.prefer[place])

    def _reason(self, why: Why) -> str:
        if why == "child":
            return self.tr("Under 18 that day: of children this is recorded as")
        if why == "adult":
            return self.tr("Not under 18 that day: family A is for children. Of adults:")
        if why == "legal_form":
            return self.tr("If they named a form of detention, that one comes first:")
        if why == "last":
            return self.tr("Only where nothing else fits; what it was to force is a purpose. First look at:")
        if why == "threat":
            return self.tr("A threat and what came of it are two acts: record the other one by itself.")
        if why == "threatened":
            return self.tr("Only threatened, not done: a threat has a type of its own.")
        return self.tr("Only where no other type fits; say in words what happened.")
