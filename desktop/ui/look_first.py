"""What others say of a file that does not count before somebody here has looked at it, with the way to say so too."""

from __future__ import annotations

from desktop.casework import looked
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.others_say import OthersSay
from desktop.ui.tools import Tools


class LookFirst(OthersSay[str]):
    """The file that waits for a look."""

    def __init__(self, tools: Tools, record: str) -> None:
        super().__init__(tools, record, "")

    def look_up(self, ws: Workspace, record: str) -> str:
        """The name of the file."""
        return looked.waits_for_look(ws, record)

    def repeat(self, ws: Workspace, record: str, waits: str) -> Changes:
        """Of the file that was shown as waiting, and no other."""
        return looked.as_they_say(ws, record, waits)

    def retranslate(self) -> None:
        """Every word of it."""
        super().retranslate()
        self._agree.setText(self.tr("I have looked: it is as &they say"))

    def words(self) -> str:
        """Why it has to be looked at."""
        return self.tr(
            "Others noted what can be seen or heard in this file. Somebody here has to look at it first: until "
            "then it counts as if a face or a voice may be in it, and stays here where that needs somebody's yes."
        )
