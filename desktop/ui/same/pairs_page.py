"""Everybody who may be recorded twice, pair by pair, the surest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.casework import duplicates, same_person
from desktop.casework.duplicates import Pairs, Perhaps
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.back_line import BackLine
from desktop.ui.layout import centred, column, held
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.same.lines import comparing
from desktop.ui.same.words import how
from desktop.ui.tools import Tools

KINDS = frozenset({"name", "person", same_person.KIND})


@dataclass(frozen=True, repr=False)
class Standing:
    """shown: whether names may be compared now. called, codes: by person. decided: on whom, and what."""

    shown: bool
    pairs: Pairs = field(default_factory=Pairs)
    called: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    decided: tuple[tuple[str, str, str], ...] = ()


class PairsPage(Page):
    """Each row leads to the two side by side."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._standing: Standing | None = None
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._table = RecordTable(3)
        self._decided_title, self._decided = Heading(level=2), RecordTable(3)
        parts = (BackLine(tools), self._title, self._about, self._table, self._decided_title, self._decided)
        self.setLayout(column(centred(held(column(*parts, gap=12)), 960)))
        self._table.opened.connect(self._compare)
        self._decided.opened.connect(lambda person, other: tools.go(comparing(person, other)))
        self.retranslate()
        self.refresh(None)

    def begin(self) -> None:
        """The list, which the arrow keys walk through."""
        self._table.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Names, people or decisions changed, or names are hidden now."""
        if changes is not None and not KINDS.intersection(changes.kinds):
            return

        def look(ws: Workspace) -> Standing:
            pairs = duplicates.everywhere(ws)
            decided = same_person.decided_on(ws)
            called = duplicates.called(ws, pairs.pairs, (person for two in decided for person in two[:2]))
            return Standing(ws.names_shown, pairs, called, {one: ws.vault.code(one) for one in called}, decided)

        self.tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Perhaps the same person"))
        self._table.name(self._title.text(), (self.tr("This person"), self.tr("and this one"), self.tr("Names")))
        self._decided_title.setText(self.tr("Decided"))
        columns = self.tr("This person"), self.tr("and this one"), self.tr("Decided")
        self._decided.name(self.tr("Decided"), columns)
        if self._standing is not None:
            self._show(self._standing)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        found = standing.pairs.pairs
        self._table.show_lines([Line(str(number), "", self._cells(one)) for number, one in enumerate(found)])
        self._table.setVisible(bool(found))
        self._show_decided(standing)
        if not standing.shown:
            words = self.tr("Names are compared only while the identities are open and names are shown.")
        elif not found:
            words = self.tr("Nobody here has a name like somebody else's that was not decided on.")
        elif standing.pairs.more:
            words = self.tr("Choose a pair to compare the two. There are more; they come once these are decided.")
        else:
            words = self.tr("Choose a pair to compare the two. What you decide is remembered.")
        self._about.setText(words)

    def _show_decided(self, standing: Standing) -> None:
        lang, said = self.tools.language.code, self.tools.vocabularies["merge_decisions"]
        lines = [
            Line(person, other, (self._who(person), self._who(other), said.label(decision, lang)))
            for person, other, decision in standing.decided
        ]
        self._decided.show_lines(lines)
        self._decided_title.setVisible(bool(lines))
        self._decided.setVisible(bool(lines))

    def _cells(self, one: Perhaps) -> tuple[str, str, str]:
        return self._who(one.person, one.name), self._who(one.other, one.others_name), how(one.how)

    def _who(self, person: str, by: str = "") -> str:
        standing = self._standing
        name, code = (standing.called.get(person, ""), standing.codes.get(person, "")) if standing else ("", "")
        alias = f" = {by}" if by and by != name else ""
        return f"{name}{alias}   {code}" if name != code else code

    def _compare(self, number: str, _kind: str) -> None:
        if self._standing is not None:
            pair = self._standing.pairs.pairs[int(number)]
            self.tools.go(comparing(pair.person, pair.other))
