"""A form drawn from a kind's declaration: sections that open and close, fields in the order the work asks them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.casework.workspace import JSON
from desktop.domain.declaration import Declaration, FieldDecl
from desktop.domain.meta import SECTIONS
from desktop.domain.sub_formats import SUB_FORMATS, called_for
from desktop.ui.field_row import FieldRow, MakeEditor
from desktop.ui.form_section import Section
from desktop.ui.layout import lay_out_all
from desktop.ui.listening import listening
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

OPEN_FROM_THE_START = frozenset({"main", "people", "when", "account"})
BY_ITSELF = ("counting_unit",)  # the program fills it in: no reason to open a section
AFTER, AT_A_TIME = 25, 6  # milliseconds, in which what is in sight is painted; rows
TYPE = "type"  # the field that says which sub-formats are called for


@dataclass(frozen=True, repr=False)
class Shape:
    """How the form of one kind differs. without: fields shown elsewhere on the page; their values are kept as they are.

    editors: of fields that have one of their own. unfolded: sections that are open though nothing stands in them.
    sections, fields: those that come first, in this order; the others follow as they are declared.
    only: the fields of a small form, which has no sections.
    """

    without: Collection[str] = ()
    editors: Mapping[str, MakeEditor] = field(default_factory=dict)
    unfolded: Collection[str] = OPEN_FROM_THE_START
    sections: Sequence[str] = ()
    fields: Sequence[str] = ()
    only: Sequence[str] = ()


USUAL = Shape()


class Form(Speaking):
    """Holds what a record would become. `edited` when a person changed something; filling it announces nothing.
    `made` with rows that were just built.

    What is in sight is built at once (`build_within`), the rest of what is open while nobody waits, closed sections
    when they are opened.
    """

    edited = Signal()
    made = Signal(object)

    def __init__(self, tools: Tools, decl: Declaration, shape: Shape = USUAL) -> None:
        super().__init__()
        self._tools = tools
        self._kind = decl.kind
        self._shape = shape
        self._sections: list[Section] = []
        self.rows = Rows(self._sections)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._later = QTimer(self)
        self._later.setInterval(AFTER)
        self._later.timeout.connect(self._build_next)
        if shape.only:
            fields = [decl.fields[name] for name in shape.only]
            self._add_section(Section(tools, decl.kind, "main", fields, shape.editors, self._came, headed=False))
            self._sections[0].build()
        by_section = {} if shape.only else _in_order(decl, shape)
        for name in dict.fromkeys([*shape.sections, *SECTIONS]):
            if asked := by_section.get(name):
                self._add_section(Section(tools, decl.kind, name, asked, shape.editors, self._came))
        self._look(fold=True)

    def know(self, called: Mapping[str, str]) -> None:
        """What the records are called that are filled in next."""
        for section in self._sections:
            section.know(called)

    def fill(self, nested: Mapping[str, JSON]) -> None:
        """Show a record. Sections in which something stands are open."""
        for section in self._sections:
            section.put({one.name: nested.get(one.name) for one in section.fields})
        self._look(fold=True)

    def stand(self) -> dict[str, JSON]:
        """Every field as it stands."""
        return {name: value for section in self._sections for name, value in section.standing()}

    def overlay(self, values: Mapping[str, JSON]) -> None:
        """Show a draft's changes over the record filled in."""
        for section in self._sections:
            section.put(values)
        self._look(fold=True)

    def settle(self) -> None:
        """As if the caret left."""
        for section in self._sections:
            section.settle()

    def untaken(self) -> dict[str, JSON]:
        """By field, words typed that are not in its list; they are in no value."""
        return {name: words for section in self._sections for name, words in section.untaken()}

    def put_untaken(self, words: Mapping[str, JSON]) -> None:
        """Show such words again, where they stood."""
        for name in words:
            if name in self.rows:
                self.reveal(name).put_untaken(words[name])

    def at_hand(self) -> tuple[str, ...]:
        """The records chosen in its fields: they say which case this is about."""
        found: list[JSON] = []
        for section in self._sections:
            for decl in section.fields:
                value = section.value(decl.name) if decl.type in {"ref", "refs"} else None
                if decl.type == "ref":
                    found.append(value)
                elif isinstance(value, dict):
                    found += [item.get(decl.item_key) for item in value.values() if isinstance(item, dict)]
        return tuple(record for record in found if isinstance(record, str))

    def focused_field(self) -> str:
        """The field the caret is in, "" if it is elsewhere."""
        widget = QApplication.focusWidget()
        made = ((name, one) for section in self._sections if section.built for name, one in section.rows.items())
        return next((name for name, one in made if widget is not None and one.isAncestorOf(widget)), "")

    def focus(self, name: str = "") -> None:
        """The caret goes into a field, whose section opens; into the first one if there is none of that name."""
        name = name if name in self.rows else next(iter(self.rows), "")
        if name:
            self.reveal(name).take_caret()

    def reveal(self, name: str) -> FieldRow:
        """The row of a field, whose section opens; KeyError where there is none."""
        section = self.rows.section(name)
        there = section.unfolded and section.row(name) is not None
        self._unfold(section)
        if not there:
            lay_out_all()  # whoever wants it goes on from where it stands
        return self.rows[name]

    def focus_first_empty(self) -> None:
        """The caret goes where there is something to fill in."""
        self.focus(next((name for name, value in self.stand().items() if value is None and not self._words(name)), ""))

    def build_within(self, room: int) -> None:
        """Have what is in sight in so many pixels there in one go, so that it is laid out once."""
        with listening().still():
            for section in self._sections:
                if not section.isHidden() and room > 0:
                    room = section.build_within(room)
        self._later.start()

    def down_to(self, name: str) -> FieldRow:
        """The row of a field; of its section only what stands above it is built for that."""
        return self.rows.section(name).down_to(name)

    def built(self) -> Iterator[FieldRow]:
        """The rows that are there."""
        return (row for section in self._sections if section.built for row in section.rows.values())

    def put_after(self, section: str, widget: QWidget) -> None:
        """Something of the page's own that one comes to after a section; at the end where there is none such."""
        names = [one.name for one in self._sections]
        place = self._column.indexOf(self._sections[names.index(section)]) if section in names else -1
        self._column.insertWidget(place + 1 if place >= 0 else -1, widget)

    # ------------------------------------------------------------------------------------------------ sections

    def show_all_but(self, without: Collection[str]) -> None:
        """All fields but these, which are off the screen for now; a section with no other goes with them."""
        for section in self._sections:
            section.hide_rows(without)
        self._look()

    def _add_section(self, section: Section) -> None:
        self._sections.append(section)
        self._column.addWidget(section)

    def _came(self, section: Section) -> None:
        """A section is on the screen for the first time."""
        section.edited.connect(self._edited)
        section.made.connect(lambda _rows: section.be_among(self.at_hand))
        section.made.connect(self.made)
        section.turned.connect(lambda on: self._tools.folds.update({(self._kind, section.name): on}))

    def _edited(self, row: FieldRow) -> None:
        if row.decl.name == TYPE:
            self._look()
        self.edited.emit()

    def _look(self, *, fold: bool = False) -> None:
        """Show what is called for. fold: open and close all of them anew, as the record and earlier choices say."""
        called = called_for(self._kind, self.stand())
        caret = QApplication.focusWidget()
        for section in self._sections:
            come = section.isHidden()
            wanted = section.name not in SUB_FORMATS or section.name in called or section.filled > 0
            section.setVisible(wanted and section.shows_any)
            if (fold or come) and not section.isHidden():
                held = section.unfolded and caret is not None and section.isAncestorOf(caret)
                section.unfold(held or self._is_wanted(section), later=True)
        self._later.start()

    def _is_wanted(self, section: Section) -> bool:
        """Whether it is open: as it was left last in a record of this kind, else where there is something to do."""
        chosen = self._tools.folds.get((self._kind, section.name))
        if chosen is not None and not self._shape.only:
            return chosen
        first = section is self._sections[0] or section.name in self._shape.unfolded or section.name in SUB_FORMATS
        return first or section.says_more_than(BY_ITSELF)

    def _unfold(self, section: Section) -> None:
        section.show()
        section.unfold()

    @property
    def building(self) -> bool:
        """Whether a section that is open is still to be built."""
        return any(self._to_build())

    def _to_build(self) -> list[Section]:
        shown = (one for one in self._sections if not one.isHidden())
        return [one for one in shown if not one.there or (one.unfolded and not one.built)]

    def _build_next(self) -> None:
        """The lines of all sections, then a few rows at a time: the window is never held up by a long form."""
        waiting = self._to_build()
        if not waiting or not self.isVisible():
            self._later.stop()
            return
        lines = [one for one in waiting if not one.there]
        with listening().still():
            for section in lines:
                section.make()
            if not lines:
                waiting[0].build(AT_A_TIME)

    def showEvent(self, event: QShowEvent) -> None:
        """What is open is built now that somebody sees it."""
        super().showEvent(event)
        self._later.start()

    def _words(self, name: str) -> JSON:
        row = self.rows.section(name).row(name)
        return row.untaken() if row is not None else None


class Rows(Mapping[str, FieldRow]):
    """The rows of a form by field; whoever asks for one has it built."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections

    def section(self, name: str) -> Section:
        """The section a field stands in."""
        found = (section for section in self._sections for one in section.fields if one.name == name)
        section = next(found, None)
        if section is None:
            raise KeyError(name)
        return section

    def __getitem__(self, name: str) -> FieldRow:
        return self.section(name).rows[name]

    def __contains__(self, name: object) -> bool:
        return any(one == name for one in self)

    def __iter__(self) -> Iterator[str]:
        return (one.name for section in self._sections for one in section.fields)

    def __len__(self) -> int:
        return sum(len(section.fields) for section in self._sections)


def _in_order(decl: Declaration, shape: Shape) -> dict[str, list[FieldDecl]]:
    """The fields of each section as they are asked; those the shape puts first come first."""
    first = {name: number for number, name in enumerate(shape.fields)}
    without = set(shape.without)
    found: dict[str, list[FieldDecl]] = {}
    for one in sorted(decl.fields.values(), key=lambda one: first.get(one.name, len(first))):
        if one.name not in without:
            found.setdefault(one.section, []).append(one)
    return found
