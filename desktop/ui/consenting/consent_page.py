"""A consent: who, their answer, the uses to tick, since when and until when; what else was said is folded beneath."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import asking_again, consents_due, withdrawal
from desktop.casework.asking_again import Begun
from desktop.casework.consents_due import RunOut
from desktop.casework.records import Shown
from desktop.casework.withdrawal import Since
from desktop.casework.workspace import Changes, Workspace
from desktop.errors import JiashuError
from desktop.ui.consenting.answer import AnswerEditor
from desktop.ui.consenting.has_left import HasLeftLine
from desktop.ui.consenting.run_out import RunOutLine
from desktop.ui.consenting.second_person import SecondPerson
from desktop.ui.consenting.uses import UsesEditor
from desktop.ui.earlier import Earlier, anew
from desktop.ui.form import Shape
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.told import Told
from desktop.ui.tools import Tools

USE = "use"  # in `Place.given`: the one question somebody came to answer
SHAPE = Shape(editors={"state": AnswerEditor, "scopes": UsesEditor}, unfolded=("main",))


class ConsentPage(RecordForm):
    """The uses follow the answer, and a use that is ticked is a yes."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._since = Told(tools, "warning")
        self._taken_back: Since | None = None
        self._whose = ""
        self._may_ask = False
        self._run_out, self._has_left = RunOutLine(tools), HasLeftLine(tools)
        self._second = SecondPerson(tools, place.record)
        self._earlier = Earlier(tools, place)
        self._withdraw, self._table, self._again = QPushButton(), QPushButton(), QPushButton()
        super().__init__(tools, place)
        for button in (self._again, self._table, self._withdraw):
            self.head.add_button(button)
            button.hide()
        self._table.clicked.connect(self._show_table)
        for again in (self._again.clicked, self._run_out.wanted):
            again.connect(lambda: tools.go(anew(self.kind, self.editor.record, self._whose)))
        for who_has_it in (self._withdraw.clicked, self._has_left.wanted):
            who_has_it.connect(lambda: tools.go(Place("withdraw", self.editor.record, self.kind)))
        self._answer = self.form.down_to("state")
        self._uses = cast(UsesEditor, self.form.down_to("scopes").editor)
        self._answer.edited.connect(self._relate)
        self._uses.ticked.connect(self._ticked)
        self.editor.dirty.connect(self._relate)
        self._relate()
        self.retranslate()

    def shape(self) -> Shape:
        """The answer and the uses are shown as such; what is rarely said is folded."""
        return SHAPE

    def above(self) -> list[QWidget]:
        """What was said since comes first."""
        return [self._earlier, self._since, self._has_left, self._run_out, self._second]

    def start(self) -> None:
        """Of what is asked again the uses are filled in, before anybody can type."""
        earlier = self._earlier.record
        if earlier:
            self.form.setEnabled(False)
            self.tools.worker.submit(
                lambda ws: asking_again.begun(ws, earlier),
                self._ask_again,
                owner=self,
                look=True,
                failed=self._ask_anew,
            )
        else:
            super().start()

    def begin(self) -> None:
        """Whoever came for one question is at it."""
        super().begin()
        use = self._uses.use(dict(self._place.given).get(USE, ""))
        if use is not None:
            use.begin()
            self.bring_into_sight(use)

    def _ask_again(self, begun: Begun) -> None:
        self.form.setEnabled(True)
        self._earlier.say(begun.code, begun.uses)
        self.editor.begin(begun.nested)
        self.form.focus("state")

    def _ask_anew(self, error: JiashuError) -> None:
        """The earlier one cannot be read: what they say now can be written down all the same."""
        self.tools.worker.failed.emit(error)
        self.form.setEnabled(True)
        super().start()
        self.form.focus("state")

    def retranslate(self) -> None:
        """The button, and what was taken back since."""
        self._withdraw.setText(self.tr("They &withdrew this…"))
        self._table.setText(self.tr("All they &agreed to…"))
        self._again.setText(self.tr("Ask a&gain…"))
        self._since.say(self._since_words())

    def refresh(self, changes: Changes | None) -> None:
        """Another record may take back what this one gives."""
        super().refresh(changes)
        self._second.refresh(changes)
        if self.editor.record and (changes is None or "consent" in changes.kinds):
            self._ask_since()

    def show_record(self, shown: Shown) -> None:
        """The uses stand under the answer."""
        super().show_record(shown)
        self._relate()
        person, said = shown.nested.get("person"), shown.nested.get("state")
        self._withdraw.setVisible(isinstance(person, str) and said != "withdrawn" and not shown.erased)
        self._table.setVisible(isinstance(person, str))
        self._may_ask = isinstance(person, str) and said in asking_again.AGREED and not shown.erased
        self._again.setVisible(self._may_ask and not self._run_out.asks)
        self._whose = person if isinstance(person, str) else ""

    def show_more(self, shown: Shown) -> None:
        """What others said of it."""
        super().show_more(shown)
        self._second.look_at(shown.id)
        self._ask_since()

    def _show_table(self) -> None:
        self.tools.go(Place("agreed", self._whose, "person"))

    def _ask_since(self) -> None:
        record = self.editor.record

        def look(ws: Workspace) -> tuple[Since | None, RunOut | None, int]:
            left = withdrawal.sent_before_a_no(ws, record)
            return withdrawal.withdrawn_since(ws, record), consents_due.run_out(ws, record), left

        self.tools.worker.submit(look, self._show_since, owner=self)

    def _show_since(self, found: tuple[Since | None, RunOut | None, int]) -> None:
        self._taken_back, run_out, left = found
        self._has_left.say(left)
        self._run_out.say(run_out)
        self._again.setVisible(self._may_ask and not self._run_out.asks)
        self.retranslate()

    def _since_words(self) -> str:
        since, lang = self._taken_back, self.tools.language.code
        if since is None:
            return ""
        if since.everything:
            return self.tr("In another record they said no to everything. That holds, whatever stands here.")
        labels = (self.tools.vocabularies.label("consent_scopes", scope.code, lang) for scope in since.uses)
        told = self.tr("In another record they said no to: {uses}. That holds, whatever stands here.")
        return told.format(uses=self.tr(", ").join(labels))

    def _relate(self) -> None:
        self._uses.stand_under(self._answer.value())

    def _ticked(self) -> None:
        if self._answer.value() in (None, "not_asked"):
            self._answer.put("given")
            self._relate()
