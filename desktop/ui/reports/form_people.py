"""Everybody a form is for: the questions of the form word for word, and what each answered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework.submission_consent import Standing
from desktop.ui.layout import column, held, row, sheet
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools

_LOOKS = {"yes": "done", "no": "info", "unanswered": "danger"}


class FormPerson(Speaking):
    """`consents_wanted` with the person and the use to be answered first, to note an answer."""

    consents_wanted = Signal(str, str)

    def __init__(self, tools: Tools, standing: Standing, called: str) -> None:
        super().__init__()
        self._tools = tools
        self._standing = standing
        self._name = Heading(called if standing.code in called else f"{called} · {standing.code}", level=3)
        self._answers = [Told(tools, _LOOKS[answer.said]) for answer in standing.answers]
        self._conditions = [PlainLabel(words, wrap=True).be(quiet=True) for words in _conditions(standing)]
        self._out = Told(tools, "warning")
        self._note = QPushButton()
        parts = (self._name, *self._answers, *self._conditions, self._out, held(row(self._note, None)))
        self.setLayout(column(sheet(column(*parts, gap=8))))
        asked = (*standing.unanswered, *standing.answers)[:1]
        self._note.clicked.connect(lambda: self.consents_wanted.emit(standing.person, asked[0].scope if asked else ""))
        self.retranslate()

    def retranslate(self) -> None:
        """The answers in words, so that no colour tells alone."""
        said = {"yes": self.tr("Yes."), "no": self.tr("No."), "unanswered": self.tr("Not answered.")}
        for told, answer in zip(self._answers, self._standing.answers, strict=True):
            told.say(f"{said[answer.said]} {answer.question}")
        self._out.say(self._outcome())
        self._note.setText(self.tr("Note what they answered…"))
        self._note.setAccessibleName(f"{self._note.text()} · {self._name.text()}")

    def _outcome(self) -> str:
        standing = self._standing
        if not standing.included:
            reason = self._tools.vocabularies.label("permission_reasons", standing.reason, self._tools.language.code)
            return self.tr("They and what was done to them are left out: {reason}").format(reason=reason)
        if not standing.named:
            return self.tr("Their code stands in for the name.")
        return ""


def _conditions(standing: Standing) -> list[str]:
    return list(dict.fromkeys(words for answer in standing.answers for words in answer.conditions))
