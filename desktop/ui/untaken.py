"""Words typed into fields that have a list, and are not in it: kept, told, never lost without saying so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.casework.workspace import JSON
from desktop.ui.editors import Editor
from desktop.ui.entry import LineField
from desktop.ui.notice import Note
from desktop.ui.number_field import NumberField
from desktop.ui.picker import Picker
from desktop.ui.plain import one_line
from desktop.ui.veil import COVERED, covered

LONGEST = 40  # characters of such words in a sentence


def gathered(editors: Mapping[str, Editor]) -> dict[str, JSON]:
    """Such words by the name of the editor they stand in."""
    return {name: words for name, editor in editors.items() if (words := editor.untaken())}


def spread(editors: Mapping[str, Editor], words: Mapping[str, JSON]) -> None:
    """Show them again where they stood."""
    for name, editor in editors.items():
        if name in words:
            editor.put_untaken(words[name])


def standing_in(*roots: QWidget) -> list[Picker | NumberField]:
    """The fields in which such words stand."""
    fields = (field for root in roots for field in root.findChildren(LineField))
    return [field for field in fields if isinstance(field, Picker | NumberField) and field.untaken]


def not_taken(fields: Sequence[Picker | NumberField], safe: str = "") -> Note:
    """Which fields were not taken. safe: what became of the words; else they stay where they stand."""
    numbers = [field for field in fields if isinstance(field, NumberField)]
    listed = [field for field in fields if not isinstance(field, NumberField)]
    translate = QCoreApplication.translate
    what, then = [], []
    if listed:
        what.append(translate("Untaken", "Not in the list, and so not saved: {fields}.").format(fields=_named(listed)))
        then.append(translate("Untaken", "Choose from the list, or clear the field."))
    if numbers:
        told = translate("Untaken", "No whole number, and so not saved: {fields}.").format(fields=_named(numbers))
        what.append(told)
        then.append(translate("Untaken", "Write digits, such as 4, or clear the field."))
    stays = safe or translate("Untaken", "The words stay in the field.")
    return Note("warning", " ".join(what), stays, " ".join(then), quotes=True)


def _named(fields: Sequence[Picker | NumberField]) -> str:
    each = [
        QCoreApplication.translate("Untaken", "{field} “{words}”").format(
            field=one_line(field.accessibleName(), LONGEST),
            words=COVERED if covered(field) else one_line(field.untaken, LONGEST),
        )
        for field in fields
    ]
    return QCoreApplication.translate("Untaken", ", ").join(each)
