"""Qt's own file dialog speaks the window's language to the last word."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QTreeView

from desktop.ui.files import choose_file, choose_folder, choose_new_file
from tests.ui.hand import Hand

ENGLISH = re.compile(r"[A-Za-z]{3,}")
WAYS: dict[str, Callable[[Hand], None]] = {
    "file": lambda hand: choose_file(hand.window, "选择", lambda _path: None),
    "folder": lambda hand: choose_folder(hand.window, "选择", lambda _path: None),
    "new file": lambda hand: choose_new_file(hand.window, "选择", "1", lambda _path: None),
}
TYPE = 2  # the column that says what a file is


@pytest.fixture
def chinese(hand: Hand) -> Hand:
    """The window in Chinese."""
    hand.window.tools.language.choose("zh_Hans")
    return hand


def opened(hand: Hand, way: str) -> QFileDialog:
    WAYS[way](hand)
    hand.until(lambda: any(True for _ in hand.visible(QFileDialog)))
    return next(hand.visible(QFileDialog))


@pytest.mark.parametrize("way", WAYS)
def test_every_word_of_the_dialog_is_chinese_where_the_window_is(chinese: Hand, way: str) -> None:
    dialog = opened(chinese, way)
    buttons = dialog.findChildren(QAbstractButton)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    said += [words for button in buttons for words in (button.text(), button.toolTip())]
    dialog.close()
    assert any(said)
    assert [words for words in said if ENGLISH.search(words)] == []


def test_a_folder_is_called_so_in_chinese_too(chinese: Hand, tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    dialog = opened(chinese, "file")
    dialog.setDirectory(str(tmp_path))
    view = dialog.findChildren(QTreeView)[0]
    chinese.until(lambda: view.model().rowCount(view.rootIndex()) == 1)
    told = view.model().index(0, TYPE, view.rootIndex()).data(Qt.ItemDataRole.DisplayRole)
    dialog.close()
    assert told == "文件夹"


def test_size_kind_and_day_of_a_file_are_read_whole(chinese: Hand, tmp_path: Path) -> None:
    (tmp_path / "1.jpg").write_bytes(bytes(29_574))
    dialog = opened(chinese, "file")
    dialog.setDirectory(str(tmp_path))
    view = dialog.findChildren(QTreeView)[0]
    chinese.until(lambda: view.model().rowCount(view.rootIndex()) == 1)
    chinese.until(lambda: all(view.columnWidth(one) >= view.sizeHintForColumn(one) for one in (1, TYPE, 3)))
    assert view.header().length() <= view.viewport().width()
    dialog.close()
