"""Original and translation stand side by side, each in its language and direction, with who translated."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.casework import records
from desktop.ui.place import Place
from tests.ui.asking import ask, stands
from tests.ui.hand import Hand
from tests.ui.test_mentions import field


def test_r_int_04_the_original_and_its_translation_stand_side_by_side_with_the_translators_code(desk: Hand) -> None:
    statement = {"words": "他们半夜来。", "language": "zh-Hans", "translation": "They came at night."}
    (record,) = ask(desk, lambda ws: records.add(ws, "testimony", [{"statements": [statement]}])).created
    desk.window.tools.go(Place("record", record, "testimony"))
    desk.until(lambda: field(desk).stored() == statement["words"])
    original, translation = field(desk), field(desk, "Translation 1")
    assert translation.stored() == statement["translation"]
    assert original.geometry().top() == translation.geometry().top()
    assert original.geometry().right() < translation.geometry().left()
    desk.type_into("Translator (code) 1", "TR-7")
    desk.keys("Ctrl+S")
    desk.until(lambda: next(iter(stands(desk, record)["statements"].values())).get("translator") == "TR-7")


def test_uyghur_is_written_from_the_right(desk: Hand) -> None:
    (record,) = ask(desk, lambda ws: records.add(ws, "testimony", [{"statements": [{"language": "ug"}]}])).created
    desk.window.tools.go(Place("record", record, "testimony"))
    desk.until(lambda: field(desk).document().defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft)
