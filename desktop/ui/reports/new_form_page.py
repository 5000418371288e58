"""Beginning a form: the case, the State, the form, for whom, about which acts; a form that cannot be used says why."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework import submission, submission_choices
from desktop.casework.submission_choices import Choices, Somebody, Something
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.mechanisms import CHINA, MECHANISMS, Offer, offer
from desktop.ui import sources
from desktop.ui.choice import Choice
from desktop.ui.choosers import CodeEditor, called
from desktop.ui.layout import centred, column, held, primary, row
from desktop.ui.page import Page
from desktop.ui.picker import Picker
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.reports.back import BackToReports
from desktop.ui.suggestions import Option
from desktop.ui.tick_list import TickList
from desktop.ui.told import Told
from desktop.ui.tools import Tools

WIDTH = 840
MOST_ROWS = 8


class NewFormPage(Page):
    """`Place.record`: the case, "" to choose one here."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._choices: Choices | None = None
        self._title = Heading()
        self._labels = [PlainLabel() for _ in range(5)]
        self._case = Picker("", sources.cases(tools, self))
        self._state = CodeEditor(tools, "states")
        self._form = Choice(dict.fromkeys(MECHANISMS, ""))
        self._why = {kind: Told(tools, kind) for kind in ("info", "warning", "danger")}
        self._people, self._acts = TickList(MOST_ROWS), TickList(MOST_ROWS)
        self._left_out: set[str] = set()  # acts somebody took out, and that stay out whoever is ticked next
        self._one = PlainLabel(wrap=True).be(quiet=True)
        self._lacks = PlainLabel(wrap=True).be(quiet=True)
        self._begin = primary(QPushButton())
        self._lay_out()
        self._state.put(CHINA)
        self._form.choose(next(iter(MECHANISMS)))
        self._connect()
        if place.record:
            self._put_case(place.record)
        self.retranslate()

    def begin(self) -> None:
        """The first thing that is missing."""
        (self._people if self._case.chosen is not None else self._case).setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Names may be hidden now."""
        if changes is None and self._case.chosen is not None:
            self._put_case(self._case.chosen.key)

    def retranslate(self) -> None:
        """Every word of the page."""
        language = self.tools.language.code
        names = (self.tr("Case"), self.tr("Form"), self.tr("State responsible"), self.tr("For whom"))
        for label, name in zip(self._labels, (*names, self.tr("About which acts")), strict=True):
            label.setText(name)
        self._title.setText(self.tr("A new form"))
        self._case.setAccessibleName(names[0])
        self._form.name(names[1])
        self._state.call(names[2])
        self._people.setAccessibleName(names[3])
        self._acts.setAccessibleName(self.tr("About which acts"))
        forms = self.tools.vocabularies["submission_forms"]
        self._form.say({code: forms.label(code, language) for code in MECHANISMS})
        self._one.setText(self.tr("This form is for one person; make one for each."))
        self._begin.setText(self.tr("&Begin the form"))
        self._look()

    def _lay_out(self) -> None:
        case, form, state, people, acts = self._labels
        for label, control in ((case, self._case), (state, self._state), (people, self._people), (acts, self._acts)):
            label.setBuddy(control)
        beginning = row(self._begin, self._lacks)
        beginning.setStretch(1, 1)  # what is lacking is one line, where there is room for one
        begin = held(beginning)
        parts = (
            BackToReports(self.tools), self._title, case, self._case, form, self._form, state, self._state,
            *self._why.values(), people, self._one, self._people, acts, self._acts, begin,
        )  # fmt: skip
        whole = column(*parts, gap=8)
        for above in (case, form, state, people, acts):
            whole.insertSpacing(whole.indexOf(above), 8)
        self.setLayout(column(centred(held(whole), WIDTH)))

    def _connect(self) -> None:
        self._case.picked.connect(self._picked)
        self._state.edited.connect(self._look)
        self._form.on_chosen(lambda _form: self._look())
        self._people.itemChanged.connect(lambda _item: self._people_chosen())
        self._acts.itemChanged.connect(lambda _item: self._acts_chosen())
        self._begin.clicked.connect(self._start)

    def _put_case(self, case: str) -> None:
        self._case.put(Option(case, "…"))
        called(self.tools, case, self._case, self._case.put)
        self._ask(case)

    def _picked(self) -> None:
        if self._case.chosen is not None:
            self._ask(self._case.chosen.key)

    def _ask(self, case: str) -> None:
        def look(ws: Workspace) -> Choices:
            return submission_choices.choices(ws, case)

        self.tools.worker.submit(look, self._show, owner=self, look=True)

    def _show(self, choices: Choices) -> None:
        same = self._choices is not None and self._choices.case == choices.case
        chosen = self._people.ticked() if same else []
        self._choices = choices
        if not same:
            self._state.put(choices.state)
        self._people.fill([(one.person, self._called(one)) for one in choices.people], chosen)
        self._people_chosen()

    def _called(self, one: Somebody) -> str:
        """Who it is and whose: a family has many names, and a form may be about one of them alone."""
        code = "" if one.called == one.code else one.code
        return " · ".join(
            filter(None, (one.called, code, self.tr("the defender") if one.defender else "", one.kinship))
        )

    def _people_chosen(self) -> None:
        """Everything done to them is offered, and goes along unless somebody takes it out."""
        people = self._people.ticked()
        acts = [one for one in (self._choices.acts if self._choices else ()) if one.victim in people]
        kept = [one.act for one in acts if one.act not in self._left_out]
        self._acts.fill([(one.act, self._done(one, several=len(people) > 1)) for one in acts], list(kept))
        self._look()

    def _done(self, one: Something, *, several: bool) -> str:
        """What was done; to whom, where more than one is ticked."""
        people = self._choices.people if self._choices and several else ()
        whom = next((person.called for person in people if person.person == one.victim), "")
        return f"{one.title} · {whom}" if whom else one.title

    def _acts_chosen(self) -> None:
        self._left_out -= {str(one) for one in self._acts.ticked()}
        self._left_out |= {str(one) for one in self._acts.unticked()}
        self._look()

    def _look(self) -> None:
        """Only what can be used is begun; what cannot is explained."""
        told = self._offer()
        kind = "danger" if not told.offered else "warning" if told.to_check else "info"
        why = self.tools.vocabularies.label("mechanism_reasons", told.why, self.tools.language.code)
        accepted = " · ".join(told.procedures)
        for name, line in self._why.items():
            line.say((f"{why} ({accepted})" if accepted else why) if name == kind else "")
        people = len(self._people.ticked())
        alone = MECHANISMS[told.form].one_person
        self._one.setVisible(alone)
        has_acts = self._acts.count() > 0
        self._acts.setVisible(has_acts)
        self._labels[4].setVisible(has_acts)
        self._people.setVisible(self._people.count() > 0)
        lacks = self._lacking(people, alone=alone) if told.offered else ""
        self._lacks.setText(lacks)
        self._begin.setEnabled(told.offered and not lacks)

    def _lacking(self, people: int, *, alone: bool) -> str:
        """What has to be chosen before the form can be begun."""
        if self._case.chosen is None:
            return self.tr("Choose a case first.")
        if not people:
            return self.tr("Tick for whom it is.")
        return self.tr("Leave one person ticked.") if alone and people > 1 else ""

    def _offer(self) -> Offer:
        state = self._state.value()
        table = self.tools.vocabularies["complaint_procedures"]
        return offer(self._form.chosen, state if isinstance(state, str) else "", table)

    def _start(self) -> None:
        case, form, state = self._case.chosen, self._form.chosen, self._state.value()
        people, acts = [str(one) for one in self._people.ticked()], [str(one) for one in self._acts.ticked()]
        if case is None:
            return
        key = case.key

        def start(ws: Workspace) -> Changes:
            values = {"state": state} if isinstance(state, str) else {}
            return submission.start(ws, form, key, people, acts, **values)

        self.tools.worker.submit(start, self._begun, owner=self)

    def _begun(self, changes: Changes) -> None:
        self.tools.go(Place("form", changes.created[0], "submission"))
