"""Where an interview in progress is ticked, and where the foot says until when the vault stays open for it."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from desktop.ui.layout import quiet_button, row
from desktop.ui.moments import clock_time
from desktop.ui.speaking import Speaking
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools

LOOK_EVERY = 5000  # milliseconds; the minute shown is never old for long


class InterviewBox(TickBox):
    """Says on a page that one is in progress; it is the same one on every page."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._interview = tools.interview
        self._show()
        self._interview.changed.connect(self._show)
        self.clicked.connect(self._choose)
        self.retranslate()

    def retranslate(self) -> None:
        """What stands beside the box, and what it does."""
        self.setText(self.tr("&Interview in progress"))
        self.setToolTip(self.tr("While you listen and touch nothing, the vault stays open longer."))

    def _choose(self) -> None:
        self._interview.switch(self.isChecked())

    def _show(self) -> None:
        self.setChecked(self._interview.on)


class InterviewSign(Speaking):
    """At the foot while one is in progress: until when the vault stays open if nothing is touched. Pressing ends it."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._button = quiet_button()
        self._button.setProperty("quiet", True)
        self._button.clicked.connect(lambda: tools.interview.switch(False))
        inside = row(self._button)
        inside.setContentsMargins(0, 0, 0, 0)
        self.setLayout(inside)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.retranslate)
        tools.interview.changed.connect(self._show)
        self._show()

    def retranslate(self) -> None:
        """The minute, and what it means."""
        until = clock_time(self._tools.interview.until)
        self._button.setText(self.tr("Interview: open until {time}").format(time=until))
        self._button.setAccessibleName(self._button.text())
        self._button.setToolTip(self.tr("Press when the interview is over"))

    def _show(self) -> None:
        on = self._tools.interview.on
        self.setVisible(on)
        self.retranslate()
        if not on:
            self._timer.stop()
            return
        self._timer.start()
        until = clock_time(self._tools.interview.until)
        self._tools.whisper(self.tr("If nothing is touched, the vault locks at {time}.").format(time=until))
