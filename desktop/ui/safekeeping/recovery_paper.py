"""A recovery key on its way to paper: whole, as is offered first, or in shares; told once it was asked back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import recovering
from desktop.casework.recovering import Prepared
from desktop.ui.choice import Choice
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.safekeeping.key_paper import RecoveryKey
from desktop.ui.safekeeping.shares_paper import SharesPaper
from desktop.ui.speaking import Speaking
from desktop.ui.stage import Stage
from desktop.ui.tools import Tools

SETS = {"2/3": (2, 3), "3/5": (3, 5), "4/7": (4, 7), "5/9": (5, 9)}
"""Half of them or a little more: some may be lost, and few that are found together open nothing."""


class RecoveryPaper(Speaking):
    """`asked_back` with what is on paper now (a Prepared)."""

    asked_back = Signal(object)

    def __init__(self, tools: Tools, prepared: Prepared, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._prepared = prepared
        self._stage = Stage()
        self.setLayout(column(self._stage))
        self._show_key()

    def begin(self) -> None:
        """Whatever the step wants."""
        step = self._stage.step
        if isinstance(step, RecoveryKey | HowManyShares | SharesPaper):
            step.begin()

    def _show_key(self) -> None:
        paper = self._stage.enter(RecoveryKey(self._tools, self._prepared.key))
        paper.written_down.connect(lambda: self.asked_back.emit(self._prepared))
        paper.shares_wanted.connect(self._ask_how_many)
        paper.begin()

    def _ask_how_many(self) -> None:
        step = self._stage.enter(HowManyShares())
        step.chosen.connect(self._show_shares)
        step.whole_wanted.connect(self._show_key)
        step.begin()

    def _show_shares(self, needed: int, count: int) -> None:
        prepared = recovering.split(self._prepared, needed, count)
        paper = self._stage.enter(SharesPaper(self._tools, prepared))
        paper.asked_back.connect(lambda: self.asked_back.emit(prepared))
        paper.begin()


class HowManyShares(Speaking):
    """`chosen`: how many open, and how many there are. `whole_wanted`: rather one key."""

    chosen = Signal(int, int)
    whole_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Heading()
        self._about = PlainLabel(wrap=True)
        self._sets = Choice(dict.fromkeys(SETS, ""))
        self._told = PlainLabel(wrap=True).be(quiet=True)
        self._make, self._whole = primary(QPushButton()), QPushButton()
        self._sets.choose(next(iter(SETS)))
        self._sets.on_chosen(lambda _key: self._tell())
        buttons = held(row(self._make, self._whole, None))
        self.setLayout(column(self._title, self._about, sheet(column(self._sets, self._told, gap=12)), buttons, gap=12))
        self._make.clicked.connect(lambda: self.chosen.emit(*SETS[self._sets.chosen]))
        self._whole.clicked.connect(self.whole_wanted)
        self.retranslate()

    def begin(self) -> None:
        """What is proposed is chosen already."""
        self._make.setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._title.setText(self.tr("Split the recovery key into shares"))
        self._about.setText(
            self.tr(
                "Each share is a list of 33 words. Nobody who finds one has anything, and one that is lost locks "
                "nobody out. Whoever brings enough of them together opens everything, so give them to people who "
                "would not be searched on the same day."
            )
        )
        self._sets.say(
            {
                key: self.tr("{needed} of {count}").format(needed=needed, count=count)
                for key, (needed, count) in SETS.items()
            }
        )
        self._make.setText(self.tr("&Make the shares"))
        self._whole.setText(self.tr("Rather &one key"))
        self._tell()

    def _tell(self) -> None:
        needed, count = SETS[self._sets.chosen]
        self._told.setText(
            self.tr("{count} papers; any {needed} of them open the vault; {spare} may be lost.").format(
                count=count, needed=needed, spare=count - needed
            )
        )
