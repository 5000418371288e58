"""A few words of which one holds, side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from desktop.ui.flow import Flow
from desktop.ui.plain import unmnemonic


class Choice(QWidget):
    """One button a choice; arrow keys go from one to the next."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for key, label in labels.items():
            button = QPushButton(unmnemonic(label))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)  # letters differ in height
            button.setProperty("choice", True)
            button.setAccessibleName(label)
            self._group.addButton(button)
            self._buttons[key] = button
        self._name = ""
        self.setLayout(Flow(*self._buttons.values()))
        if self._buttons:
            self.setFocusProxy(next(iter(self._buttons.values())))

    @property
    def chosen(self) -> str:
        """The key that holds, "" when none does."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show a choice; an unknown one shows none. Nothing is announced."""
        button = self._buttons.get(key)
        if button is not None:
            button.setChecked(True)

    def say(self, labels: Mapping[str, str]) -> None:
        """Set the words anew."""
        for key, label in labels.items():
            button = self._buttons[key]
            button.setText(unmnemonic(label))
            button.setAccessibleName(f"{self._name}: {label}" if self._name else label)

    def name(self, name: str) -> None:
        """What a screen reader says before each choice."""
        self._name = name
        self.say({key: button.text().replace("&&", "&") for key, button in self._buttons.items()})

    def on_chosen(self, act: Callable[[str], None]) -> None:
        """Tell when somebody chooses."""
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, chosen=key: act(chosen))
