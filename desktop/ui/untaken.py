"""Words typed into fields that have a list, and are not in it: kept, told, never lost without saying so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.casework.workspace import JSON
from desktop.ui.editors import Editor
from desktop.ui.notice import Note
from desktop.ui.picker import Picker
from desktop.ui.plain import one_line

LONGEST = 40  # characters of such words in a sentence


def gathered(editors: Mapping[str, Editor]) -> dict[str, JSON]:
    """Such words by the name of the editor they stand in."""
    return {name: words for name, editor in editors.items() if (words := editor.untaken())}


def spread(editors: Mapping[str, Editor], words: Mapping[str, JSON]) -> None:
    """Show them again where they stood."""
    for name, editor in editors.items():
        if name in words:
            editor.put_untaken(words[name])


def standing_in(*roots: QWidget) -> list[Picker]:
    """The fields in which such words stand."""
    return [picker for root in roots for picker in root.findChildren(Picker) if picker.untaken]


def not_taken(pickers: Sequence[Picker], safe: str = "") -> Note:
    """Which fields were not taken. safe: what became of the words; else they stay where they stand."""
    each = [
        QCoreApplication.translate("Untaken", "{field} “{words}”").format(
            field=one_line(picker.accessibleName(), LONGEST), words=one_line(picker.untaken, LONGEST)
        )
        for picker in pickers
    ]
    between = QCoreApplication.translate("Untaken", ", ")
    return Note(
        "warning",
        QCoreApplication.translate("Untaken", "Not in the list, and so not saved: {fields}.").format(
            fields=between.join(each)
        ),
        safe or QCoreApplication.translate("Untaken", "The words stay in the field."),
        QCoreApplication.translate("Untaken", "Choose from the list, or clear the field."),
    )
