"""Tab comes to a list before it comes to what is chosen in it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.ui.beside import Beside
from desktop.ui.tab_order import tabbed


def test_tab_comes_to_the_list_before_what_stands_beside_it(qapp: QApplication) -> None:
    listing, detail = QLineEdit(), QLineEdit()
    beside = Beside(listing, detail)
    beside.resize(800, 400)
    beside.show()
    assert list(tabbed(beside)) == [listing, detail]
    beside.deleteLater()
