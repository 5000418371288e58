"""What a record still lacks before it is accepted, and what looks odd in it; nothing of it stops anybody."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal

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
        self._lines: tuple[Flow, Flow] | None = None  # made when there is something to say
        self.hide()

    def show_record(self, shown: Shown) -> None:
        """Take on a record. Of one that is hidden nothing is said, in no language."""
        self._shown = None if shown.hidden else shown
        if shown.hidden:
            self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """The fields' labels in the language spoken now."""
        if self._shown is None:
            return
        says = bool(self._shown.lacks or self._shown.problems)
        if says or self._lines is not None:
            lacking, odd = self._lines = self._lines or self._lay_out()
            self._fill(lacking, self.tr("Wanted before it is accepted:"), "quiet", self._shown.lacks)
            self._fill(odd, self.tr("Looks odd:"), "warning", self._shown.problems)
        self.setVisible(says)

    def _lay_out(self) -> tuple[Flow, Flow]:
        lacking, odd = Flow(gap=4), Flow(gap=4)
        self.setLayout(column(held(lacking), held(odd), gap=4))
        return lacking, odd

    def _fill(self, flow: Flow, said: str, look: str, found: Collection[tuple[str, str]]) -> None:
        """Each field as a button that leads to it. look: of the words before them. found: (path, code)."""
        clear(flow)
        holder = flow.parentWidget()
        if holder is not None:
            holder.setVisible(bool(found))
        decl, lang = KINDS.get(self._kind), self._tools.language.code
        fields = decl.fields if decl else {}
        names = dict.fromkeys(path.split("/")[0] for path, _code in found)
        if names:
            head = PlainLabel(said).be(**{look: True})
            head.setContentsMargins(0, BESIDE, 0, BESIDE)
            flow.addWidget(head)
        for name in names:
            label = fields[name].label(lang) if name in fields else name
            button = quiet_button()
            button.setText(unmnemonic(label))
            button.setAccessibleName(self.tr("Go to: {field}").format(field=label))
            button.clicked.connect(lambda _on=False, name=name: self.wanted.emit(name))
            flow.addWidget(button)
