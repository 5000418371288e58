"""Who agreed to which use, for whom, until when, and what decided: of one person as a list, of a case as a table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QPushButton

from desktop.casework import consent_matrix
from desktop.casework.consent_matrix import Answer, Matrix, PersonRow
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.also import with_others
from desktop.ui.back_line import BackLine
from desktop.ui.cells import CellsView
from desktop.ui.consenting.matrix import SIGNS, MatrixTable
from desktop.ui.flow import Flow
from desktop.ui.layout import centred, column, held, sheet
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.tools import Tools

CONCERNED = frozenset({"consent", "approval", "person", "name", "case", "act", "relationship"})
WIDTH = 1040
MOST_ROWS = 30


class AgreedPage(Page):
    """A cell or a line is told in full beneath; from there one comes to the consent that decided."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._matrix = Matrix((), ())
        self._at: tuple[PersonRow, Answer] | None = None
        self._title, self._about = Heading(), PlainLabel(wrap=True).be(quiet=True)
        self._legend = PlainLabel(wrap=True).be(quiet=True)
        self._table = MatrixTable(tools, self._sentence)
        self._lines = CellsView(0)
        self._who = Heading(level=3)
        self._told, self._question = PlainLabel(wrap=True), PlainLabel(wrap=True).be(quiet=True)
        self._open, self._add, self._person = QPushButton(), QPushButton(), QPushButton()
        buttons = held(Flow(self._open, self._add, self._person, gap=8))
        beneath = sheet(column(self._who, self._told, self._question, buttons, gap=8), margin=16)
        inside = column(
            BackLine(tools), self._title, self._about, self._table, self._legend, self._lines, beneath, gap=12
        )
        self._beneath = beneath
        self.setLayout(column(centred(held(inside), WIDTH)))
        self._connect()
        self.retranslate()
        self.refresh(None)

    def begin(self) -> None:
        """The table."""
        (self._table if self._whole_case else self._lines).setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Whatever changes what people agreed to, or how they are called."""
        if changes is not None and not CONCERNED & changes.kinds:
            return
        record = self._place.record

        def look(ws: Workspace) -> Matrix:
            return consent_matrix.matrix_of(ws, record)

        self.tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Who agreed to what") if self._whole_case else self.tr("All they agreed to"))
        self._about.setText(
            self.tr(
                "As it stands today, from all their consents together; of several answers the stricter holds. What "
                "leaves this vault asks here."
            )
        )
        marks = self._marks()
        self._legend.setText("    ".join(f"{SIGNS[mark]} {words}" for mark, words in marks.items()))
        self._table.setAccessibleName(self._title.text())
        self._lines.setAccessibleName(self._title.text())
        self._lines.cells.name(
            self.tr("Use"), self.tr("For whom"), self.tr("Answer"), self.tr("Until"), self.tr("Reason")
        )
        self._open.setText(self.tr("&Look at the consent that decided"))
        self._add.setText(self.tr("Ask, and note the &answer"))
        self._person.setText(self.tr("&Go to the person"))
        self._show(self._matrix)

    @property
    def _whole_case(self) -> bool:
        return self._place.kind == "case"

    def _connect(self) -> None:
        self._table.looked_at.connect(self._look_at)
        self._table.opened.connect(lambda _answer: self._open_consent())
        self._lines.selectionModel().currentRowChanged.connect(self._look_at_line)
        self._lines.activated.connect(lambda _index: self._open_consent())
        self._open.clicked.connect(self._open_consent)
        self._add.clicked.connect(self._note_answer)
        self._person.clicked.connect(self._go_to_person)

    def _show(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self._at = None
        case = self._whole_case
        self._table.setVisible(case and bool(matrix.rows))
        self._legend.setVisible(case and bool(matrix.rows))
        self._lines.setVisible(not case)
        self._beneath.setVisible(bool(matrix.rows))
        self._person.setVisible(case)
        if case:
            self._table.fill(matrix)
        elif matrix.rows:
            self._lines.cells.fill([self._line(answer) for answer in matrix.rows[0].answers])
            self._lines.showing(MOST_ROWS)
            self._lines.selectRow(0)
        self._tell()

    def _look_at(self, row: PersonRow, answer: Answer) -> None:
        self._at = row, answer
        self._tell()

    def _look_at_line(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and self._matrix.rows:
            row = self._matrix.rows[0]
            self._look_at(row, row.answers[current.row()])

    def _tell(self) -> None:
        if self._at is None:
            return
        row, answer = self._at
        called = with_others("   ".join(filter(None, (row.called, row.code))), row.also)
        self._who.setText(f"{called} – {self._use(answer)}")
        self._told.setText(self._in_full(answer))
        asked = self.tr("The UN asks: {question}")
        self._question.setText(asked.format(question=answer.question) if answer.question else "")
        self._question.setVisible(bool(answer.question))
        self._open.setVisible(answer.consent is not None)

    def _line(self, answer: Answer) -> tuple[str, ...]:
        why = self.tr("; ").join(filter(None, (self._why(answer), self._limits(answer))))
        return self._use(answer), answer.audience, self._marks()[answer.mark], answer.until, why

    def _why(self, answer: Answer) -> str:
        """The reason, where it says more than to whom alone."""
        return "" if answer.only_to else answer.why

    def _sentence(self, row: PersonRow, answer: Answer) -> str:
        """What a cell says to whoever cannot see its sign."""
        return f"{with_others(row.called, row.also)}: {self._use(answer)}: {self._in_full(answer)}"

    def _in_full(self, answer: Answer) -> str:
        why = "" if answer.mark == "team" else self._why(answer)  # the sign says all of it
        parts = [self._marks()[answer.mark], why, self._limits(answer)]
        parts += [self._apart(answer)] if answer.apart else []
        parts += [self.tr("until {day}").format(day=answer.until)] if answer.until else []
        return self.tr("; ").join(filter(None, parts))

    def _limits(self, answer: Answer) -> str:
        only = [self.tr("only to {names}").format(names=answer.only_to)] if answer.only_to else []
        on = [self.tr("on the condition: {words}").format(words=words) for words in answer.conditions]
        return self.tr("; ").join([*only, *on])

    def _use(self, answer: Answer) -> str:
        return self.tools.vocabularies.label("consent_scopes", answer.scope.code, self.tools.language.code)

    def _marks(self) -> dict[str, str]:
        return {
            "yes": self.tr("May be used"),
            "team": self.tr("Not asked, goes on in our team"),
            "some": self.tr("Only to some"),
            "no": self.tr("May not be used"),
            "open": self.tr("To be asked"),
        }

    def _apart(self, answer: Answer) -> str:
        """Two records of one person that say different things."""
        each = (self.tr("{code}: {answer}").format(code=code, answer=why) for code, why in answer.apart)
        told = self.tr("their records say different things ({each}), and the stricter holds here")
        return told.format(each=self.tr("; ").join(each))

    def _open_consent(self) -> None:
        if self._at is not None and self._at[1].consent:
            self.tools.go(Place("record", self._at[1].consent, "consent"))

    def _note_answer(self) -> None:
        if self._at is not None:
            self.tools.go(Place("record", kind="consent", given=(("person", self._at[0].person),)))

    def _go_to_person(self) -> None:
        if self._at is not None:
            self.tools.go(Place("record", self._at[0].person, "person"))
