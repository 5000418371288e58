"""An editor for a list whose items have several fields: one small group under the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from desktop.casework.items import new_item
from desktop.casework.workspace import JSON
from desktop.domain.declaration import FieldDecl
from desktop.ui.editors import Editor
from desktop.ui.layout import clear, column, held, quiet_button, row
from desktop.ui.plain import PlainLabel, unmnemonic
from desktop.ui.tools import Tools


class Row(Protocol):
    """What a group is made of (`ui.field_row.FieldRow`)."""

    decl: FieldDecl
    label: PlainLabel

    @property
    def edited(self) -> SignalInstance: ...
    def put(self, value: JSON) -> None: ...
    def value(self) -> JSON: ...
    def settle(self) -> None: ...
    def untaken(self) -> JSON: ...
    def know(self, called: Mapping[str, str]) -> None: ...
    def put_untaken(self, words: JSON) -> None: ...
    def be_among(self, at_hand: Callable[[], Collection[str]]) -> None: ...
    def mark(self, problems: Mapping[str, str]) -> None: ...
    def setFocus(self) -> None: ...


class ItemsEditor(Editor):
    """`rows` makes the row of one field; it is handed in, since a row may hold such a list again.

    adding: whether there is a button for one more.
    """

    def __init__(
        self, tools: Tools, decl: FieldDecl, rows: Callable[[FieldDecl], QWidget], *, adding: bool = True
    ) -> None:
        super().__init__()
        self._tools = tools
        self._decl = decl
        self._make_row = rows
        self._groups: dict[str, Group] = {}
        self._at_hand: Callable[[], Collection[str]] = tuple
        self._called: Mapping[str, str] = {}
        self._add = QPushButton()
        self._add.setAutoDefault(False)
        if not adding:
            self._add.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._add.clicked.connect(self._add_one)
        self.setLayout(column(self._column, held(row(self._add, None)), gap=8))
        self.retranslate()

    def put(self, value: JSON) -> None:
        """Items by their id; groups that are shown already stay, with the caret in them, and those still empty."""
        items = value if isinstance(value, dict) else {}
        for item, group in list(self._groups.items()):
            if item not in items and (group.value() or group.untaken()):
                self._drop(group)
        if [item for item in self._groups if item in items] != list(items):
            clear(self._column)
            self._groups = {}
        for item, fields in items.items():
            inside = fields if isinstance(fields, dict) else {}
            if item in self._groups:
                self._groups[item].put(inside)
            else:
                self._show(item, inside)

    def know(self, called: Mapping[str, str]) -> None:
        """In every group, those that come later too."""
        self._called = called
        for group in self._groups.values():
            group.know(called)

    def value(self) -> JSON:
        """Items by their id, those in which something stands; None when there are none."""
        return {item: fields for item, group in self._groups.items() if (fields := group.value())} or None

    def settle(self) -> None:
        """In every group."""
        for group in self._groups.values():
            group.settle()

    def untaken(self) -> JSON:
        """By item, then by field."""
        return {item: words for item, group in self._groups.items() if (words := group.untaken())}

    def put_untaken(self, words: JSON) -> None:
        """A group that held nothing else is made again."""
        for item, inside in words.items() if isinstance(words, dict) else ():
            group = self._groups.get(item) or self._show(item, {})
            group.put_untaken(inside)

    def mark_within(self, problems: Mapping[str, str]) -> bool:
        """Each at its field."""
        for item, group in self._groups.items():
            group.mark(below(problems, item))
        return all(path.split("/")[0] in self._groups for path in problems)

    def be_among(self, at_hand: Callable[[], Collection[str]]) -> None:
        """In every group, those that are added later too."""
        self._at_hand = at_hand
        for group in self._groups.values():
            group.be_among(at_hand)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The caret goes to the button that adds."""
        self._add.setFocus(reason)

    def call(self, name: str) -> None:
        """The button that adds says to what."""
        self._add.setAccessibleName(self.tr("Add: {what}").format(what=name))

    def retranslate(self) -> None:
        """The button's words."""
        lang = self._tools.language.code
        self._add.setText(unmnemonic(self.tr("Add: {what}").format(what=self._decl.label(lang))))
        self._add.setIcon(self._tools.icons.icon("add"))

    def _add_one(self) -> None:
        group = self._show(new_item(), {})
        group.begin()

    def _show(self, item: str, fields: dict[str, JSON]) -> Group:
        group = self._make_group(fields)
        group.be_among(self._at_hand)
        group.on_edited(self.edited.emit)
        group.on_removed(lambda: self._remove(group))
        self._groups[item] = group
        self._column.addWidget(group)
        return group

    def _make_group(self, fields: dict[str, JSON]) -> Group:
        assert self._decl.items is not None
        rows = [self._make_row(inner) for inner in self._decl.items.values()]
        return Group(self._tools, rows, fields, self._called)

    def _remove(self, group: Group) -> None:
        self._drop(group)
        self._add.setFocus()
        self.edited.emit()

    def _drop(self, group: Group) -> None:
        self._groups = {item: one for item, one in self._groups.items() if one is not group}
        self._column.removeWidget(group)
        group.hide()
        group.deleteLater()


class Group(QFrame):
    """One item: its fields under each other, and a button that takes it away. What it does not know it keeps."""

    def __init__(
        self, tools: Tools, rows: list[QWidget], fields: dict[str, JSON], called: Mapping[str, str] | None = None
    ) -> None:
        """called: what records are called that stand in it."""
        super().__init__()
        self.setProperty("sheet", True)
        self._fields = fields
        self._rows: list[Row] = rows  # type: ignore[assignment]
        self._remove = quiet_button()
        self._remove.setIcon(tools.icons.icon("delete", "quiet"))
        self._remove.setAccessibleName(self.tr("Remove this entry"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for number, (one, widget) in enumerate(zip(self._rows, rows, strict=True)):
            one.label.setMinimumWidth(96)
            grid.addWidget(one.label, number, 0)
            grid.addWidget(widget, number, 1)
        self.under = column(grid, gap=8)  # what a list has to tell of an item stands there
        whole = row(gap=8, margin=12)
        whole.addLayout(self.under, 1)
        whole.addLayout(column(self._remove, None))
        self.setLayout(whole)
        self.know(called or {})
        self.put(fields)

    def put(self, fields: dict[str, JSON]) -> None:
        """Show these; what stands there already is not touched."""
        self._fields = fields
        for one in self._rows:
            if one.untaken() or one.value() != fields.get(one.decl.name):
                one.put(fields.get(one.decl.name))

    def begin(self) -> None:
        """The caret goes into the first field."""
        self._rows[0].setFocus()

    def value(self) -> dict[str, JSON]:
        """The item's fields as they stand."""
        kept = dict(self._fields)
        for one in self._rows:
            value = one.value()
            if value is None:
                kept.pop(one.decl.name, None)
            else:
                kept[one.decl.name] = value
        return kept

    def settle(self) -> None:
        """In every field."""
        for one in self._rows:
            one.settle()

    def mark(self, problems: Mapping[str, str]) -> None:
        """Say at each field what is wrong with it."""
        for one in self._rows:
            one.mark(below(problems, one.decl.name))

    def be_among(self, at_hand: Callable[[], Collection[str]]) -> None:
        """In every field."""
        for one in self._rows:
            one.be_among(at_hand)

    def know(self, called: Mapping[str, str]) -> None:
        """In every field."""
        for one in self._rows:
            one.know(called)

    def untaken(self) -> dict[str, JSON]:
        """By field, words that are not in a list."""
        return {one.decl.name: words for one in self._rows if (words := one.untaken())}

    def put_untaken(self, words: JSON) -> None:
        """Show them again."""
        for one in self._rows:
            if isinstance(words, dict) and one.decl.name in words:
                one.put_untaken(words[one.decl.name])

    def on_edited(self, act: Callable[[], None]) -> None:
        """Tell when any field was changed."""
        for one in self._rows:
            one.edited.connect(act)

    def on_removed(self, act: Callable[[], None]) -> None:
        """Tell when the item is to go."""
        self._remove.clicked.connect(act)


def below(problems: Mapping[str, str], name: str) -> dict[str, str]:
    """Of problems by path those at a name or below it, by the path that is left."""
    within = {path: code for path, code in problems.items() if path == name or path.startswith(f"{name}/")}
    return {path[len(name) + 1 :]: code for path, code in within.items()}
