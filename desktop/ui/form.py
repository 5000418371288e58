"""A form drawn from a kind's declaration: sections that fold, fields in the declaration's order."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QToolButton, QVBoxLayout, QWidget

from desktop.casework.workspace import JSON
from desktop.domain.declaration import Declaration, FieldDecl
from desktop.domain.meta import SECTIONS
from desktop.ui.field_row import FieldRow, MakeEditor
from desktop.ui.plain import unmnemonic
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

LABEL_WIDTH = 168  # pixels at the usual text size
OPEN_FROM_THE_START = frozenset({"main", "people", "when", "account"})


@dataclass(frozen=True, repr=False)
class Shape:
    """How the form of one kind differs. without: fields shown elsewhere on the page; their values are kept as they are.

    editors: of fields that have one of their own. unfolded: sections that are unfolded though nothing stands in them.
    """

    without: Collection[str] = ()
    editors: Mapping[str, MakeEditor] = field(default_factory=dict)
    unfolded: Collection[str] = OPEN_FROM_THE_START


USUAL = Shape()


class Form(Speaking):
    """Holds what a record would become. `edited` when a person changed something; filling it announces nothing."""

    edited = Signal()

    def __init__(self, tools: Tools, decl: Declaration, shape: Shape = USUAL) -> None:
        super().__init__()
        self._sections: list[Section] = []
        self.rows: dict[str, FieldRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for name in SECTIONS:
            fields = [one for one in decl.fields.values() if one.section == name and one.name not in shape.without]
            if fields:
                self._add_section(Section(tools, name, fields, shape))

    def fill(self, nested: Mapping[str, JSON]) -> None:
        """Show a record. Sections in which something stands are unfolded."""
        for name, one in self.rows.items():
            one.put(nested.get(name))
        for section in self._sections:
            section.unfold(section.wanted)

    def stand(self) -> dict[str, JSON]:
        """Every field as it stands."""
        return {name: one.value() for name, one in self.rows.items()}

    def overlay(self, values: Mapping[str, JSON]) -> None:
        """Show a draft's changes over the record filled in."""
        for name, one in self.rows.items():
            if name in values:
                one.put(values[name])
        for section in self._sections:
            section.unfold(section.wanted)

    def settle(self) -> None:
        """As if the caret left."""
        for one in self.rows.values():
            one.settle()

    def untaken(self) -> dict[str, JSON]:
        """By field, words typed that are not in its list; they are in no value."""
        return {name: words for name, one in self.rows.items() if (words := one.untaken())}

    def put_untaken(self, words: Mapping[str, JSON]) -> None:
        """Show such words again."""
        for name, one in self.rows.items():
            if name in words:
                one.put_untaken(words[name])
        for section in self._sections:
            section.unfold(section.wanted)

    def at_hand(self) -> tuple[str, ...]:
        """The records chosen in its fields: they say which case this is about."""
        found: list[JSON] = []
        for one in self.rows.values():
            value = one.value()
            if one.decl.type == "ref":
                found.append(value)
            elif one.decl.type == "refs" and isinstance(value, dict):
                found += [item.get(one.decl.item_key) for item in value.values() if isinstance(item, dict)]
        return tuple(record for record in found if isinstance(record, str))

    def focused_field(self) -> str:
        """The field the caret is in, "" if it is elsewhere."""
        widget = QApplication.focusWidget()
        return next((name for name, one in self.rows.items() if widget is not None and one.isAncestorOf(widget)), "")

    def focus(self, name: str = "") -> None:
        """The caret goes into a field, the first one if there is none of that name."""
        one = self.rows.get(name) or next(iter(self.rows.values()), None)
        if one is not None:
            section = next(section for section in self._sections if one in section.rows)
            section.unfold(True)
            one.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first_empty(self) -> None:
        """The caret goes where there is something to fill in."""
        self.focus(next((name for name, one in self.rows.items() if one.empty), ""))

    def _add_section(self, section: Section) -> None:
        for one in section.rows:
            self.rows[one.decl.name] = one
            one.edited.connect(self.edited)
            one.be_among(self.at_hand)
        self._sections.append(section)
        self._column.addWidget(section)


class Section(Speaking):
    """A group of fields under a line that folds it."""

    def __init__(self, tools: Tools, name: str, fields: list[FieldDecl], shape: Shape) -> None:
        super().__init__()
        self._tools = tools
        self._name = name
        self._always = name in shape.unfolded
        self.rows = [FieldRow(tools, one, shape.editors.get(one.name)) for one in fields]
        self._head = QToolButton()
        self._head.setProperty("fold", True)
        self._head.setCheckable(True)
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._body = QWidget()
        self._lay_out()
        self._head.toggled.connect(self._fold)
        self.retranslate()
        self.unfold(self._always)

    @property
    def wanted(self) -> bool:
        """Whether it is unfolded when a record is shown."""
        return self._always or any(not one.empty for one in self.rows)

    def unfold(self, on: bool) -> None:
        """Show or hide the fields."""
        self._head.setChecked(on)
        self._fold(on)

    def retranslate(self) -> None:
        """The section's name."""
        self._head.setText(unmnemonic(SECTIONS[self._name](self._tools.language.code)))
        self._head.setAccessibleName(self._head.text())

    def _fold(self, on: bool) -> None:
        self._body.setVisible(on)
        self._head.setIcon(self._tools.icons.icon("unfold" if on else "open", "quiet"))

    def _lay_out(self) -> None:
        grid = QGridLayout(self._body)
        grid.setContentsMargins(8, 0, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for number, one in enumerate(self.rows):
            one.label.setContentsMargins(0, 6, 0, 0)
            one.label.setMaximumWidth(LABEL_WIDTH)
            grid.addWidget(one.label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(one, number, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._body)
