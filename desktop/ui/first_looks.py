"""Language and size of text before a vault is open: whoever reads the first screens has to be able to read them."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from desktop.ui.language import NAMES, Language
from desktop.ui.layout import quiet_button, row
from desktop.ui.speaking import Speaking
from desktop.ui.theme import Theme


class FirstLooks(Speaking):
    """Nothing chosen here is kept on the machine; a new vault takes the language on, an open one has its own."""

    def __init__(self, language: Language, theme: Theme) -> None:
        super().__init__()
        self._language = language
        self._languages = {code: quiet_button() for code in NAMES}
        self._smaller, self._larger = quiet_button(), quiet_button()
        self._lay_out()
        for code, button in self._languages.items():
            button.clicked.connect(lambda _on=False, code=code: language.choose(code))
        self._smaller.clicked.connect(lambda: theme.step(-1))
        self._larger.clicked.connect(lambda: theme.step(1))
        self.retranslate()

    def retranslate(self) -> None:
        """Which language is spoken now, and what the two letters do."""
        for code, button in self._languages.items():
            button.setText(NAMES[code])
            button.setAccessibleName(NAMES[code])
            button.setCheckable(True)
            button.setChecked(code == self._language.code)
        for button, sign, name in (
            (self._smaller, "A−", self.tr("Smaller text")),
            (self._larger, "A+", self.tr("Larger text")),
        ):
            button.setText(sign)
            button.setAccessibleName(name)
            button.setToolTip(name)

    def _lay_out(self) -> None:
        buttons: list[QToolButton] = [*self._languages.values(), self._smaller, self._larger]
        line = row(None, *buttons, gap=4)
        line.setContentsMargins(16, 8, 16, 0)
        self.setLayout(line)
