"""What a record still lacks before it is accepted, and what looks odd in it; nothing of it stops anybody."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.casework.records import Shown
from desktop.domain.registry import KINDS
from desktop.ui.flow import Flow
from desktop.ui.layout import clear, column, held, quiet_button
from desktop.ui.plain import PlainLabel, unmnemonic
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

BESIDE = 6  # pixels, what a button has above and below its words


class Lacks(Speaking):
    """Two quiet lines under a form; hidden when there is nothing to say. `wanted` with a field somebody goes to."""

    wanted = Signal(str)

    def __init__(self, tools: Tools, kind: str) -> None:
        super().__init__()
        self._tools = tools
        self._kind = kind
        self._shown: Shown | None = None
        self._lacking, self._odd = Flow(gap=4), Flow(gap=4)
        self._lines = held(self._lacking), held(self._odd)
        self.setLayout(column(*self._lines, gap=4))
        self.hide()

    def show_record(self, shown: Shown) -> None:
        """Take on a record."""
        self._shown = shown
        self.retranslate()

    def retranslate(self) -> None:
        """The fields' labels in the language spoken now."""
        if self._shown is None:
            return
        lacking = PlainLabel(self.tr("Wanted before it is accepted:")).be(quiet=True)
        odd = PlainLabel(self.tr("Looks odd:")).be(warning=True)
        self._fill(self._lacking, lacking, (path for path, _code in self._shown.lacks))
        self._fill(self._odd, odd, (path for path, _code in self._shown.problems))
        for line, flow in zip(self._lines, (self._lacking, self._odd), strict=True):
            line.setVisible(flow.count() > 0)
        self.setVisible(bool(self._lacking.count() or self._odd.count()))

    def _fill(self, flow: Flow, head: QWidget, paths: Iterable[str]) -> None:
        """Each field as a button that leads to it."""
        clear(flow)
        decl, lang = KINDS.get(self._kind), self._tools.language.code
        fields = decl.fields if decl else {}
        names = dict.fromkeys(path.split("/")[0] for path in paths)
        if names:
            head.setContentsMargins(0, BESIDE, 0, BESIDE)
            flow.addWidget(head)
        for name in names:
            label = fields[name].label(lang) if name in fields else name
            button = quiet_button()
            button.setText(unmnemonic(label))
            button.setAccessibleName(self.tr("Go to: {field}").format(field=label))
            button.clicked.connect(lambda _on=False, name=name: self.wanted.emit(name))
            flow.addWidget(button)
