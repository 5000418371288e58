"""Lines of a list that say two things, one under the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.ui.plain import one_line, tooltip

LINE = 1.4  # of the font's height: where scripts are mixed, another font may stand higher
PADDING = 12  # pixels


def two_lines(listed: QListWidget, icon: QIcon, first: str, second: str) -> QListWidgetItem:
    """An item for the list, high enough for both lines in any script; not added yet."""
    above, below = one_line(first), one_line(second)
    item = QListWidgetItem(icon, f"{above}\n{below}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{above}, {below}")
    item.setToolTip(tooltip(f"{above}\n{below}"))
    item.setSizeHint(QSize(0, round(2 * LINE * listed.fontMetrics().height()) + PADDING))
    return item
