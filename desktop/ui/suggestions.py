"""The list that drops down under a field; the caret and the input method stay in the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.ui.plain import one_line, tooltip

MOST_ROWS = 10
OPTION = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, repr=False)
class Option:
    """Something to choose. key: a code or a record id; "" is the offer to make something new of what was typed.

    hint: stands quietly behind the label (a code, the group a term belongs to). group: a line that only gathers.
    """

    key: str
    label: str
    hint: str = ""
    group: bool = False

    @property
    def line(self) -> str:
        """How it reads in the list."""
        return f"{one_line(self.label)}   ({one_line(self.hint)})" if self.hint else one_line(self.label)


class Suggestions(QListWidget):
    """A window of its own that never takes the focus. `taken` when an option is clicked."""

    taken = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("popup", True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._clicked)
        self.hide()

    def offer(self, options: Sequence[Option]) -> None:
        """Show these under the field; nothing to show hides the list."""
        self.clear()
        for option in options:
            item = QListWidgetItem(option.line)
            item.setData(OPTION, option)
            item.setToolTip(tooltip(option.line))
            if option.group:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        if not options or not self._field.hasFocus():
            self.hide()
            return
        rows = min(len(options), MOST_ROWS)
        self.resize(max(self._field.width(), 280), rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + 4)
        self.move(self._field.mapToGlobal(QPoint(0, self._field.height() + 2)))
        self.show()

    def step(self, by: int) -> None:
        """Go up or down among what can be chosen."""
        number = self.currentRow()
        for _ in range(self.count()):
            number = (number + by) % self.count()
            if self.item(number).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentRow(number)
                return

    def current(self) -> Option | None:
        """What Enter would take."""
        item = self.currentItem()
        option = item.data(OPTION) if self.currentRow() >= 0 else None
        return option if isinstance(option, Option) else None

    def _clicked(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(OPTION))
