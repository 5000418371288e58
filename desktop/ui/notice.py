"""What the window tells calmly: what happened, what is safe, what to do next. Nobody has to press anything first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.errors import Damaged, JiashuError, Refused
from desktop.ui.icons import Icons
from desktop.ui.language import Language
from desktop.ui.plain import PlainLabel, unmnemonic
from desktop.ui.speaking import Speaking

Kind = Literal["info", "done", "warning", "failure"]
LOOKS: dict[str, tuple[str, str]] = {
    "info": ("info", "accent"),
    "done": ("check", "good"),
    "warning": ("warning", "warning"),
    "failure": ("warning", "danger"),
}

PARTS = ("what", "safe", "next")
JUST_NOW = 5000  # milliseconds; on a slow machine going elsewhere takes its time


@dataclass(frozen=True, repr=False)
class Note:
    """One thing to tell. action: a button's words and what it does. quotes: words somebody typed, a name perhaps."""

    kind: Kind
    what: str
    safe: str = ""
    next: str = ""
    action: tuple[str, Callable[[], None]] | None = None
    quotes: bool = False


def note_of(error: JiashuError, language: Language) -> Note:
    """The sentences for a failure, in the window's language."""
    message = language.messages.explain(error)
    kind: Kind = "warning" if isinstance(error, Refused) else "failure"
    if isinstance(error, Damaged):
        kind = "failure"
    return Note(kind, message.what, message.safe, message.next)


def joined(kind: Kind, notes: Sequence[Note], action: tuple[str, Callable[[], None]] | None = None) -> Note:
    """Several things told as one, each sentence once."""
    what, safe, then = (" ".join(dict.fromkeys(getattr(note, part) for note in notes)) for part in PARTS)
    return Note(kind, what, safe, then, action)


class NoticeBar(Speaking):
    """The place notes appear in: under the page or above a lone screen; one at a time, until dismissed or replaced."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._frame = QFrame()
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._what = PlainLabel(wrap=True)
        self._rest = PlainLabel(wrap=True)
        self._action = QPushButton()
        self._dismiss = QToolButton()
        self._act: Callable[[], None] | None = None
        self._note: Note | None = None
        self._told = QElapsedTimer()
        self._lay_out()
        self._action.clicked.connect(self._acted)
        self._dismiss.clicked.connect(self.clear)
        self.hide()
        self.retranslate()

    def tell(self, note: Note) -> None:
        """Show a note in place of whatever was there."""
        self._told.start()
        self._note = note
        icon, tint = LOOKS[note.kind]
        self._frame.setProperty("notice", note.kind)
        self._frame.style().unpolish(self._frame)
        self._frame.style().polish(self._frame)
        self._picture.setPixmap(self._icons.icon(icon, tint).pixmap(24, 24))
        self._dismiss.setIcon(self._icons.icon("close", "quiet"))
        self._what.setText(note.what)
        rest = " ".join(part for part in (note.safe, note.next) if part)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self._act = note.action[1] if note.action else None
        self._action.setVisible(note.action is not None)
        self._action.setText(unmnemonic(note.action[0]) if note.action else "")
        self.setAccessibleName(f"{note.what} {rest}".strip())
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # PySide makes their many names only now

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def untell(self, note: Note) -> None:
        """What it said is true no longer; anything told since stays."""
        if note is self._note:
            self.clear()

    def move_on(self) -> None:
        """Somebody went elsewhere: what was told about the page before goes, what was told just now stays."""
        if self._told.isValid() and self._told.elapsed() > JUST_NOW:
            self.clear()

    def quote_no_more(self) -> None:
        """Names are hidden or shown from now on: what was typed goes off the screen here too."""
        if self._note is not None and self._note.quotes:
            self.clear()

    def clear(self) -> None:
        """Nothing to tell any more."""
        self._act = self._note = None
        self.hide()
        for label in (self._what, self._rest):
            label.setText("")
        self.setAccessibleName("")

    @property
    def said(self) -> str:
        """What stands there now; empty when nothing does."""
        return self.accessibleName()

    def retranslate(self) -> None:
        """The dismiss button alone has words of its own."""
        self._dismiss.setAccessibleName(self.tr("Dismiss this message"))

    def _acted(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()

    def _lay_out(self) -> None:
        font = self._what.font()
        font.setBold(True)
        self._what.setFont(font)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._rest)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignTop)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._frame)
