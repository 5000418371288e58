"""Original and translation stand side by side, each in its language and direction, with who translated."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

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


def test_one_key_says_why_nobody_knows_how_they_know_or_who_translated(desk: Hand) -> None:
    (record,) = ask(desk, lambda ws: records.add(ws, "testimony", [{"statements": [{"words": "他们来了。"}]}])).created
    desk.window.tools.go(Place("record", record, "testimony"))
    desk.until(lambda: field(desk).stored() == "他们来了。")
    for name in ("How they know 1", "Translation 1"):
        QTest.keyClick(desk.field(name), Qt.Key.Key_F4)
        menu = next(iter(desk.visible(QMenu)))
        QTest.keyClick(menu, Qt.Key.Key_3)
    assert desk.wait_for(QLineEdit, "How they know 1").placeholderText() == "How they know: Declined to say"
    desk.keys("Ctrl+S")
    desk.until(lambda: "basis" in next(iter(stands(desk, record)["statements"].values())))
    said = next(iter(stands(desk, record)["statements"].values()))
    assert (said["basis"], said["translation"]) == ({"absent": "declined"}, {"absent": "declined"})
    assert said["words"] == "他们来了。"
