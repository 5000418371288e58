"""A group of fields under a line that opens and closes it; its rows are built when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import Signal

from desktop.casework.workspace import JSON
from desktop.domain.checking import check
from desktop.domain.declaration import FieldDecl
from desktop.domain.meta import SECTIONS
from desktop.ui.field_row import FieldRow, MakeEditor
from desktop.ui.items import below
from desktop.ui.plain import unmnemonic
from desktop.ui.section_parts import SectionParts
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools
from desktop.ui.wrong import right

ROW, HELP, HEIGHTS = 36, 16, {"long": 90}
"""What a row, and the word of help in it, takes of the page at least, in pixels; of some types of fields more."""


class Section(Speaking):
    """`edited` with the row somebody changed. `made` with the rows, once they are there. `turned` when somebody opened
    (True) or closed it."""

    edited = Signal(object)
    made = Signal(object)
    turned = Signal(bool)

    def __init__(
        self,
        tools: Tools,
        kind: str,
        name: str,
        fields: Sequence[FieldDecl],
        editors: Mapping[str, MakeEditor],
        came: Callable[[Section], None],
        *,
        headed: bool = True,
    ) -> None:
        """came: told once it is on the screen. headed: whether there is a line that opens and closes it."""
        super().__init__()
        self._tools = tools
        self._kind = kind
        self.name = name
        self.fields = fields
        self._editors = editors
        self._rows: dict[str, FieldRow] = {}
        self._values: dict[str, JSON] = {}  # as they were put
        self._called: Mapping[str, str] = {}
        self._off: frozenset[str] = frozenset()  # fields that are off the screen for now
        self._shown: dict[str, JSON] = {}  # what a row makes of them that nobody has touched since
        self._came = came
        self._headed = headed
        self._open = False
        self._parts: SectionParts | None = None  # made when it first comes on the screen: most of an act's never do

    # ------------------------------------------------------------------------------------------ what stands in it

    def put(self, values: Mapping[str, JSON]) -> None:
        """Show these; fields not among them stay."""
        for one in self.fields:
            if one.name in values:
                self._values[one.name] = values[one.name]
                self._show(one.name)
        self.tell()

    def know(self, called: Mapping[str, str]) -> None:
        """What the records are called that are put next: rows that come later are told too."""
        self._called = called
        for one in self._rows.values():
            one.know(called)

    def value(self, name: str) -> JSON:
        """A field as it stands: what nobody touched is what was put, whatever the field can show of it."""
        if name not in self._rows:
            return self._values.get(name)
        now = self._rows[name].value()
        return self._values.get(name) if name in self._shown and self._shown[name] == now else now

    def standing(self) -> Iterator[tuple[str, JSON]]:
        """Every field as it stands."""
        return ((one.name, self.value(one.name)) for one in self.fields)

    def untaken(self) -> Iterator[tuple[str, JSON]]:
        """By field, words typed that are in no value."""
        return ((name, words) for name, one in self._rows.items() if (words := one.untaken()))

    @property
    def filled(self) -> int:
        """How many of its fields on the screen say something, be it why they are empty."""
        words = {name for name, _ in self.untaken()}
        stands = ((name, value) for name, value in self.standing() if name not in self._off)
        return sum(1 for name, value in stands if name in words or value not in (None, "", {}))

    def says_more_than(self, fields: Collection[str]) -> bool:
        """Whether anything else stands in it."""
        return self.filled > sum(1 for name in fields if self._values.get(name) is not None)

    # ------------------------------------------------------------------------------------------------- its rows

    @property
    def built(self) -> bool:
        """Whether all the rows are there."""
        return len(self._rows) == len(self.fields)

    @property
    def unfolded(self) -> bool:
        """Whether it is open."""
        return self._open

    @property
    def rows(self) -> Mapping[str, FieldRow]:
        """Its rows by field, built if they are not."""
        self.build()
        return self._rows

    def row(self, name: str) -> FieldRow | None:
        """The row of a field, if it is built."""
        return self._rows.get(name)

    def make(self) -> SectionParts:
        """Have its line there, and room for the rows."""
        if self._parts is not None:
            return self._parts
        self._parts = parts = SectionParts(self, headed=self._headed)
        parts.head.clicked.connect(self._turn)
        self.retranslate()
        self._turn_to(parts)
        self._came(self)
        return parts

    def build(self, most: int | None = None) -> None:
        """Have the rows there, each with what was put. most: so many more of them, from the top; None: all."""
        lack = [one for one in self.fields if one.name not in self._rows][:most]
        if not lack:
            return
        parts = self.make()
        rows = [FieldRow(self._tools, one, self._editors.get(one.name)) for one in lack]
        for one in rows:
            name = one.decl.name
            self._rows[name] = one
            one.edited.connect(lambda one=one: self._edited(one))
            one.know(self._called)
            if name in self._values:  # else nothing was put yet
                self._show(name)
            parts.put(one, len(self._rows) - 1)
        self._hide_rows(self._off & {one.decl.name for one in rows})
        self.made.emit(tuple(rows))

    def build_within(self, room: int) -> int:
        """Have it there, and if it is open as many rows as are in sight in so many pixels. Returns what is left."""
        self.make()
        room -= ROW
        if not self.unfolded:
            return room
        code, before, wanted = self._tools.language.code, set(self._rows), 0
        for one in self.fields:
            if one.name not in before:
                if room <= 0:
                    break
                wanted += 1
            room -= HEIGHTS.get(one.type, ROW) + (HELP if one.help(code) else 0)
            if one.name in before:
                room = self._rows[one.name].editor.build_within(room)
        self.build(wanted)
        for name in self._rows.keys() - before:
            room = self._rows[name].editor.build_within(room)
        return room

    def down_to(self, name: str) -> FieldRow:
        """The row of a field; those above it are there too."""
        names = [one.name for one in self.fields]
        self.build(sum(1 for one in names[: names.index(name) + 1] if one not in self._rows))
        return self._rows[name]

    @property
    def shows_any(self) -> bool:
        """Whether any of its fields is on the screen."""
        return any(one.name not in self._off for one in self.fields)

    def hide_rows(self, without: Collection[str]) -> None:
        """These fields are off the screen for now, all others are on it."""
        turned, self._off = self._off ^ frozenset(without), frozenset(without)
        self._hide_rows(turned)
        self.tell()

    def _hide_rows(self, turned: frozenset[str]) -> None:
        for name in turned & self._rows.keys():
            self._rows[name].setVisible(name not in self._off)
            self._rows[name].label.setVisible(name not in self._off)

    def settle(self) -> None:
        """As if the caret left."""
        for one in self._rows.values():
            one.settle()

    def be_among(self, at_hand: Callable[[], Collection[str]]) -> None:
        """Which records the form is about."""
        for one in self._rows.values():
            one.be_among(at_hand)

    # ------------------------------------------------------------------------------------------ open and closed

    def unfold(self, on: bool = True, *, later: bool = False) -> None:
        """Show or hide the fields. later: what is not there yet comes when somebody has time (`make`, `build`)."""
        self._open = on
        if on and not later:
            self.build()
        if self._parts is not None:
            self._turn_to(self._parts)

    @property
    def there(self) -> bool:
        """Whether its line is on the screen."""
        return self._parts is not None

    def retranslate(self) -> None:
        """The section's name, and how far it is."""
        if self._parts is None:
            return
        head = self._parts.head
        head.setText(unmnemonic(SECTIONS[self.name](self._tools.language.code)))
        head.setAccessibleName(head.text())
        for one in self._rows.values():
            self._mark(one)
        self.tell()

    def tell(self) -> None:
        """How much of it is filled in, in words: of a closed one always, of an open one once it is finished."""
        if self._parts is None:
            return
        filled, total = self.filled, sum(1 for one in self.fields if one.name not in self._off)
        finished = total > 0 and filled == total and not any(self.untaken())  # words that are nothing yet
        if finished:
            words = self.tr("✓ finished")
        elif self.unfolded:
            words = ""
        else:
            words = self.tr("{filled} of {total} filled").format(filled=filled, total=total) if filled else ""
            words = words or self.tr("nothing yet")
        self._parts.tell(words)
        self._parts.head.setAccessibleDescription(words.removeprefix("✓ "))

    # --------------------------------------------------------------------------------------------------- within

    def _show(self, name: str) -> None:
        made = self._rows.get(name)
        if made is None:
            return
        made.put(self._values.get(name))
        self._shown[name] = made.value()
        self._mark(made)

    def _edited(self, made: FieldRow) -> None:
        self._shown.pop(made.decl.name, None)
        self._mark(made)
        self.tell()
        self.edited.emit(made)

    def _turn(self, on: bool) -> None:
        self.unfold(on)
        self.turned.emit(on)

    def _mark(self, made: FieldRow) -> None:
        """What is wrong is said at the field, what nobody can see of it included."""
        name = made.decl.name
        value = self.value(name)
        found = check(self._kind, {name: value}, self._tools.vocabularies) if value is not None else ()
        problems = {one.path: one.code for one in found}
        made.mark(below(problems, name))
        if problems.get(name) and not isinstance(value, dict) and made.value() != value:
            made.mark_wrong(right(problems[name], value))

    def _turn_to(self, parts: SectionParts) -> None:
        parts.head.setChecked(self._open)
        parts.show_rows(self._open)
        parts.head.setIcon(self._tools.icons.icon("unfold" if self._open else "open", "quiet"))
        self.tell()
