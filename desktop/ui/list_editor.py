"""An editor for a list of codes or of references: what is chosen becomes chips beneath the picker."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QVBoxLayout

from desktop.casework.items import new_item
from desktop.casework.workspace import JSON
from desktop.domain.declaration import FieldDecl
from desktop.ui import sources
from desktop.ui.choosers import UNKNOWN, Chip, PickerEditor, called, make
from desktop.ui.layout import clear, column
from desktop.ui.picker import New, Picker, Source
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools


class ListEditor(PickerEditor):
    """A list of codes or of references: what is chosen stands one under the other."""

    def __init__(self, tools: Tools, decl: FieldDecl) -> None:
        super().__init__()
        self._tools = tools
        self._decl = decl
        self._key = decl.item_key
        self._items: dict[str, dict[str, JSON]] = {}
        self._is_codes = decl.type == "codes"
        vocabulary = decl.vocabulary if decl.vocabulary in tools.vocabularies else None
        self._vocabulary = tools.vocabularies[vocabulary] if vocabulary else None
        self._free = self._is_codes and self._vocabulary is None
        self._at_hand = sources.nothing_at_hand
        self._called: Mapping[str, str] = {}
        makes = decl.ref_kinds if decl.type == "refs" else ()
        self.picker = Picker("", self._make_source(), new=New.CODE if self._free else None, makes=makes)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(4)
        self.setFocusProxy(self.picker)
        self.setLayout(column(self.picker, self._chips, gap=4))
        self.picker.picked.connect(self._picked)
        self.picker.wanted.connect(lambda kind: make(tools, kind, self.picker, self._made))
        for signal in (self.picker.made, self.picker.submitted, self.picker.left):
            signal.connect(self.settle)

    def put(self, value: JSON) -> None:
        """Items by their id."""
        if self.picker.untaken:
            self.picker.put(None)
        self._show(value)

    def know(self, called: Mapping[str, str]) -> None:
        """What records are called that may be put."""
        self._called = called

    def value(self) -> JSON:
        """Items by their id; None when there are none."""
        return {key: dict(item) for key, item in self._items.items()} or None

    def retranslate(self) -> None:
        """Terms in the language spoken now."""
        items, self._items = self.value(), {}
        self._show(items)

    def be_among(self, at_hand: sources.AtHand) -> None:
        """People of the case at hand are offered first."""
        self._at_hand = at_hand

    def settle(self) -> None:
        """What is typed is an entry too, where any words may be one."""
        self.picker.settle()
        if self._free and self.picker.typed:
            typed = self.picker.typed
            self.picker.put(None)
            self._add(typed)

    def _show(self, value: JSON) -> None:
        if value == self.value():
            return  # what stands there keeps the caret
        self._items = {key: dict(item) for key, item in value.items()} if isinstance(value, dict) else {}
        clear(self._chips)
        for item, fields in self._items.items():
            self._add_chip(item, str(fields.get(self._key) or ""))

    def _picked(self) -> None:
        chosen = self.picker.chosen
        if chosen is not None:
            self.picker.put(None)
            self._add(chosen.key)
        else:
            self.edited.emit()  # words that are not in the list are kept as a draft

    def _made(self, record: str) -> None:
        self.picker.put(None)
        self._add(record)

    def _make_source(self) -> Source:
        if self._is_codes:
            return sources.terms(self._vocabulary, self._tools, self)
        kinds = self._decl.ref_kinds or ("person",)
        return sources.of_kinds(kinds, self._tools, self, self._near)

    def _near(self) -> Collection[str]:
        return self._at_hand()

    def _add(self, key: str) -> None:
        if any(item.get(self._key) == key for item in self._items.values()):
            return
        item = new_item()
        self._items[item] = {self._key: key}
        self._add_chip(item, key)
        self.edited.emit()

    def _add_chip(self, item: str, key: str) -> None:
        chip = Chip(self._tools, self._option(key))
        chip.removed.connect(lambda: self._remove(item, chip))
        self._chips.addWidget(chip)
        if not self._is_codes and key not in self._called:
            called(self._tools, key, chip, chip.rename)

    def _option(self, key: str) -> Option:
        term = self._vocabulary.get(key) if self._vocabulary else None
        if term is not None:
            return sources.term_option(self._tools, self._vocabulary, term)
        return Option(key, key if self._is_codes else self._called.get(key, UNKNOWN))

    def _remove(self, item: str, chip: Chip) -> None:
        self._items.pop(item, None)
        self._chips.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.picker.setFocus()
        self.edited.emit()
