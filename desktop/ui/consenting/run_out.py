"""Above a consent that has run out: since when, and the way to asking again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework.consents_due import RunOut
from desktop.ui.layout import row
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class RunOutLine(Speaking):
    """There only where it has; `wanted` when they are to be asked again."""

    wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._run_out: RunOut | None = None
        self._told = Told(tools, "warning")
        self._again = QPushButton()
        self._again.setAutoDefault(False)
        self._again.clicked.connect(self.wanted)
        line = row(self._told, self._again, gap=12)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.retranslate()

    @property
    def asks(self) -> bool:
        """Whether the way to asking again is here."""
        return self._run_out is not None and not self._run_out.renewed

    def say(self, run_out: RunOut | None) -> None:
        """How it stands with it; None: it has not run out."""
        self._run_out = run_out
        self.retranslate()

    def retranslate(self) -> None:
        """The sentence and the button."""
        self._told.say(self._words())
        self._again.setText(self.tr("Ask a&gain…"))
        self._again.setVisible(self.asks)
        self.setVisible(self._run_out is not None)

    def _words(self) -> str:
        found = self._run_out
        if found is None:
            return ""
        if found.until:
            ended = self.tr("This consent has run out: it held until {day}.").format(day=found.until)
        elif found.said:
            ended = self.tr(
                "This consent counts as run out: until when it holds cannot be told from “{words}”."
            ).format(words=found.said)
        else:
            ended = self.tr("This consent counts as run out: until when it holds is not known.")
        then = (
            self.tr("Other answers of theirs stand in its place.")
            if found.renewed
            else self.tr("Nothing more goes out on it until they agree again.")
        )
        return self.tr("{sentence} {next}").format(sentence=ended, next=then)
