"""Naming somebody in a case: the defender, or a relative and how they are related."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton

from desktop.casework import family, risks
from desktop.casework.family import Member
from desktop.casework.people import Pick
from desktop.casework.risks import AtRisk
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.vocabulary import Term
from desktop.errors import JiashuError
from desktop.ui import sources
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.notice import Note
from desktop.ui.people_picker import pick_of
from desktop.ui.picker import New, Picker
from desktop.ui.plain import PlainLabel
from desktop.ui.risk_prompt import RiskPrompt
from desktop.ui.speaking import Speaking
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools

DEFENDER = "defender"  # the answer that makes somebody a defender of the case
OTHER = "other_relative"  # what no word fits, in the vocabulary of relationships


@dataclass(frozen=True)
class Added:
    """What naming somebody changed. at_risk: them, while nobody has assessed the risk they are at."""

    changes: Changes
    at_risk: AtRisk | None


class AddMember(Speaking):
    """Folded away until wanted. The kinship is said as people say it: 岳母, elder sister, husband."""

    def __init__(self, tools: Tools, case: str) -> None:
        super().__init__()
        self._tools = tools
        self._case = case
        self._defenders: list[Member] = []
        self._known = self._wanted = False
        self._terms = tools.vocabularies["kin_terms"]
        self._kin_terms = sources.terms(self._terms, tools, self, also=self._class_of)
        self._ties = sources.fixed(self._no_kin)
        self._defender = sources.fixed(lambda: [Option(DEFENDER, self.tr("Defender"))])
        self._labels = [PlainLabel() for _ in range(3)]
        self._who = Picker("", sources.people(tools, self, lambda: (case,)), new=New.PERSON)
        self._as = Picker("", self._kin)
        self._of = Picker("", sources.fixed(self._whose))
        self._add = primary(QPushButton())
        self._nameless = QPushButton()
        self._cancel = QPushButton()
        fields = [column(label, field, gap=4) for label, field in zip(self._labels, self._fields, strict=True)]
        line = row(*fields, gap=12)
        for number in range(len(fields)):
            line.setStretch(number, 1)
        buttons = held(row(self._add, self._nameless, self._cancel, None))
        self._risk = RiskPrompt(tools)
        self.setLayout(column(sheet(column(line, buttons, self._risk, gap=12), margin=16)))
        for label, field in zip(self._labels, self._fields, strict=True):
            label.setBuddy(field)
        self._add.clicked.connect(self._do)
        self._nameless.clicked.connect(self._do_nameless)
        self._cancel.clicked.connect(self.hide)
        self._as.picked.connect(self._look)
        for field in self._fields:
            field.submitted.connect(self._do)
        self.hide()
        self.retranslate()

    @property
    def _fields(self) -> tuple[Picker, Picker, Picker]:
        return self._who, self._as, self._of

    def offer(self, defenders: list[Member]) -> None:
        """Whose relatives there can be."""
        self._known, self._defenders = True, defenders
        if defenders and self._of.chosen is None:
            self._of.put(Option(defenders[0].person, defenders[0].called, defenders[0].code))
        self._look()
        if self._wanted:
            self.unfold()

    def unfold(self) -> None:
        """Ask for somebody; the first one is the defender. Who that is may still be on its way: then once it is here,
        else a relative would be written down as a defender."""
        self._wanted = not self._known
        if self._wanted:
            return
        self._who.put(None)
        self._as.put(None if self._defenders else Option(DEFENDER, self.tr("Defender")))
        self.show()
        self._look()
        self._who.setFocus()

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
        self._nameless.setText(self.tr("Add without a name"))
        self._cancel.setText(self.tr("Ca&ncel"))

    def _kin(self, words: str, answer: sources.Answer) -> None:
        """A defender, the words of kinship, or what no word of kinship says: a lawyer, a friend, a foster child."""
        first: list[Option] = []
        last: list[Option] = []
        self._defender(words, first.extend)
        self._ties(words, last.extend)
        self._kin_terms(words, lambda terms: answer([*first, *terms, *last]))

    def _no_kin(self) -> list[Option]:
        """The relationships no word of kinship stands for."""
        said = {str(term.more.get("relationship", "")) for term in self._terms} - {OTHER}
        language = self._tools.language.code
        return [
            Option(term.code, term.label(language))
            for term in self._tools.vocabularies["relationships"]
            if term.pickable and term.code not in said and term.more.get("group") not in {"self", "admin"}
        ]

    def _class_of(self, term: Term) -> str:
        """The relationship a word of kinship says more exactly."""
        kind = str(term.more.get("relationship", ""))
        return self._tools.vocabularies.label("relationships", kind, self._tools.language.code)

    def _whose(self) -> list[Option]:
        return [Option(one.person, one.called, one.code) for one in self._defenders]

    def _look(self) -> None:
        as_defender = self._as.chosen is not None and self._as.chosen.key == DEFENDER
        self._of.setEnabled(not as_defender and bool(self._defenders))

    def _do_nameless(self) -> None:
        """Add somebody nobody knows a name of: a newborn, a neighbour; they are called by a code."""
        self._who.put(None)
        self._do(nameless=True)

    def _do(self, _pressed: bool = False, *, nameless: bool = False) -> None:
        """Add them, or go to what is still to be said."""
        for field in self._fields:
            field.settle()
        who = Pick(new=True) if nameless else pick_of(self._who)
        as_what, of = self._as.chosen, self._of.chosen
        missing = self._who if who is None else self._as if as_what is None else self._of
        if who is None or as_what is None or (as_what.key != DEFENDER and of is None):
            missing.setFocus()
            if missing is self._of and not self._defenders:
                self._tools.tell(Note("info", self.tr("Add the defender first; relatives come after.")))
            elif missing is self._who:
                self._tools.tell(Note("info", self.tr("Say who it is, or add them without a name.")))
            return
        case = self._case
        if as_what.key == DEFENDER or of is None:

            def add_defender(ws: Workspace) -> Added:
                return _asked_about(ws, family.add_defender(ws, case, who), who)

            self._begin_next(add_defender)
            return
        term = self._terms.get(as_what.key)
        relationship = str(term.more.get("relationship", "")) if term is not None else as_what.key
        kin_term = term.code if term is not None else ""

        def add(ws: Workspace) -> Added:
            changes = family.add_relative(ws, who, of=of.key, relationship=relationship, kin_term=kin_term)
            return _asked_about(ws, changes, who)

        self._begin_next(add)

    def _begin_next(self, add: Callable[[Workspace], Added]) -> None:
        """The line is for whoever comes next at once: on a slow disk nothing is typed into fields that change beneath.
        What could not be added stands there again, unless somebody else does by then."""
        stood = [(field, field.chosen, field.typed) for field in (self._who, self._as)]
        for field, _, _ in stood:
            field.put(None)
        self._look()
        self._who.setFocus()

        def put_back(error: JiashuError) -> None:
            if not any(field.text() for field, _, _ in stood):
                for field, chosen, typed in stood:
                    field.put(chosen, typed)
                self._look()
            self._tools.worker.failed.emit(error)

        self._tools.worker.submit(add, self._done, owner=self, failed=put_back)

    def _done(self, added: Added) -> None:
        self._risk.ask_about(added.at_risk)


def _asked_about(ws: Workspace, changes: Changes, who: Pick) -> Added:
    """Whoever was named, if their risk is still to be assessed."""
    made = (record for record in changes.created if ws.vault.kind_of(record) == "person")
    person = who.record or next(made, None)
    at_risk = risks.unassessed(ws, [person]) if person else ()
    return Added(changes, at_risk[0] if at_risk else None)
