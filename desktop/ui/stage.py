"""A place for the steps of a longer affair: one is shown at a time, the one before is destroyed."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Step = TypeVar("Step", bound=QWidget)


class Stage(QWidget):
    """Empty until something enters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: QWidget | None = None
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)

    def leave(self) -> None:
        """Show nothing."""
        step, self._step = self._step, None
        if step is not None:
            self._inside.removeWidget(step)
            step.hide()
            step.setParent(None)
            step.deleteLater()  # the click that led on may have come from inside it

    def enter(self, step: Step) -> Step:
        """Show this instead; returns it."""
        self.leave()
        self._step = step
        self._inside.addWidget(step)
        return step

    @property
    def step(self) -> QWidget | None:
        """What is shown now."""
        return self._step
