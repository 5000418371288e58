"""What is wrong with a value where it stands, and what would be right; nothing of it stops anybody from keeping it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.casework.workspace import JSON
from desktop.ui.plain import one_line

LONGEST = 40  # characters of a value in a sentence
RIGHT: Mapping[str, object] = {
    "value.integer": QT_TRANSLATE_NOOP("Wrong", "This is no whole number. Write digits, such as 4."),
    "value.date": QT_TRANSLATE_NOOP(
        "Wrong", "This is not understood as a date. Write it as it was told: 2015-07-09, July 2015, 2015年7月上旬."
    ),
    "date.edtf": QT_TRANSLATE_NOOP(
        "Wrong", "This is not understood as a date. Write it as it was told: 2015-07-09, July 2015, 2015年7月上旬."
    ),
    "value.code": QT_TRANSLATE_NOOP("Wrong", "This is no entry of a list. Choose one from the list."),
    "code.unknown": QT_TRANSLATE_NOOP(
        "Wrong", "This is not in the list of this program; a newer one may know it. Choose what fits, or leave it."
    ),
    "code.group": QT_TRANSLATE_NOOP("Wrong", "This is a whole group. Choose the one of it that fits."),
    "value.ref": QT_TRANSLATE_NOOP("Wrong", "This points at no record. Choose one from the list."),
    "value.yes_no": QT_TRANSLATE_NOOP("Wrong", "This is neither yes nor no. Choose one of the two."),
    "absent.reason": QT_TRANSLATE_NOOP("Wrong", "This is no reason this program knows. Press F4 and choose one."),
    "": QT_TRANSLATE_NOOP("Wrong", "This is not what the field takes. Write it anew, or leave it as it is."),
}


def right(code: str, value: JSON = None) -> str:
    """The sentence for a problem; the value in front of it where the field cannot show it. "" for none."""
    if not code:
        return ""
    words = QCoreApplication.translate("Wrong", str(RIGHT.get(code, RIGHT[""])))
    if not isinstance(value, str | int) or code != "value.integer":
        return words
    stands = one_line(str(value), LONGEST)
    return QCoreApplication.translate("Wrong", "“{value}” stands here.").format(value=stands) + " " + words
