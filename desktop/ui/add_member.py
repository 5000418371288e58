"""Naming somebody in a case: the defender, or a relative and how they are related."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton

from desktop.casework import family
from desktop.casework.family import KinTerm, Member
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.folding import fold_text
from desktop.ui import sources
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.people_picker import pick_of
from desktop.ui.picker import Picker
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools

DEFENDER = "defender"  # the answer that makes somebody a defender of the case


class AddMember(Speaking):
    """Folded away until wanted. The kinship is said as people say it: 岳母, elder sister, husband."""

    def __init__(self, tools: Tools, case: str) -> None:
        super().__init__()
        self._tools = tools
        self._case = case
        self._defenders: list[Member] = []
        self._terms: tuple[KinTerm, ...] = ()
        self._labels = [PlainLabel() for _ in range(3)]
        self._who = Picker("", sources.people(tools, self), new_words=True)
        self._as = Picker("", self._kin)
        self._of = Picker("", self._whose)
        self._add = primary(QPushButton())
        self._cancel = QPushButton()
        fields = [column(label, field, gap=4) for label, field in zip(self._labels, self._fields, strict=True)]
        line = row(*fields, gap=12)
        for number in range(len(fields)):
            line.setStretch(number, 1)
        buttons = held(row(self._add, self._cancel, None))
        self.setLayout(column(sheet(column(line, buttons, gap=12), margin=16)))
        for label, field in zip(self._labels, self._fields, strict=True):
            label.setBuddy(field)
        self._add.clicked.connect(self._do)
        self._cancel.clicked.connect(self.hide)
        self._as.picked.connect(self._look)
        self.hide()
        self.retranslate()

    @property
    def _fields(self) -> tuple[Picker, Picker, Picker]:
        return self._who, self._as, self._of

    def offer(self, defenders: list[Member]) -> None:
        """Whose relatives there can be."""
        self._defenders = defenders
        if defenders and self._of.chosen is None:
            self._of.put(Option(defenders[0].person, defenders[0].called, defenders[0].code))
        self._look()

    def unfold(self) -> None:
        """Ask for somebody; the first one is the defender."""
        self._who.put(None)
        self._as.put(None if self._defenders else Option(DEFENDER, self.tr("defender")))
        self.show()
        self._look()
        self._who.setFocus()
        self._tools.worker.submit(family.kin_terms, self._know, owner=self)

    def retranslate(self) -> None:
        """Every word of it."""
        names = (self.tr("Who"), self.tr("Is the …"), self.tr("… of"))
        for label, field, name in zip(self._labels, self._fields, names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self._who.setPlaceholderText(self.tr("Name or code"))
        self._as.setAccessibleName(self.tr("Relationship"))
        self._of.setAccessibleName(self.tr("Relative of"))
        self._add.setText(self.tr("&Add"))
        self._cancel.setText(self.tr("&Cancel"))

    def _know(self, terms: tuple[KinTerm, ...]) -> None:
        self._terms = terms

    def _kin(self, words: str, answer: Callable[[Sequence[Option]], None]) -> None:
        wanted = fold_text(words)
        found = [Option(DEFENDER, self.tr("defender"))] if wanted in fold_text(self.tr("defender")) else []
        found += [
            Option(term.code, term.term, term.relationship_label)
            for term in self._terms
            if wanted in fold_text(f"{term.term} {term.code} {term.relationship_label}")
        ]
        answer(found)

    def _whose(self, _words: str, answer: Callable[[Sequence[Option]], None]) -> None:
        answer([Option(one.person, one.called, one.code) for one in self._defenders])

    def _look(self) -> None:
        as_defender = self._as.chosen is not None and self._as.chosen.key == DEFENDER
        self._of.setEnabled(not as_defender and bool(self._defenders))

    def _do(self) -> None:
        who, as_what, of = pick_of(self._who), self._as.chosen, self._of.chosen
        if who is None or as_what is None:
            (self._who if who is None else self._as).setFocus()
            return
        case = self._case
        if as_what.key == DEFENDER or of is None:
            self._tools.worker.submit(lambda ws: family.add_defender(ws, case, who), self._done, owner=self)
            return
        term = next(one for one in self._terms if one.code == as_what.key)

        def add(ws: Workspace) -> Changes:
            return family.add_relative(ws, who, of=of.key, relationship=term.relationship, kin_term=term.code)

        self._tools.worker.submit(add, self._done, owner=self)

    def _done(self, _changes: Changes) -> None:
        self._who.put(None)
        self._as.put(None)
        self._who.setFocus()
