"""When names are hidden or shown, what was chosen in pickers is called otherwise, also where somebody is typing."""

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
from desktop.ui.picker import Picker
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools

RECORD = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, repr=False)
class _Chosen:
    """A record that stands in a widget as an option, and how to show it otherwise."""

    widget: QWidget
    option: Option
    put: Callable[[Option], None]


def call_otherwise(tools: Tools, within: QWidget) -> None:
    """What the records chosen were called is not shown until the vault has said what they are called now."""
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
