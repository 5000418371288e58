"""How long the vault stays open while nothing is touched: as set, and longer while somebody is being listened to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.idle import Idle
from desktop.ui.layout import quiet_button, row
from desktop.ui.moments import clock_time
from desktop.ui.speaking import Speaking
from desktop.ui.tick_box import TickBox

if TYPE_CHECKING:
    from desktop.ui.tools import Tools

IDLE_MINUTES, INTERVIEW_MINUTES = 5, 30
IDLE, INTERVIEW = "idle_minutes", "interview_minutes"
LOOK_EVERY = 5000  # milliseconds; the minute shown is never old for long
LEAST = 1


class Interview(QObject):
    """On from when somebody says so until they say otherwise, or the vault is locked: `changed`.

    Who listens touches no key. A lock in the middle of an account would cost the trust it is given with, and leave the
    table with a screen to type at; nobody has to choose between that and hours of an open vault.
    """

    changed = Signal()

    def __init__(self, idle: Idle) -> None:
        super().__init__()
        self._idle = idle
        self._minutes = {IDLE: IDLE_MINUTES, INTERVIEW: INTERVIEW_MINUTES}
        self._open = False
        self._on = False

    @property
    def on(self) -> bool:
        """Whether one is in progress."""
        return self._on

    @property
    def until(self) -> int:
        """When the vault is locked unless something is touched, UTC seconds."""
        return self._idle.until

    def watch(self, settings: Mapping[str, Any]) -> None:
        """A vault is open, or a setting changed."""
        self._minutes |= {name: max(LEAST, int(settings[name])) for name in self._minutes if name in settings}
        self._open = True
        self._count()

    def switch(self, on: bool) -> None:
        """It begins, or is over."""
        if self._open and on != self._on:
            self._on = on
            self._count()
            self.changed.emit()

    def lock(self) -> None:
        """No vault is open any more; the next one is opened without."""
        self._open = self._on = False
        self._idle.watch(0)

    def _count(self) -> None:
        minutes = max(self._minutes.values()) if self._on else self._minutes[IDLE]
        self._idle.watch(minutes * 60)


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
