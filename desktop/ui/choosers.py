"""Editors for what is chosen rather than written: codes, references, and lists of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.casework import naming
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.declaration import FieldDecl
from desktop.domain.vocabulary import Vocabulary
from desktop.ui import sources
from desktop.ui.editors import Editor
from desktop.ui.layout import clear, column, quiet_button, row
from desktop.ui.new_items import with_ids
from desktop.ui.picker import Picker
from desktop.ui.plain import ElidedLabel
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools


class CodeEditor(Editor):
    """A term of a vocabulary; where there is none, a short code typed by hand."""

    def __init__(self, tools: Tools, vocabulary: str | None) -> None:
        super().__init__()
        self._tools = tools
        known = vocabulary is not None and vocabulary in tools.vocabularies
        self._vocabulary: Vocabulary | None = tools.vocabularies[vocabulary] if known and vocabulary else None
        self.picker = Picker("", sources.terms(self._vocabulary, tools), new_words=self._vocabulary is None)
        self.picker.picked.connect(self.edited)
        self.setFocusProxy(self.picker)
        self.setLayout(column(self.picker))

    def put(self, value: JSON) -> None:
        """A code, also one of a newer list."""
        if not isinstance(value, str) or self._vocabulary is None:
            self.picker.put(None, value if isinstance(value, str) else "")
            return
        term = self._vocabulary.get(value)
        lang = self._tools.language.code
        self.picker.put(sources.term_option(self._vocabulary, term, lang) if term else Option(value, value))

    def value(self) -> JSON:
        """The code, or None."""
        chosen = self.picker.chosen
        if chosen is not None:
            return chosen.key
        return (self.picker.typed or None) if self._vocabulary is None else None

    def call(self, name: str) -> None:
        """The field has the name."""
        self.picker.setAccessibleName(name)

    def retranslate(self) -> None:
        """The term in the language spoken now."""
        if self._vocabulary is not None and self.picker.chosen is not None:
            self.put(self.picker.chosen.key)


class RefEditor(Editor):
    """Another record: a person, a case…"""

    def __init__(self, tools: Tools, kinds: tuple[str, ...]) -> None:
        super().__init__()
        self._tools = tools
        self.picker = Picker("", sources.of_kinds(kinds or ("person", "case"), tools, self))
        self.picker.picked.connect(self.edited)
        self.setFocusProxy(self.picker)
        self.setLayout(column(self.picker))

    def put(self, value: JSON) -> None:
        """A record id; what it is called arrives a moment later."""
        if not isinstance(value, str):
            self.picker.put(None)
            return
        self.picker.put(Option(value, "…"))
        called(self._tools, value, self, self._named)

    def value(self) -> JSON:
        """The record id, or None."""
        chosen = self.picker.chosen
        return chosen.key if chosen is not None else None

    def call(self, name: str) -> None:
        """The field has the name."""
        self.picker.setAccessibleName(name)

    def _named(self, option: Option) -> None:
        if self.picker.chosen is not None and self.picker.chosen.key == option.key:
            self.picker.put(option)


class Chip(QFrame):
    """One chosen thing with a button that takes it away."""

    removed = Signal()

    def __init__(self, tools: Tools, option: Option) -> None:
        super().__init__()
        self.option = option
        self._tools = tools
        self._label = ElidedLabel(option.label)
        self._remove = quiet_button()
        self._remove.setIcon(tools.icons.icon("close", "quiet"))
        self._remove.clicked.connect(self.removed)
        inside = row(self._label, self._remove, gap=4)
        inside.setContentsMargins(8, 0, 0, 0)
        inside.setStretch(0, 1)
        self.setProperty("chipped", True)
        self.setLayout(inside)
        self.rename(option)

    def rename(self, option: Option) -> None:
        """It is called otherwise now."""
        self.option = option
        self._label.setText(f"{option.label}    {option.hint}" if option.hint else option.label)
        self._remove.setAccessibleName(self.tr("Remove {what}").format(what=self._label.accessibleName()))


class ListEditor(Editor):
    """A list of codes or of references: what is chosen stands one under the other, the picker below adds."""

    def __init__(self, tools: Tools, decl: FieldDecl) -> None:
        super().__init__()
        self._tools = tools
        self._decl = decl
        self._key = decl.item_key
        self._items: dict[str, dict[str, JSON]] = {}
        self._new = 0
        self._is_codes = decl.type == "codes"
        vocabulary = decl.vocabulary if decl.vocabulary in tools.vocabularies else None
        self._vocabulary = tools.vocabularies[vocabulary] if vocabulary else None
        source = sources.terms(self._vocabulary, tools) if self._is_codes else None
        kinds = decl.ref_kinds or ("person",)
        free = self._is_codes and self._vocabulary is None
        self.picker = Picker("", source or sources.of_kinds(kinds, tools, self), new_words=free)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(4)
        self.setFocusProxy(self.picker)
        self.setLayout(column(self._chips, self.picker, gap=4))
        self.picker.picked.connect(self._picked)
        self.picker.submitted.connect(self._add_typed)

    def adopt(self, ids: Mapping[str, str]) -> None:
        """New items take on the ids they were saved with."""
        self.put(with_ids(self.value(), ids))

    def put(self, value: JSON) -> None:
        """Items by their id."""
        if value == self.value():
            return  # what stands there keeps the caret
        self._items = {key: dict(item) for key, item in value.items()} if isinstance(value, dict) else {}
        clear(self._chips)
        for item, fields in self._items.items():
            self._add_chip(item, str(fields.get(self._key) or ""))

    def value(self) -> JSON:
        """Items by their id, new ones by ``+1``, ``+2``…; None when there are none."""
        return {key: dict(item) for key, item in self._items.items()} or None

    def call(self, name: str) -> None:
        """The picker has the name."""
        self.picker.setAccessibleName(name)

    def retranslate(self) -> None:
        """Terms in the language spoken now."""
        items, self._items = self.value(), {}
        self.put(items)

    def _picked(self) -> None:
        chosen = self.picker.chosen
        if chosen is not None:
            self.picker.put(None)
            self._add(chosen.key)

    def _add_typed(self) -> None:
        if self._is_codes and self._vocabulary is None and self.picker.typed:
            typed = self.picker.typed
            self.picker.put(None)
            self._add(typed)

    def _add(self, key: str) -> None:
        if any(item.get(self._key) == key for item in self._items.values()):
            return
        self._new += 1
        self._items[f"+{self._new}"] = {self._key: key}
        self._add_chip(f"+{self._new}", key)
        self.edited.emit()

    def _add_chip(self, item: str, key: str) -> None:
        chip = Chip(self._tools, self._option(key))
        chip.removed.connect(lambda: self._remove(item, chip))
        self._chips.addWidget(chip)
        if not self._is_codes:
            called(self._tools, key, chip, chip.rename)

    def _option(self, key: str) -> Option:
        term = self._vocabulary.get(key) if self._vocabulary else None
        if term is not None:
            return sources.term_option(self._vocabulary, term, self._tools.language.code)
        return Option(key, key if self._is_codes else "…")

    def _remove(self, item: str, chip: Chip) -> None:
        self._items.pop(item, None)
        self._chips.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.picker.setFocus()
        self.edited.emit()


def called(tools: Tools, record: str, owner: QWidget, named: Callable[[Option], None]) -> None:
    """Ask what a record is called, and tell when it is known."""

    def ask(ws: Workspace) -> str:
        return naming.called(ws, record)

    tools.worker.submit(ask, lambda name: named(Option(record, name)), owner=owner)
