"""Who listens to the keys hears them, whoever else does, and is not kept alive by it."""

from __future__ import annotations

import gc
import weakref

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.listening import Listening, listening
from desktop.ui.panic import Panic
from tests.ui.hand import WAIT


class Ear:
    def __init__(self, *, takes: bool = False) -> None:
        self.heard = 0
        self._takes = takes

    def hear(self, event: QEvent) -> bool:
        self.heard += isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        return self._takes and isinstance(event, QKeyEvent)


def test_all_who_listen_hear_a_key_also_one_that_somebody_takes(qapp: QApplication) -> None:
    first, second, field = Ear(), Ear(takes=True), QLineEdit()
    for ear in (first, second):
        listening(qapp).to(ear.hear)
    QTest.keyClick(field, Qt.Key.Key_A)
    assert (first.heard, second.heard, field.text()) == (1, 1, "")


def test_whoever_is_gone_takes_no_key_any_more(qapp: QApplication) -> None:
    ear, field = Ear(takes=True), QLineEdit()
    listening(qapp).to(ear.hear)
    gone = weakref.ref(ear)
    del ear
    gc.collect()
    QTest.keyClick(field, Qt.Key.Key_A)
    assert gone() is None
    assert field.text() == "a"


def test_a_key_is_heard_again_once_a_page_was_made_even_one_that_failed(qapp: QApplication) -> None:
    ear, field = Ear(), QLineEdit()
    listening(qapp).to(ear.hear)
    try:
        with listening(qapp).still():
            QCoreApplication.sendEvent(field, QEvent(QEvent.Type.User))
            raise ValueError
    except ValueError:
        QTest.keyClick(field, Qt.Key.Key_A)
    assert ear.heard == 1


class Page(QWidget):
    """Comes bit by bit, and is never there."""

    def building(self) -> bool:
        return True


def test_keys_are_heard_in_a_dialog_that_opens_while_a_page_comes(qapp: QApplication, qtbot: QtBot) -> None:
    ear, page, dialog = Ear(), Page(), QDialog()
    listening(qapp).to(ear.hear)
    listening(qapp).lightly(page.building)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=WAIT)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    dialog.close()
    shiboken6.delete(page)
    qtbot.waitUntil(lambda: not listening(qapp)._busy, timeout=WAIT)
    assert ear.heard == 1


def test_there_is_one_for_all(qapp: QApplication) -> None:
    assert listening(qapp) is listening()
    assert len(qapp.findChildren(Listening)) == 1


def test_one_that_qt_has_destroyed_hears_no_more(qapp: QApplication) -> None:
    widget = QWidget()
    heard: list[bool] = []
    gone, there = Panic(qapp, lambda: 100.0), Panic(qapp, lambda: 100.0)
    there.pressed.connect(lambda: heard.append(True))
    for one in (gone, there):
        one.watch()
    shiboken6.delete(gone)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(widget, Qt.Key.Key_L, keys)
    there.forget()
    assert heard == [True]
