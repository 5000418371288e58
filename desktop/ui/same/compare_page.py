"""Two records of people side by side, and one question: is it one person?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.casework import comparing, same_person
from desktop.casework.comparing import Comparison, Side
from desktop.casework.same_person import NOT_SAME, SAME, UNDONE
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.registry import declaration
from desktop.ui.back_line import BackLine
from desktop.ui.entry import LineField
from desktop.ui.flow import Flow
from desktop.ui.layout import centred, column, held, sheet
from desktop.ui.notice import Note
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.same.lines import OTHER
from desktop.ui.tools import Tools

WIDTH = 960  # pixels; two columns of text


class ComparePage(Page):
    """Nothing is merged: both records stay as they are, whatever is decided, and it can be taken back."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._other = dict(place.given).get(OTHER, "")
        self._told: Comparison | None = None
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._decided = PlainLabel(wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._why_label, self._why = PlainLabel(), LineField()
        self._why_label.setBuddy(self._why)
        self._same, self._not, self._undo = QPushButton(), QPushButton(), QPushButton()
        for button, decision in ((self._same, SAME), (self._not, NOT_SAME), (self._undo, UNDONE)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, decision=decision: self._decide(decision))
        buttons = held(Flow(self._same, self._not, self._undo, gap=8))
        self._question = held(column(self._why_label, self._why, buttons, gap=8))
        inside = column(
            BackLine(tools), self._title, self._about, sheet(self._grid), self._decided, self._question, gap=12
        )
        self.setLayout(column(centred(held(inside), WIDTH)))
        self.retranslate()
        self.refresh(None)

    def begin(self) -> None:
        """The reason comes first; it may stay empty."""
        self._why.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Anything of the two may have changed."""
        person, other = self._place.record, self._other

        def look(ws: Workspace) -> Comparison:
            return comparing.compare(ws, person, other)

        self.tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of the page; the facts come again in the other language."""
        self._title.setText(self.tr("One person?"))
        self._about.setText(
            self.tr(
                "Neither record is changed. Taken for one person, both are found under the one that was made first; "
                "taken for two, you are never asked again. Either can be taken back."
            )
        )
        self._why_label.setText(self.tr("&Why (may stay empty)"))
        self._why.setAccessibleName(self.tr("Why"))
        self._same.setText(self.tr("The &same person"))
        self._not.setText(self.tr("&Not the same person"))
        self._undo.setText(self.tr("&Take the decision back"))
        if self._told is not None:
            self._show(self._told)

    def _show(self, told: Comparison) -> None:
        self._told = told
        self._empty_grid()
        self._row("", (self._person_button(told.one), self._person_button(told.other)))
        self._texts(self.tr("Names"), "\n".join(told.one.names), "\n".join(told.other.names), mark=False)
        for label in told.labels:
            self._texts(label, told.one.told.get(label, ""), told.other.told.get(label, ""))
        lang = self.tools.language.code
        for kind in told.kinds:
            one, other = ("\n".join(side.related[kind]) for side in (told.one, told.other))
            self._texts(declaration(kind).plural(lang), one, other, mark=False)
        if told.one.cases or told.other.cases:
            self._texts(self.tr("Cases"), "\n".join(told.one.cases), "\n".join(told.other.cases), mark=False)
        self._same.setEnabled(told.decision != SAME)
        self._not.setEnabled(told.decision != NOT_SAME)
        self._undo.setVisible(bool(told.decision))
        self._decided.setText(self._said(told))
        self._decided.setVisible(bool(self._decided.text()))

    def _said(self, told: Comparison) -> str:
        if not told.decision:
            return ""
        words = (
            self.tr("Decided: the same person.")
            if told.decision == SAME
            else self.tr("Decided: not the same person. They are not suggested again.")
        )
        return f"{words} {told.reason}" if told.reason else words

    def _person_button(self, side: Side) -> QWidget:
        button = QPushButton()
        button.setAutoDefault(False)
        words = side.called if side.called == side.code else f"{side.called}   {side.code}"
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(self.tr("Open: {what}").format(what=words))
        button.clicked.connect(lambda: self.tools.go(Place("record", side.person, "person")))
        return button

    def _texts(self, label: str, one: str, other: str, *, mark: bool = True) -> None:
        differs = mark and bool(one and other and one != other)
        self._row(label, tuple(PlainLabel(text or "—", wrap=True).be(differs=differs) for text in (one, other)))

    def _row(self, label: str, widgets: tuple[QWidget, ...]) -> None:
        number = self._grid.rowCount()
        head = PlainLabel(label, wrap=True).be(quiet=True)
        self._grid.addWidget(head, number, 0, Qt.AlignmentFlag.AlignTop)
        for place, widget in enumerate(widgets, start=1):
            self._grid.addWidget(widget, number, place, Qt.AlignmentFlag.AlignTop)

    def _empty_grid(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _decide(self, decision: str) -> None:
        person, other, reason = self._place.record, self._other, self._why.text().strip()

        def decide(ws: Workspace) -> Changes:
            return same_person.decide(ws, person, other, decision, reason)

        def done(_changes: Changes) -> None:
            self._why.clear()
            self.tools.tell(Note("done", self._done_words(decision)))
            self.refresh(None)

        self.tools.worker.submit(decide, done, owner=self)

    def _done_words(self, decision: str) -> str:
        if decision == SAME:
            return self.tr("Taken for one person from now on.")
        if decision == NOT_SAME:
            return self.tr("Taken for two people; nobody is asked again.")
        return self.tr("Taken back: undecided again.")
