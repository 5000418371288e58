"""When names are hidden or shown: what was chosen in pickers is called otherwise, what was typed is covered or seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import shiboken6
from PySide6.QtWidgets import QWidget

from desktop.casework import naming
from desktop.casework.workspace import Workspace
from desktop.ui.choosers import UNKNOWN, Chip
from desktop.ui.entry import LineField
from desktop.ui.picker import Picker
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools
from desktop.ui.veil import cover, if_names_are_shown, lift

RECORD = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, repr=False)
class _Chosen:
    """A record that stands in a widget as an option, and how to show it otherwise."""

    widget: QWidget
    option: Option
    put: Callable[[Option], None]


def call_otherwise(tools: Tools, within: QWidget) -> None:
    """What the records chosen were called is not shown until the vault has said what they are called now."""
    cover_typed(tools, within)
    for picker in within.findChildren(Picker):
        picker.offer_anew()
    found = [one for one in _all_chosen(within) if RECORD.fullmatch(one.option.key)]
    for one in found:
        one.put(Option(one.option.key, UNKNOWN))
    records = frozenset(one.option.key for one in found)

    def ask(ws: Workspace) -> Mapping[str, str]:
        return naming.called_all(ws, records)

    def name(called: Mapping[str, str]) -> None:
        for one in found:
            if shiboken6.isValid(one.widget):
                one.put(Option(one.option.key, called[one.option.key]))

    if found:
        tools.worker.submit(ask, name, owner=within)


def cover_typed(tools: Tools, within: QWidget) -> None:
    """Words typed that may name somebody are off the screen until the vault has said that names are shown."""
    fields = [one for one in (within, *within.findChildren(LineField)) if isinstance(one, LineField)]
    fields = [one for one in fields if one.may_name and (one.text() or one.isUndoAvailable())]
    chips = [one for one in within.findChildren(Chip) if not one.option.key]
    for field in fields:
        _cover(field)
    for chip in chips:
        chip.cover(True)

    def show() -> None:
        for field in fields:
            if shiboken6.isValid(field):
                lift(field)
        for chip in chips:
            if shiboken6.isValid(chip):
                chip.cover(False)

    if fields or chips:
        if_names_are_shown(tools, within, show)


def _cover(field: LineField) -> None:
    if isinstance(field, Picker):
        field.withhold()
    else:
        cover(field)


def _all_chosen(within: QWidget) -> Iterator[_Chosen]:
    for picker in within.findChildren(Picker):
        if picker.chosen is not None:
            yield _Chosen(picker, picker.chosen, partial(_put, picker))
    for chip in within.findChildren(Chip):
        yield _Chosen(chip, chip.option, chip.rename)


def _put(picker: Picker, option: Option) -> None:
    """Unless something else was chosen meanwhile."""
    if picker.chosen is not None and picker.chosen.key == option.key:
        picker.put(option)
