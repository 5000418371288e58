"""What grows within a page has its place before it is painted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.ui.layout import Scrolled, column, held, lay_out_all, scrolling

HIGH = 60


def test_a_page_has_grown_by_what_grows_deep_within_it_once_it_is_painted(qapp: QApplication) -> None:
    buttons = [QPushButton("Add") for _ in range(20)]
    within: QWidget = held(column(*buttons))
    for _ in range(5):
        within = held(column(within))
    page = Scrolled()
    page.setLayout(column(within))
    area = scrolling(page)
    area.resize(300, 200)
    area.show()
    for _ in range(20):
        QCoreApplication.processEvents()
    for button in buttons:
        button.setMinimumHeight(HIGH)
    lay_out_all()
    assert page.height() >= HIGH * len(buttons)
    area.close()
