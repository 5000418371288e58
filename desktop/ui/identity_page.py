"""Who somebody really is: numbers of papers, exact addresses and phones are there only where a case needs them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import minimising
from desktop.casework.minimising import Needed
from desktop.casework.records import Shown
from desktop.casework.workspace import JSON, Changes
from desktop.domain.registry import declaration
from desktop.ui.finding.passage import FIELD
from desktop.ui.flow import Flow
from desktop.ui.form import OPEN_FROM_THE_START, Shape
from desktop.ui.layout import clear, column, held
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel, unmnemonic
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools

CONCERNED = frozenset({"case", "person", "relationship", "act", "testimony"})
MOST = 6  # cases that are offered


class IdentityPage(RecordForm):
    """Lists no case needs are off the screen while nothing stands in them; a line says where they are switched on."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._needed = Needed(frozenset(), ())
        self._of: JSON = None
        self._off = frozenset(minimising.DETAILS)
        self._told = PlainLabel(wrap=True).be(quiet=True)
        self._cases = Flow(gap=8)
        self._line = held(column(self._told, held(self._cases), gap=4))
        super().__init__(tools, place)
        self.form.edited.connect(self._look)
        self.editor.shown.connect(self._look_at)
        self.retranslate()
        self._minimise()
        self._look()

    def above(self) -> list[QWidget]:
        """What is not written down, and where that is changed."""
        return [self._line]

    def shape(self) -> Shape:
        """Why something is kept is asked beside it."""
        return Shape(unfolded=OPEN_FROM_THE_START | {"notes"})

    def refresh(self, changes: Changes | None) -> None:
        """A case may need more by now, or less."""
        super().refresh(changes)
        if changes is None or CONCERNED & changes.kinds:
            self._ask()

    def retranslate(self) -> None:
        """The line and its buttons."""
        fields, lang = declaration("identity").fields, self.tools.language.code
        off = [name for name in minimising.DETAILS if name in self._off]
        named = self.tr(", ").join(fields[name].label(lang) for name in off)
        where = self.tr("Switch them on in the case that needs them, and say there why:")
        nowhere = self.tr("They are switched on in a case this person belongs to.")
        said = self.tr("Not written down unless a case needs it: {lists}.").format(lists=named)
        why = self.tr("What is written here is best kept to what a case needs; say below why it is kept.")
        self._told.setText(f"{said} {where if self._needed.cases else nowhere}" if off else why)
        clear(self._cases)
        for case, called in self._needed.cases[:MOST] if off else ():
            button = QPushButton(unmnemonic(self.tr("Switch it on in {case}").format(case=called)))
            button.clicked.connect(lambda _on=False, case=case: self._go_to(case))
            self._cases.addWidget(button)

    def show_record(self, shown: Shown) -> None:
        """What is hidden with the identities says nothing of cases either."""
        super().show_record(shown)
        self._line.setVisible(not shown.hidden)

    def _go_to(self, case: str) -> None:
        self.tools.go(Place("record", case, "case", ((FIELD, "collects"),)))

    def _look_at(self, _shown: Shown) -> None:
        self._minimise()
        self._look()

    def _look(self) -> None:
        """Whose it is may have been chosen, or something written down."""
        of = self.form.stand().get("of")
        if of != self._of:
            self._of = of
            self._ask()

    def _ask(self) -> None:
        person = self._of if isinstance(self._of, str) else None

        def show(needed: Needed) -> None:
            self._needed = needed
            self._minimise()

        self.tools.worker.submit(lambda ws: minimising.needed(ws, person), show, owner=self, look=True)

    def _minimise(self) -> None:
        """A list in which something stands is never hidden from whoever keeps it."""
        stand: Mapping[str, JSON] = self.form.stand()
        shown = {name for name in minimising.DETAILS if name in self._needed.lists or stand.get(name) is not None}
        self._off = frozenset(minimising.DETAILS) - shown
        self.form.show_all_but(self._off)
        self.retranslate()
