"""How it stands with a task, in words: the same in the list of all of them and under what they are about."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def mark_of(standing: str) -> str:
    """standing: one of `task_list.Standing`; "" for any other."""
    translate = QCoreApplication.translate
    return {
        "overdue": translate("TaskMarks", "Overdue"),
        "today": translate("TaskMarks", "Due today"),
        "open": translate("TaskMarks", "To do"),
        "done": translate("TaskMarks", "✓ Done"),
    }.get(standing, "")
