"""A picker of several people (or other records): each chosen one becomes a chip, names nobody knows included."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.casework.people import Pick
from desktop.ui.choosers import UNKNOWN, Chip, called
from desktop.ui.layout import clear, column
from desktop.ui.picker import New, Picker, Source
from desktop.ui.renaming import cover_typed
from desktop.ui.speaking import Speaking
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools
from desktop.ui.veil import covered


def pick_of(picker: Picker) -> Pick | None:
    """What stands in a picker; None when nothing does."""
    if picker.chosen is not None:
        return Pick(record=picker.chosen.key)
    return Pick(text=picker.typed, new=picker.said_new) if picker.typed else None


def put_pick(tools: Tools, picker: Picker, record: str, text: str, *, new: bool = False) -> None:
    """Show a pick again; what a record is called arrives a moment later."""
    if not record:
        picker.put(None, text, new=new)
        cover_typed(tools, picker)
        return
    picker.put(Option(record, "…"))

    def named(option: Option) -> None:
        if picker.chosen is not None and picker.chosen.key == record:
            picker.put(option)

    called(tools, record, picker, named)


class PeoplePicker(Speaking):
    """`picked` whenever the picks changed."""

    picked = Signal()

    def __init__(self, tools: Tools, source: Source) -> None:
        super().__init__()
        self._tools = tools
        self._chosen: list[Pick] = []
        self.picker = Picker("", source, new=New.PERSON)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(4)
        self.setFocusProxy(self.picker)
        self.setLayout(column(self.picker, self._chips, gap=4))
        self.picker.picked.connect(self._picked)
        for signal in (self.picker.made, self.picker.submitted):
            signal.connect(self._take_typed)

    @property
    def picks(self) -> tuple[Pick, ...]:
        """All of them, what is still being typed included."""
        typed = pick_of(self.picker)
        return (*self._chosen, typed) if typed is not None else tuple(self._chosen)

    def put(self, picks: tuple[Pick, ...]) -> None:
        """Show picks again."""
        self._chosen = []
        clear(self._chips)
        self.picker.put(None)
        for pick in picks:
            self._add(pick)
        cover_typed(self._tools, self)

    def _picked(self) -> None:
        if self.picker.chosen is not None:
            option = self.picker.chosen
            self.picker.put(None)
            self._add(Pick(record=option.key), option)
        self.picked.emit()

    def _take_typed(self) -> None:
        typed = pick_of(self.picker)
        if typed is not None:
            self._add(typed)
            self.picker.put(None)
            self.picked.emit()

    def _add(self, pick: Pick, option: Option | None = None) -> None:
        if pick in self._chosen:
            return
        self._chosen.append(pick)
        chip = Chip(self._tools, option or Option(pick.record or "", UNKNOWN if pick.record else pick.text))
        chip.removed.connect(lambda: self._remove(pick, chip))
        chip.cover(covered(self.picker))
        self._chips.addWidget(chip)
        if pick.record and option is None:
            called(self._tools, pick.record, chip, chip.rename)

    def _remove(self, pick: Pick, chip: Chip) -> None:
        self._chosen.remove(pick)
        self._chips.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.picker.setFocus()
        self.picked.emit()
