"""What led to an event or an act and what came of it, with a way to say more of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QPushButton

from desktop.casework import chains
from desktop.casework.chains import CAUSES, PARALLEL, PART_OF, PRECEDES, Chain, Linked
from desktop.casework.records import Listed
from desktop.casework.workspace import Changes, Workspace
from desktop.ui import sources
from desktop.ui.beneath import Beneath
from desktop.ui.layout import column, held, into_sight, primary, row, sheet
from desktop.ui.part import Part
from desktop.ui.picker import Picker
from desktop.ui.plain import PlainLabel
from desktop.ui.record_table import Line
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools

KINDS = chains.KINDS
_CONCERNED = frozenset({"event_link", "event", "act"})


@dataclass(frozen=True)
class _Way:
    """One way to be linked, as it is said of this record. from_here: it is the first of the two."""

    key: str = field(repr=False)
    kind: str
    from_here: bool
    words: object = field(repr=False)


_WAYS = (
    _Way("led here", CAUSES, False, QT_TRANSLATE_NOOP("ChainPart", "It led to this")),
    _Way("before", PRECEDES, False, QT_TRANSLATE_NOOP("ChainPart", "It came before this")),
    _Way("led there", CAUSES, True, QT_TRANSLATE_NOOP("ChainPart", "This led to it")),
    _Way("after", PRECEDES, True, QT_TRANSLATE_NOOP("ChainPart", "It came after this")),
    _Way("whole", PART_OF, True, QT_TRANSLATE_NOOP("ChainPart", "This is part of it")),
    _Way("part", PART_OF, False, QT_TRANSLATE_NOOP("ChainPart", "It is part of this")),
    _Way("beside", PARALLEL, True, QT_TRANSLATE_NOOP("ChainPart", "Both happened at the same time")),
)


class ChainPart(Beneath):
    """A table in the order of time; the form that adds to it is folded away until wanted."""

    def __init__(self, tools: Tools, record: str) -> None:
        super().__init__()
        self._tools = tools
        self._record = record
        self._chain = Chain((), (), ())
        self._part = Part(tools, 4, wide=2)
        self._labels = [PlainLabel() for _ in range(2)]
        self._how = Picker("", sources.fixed(self._ways))
        self._what = Picker("", self._candidates)
        self._add, self._cancel = primary(QPushButton()), QPushButton()
        fields = [column(label, one, gap=4) for label, one in zip(self._labels, (self._how, self._what), strict=True)]
        line = row(*fields, gap=12)
        line.setStretch(0, 1)
        line.setStretch(1, 2)
        self._form = sheet(column(line, held(row(self._add, self._cancel, None)), gap=12), margin=16)
        self._form.hide()
        self.setLayout(column(self._part, self._form, gap=8))
        for label, one in zip(self._labels, (self._how, self._what), strict=True):
            label.setBuddy(one)
        self._part.add_wanted.connect(self._unfold)
        self._add.clicked.connect(self._link)
        self._what.submitted.connect(self._link)
        self._cancel.clicked.connect(self._form.hide)
        self.retranslate()
        self._ask()

    def refresh(self, changes: Changes | None) -> None:
        """Links, and what they are between."""
        if changes is None or _CONCERNED & changes.kinds:
            self._ask()

    def retranslate(self) -> None:
        """Every word of it."""
        self._part.name(
            self.tr("What led to it, what came of it"),
            (self.tr("Where it stands"), self.tr("When"), self.tr("What"), self.tr("Link")),
            self.tr("Nothing is linked to it yet."),
            self.tr("Add a &link"),
        )
        for label, one, words in zip(
            self._labels,
            (self._how, self._what),
            (self.tr("How they are linked"), self.tr("Event or act")),
            strict=True,
        ):
            label.setText(words)
            one.setAccessibleName(words)
        self._add.setText(self.tr("&Link them"))
        self._cancel.setText(self.tr("Ca&ncel"))
        self._show(self._chain)

    def _ways(self) -> Sequence[Option]:
        return [Option(way.key, self.tr(str(way.words))) for way in _WAYS]

    def _candidates(self, words: str, answer: sources.Answer) -> None:
        record = self._record

        def offer(found: Sequence[Listed]) -> None:
            answer([Option(one.id, one.title, one.beside) for one in found[: sources.MOST]])

        self._tools.worker.submit(lambda ws: chains.candidates(ws, record, words), offer, owner=self, look=True)

    def _ask(self) -> None:
        record = self._record
        self._tools.worker.submit(lambda ws: chains.chain(ws, record), self._show, owner=self, look=True)

    def _show(self, chain: Chain) -> None:
        self._chain = chain
        self._part.show_lines([self._line(one) for one in chain.rows])

    def _line(self, one: Linked) -> Line:
        sides = {
            "before": self.tr("before"),
            "after": self.tr("after"),
            "whole": self.tr("the whole it is part of"),
            "part": self.tr("a part of it"),
            "beside": self.tr("at the same time"),
        }
        return Line(one.record, one.kind, (sides[one.side], one.date, one.title, one.word))

    def _unfold(self) -> None:
        self._how.put(None)
        self._what.put(None)
        self._form.show()
        self._how.setFocus()
        into_sight(self._form)

    def _link(self) -> None:
        how, what = self._how.chosen, self._what.chosen
        if how is None or what is None:
            (self._how if how is None else self._what).setFocus()
            return
        way = next(way for way in _WAYS if way.key == how.key)
        ends = (self._record, what.key) if way.from_here else (what.key, self._record)

        def link(ws: Workspace) -> Changes:
            return chains.link(ws, ends[0], way.kind, ends[1])

        self._tools.worker.submit(link, lambda _changes: self._form.hide(), owner=self)
