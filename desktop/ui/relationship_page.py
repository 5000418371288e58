"""A relationship: the word of kinship proposes what kind it is, and a sentence says how the record reads."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop.casework import naming
from desktop.casework.workspace import Changes
from desktop.domain.vocabulary import Term
from desktop.ui.form import Shape
from desktop.ui.layout import column, sheet
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel, one_line
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools

_ADDED = re.compile(r"\s*[(（].*")  # what a label explains in brackets is not said in a sentence
FIRST = ("person", "kin_term", "type", "related_person")
PEOPLE = frozenset({"person", "name", "identity"})


class RelationshipPage(RecordForm):
    """Who is what to whom is easily turned round: the sentence shows it before it is saved."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._sentence = PlainLabel(wrap=True)
        self._called: Mapping[str, str] = {}
        super().__init__(tools, place)
        rows = self.form.rows
        self._type, self._kin = rows["type"], rows["kin_term"]
        self._kin.edited.connect(self._propose)
        self.form.edited.connect(self._look)
        self.editor.shown.connect(lambda _shown: self._look())
        self._look()

    def shape(self) -> Shape:
        """In the order of the sentence."""
        return Shape(fields=FIRST)

    def above(self) -> list[QWidget]:
        """The sentence."""
        return [sheet(column(self._sentence))]

    def refresh(self, changes: Changes | None) -> None:
        """People may be called otherwise now."""
        super().refresh(changes)
        if changes is None or PEOPLE & changes.kinds:
            self._called = {}
            self._look()

    def retranslate(self) -> None:
        """The sentence in the language spoken now."""
        if hasattr(self, "_kin"):
            self._say()

    @property
    def _ends(self) -> tuple[str, str]:
        stands = self.form.stand()
        person, related = stands.get("person"), stands.get("related_person")
        return (person if isinstance(person, str) else "", related if isinstance(related, str) else "")

    def _propose(self) -> None:
        """What kind of relationship the word says, where nobody said otherwise."""
        if not (self._type.empty or self._type.proposed):
            return
        term = self._term("kin_terms", self._kin.value())
        kind = str(term.more.get("relationship", "")) if term else ""
        if kind:
            self._type.propose(kind, self.tr("Proposed: this is what the word says. Change it if it is otherwise."))
        elif self._type.proposed:
            self._type.put(None)
        self._type.edited.emit()

    def _look(self) -> None:
        """Say it, once it is known what both are called."""
        both = [one for one in self._ends if one]
        if all(one in self._called for one in both):
            self._say()
            return

        def answer(called: Mapping[str, str]) -> None:
            self._called = called
            self._say()

        self.tools.worker.submit(lambda ws: naming.called_plainly(ws, both), answer, owner=self, look=True)

    def _say(self) -> None:
        person, related = (one_line(self._called[one]) if one in self._called else "…" for one in self._ends)
        self._sentence.setText(
            self.tr("{person} is the {relation} of {related}.").format(
                person=person, relation=self._relation() or "…", related=related
            )
        )

    def _relation(self) -> str:
        """The word of kinship, else what kind of relationship it is."""
        term = self._term("kin_terms", self._kin.value()) or self._term("relationships", self._type.value())
        label = _ADDED.sub("", term.label(self.tools.language.code)) if term else ""
        return label[:1].lower() + label[1:]

    def _term(self, vocabulary: str, code: object) -> Term | None:
        return self.tools.vocabularies[vocabulary].get(code) if isinstance(code, str) else None
