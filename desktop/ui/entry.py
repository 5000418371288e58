"""Fields to type in that leave an input method alone: while it composes, nothing else acts on its keys."""

from __future__ import annotations

import math
import sys

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

# Keys an input method uses to choose, confirm and cancel; they belong to it while it composes.
CANDIDATE_KEYS = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Space,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)

TALLEST = 100_000  # pixels; nobody scrolls further, and a hostile text may have a million lines


def finish_composing() -> None:
    """Have the input method hand over what it holds, before what was typed is kept or a screen goes away."""
    method = QGuiApplication.inputMethod()
    if method is not None:
        method.commit()


def of_a_shortcut(event: QKeyEvent) -> bool:
    """Whether a key was pressed with Alt: it is meant for a button or a menu, never for the text.

    Not what AltGr types, which some systems tell as Ctrl and Alt, nor on macOS, where Option types letters of its own.
    """
    held = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
    return held == Qt.KeyboardModifier.AltModifier and event.text().isprintable() and sys.platform != "darwin"


def held_back(event: QEvent, composing: bool) -> bool:
    """Whether a shortcut or key press belongs to the input method and must reach nobody else."""
    if not composing or not isinstance(event, QKeyEvent):
        return False
    plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return plain and (event.key() in CANDIDATE_KEYS or bool(event.text().strip()))


class Claiming(QObject):
    """Claims the composing keys of a field before any shortcut sees them.

    A filter that is there only meanwhile: a field that looked at its events by itself would be asked some forty times
    before it is first painted.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field

    def follow(self, composing: bool) -> None:
        """Whether something is being composed now."""
        self._field.removeEventFilter(self)
        if composing:
            self._field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What belongs to the input method reaches no shortcut."""
        claimed = event.type() == QEvent.Type.ShortcutOverride and held_back(event, composing=True)
        if claimed:
            event.accept()
        return claimed or super().eventFilter(watched, event)


class LineField(QLineEdit):
    """One line of plain text. `submitted` on Enter, never while an input method composes."""

    may_name = False
    """Whether it may name somebody whom no record hides yet: what is typed goes off the screen with the names."""

    submitted = Signal()
    left_by_escape = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False
        self._claiming: Claiming | None = None
        self.setAccessibleName(name)
        self.textChanged.connect(self._stand)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether something is being composed."""
        self.composing = bool(event.preeditString())
        self._claim()
        self._stand()
        super().inputMethodEvent(event)

    @Slot()
    def _stand(self) -> None:
        """Letters stand on the same line in every script.

        Where another font's letters are higher than the field's own, Qt centres by the one and lifts by the other, and
        what is typed stands too high; counted from the top it does not. The field is as high as one line either way.
        """
        filled = self.composing or bool(self.text())
        upright = Qt.AlignmentFlag.AlignTop if filled else Qt.AlignmentFlag.AlignVCenter
        if not self.alignment() & upright:
            self.setAlignment(Qt.AlignmentFlag.AlignLeading | upright)

    def _claim(self) -> None:
        if self._claiming is None:
            self._claiming = Claiming(self)
        self._claiming.follow(self.composing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter submits and Escape leaves, unless an input method is at work."""
        if held_back(event, self.composing):
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left_by_escape.emit()
            event.ignore()
        elif of_a_shortcut(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class NamingField(LineField):
    """For words to look somebody up by, or for a name that is not kept yet."""

    may_name = True


class TextField(QPlainTextEdit):
    """Several lines of plain text; Tab goes on to the next field."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False
        self._claiming: Claiming | None = None
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether something is being composed."""
        self.composing = bool(event.preeditString())
        self._claim()
        super().inputMethodEvent(event)

    def _claim(self) -> None:
        if self._claiming is None:
            self._claiming = Claiming(self)
        self._claiming.follow(self.composing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that belong to an input method go no further."""
        if held_back(event, self.composing):
            event.accept()
        elif of_a_shortcut(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text and nothing else."""
        if source.hasText():
            self.insertPlainText(source.text().replace("\0", "\N{REPLACEMENT CHARACTER}"))

    def text_height(self) -> int:
        """How high the text stands, in pixels; lines of other scripts may be higher than the font's own."""
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid() and height < TALLEST:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return math.ceil(height)

    def place(self) -> tuple[int, int]:
        """(anchor, caret), in UTF-16 units as Qt counts."""
        cursor = self.textCursor()
        return cursor.anchor(), cursor.position()

    def put_back(self, text: str, anchor: int, caret: int) -> None:
        """The text and the caret as they were left."""
        self.setPlainText(text)
        self.put_caret(anchor, caret)

    def put_caret(self, anchor: int, caret: int) -> None:
        """Mark from `anchor` to `caret`, as `place` gives them."""
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(min(max(anchor, 0), last))
        cursor.setPosition(min(max(caret, 0), last), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


class PassphraseField(LineField):
    """Hidden letters; neither kept by an input method nor put on the clipboard."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.selectionChanged.connect(self._mark_nothing)

    def reveal(self, shown: bool) -> None:
        """Show what is typed, or hide it again."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._mark_nothing()

    def _mark_nothing(self) -> None:
        """Shown words that can be marked can be copied, by the mouse alone on some systems."""
        if self.echoMode() == QLineEdit.EchoMode.Normal and self.hasSelectedText():
            self.deselect()

    def take(self) -> str:
        """The passphrase; the field is emptied, its undo stack with it."""
        typed = self.text()
        self.clear()
        self.setText("")
        return typed


def every_field(root: QObject) -> list[QObject]:
    """All fields under a widget in which an input method may be composing."""
    return [*root.findChildren(LineField), *root.findChildren(TextField)]
