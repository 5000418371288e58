"""What others say of somebody, or of a name, that does not count before somebody here says so too, with the way to."""

from __future__ import annotations

from desktop.casework import said_elsewhere
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.others_say import OthersSay
from desktop.ui.tools import Tools


class SayFirst(OthersSay[tuple[str, ...]]):
    """The fields by which others open a name."""

    def __init__(self, tools: Tools, record: str | None) -> None:
        super().__init__(tools, record or "", ())

    def look_up(self, ws: Workspace, record: str) -> tuple[str, ...]:
        """Which fields."""
        return said_elsewhere.said_elsewhere(ws, record)

    def repeat(self, ws: Workspace, record: str, waits: tuple[str, ...]) -> Changes:
        """All that others say by them."""
        return said_elsewhere.say_so_too(ws, record)

    def retranslate(self) -> None:
        """Every word of it."""
        super().retranslate()
        self._agree.setText(self.tr("I know it is true: sa&y so too"))

    def words(self) -> str:
        """What they say, and what it would open."""
        if "type" in self._waits:
            return self.tr(
                "Others say that this name is a pseudonym for the case. Until somebody here says so too, it counts as "
                "a real name and does not go to anybody outside our team."
            )
        if len(self._waits) > 1:
            return self.tr(
                "Others say that this person acts for the State and is publicly known. Until somebody here says so "
                "too, their name does not go to anybody outside our team, and what is about them goes there only with "
                "their consent."
            )
        if "official" in self._waits:
            return self.tr(
                "Others say that this person acts for the State. Until somebody here says so too, their name does not "
                "go to anybody outside our team, and what is about them goes there only with their consent."
            )
        return self.tr(
            "Others say that this person is publicly known. Until somebody here says so too, their name does not "
            "go to anybody outside our team."
        )
