"""Who had a file, from whom, to whom and when; steps that happened outside the program are noted by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import custody
from desktop.casework.custody import Step
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.vocabulary import Vocabularies
from desktop.ui.beneath import Beneath
from desktop.ui.cells import CellsView
from desktop.ui.choice import Choice
from desktop.ui.entry import LineField
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary, sheet
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.tools import Tools

BY_HAND = ("received", "handed_over", "returned", "viewed", "verified", "deleted")
SHOWN_DIGITS = 12  # of a fingerprint
MOST_ROWS = 10
Told = tuple[tuple[str, ...], ...]


class CustodyPanel(Beneath):
    """The lines, the oldest first, and under them what adds one."""

    def __init__(self, tools: Tools, record: str) -> None:
        super().__init__()
        self._tools = tools
        self._record = record
        self._title = Heading(level=3)
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._lines = CellsView(6)
        self._begin = QPushButton()
        self._what = Choice({code: code for code in BY_HAND})
        self._labels = [PlainLabel() for _ in range(4)]
        self._from, self._to, self._remark = LineField(), LineField(), LineField()
        self._add, self._cancel = primary(QPushButton()), QPushButton()
        self._form = self._lay_out_form()
        self._form.hide()
        begin = held(Flow(self._begin, gap=8))
        self.setLayout(column(self._title, self._about, self._lines, begin, self._form, gap=8))
        self._begin.clicked.connect(self._open)
        self._cancel.clicked.connect(self._close)
        self._add.clicked.connect(self._keep)
        self.retranslate()
        self._ask()

    def refresh(self, changes: Changes | None) -> None:
        """Ask anew when the evidence changed, or names are hidden."""
        if changes is None or self._record in changes.records:
            self._ask()

    def retranslate(self) -> None:
        """Every word of the panel."""
        terms: Vocabularies = self._tools.vocabularies
        self._title.setText(self.tr("Who had this file"))
        self._about.setText(
            self.tr(
                "Taking in, handing over, receiving and giving out are noted by themselves. No line is ever taken away."
            )
        )
        self._begin.setText(self.tr("&Note a step…"))
        self._begin.setIcon(self._tools.icons.icon("add"))
        self._what.name(self.tr("What happened"))
        language = self._tools.language.code
        self._what.say({code: terms.label("custody_events", code, language) for code in BY_HAND})
        words = (self.tr("What happened"), self.tr("From whom (code)"), self.tr("To whom (code)"), self.tr("Remark"))
        for label, word in zip(self._labels, words, strict=True):
            label.setText(word)
        for field, word in zip((self._from, self._to, self._remark), words[1:], strict=True):
            field.setAccessibleName(word)
        self._add.setText(self.tr("&Keep this step"))
        self._cancel.setText(self.tr("&Cancel"))
        self._lines.setAccessibleName(self.tr("Who had this file"))
        self._lines.cells.name(
            self.tr("Step"),
            self.tr("When"),
            self.tr("By"),
            self.tr("From"),
            self.tr("To"),
            self.tr("Fingerprint"),
            self.tr("Remark"),
        )

    def _ask(self) -> None:
        record, us = self._record, self.tr("us ({code})")

        def called(ws: Workspace, code: str) -> str:
            name = custody.shown(ws, code) if code else code
            return name if name == code else f"{name} ({code})" if name else us.format(code=code)

        def look(ws: Workspace) -> Told:
            return tuple(
                _cells(step, *(called(ws, code) for code in (step.by, step.from_whom, step.to_whom)))
                for step in custody.steps(ws, record)
            )

        self._tools.worker.submit(look, self._show, owner=self, look=True, failed=lambda _error: self.hide())

    def _show(self, rows: Told) -> None:
        self.show()
        self._lines.setVisible(bool(rows))
        self._lines.cells.fill(rows)
        self._lines.showing(MOST_ROWS)

    def _open(self) -> None:
        self._begin.hide()
        self._form.show()
        self._what.choose(BY_HAND[0])
        self._what.setFocus()

    def _close(self) -> None:
        for field in (self._from, self._to, self._remark):
            field.clear()
        self._form.hide()
        self._begin.show()
        self._begin.setFocus()

    def _keep(self) -> None:
        told = {
            "event": self._what.chosen,
            "from_whom": self._from.text().strip(),
            "to_whom": self._to.text().strip(),
            "remark": self._remark.text().strip(),
        }
        record = self._record
        self._tools.worker.submit(lambda ws: custody.add_step(ws, record, told), self._kept, owner=self)

    def _kept(self, _changes: Changes) -> None:
        self._close()

    def _lay_out_form(self) -> QWidget:
        what, give, take, remark = self._labels
        for label, field in ((give, self._from), (take, self._to), (remark, self._remark)):
            label.setBuddy(field)
        buttons = held(Flow(self._add, self._cancel, gap=8))
        parts = (what, self._what, give, self._from, take, self._to, remark, self._remark, buttons)
        return sheet(column(*parts, gap=4), margin=16)


def _cells(step: Step, by: str, from_whom: str, to_whom: str) -> tuple[str, ...]:
    digits = f"{step.sha256[:SHOWN_DIGITS]}…" if step.sha256 else ""
    return step.label, step.on, by, from_whom, to_whom, digits, step.remark
