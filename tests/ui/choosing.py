"""Choosing files in the program's own dialogs, as a person would by typing where they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from tests.ui.hand import Hand


def choose(hand: Hand, *paths: Path) -> None:
    """Answer the file dialog that is open with these files, or with a place for a new one or a folder."""
    hand.until(lambda: any(True for _ in hand.visible(QFileDialog)))
    dialog = next(hand.visible(QFileDialog))
    dialog.setDirectory(str(paths[0].parent))
    typed = " ".join(f'"{path}"' for path in paths) if len(paths) > 1 else str(paths[0])
    dialog.selectFile(typed)
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(typed)  # Qt leaves the field alone where the caret is in it already
    dialog.accept()
    hand.until(lambda: not any(True for _ in hand.visible(QFileDialog)))
