"""The answer to the question of consent: yes, no, not asked; and whatever else a record says."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework.workspace import JSON
from desktop.domain.declaration import FieldDecl
from desktop.ui.editors import Editor
from desktop.ui.flow import Flow
from desktop.ui.layout import choice_button
from desktop.ui.plain import unmnemonic
from desktop.ui.tools import Tools

ANSWERS = ("given", "refused", "not_asked", "not_possible")
STATES = "consent_states"


class AnswerEditor(Editor):
    """A button an answer; pressing the chosen one again takes it back. Another code gets a button of its own."""

    def __init__(self, tools: Tools, _decl: FieldDecl) -> None:
        super().__init__()
        self._tools = tools
        self._stands: JSON = None
        self._other: JSON = None
        self._name = ""
        self._buttons = {code: self._make(code) for code in ANSWERS}
        self._rest = self._make("")
        self._rest.hide()
        self.setFocusProxy(next(iter(self._buttons.values())))
        self.setLayout(Flow(*self._buttons.values(), self._rest))
        self.retranslate()

    def put(self, value: JSON) -> None:
        """A code, also one of a newer list."""
        self._stands = value
        self._other = None if value is None or value in ANSWERS else value
        self.retranslate()
        self._show()

    def value(self) -> JSON:
        """The code, None where nothing is said."""
        return self._stands

    def call(self, name: str) -> None:
        """Each button says what it answers."""
        self._name = name
        self.retranslate()

    def retranslate(self) -> None:
        """Every answer in words."""
        words = {
            "given": self.tr("Yes"),
            "refused": self.tr("No"),
            "not_asked": self.tr("Not asked"),
            "not_possible": self.tr("Could not be asked"),
        }
        other = self._other if isinstance(self._other, str) else ""
        told = {self._buttons[code]: words[code] for code in ANSWERS}
        told[self._rest] = self._tools.vocabularies.label(STATES, other, self._tools.language.code)
        for button, word in told.items():
            button.setText(unmnemonic(word))
            button.setAccessibleName(f"{self._name}: {word}" if self._name else word)
        self._rest.setVisible(self._other is not None)

    def _make(self, code: str) -> QPushButton:
        button = choice_button()
        button.clicked.connect(lambda: self._pressed(code))
        return button

    def _pressed(self, code: str) -> None:
        chosen = code or self._other
        self._stands = None if chosen == self._stands else chosen
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        for code, button in self._buttons.items():
            button.setChecked(code == self._stands)
        self._rest.setChecked(self._other is not None and self._stands == self._other)
