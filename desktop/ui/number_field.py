"""A field for a whole number; other words stay where they are typed, and are no number."""

from __future__ import annotations

from desktop.domain.numerals import whole_number
from desktop.ui.entry import LineField


class NumberField(LineField):
    """Digits of any script, or Chinese numerals."""

    @property
    def number(self) -> int | None:
        """What stands there, if it is a number."""
        return whole_number(self.text())

    @property
    def untaken(self) -> str:
        """Words that stand there and are no number."""
        words = self.text().strip()
        return words if words and self.number is None else ""
