"""Who did it, on the page of an act: everybody in words, and one more added where one reads it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from desktop.casework import actors, drafts
from desktop.casework.actors import Actor
from desktop.casework.workspace import Changes
from desktop.domain.registry import declaration
from desktop.ui.drafting import DRAFT
from desktop.ui.form import Form, Shape
from desktop.ui.involvement_page import propose_degree
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.part import Part
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.record_editor import RecordEditor
from desktop.ui.record_table import Line
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools
from desktop.ui.worker import leave_behind

KIND = "involvement"
SHAPE = Shape(only=("perpetrator", "number", "called", "description", "type", "degree", "pressured_by"))
NAMING = frozenset({KIND, "organisation", "person", "name"})  # kinds that say how an actor reads


class Actors(Speaking):
    """`act_wanted` when somebody is to be added to an act that is not saved yet: `begin` once it is. `unfolded` with
    what came into the page and has to be seen."""

    act_wanted = Signal()
    unfolded = Signal(object)

    def __init__(self, tools: Tools, act: str) -> None:
        super().__init__()
        self._tools = tools
        self._act = act
        self._shown: Sequence[Actor] = ()
        self._adding: AddActor | None = None
        self._part = Part(tools, 2)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column(self._part, self._below, gap=8))
        self._part.add_wanted.connect(self._add)
        self.retranslate()
        if act:
            self._ask()
            tools.worker.submit(lambda ws: drafts.draft(ws, _key(act)), self._resume, owner=self)

    def be_of(self, act: str) -> None:
        """The act is saved."""
        self._act = act

    def begin(self) -> None:
        """Ask for whoever did it."""
        self._add()

    def save(self) -> None:
        """Whoever is being written down is added."""
        if self._adding is not None and self._adding.says_something:
            self._adding.save()

    def keep_draft(self) -> None:
        """Whoever is being written down is kept."""
        if self._adding is not None:
            self._adding.editor.keep_draft()

    def leave(self) -> None:
        """The same, going elsewhere."""
        if self._adding is not None:
            self._adding.editor.leave()

    def refresh(self, changes: Changes | None) -> None:
        """Ask anew when it may read otherwise."""
        if self._act and (changes is None or NAMING & changes.kinds):
            self._ask()

    def retranslate(self) -> None:
        """Every word of it."""
        self._part.name(self.tr("Who did it"), ("", ""), self.tr("Nobody is named yet."), self.tr("Add who did i&t"))
        self._show(self._shown)

    def _ask(self) -> None:
        act = self._act
        self._tools.worker.submit(lambda ws: actors.actors_of(ws, act), self._show, owner=self, look=True)

    def _show(self, shown: Sequence[Actor]) -> None:
        self._shown = shown
        self._part.show_lines([Line(one.involvement, KIND, (self._in_words(one), one.degree_words)) for one in shown])

    def _in_words(self, one: Actor) -> str:
        who = self.tr(", ").join(one.words)
        return self.tr("{who} · pressured by {pressing}").format(who=who, pressing=one.pressed) if one.pressed else who

    def _add(self) -> None:
        if not self._act:
            self.act_wanted.emit()
        elif self._adding is None:
            self._adding = AddActor(self._tools, self._act)
            self._adding.done.connect(self._done)
            self._below.addWidget(self._adding)
            self._adding.form.focus()
            self.unfolded.emit(self._adding)
        else:
            self._adding.form.focus()

    def _resume(self, draft: object) -> None:
        if draft is not None and self._adding is None:
            self._add()

    def _done(self) -> None:
        adding, self._adding = self._adding, None
        self._part.begin()  # before the form goes, else the caret in it, and with it the page, goes to what comes next
        if adding is not None:
            self._below.removeWidget(adding)
            adding.hide()
            adding.setParent(None)
            leave_behind(adding)
        self.unfolded.emit(self._part)


class AddActor(Speaking):
    """The few fields that matter, none of them needed; what is typed is kept as that of any form. `done` once it is
    added, or is not to be."""

    done = Signal()

    def __init__(self, tools: Tools, act: str) -> None:
        super().__init__()
        self._tools = tools
        self.form = Form(tools, declaration(KIND), SHAPE)
        place = Place("record", kind=KIND, given=(("act", act), (DRAFT, _key(act))))
        self.editor = RecordEditor(tools, place, self.form, {}, by_hand=True)
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._add = primary(QPushButton())
        self._cancel = QPushButton()
        buttons = held(row(self._add, self._cancel, None))
        self.setLayout(column(sheet(column(self._about, self.form, buttons, gap=12))))
        self._add.clicked.connect(self.save)
        self._cancel.clicked.connect(self._give_up)
        self.editor.saved.connect(self._was_saved)
        propose_degree(self.form, self._proposed)
        self.editor.begin({"act": act})
        self.retranslate()

    def save(self) -> None:
        """Add whoever is described; nobody is added where nothing is said."""
        if self.says_something:
            self.editor.save()
        else:
            self.form.focus()

    def retranslate(self) -> None:
        """Every word of it."""
        self._about.setText(
            self.tr(
                "Write what is known, and leave out the rest: a name can come later. Whoever was leaned on, a landlord "
                "or a school, is named together with who pressured them."
            )
        )
        self._add.setText(self.tr("A&dd"))
        self._cancel.setText(self.tr("Ca&ncel"))

    def _proposed(self) -> str:
        return self.tr("Proposed: somebody pressured them. Change it if it is otherwise.")

    def _was_saved(self, _record: str) -> None:
        """Words that were not taken stay in their field, as is told; so the form does."""
        if not self.editor.is_dirty:
            self.done.emit()

    @property
    def says_something(self) -> bool:
        """Whether anybody is described."""
        return any(value is not None for value in self.form.stand().values()) or bool(self.form.untaken())

    def _give_up(self) -> None:
        if self.says_something:
            self.editor.discard()
        self.done.emit()


def _key(act: str) -> str:
    """Of the draft: one an act."""
    return f"new:{KIND}:{act}"
