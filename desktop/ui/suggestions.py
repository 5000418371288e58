"""The list that drops down under a field; the caret and the input method stay in the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui.plain import isolated, one_line, tooltip

MOST_ROWS = 9
MOST_IN_GROUPS = 16
NARROWEST, WIDEST = 280, 640  # pixels, where the field itself is not wider
BELOW = 2  # pixels between the field and its list
SETTLED = 100  # milliseconds
OPTION = Qt.ItemDataRole.UserRole
INSIDE = "    "


@dataclass(frozen=True, slots=True, repr=False)
class Option:
    """Something to choose. key: a code or a record id; "" is the offer to make something new of what was typed.

    hint: stands quietly behind the label and stays with what was chosen (a code, the group a term belongs to).
    more: stands behind it in the list alone, to tell apart what is called alike. offer: of something new the sentence
    that says so, with ``{words}`` in it, which are the label. above: the group it stands under in the list, whose name
    is shown once and cannot be chosen. makes: the kind of record it makes at once. eager: Enter takes it where it
    stands first; else Enter takes it only as the one thing called exactly so. exact: it is called exactly as was typed.
    near: it begins so.
    """

    key: str
    label: str
    hint: str = ""
    more: str = ""
    offer: str = ""
    above: str = ""
    makes: str = ""
    eager: bool = False
    exact: bool = False
    near: bool = False

    @property
    def line(self) -> str:
        """How it reads in the list; what people wrote cannot turn the words around it."""
        return self._worded(isolated)

    @property
    def plain(self) -> str:
        """The same with nothing invisible in it, for whatever shows invisible signs."""
        return self._worded(one_line)

    def _worded(self, put: Callable[[str], str]) -> str:
        if self.offer:
            return self.offer.format(words=put(self.label))
        behind = " · ".join(filter(None, (self.hint, self.more)))
        return f"{put(self.label)}   ({put(behind)})" if behind else put(self.label)


class Suggestions(QFrame):
    """A window of its own that never takes the focus and stays with its field. `taken` when an option is clicked.

    What makes something new stands beneath the others and does not scroll away with them.
    """

    taken = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._followed: list[QObject] = []
        self._in_sight = self._may_return = False
        self._at = -1
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("popup", True)
        self._rows, self._new = _Rows(), _Rows()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        for rows in (self._rows, self._new):
            whole.addWidget(rows)
            rows.itemClicked.connect(self._clicked)
        self._new.setProperty("beneath", True)
        self.hide()

    def offer(self, options: Sequence[Option], new: Sequence[Option] = ()) -> None:
        """Show these under the field, none of them marked; nothing to show hides the list."""
        self._rows.fill(options)
        self._new.fill(new)
        self._mark(-1)
        if not (options or new) or not self._field.hasFocus():
            self.hide()
            return
        self._show()

    def _show(self) -> None:
        self._place()
        self._follow()
        self._in_sight = self._sees_field()
        self.show()

    def step(self, by: int) -> None:
        """Go up or down, from the end to the beginning."""
        count = self._rows.options + self._new.options
        self._mark((self._at + by) % count if self._at >= 0 else (0 if by > 0 else count - 1))

    def unmark(self) -> None:
        """Enter takes nothing, until something is marked again."""
        self._mark(-1)

    def current(self) -> Option | None:
        """What Enter would take."""
        rows = self._rows.options
        if self._at < 0:
            return None
        return self._rows.option(self._at) if self._at < rows else self._new.option(self._at - rows)

    def setVisible(self, visible: bool) -> None:
        """Nothing is followed by a list that is not shown."""
        self._may_return = False
        if not visible:
            for one in self._followed:
                one.removeEventFilter(self)
            self._followed = []
        super().setVisible(visible)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field, or what it lies in, moved: go with it, or close where it is scrolled out of sight."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize} and self.isVisible():
            before, self._in_sight = self._in_sight, self._sees_field()
            if self._in_sight or not before:  # a page that grows beneath a field closes nothing
                self._place()
            else:
                self.hide()
                self._may_return = True
                QTimer.singleShot(SETTLED, self, self._return)
        return super().eventFilter(watched, event)

    def _return(self) -> None:
        """Where a page that grew has brought its caret back into sight, and nobody closed the list meanwhile."""
        if self._may_return and self._field.hasFocus() and self._sees_field():
            self._show()

    def _sees_field(self) -> bool:
        return self._field.visibleRegion().contains(self._field.rect().center())

    def _clicked(self, item: QListWidgetItem) -> None:
        option = item.data(OPTION)
        if isinstance(option, Option):  # the name of a group is no option
            self.taken.emit(option)

    def _follow(self) -> None:
        if self._followed:
            return
        widget: QWidget | None = self._field
        while widget is not None:
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = None if widget.isWindow() else widget.parentWidget()

    def _mark(self, place: int) -> None:
        self._at = place
        rows = self._rows.options
        self._rows.mark(place if place < rows else -1)
        self._new.mark(place - rows if place >= rows else -1)

    def _place(self) -> None:
        """Under the field, above it where there is no room beneath."""
        height = 2
        for rows in (self._rows, self._new):
            rows.setFixedHeight(rows.wanted_height)
            rows.setVisible(rows.count() > 0)
            height += rows.wanted_height
        wanted = max(self._rows.sizeHintForColumn(0), self._new.sizeHintForColumn(0)) + 24
        width = max(self._field.width(), NARROWEST, min(wanted, WIDEST))
        above = self._field.mapToGlobal(QPoint(0, 0))
        place = QRect(above.x(), above.y() + self._field.height() + BELOW, width, height)
        room = self._field.screen().availableGeometry()
        if place.bottom() > room.bottom() and above.y() - BELOW - height >= room.top():
            place.moveBottom(above.y() - BELOW - 1)
        whole = self.layout()
        if whole is not None:
            whole.activate()  # else it stays as high as it was for a longer list
        place.moveLeft(max(min(place.left(), room.right() - width), room.left()))
        self.setGeometry(place)


class _Rows(QListWidget):
    """Options one under the other, those of one group under its name."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("offered", True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._places: list[int] = []  # the row of each option

    @property
    def options(self) -> int:
        """How many there are to choose from."""
        return len(self._places)

    @property
    def wanted_height(self) -> int:
        """Of as many rows as are shown without scrolling."""
        rows = min(self.count(), MOST_ROWS if self.count() == self.options else MOST_IN_GROUPS)
        return rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + 2 if rows else 0

    def option(self, place: int) -> Option | None:
        """One of them, by its place among those that can be chosen."""
        found = self.item(self._places[place]).data(OPTION) if place < self.options else None
        return found if isinstance(found, Option) else None

    def mark(self, place: int) -> None:
        """Enter takes this one; the name of its group stays in sight with the first."""
        row = self._places[place] if 0 <= place < self.options else -1
        self.setCurrentRow(row)
        if place == 0 and row > 0:
            self.scrollToTop()

    def fill(self, options: Sequence[Option]) -> None:
        """These and no others."""
        self.clear()
        self._places = []
        above = ""
        for option in options:
            if option.above and option.above != above:
                self._add_group(option.above)
            above = option.above
            self._places.append(self.count())
            item = QListWidgetItem(INSIDE + option.line if above else option.line)
            item.setData(OPTION, option)
            item.setToolTip(tooltip(option.plain))
            self.addItem(item)

    def _add_group(self, name: str) -> None:
        item = QListWidgetItem(isolated(name))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setBold(True)
        item.setFont(font)
        self.addItem(item)
