"""Over words typed into a field that may name somebody: while names are hidden they are not on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.plain import tooltip
from desktop.ui.tools import Tools

COVERED = "•••"  # in place of such words, where they stand outside of a field


class _Veil(QObject):
    """The words stay what the field holds, so that nothing that is typed is lost; they are seen and copied by nobody.

    Nobody goes on writing what cannot be seen: whatever is typed stands in place of all of it, and is seen. It stays
    at hand until names are shown, for undoing brings the words back.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._words = field.text()
        self._before = field.toolTip(), field.accessibleDescription()
        self._caret = field.cursorPosition()
        self.drawn = False
        self._draw()
        field.textChanged.connect(self._changed)

    def lift(self) -> None:
        """The words are seen again, the caret where it was: what is typed next stands beside them."""
        field = self._field
        field.textChanged.disconnect(self._changed)
        if self.drawn:
            self._open()
            told, described = self._before
            field.setToolTip(told)
            field.setAccessibleDescription(described)
            field.deselect()
            field.setCursorPosition(self._caret)
        self.setParent(None)
        self.deleteLater()

    def _draw(self) -> None:
        field = self._field
        self.drawn = True
        self._mode(QLineEdit.EchoMode.Password)
        told = self.tr("What was typed here is hidden with the names. F8 shows it again.")
        field.setToolTip(tooltip(told))
        field.setAccessibleDescription(told)
        field.installEventFilter(self)
        field.selectionChanged.connect(self._mark_all)
        field.cursorPositionChanged.connect(self._mark_all)
        self._mark_all()

    def _open(self) -> None:
        field = self._field
        self.drawn = False
        field.removeEventFilter(self)
        field.selectionChanged.disconnect(self._mark_all)
        field.cursorPositionChanged.disconnect(self._mark_all)
        self._mode(QLineEdit.EchoMode.Normal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """However the caret comes in, all is marked; what is dropped here would stand among what cannot be seen."""
        if event.type() == QEvent.Type.FocusIn:
            self._field.selectAll()
        return event.type() in {QEvent.Type.DragEnter, QEvent.Type.Drop}

    def _mode(self, mode: QLineEdit.EchoMode) -> None:
        """An input method goes on composing: what is typed next is seen."""
        hints = self._field.inputMethodHints()
        self._field.setEchoMode(mode)
        self._field.setInputMethodHints(hints)

    @Slot()
    def _mark_all(self) -> None:
        field = self._field
        if field.hasFocus() and len(field.selectedText()) < len(field.text()):
            field.selectAll()

    @Slot(str)
    def _changed(self, words: str) -> None:
        if self.drawn and words != self._words:
            self._field.setToolTip("")
            self._field.setAccessibleDescription("")
            self._open()
            if not self._field.isUndoAvailable() and not self._field.isRedoAvailable():
                self.lift()  # nobody typed it: nothing can be undone
        elif not self.drawn and words == self._words and self._field.isRedoAvailable():
            self._draw()  # undone, not typed: who types the same words sees them


def cover_until_known(tools: Tools, field: QLineEdit) -> None:
    """What stands in it is not seen before the vault has said that names are shown."""
    if field.text():
        cover(field)
        if_names_are_shown(tools, field, lambda: lift(field))


def if_names_are_shown(tools: Tools, owner: QWidget, act: Callable[[], None]) -> None:
    """Ask, and do something then, if the owner is still there. What F8 changed meanwhile counts."""
    looks = tools.worker.looks

    def answered(shown: bool) -> None:
        if looks != tools.worker.looks:
            if_names_are_shown(tools, owner, act)
        elif shown:
            act()

    tools.worker.submit(lambda ws: ws.names_shown, answered, owner=owner)


def cover(field: QLineEdit) -> None:
    """Take what stands in a field off the screen."""
    if field.text() and not covered(field):
        lift(field)  # one that is left of other words
        _Veil(field)


def lift(field: QLineEdit) -> None:
    """Bring it back, and what undoing would bring back."""
    for veil in _veils(field):
        veil.lift()


def covered(field: QLineEdit) -> bool:
    """Whether something stands in it that is not seen."""
    return any(veil.drawn for veil in _veils(field))


def _veils(field: QLineEdit) -> list[_Veil]:
    return [one for one in field.children() if isinstance(one, _Veil)]
