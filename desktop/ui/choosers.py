"""Editors for what is chosen rather than written: a code, a reference; and the chip a chosen thing becomes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from desktop.casework import making, naming
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.vocabulary import Vocabulary
from desktop.ui import sources
from desktop.ui.editors import Editor
from desktop.ui.layout import column, quiet_button, row
from desktop.ui.picker import New, Picker, Source
from desktop.ui.plain import ElidedLabel
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools
from desktop.ui.veil import COVERED

UNKNOWN = "…"  # what stands there until it is known what a record is called


class PickerEditor(Editor):
    """Something is chosen in a picker; words there that are in no list are kept as a draft."""

    picker: Picker

    def untaken(self) -> JSON:
        """Words that are not in the list."""
        return self.picker.untaken

    def put_untaken(self, words: JSON) -> None:
        """Show such words again, over the value."""
        if isinstance(words, str):
            self.picker.put(None, words)

    def settle(self) -> None:
        """As if the caret left."""
        self.picker.settle()

    def call(self, name: str) -> None:
        """The field has the name."""
        self.picker.setAccessibleName(name)


class ChoiceEditor(PickerEditor):
    """One thing out of a list. Words that are not in the list are kept beside the value, which stays what it was."""

    def __init__(self, tools: Tools, picker: Picker) -> None:
        super().__init__()
        self._tools = tools
        self._stands: JSON = None
        self.picker = picker
        self.picker.picked.connect(self._picked)
        self.setFocusProxy(self.picker)
        self.setLayout(column(self.picker))

    def value(self) -> JSON:
        """What was chosen; as long as words stand there that are not in the list, what was chosen before."""
        return self._stands

    @Slot()
    def _picked(self) -> None:
        if not self.picker.untaken:
            chosen = self.picker.chosen
            self._stands = chosen.key if chosen is not None else self.picker.typed or None
        self.edited.emit()


class CodeEditor(ChoiceEditor):
    """A term of a vocabulary; where there is none, a short code typed by hand."""

    def __init__(self, tools: Tools, vocabulary: str | None) -> None:
        known = vocabulary is not None and vocabulary in tools.vocabularies
        self._vocabulary: Vocabulary | None = tools.vocabularies[vocabulary] if known and vocabulary else None
        super().__init__(tools, Picker("", self._offer, new=New.CODE if self._vocabulary is None else None))
        self._source = sources.terms(self._vocabulary, tools, self)

    def put(self, value: JSON) -> None:
        """A code, also one of a newer list."""
        self._stands = value if isinstance(value, str) else None
        if not isinstance(value, str) or self._vocabulary is None:
            self.picker.put(None, value if isinstance(value, str) else "")
            return
        term = self._vocabulary.get(value)
        self.picker.put(sources.term_option(self._tools, self._vocabulary, term) if term else Option(value, value))

    def retranslate(self) -> None:
        """The term in the language spoken now."""
        if self.picker.chosen is not None:
            self.put(self.picker.chosen.key)

    def _offer(self, words: str, answer: sources.Answer) -> None:
        self._source(words, answer)


class RefEditor(ChoiceEditor):
    """Another record: a person, a case…"""

    def __init__(
        self, tools: Tools, kinds: tuple[str, ...], source: Callable[[Tools, QObject], Source] | None = None
    ) -> None:
        """source: of what is offered, where it is not whatever is of these kinds."""
        self._at_hand = sources.nothing_at_hand
        self._called: Mapping[str, str] = {}
        super().__init__(tools, Picker("", self._offer, makes=kinds))
        if source is not None:
            self._source = source(tools, self)
        else:
            self._source = sources.of_kinds(kinds, tools, self, self._near)
        self.picker.wanted.connect(lambda kind: make(tools, kind, self.picker, self._made))

    def be_among(self, at_hand: sources.AtHand) -> None:
        """People of the case at hand are offered first."""
        self._at_hand = at_hand

    def know(self, called: Mapping[str, str]) -> None:
        """What records are called that may be put."""
        self._called = called

    def put(self, value: JSON) -> None:
        """A record id; what it is called arrives a moment later, unless that is known."""
        self._stands = value if isinstance(value, str) else None
        if not isinstance(value, str):
            self.picker.put(None)
            return
        self.picker.put(Option(value, self._called.get(value, UNKNOWN)))
        if value not in self._called:
            called(self._tools, value, self, self._named)

    def _made(self, record: str) -> None:
        self.put(record)
        self.edited.emit()

    def _offer(self, words: str, answer: sources.Answer) -> None:
        self._source(words, answer)

    def _near(self) -> Collection[str]:
        return self._at_hand()

    def _named(self, option: Option) -> None:
        if self.picker.chosen is not None and self.picker.chosen.key == option.key:
            self.picker.put(option)


class Chip(QFrame):
    """One chosen thing with a button that takes it away."""

    removed = Signal()

    def __init__(self, tools: Tools, option: Option) -> None:
        super().__init__()
        self.option = option
        self._covered = False
        self._tools = tools
        self._label = ElidedLabel(option.label)
        self.remove = quiet_button()
        self.remove.setIcon(tools.icons.icon("close", "quiet"))
        self.remove.clicked.connect(self.removed)
        inside = row(self._label, self.remove, gap=4)
        inside.setContentsMargins(8, 0, 0, 0)
        inside.setStretch(0, 1)
        self.setProperty("chipped", True)
        self.setLayout(inside)
        self.rename(option)

    def rename(self, option: Option) -> None:
        """It is called otherwise now."""
        self.option = option
        label = COVERED if self._covered else option.label
        self._label.setText(f"{label}    {option.hint}" if option.hint else label)
        self.remove.setAccessibleName(self.tr("Remove {what}").format(what=self._label.accessibleName()))

    def cover(self, on: bool) -> None:
        """A name that is in no record yet is hidden or shown with the others."""
        self._covered = on
        self.rename(self.option)


def called(tools: Tools, record: str, owner: QWidget, named: Callable[[Option], None]) -> None:
    """Ask what a record is called, and tell when it is known."""

    def ask(ws: Workspace) -> str:
        return naming.called(ws, record)

    tools.worker.submit(ask, lambda name: named(Option(record, name)), owner=owner)


def make(tools: Tools, kind: str, picker: Picker, made: Callable[[str], None]) -> None:
    """Have a record made of the words typed; told once it is there, unless other words stand there by then."""
    words = picker.typed

    def answer(record: str) -> None:
        if picker.typed == words:
            made(record)

    tools.worker.submit(lambda ws: making.make(ws, kind, words), answer, owner=picker)
