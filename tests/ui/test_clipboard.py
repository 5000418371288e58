"""What is copied here: hinted to be left out of histories, taken back soon and on lock, and nobody else's touched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QDrag, QGuiApplication, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import clipboard
from desktop.ui.clipboard import COPY, HINTS, KEPT, Copied
from tests.ui.hand import WAIT, Hand, settle

CANARY = "金丝雀在此鸣叫"
ACCOUNT = "The account, in their own words"


class Foreign(QMimeData):
    """Stands for what another program has put there: no plain data of this process."""


@pytest.fixture
def copied(qapp: QApplication) -> Iterator[Copied]:
    """Watches, and takes back as soon as the event loop comes round."""
    QGuiApplication.clipboard().clear()
    watching = Copied(kept=0)
    yield watching
    watching.deleteLater()
    settle()


def held() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def nothing_held() -> bool:
    there: QMimeData | None = held()  # None once it was emptied
    return there is None or not there.formats()


def line(bot: QtBot) -> QWidget:
    field = QLineEdit(CANARY)
    bot.addWidget(field)
    field.show()
    field.selectAll()
    return field


def lines(bot: QtBot) -> QWidget:
    field = QPlainTextEdit(CANARY)
    bot.addWidget(field)
    field.show()
    field.selectAll()
    return field


def label(bot: QtBot) -> QWidget:
    shown = QLabel(CANARY)
    shown.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    bot.addWidget(shown)
    shown.show()
    shown.setFocus()
    shown.setSelection(0, len(CANARY))
    return shown


def table(bot: QtBot) -> QWidget:
    view = QTableView()
    model = QStandardItemModel(view)
    model.appendRow(QStandardItem(CANARY))
    view.setModel(model)
    bot.addWidget(view)
    view.show()
    view.setCurrentIndex(model.index(0, 0))
    return view


@pytest.mark.fault(14)
@pytest.mark.parametrize("keys", ["Ctrl+C", "Ctrl+Ins"])
@pytest.mark.parametrize("shown", [line, lines, label, table])
def test_fault_14_whatever_keys_copy_is_hinted(qtbot: QtBot, copied: Copied, shown: object, keys: str) -> None:
    QTest.keySequence(shown(qtbot), QKeySequence(keys))  # type: ignore[operator]
    assert held().text() == CANARY
    assert {name: bytes(held().data(name).data()) for name in HINTS} == HINTS


@pytest.mark.fault(14)
@pytest.mark.parametrize("keys", ["Ctrl+X", "Shift+Del"])
@pytest.mark.parametrize("shown", [line, lines])
def test_fault_14_what_is_cut_is_hinted_too(qtbot: QtBot, copied: Copied, shown: object, keys: str) -> None:
    QTest.keySequence(shown(qtbot), QKeySequence(keys))  # type: ignore[operator]
    assert held().text() == CANARY
    assert held().hasFormat("x-kde-passwordManagerHint")


@pytest.mark.fault(14)
@pytest.mark.parametrize("shown", [line, lines])
def test_fault_14_what_a_menu_copies_is_hinted_too(qtbot: QtBot, copied: Copied, shown: object) -> None:
    field = shown(qtbot)  # type: ignore[operator]
    menu = field.createStandardContextMenu()
    copy = next(one for one in menu.actions() if isinstance(one, QAction) and one.objectName() == "edit-copy")
    copy.trigger()
    menu.deleteLater()
    assert held().text() == CANARY
    assert held().hasFormat("x-kde-passwordManagerHint")


@pytest.mark.fault(14)
def test_fault_14_a_copy_is_gone_when_its_time_is_over(qtbot: QtBot, copied: Copied) -> None:
    QTest.keySequence(line(qtbot), QKeySequence("Ctrl+C"))
    qtbot.waitUntil(nothing_held, timeout=WAIT)


def test_its_time_is_ten_seconds(hand: Hand) -> None:
    assert KEPT == 10_000
    assert hand.window._copied._timer.interval() == KEPT


@pytest.mark.fault(14)
def test_fault_14_a_second_copy_has_its_whole_time(qtbot: QtBot, qapp: QApplication) -> None:
    watching = Copied()
    QTest.keySequence(line(qtbot), QKeySequence("Ctrl+C"))
    first, running = bytes(held().data(COPY).data()), watching._timer.timerId()
    QTest.keySequence(lines(qtbot), QKeySequence("Ctrl+C"))
    assert bytes(held().data(COPY).data()) != first
    assert watching._timer.timerId() != running  # it began anew
    watching.take_back()
    assert nothing_held()


@pytest.mark.fault(14)
def test_fault_14_somebody_elses_later_copy_is_not_taken_back(qtbot: QtBot, copied: Copied) -> None:
    QTest.keySequence(line(qtbot), QKeySequence("Ctrl+C"))
    foreign = Foreign()
    foreign.setText("from elsewhere")
    QGuiApplication.clipboard().setMimeData(foreign)
    copied.take_back()
    settle()
    assert held().text() == "from elsewhere"
    assert held().formats() == ["text/plain"]


@pytest.mark.fault(14)
def test_fault_14_leaving_the_program_takes_a_copy_back(hand: Hand, qtbot: QtBot) -> None:
    QTest.keySequence(line(qtbot), QKeySequence("Ctrl+C"))
    hand.window.stop()
    assert nothing_held()


def test_how_copied_words_looked_is_not_copied(qtbot: QtBot, copied: Copied) -> None:
    QTest.keySequence(lines(qtbot), QKeySequence("Ctrl+C"))
    assert not held().hasHtml()


def test_marked_words_cannot_be_dragged_out(hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: begun.append(drag))
    field = lines(qtbot)
    assert isinstance(field, QPlainTextEdit)
    within = field.viewport()
    start = QPoint(12, 12)
    QTest.mousePress(within, Qt.MouseButton.LeftButton, pos=start)
    for step in range(10, 400, 10):
        QTest.mouseMove(within, start + QPoint(step, step))
    QTest.mouseRelease(within, Qt.MouseButton.LeftButton, pos=QPoint(400, 400))
    assert QApplication.startDragDistance() >= clipboard._NEVER
    assert not begun
