"""What fills the window: one screen at a time, the one before destroyed, and the message bar."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import JiashuError
from desktop.ui.clearing import destroy
from desktop.ui.icons import Icons
from desktop.ui.job import Broke
from desktop.ui.language import Language
from desktop.ui.notice import Note, NoticeBar, joined, note_of

MOST_AT_ONCE = 6  # notices in one note; a folder may hold any number of strange files


class Screens(QWidget):
    """Empty until a screen is shown. notices: where everybody's notes appear."""

    def __init__(self, icons: Icons, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = NoticeBar(icons)
        self._language = language
        self._shown: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.notices)

    def show_screen(self, screen: QWidget) -> None:
        """Show this in place of the one before."""
        self.show_nothing()
        self._shown = screen
        self._layout.addWidget(screen, 1)

    def show_nothing(self) -> None:
        """Destroy what is shown, now; the message bar comes back here from wherever the screen had put it."""
        self._layout.insertWidget(0, self.notices)
        screen, self._shown = self._shown, None
        if screen is not None and shiboken6.isValid(screen):
            self._layout.removeWidget(screen)
            destroy(screen)

    def tell_failure(self, error: JiashuError) -> None:
        """What failed, in words for people."""
        if isinstance(error, Broke):
            self.tell_bug(str(error.details["place"]))
            return
        self.notices.tell(note_of(error, self._language))

    def tell_notices(self, several: Sequence[JiashuError]) -> None:
        """What was noticed while a vault was opened, all of it in one note."""
        notes = [note_of(one, self._language) for one in several[:MOST_AT_ONCE]]
        if notes:
            self.notices.tell(joined("warning", notes))

    def tell_bug(self, place: str) -> None:
        """Something in the program itself went wrong; `place` names lines of it and nothing else."""
        self.notices.tell(
            Note(
                "failure",
                self.tr("Something in the program went wrong."),
                self.tr("What was saved before is still there."),
                self.tr("If it happens again, tell whoever supports you: {place}").format(place=place),
            )
        )
