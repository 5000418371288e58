"""The shares of a recovery key: each shown once, written down, asked back, before the next one is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.casework import recovering, recovery_shares
from desktop.casework.recovering import Prepared
from desktop.errors import Refused
from desktop.ui.flow import Flow
from desktop.ui.layout import clear, column, held, primary, quiet_button, row, sheet
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.safekeeping.code_shown import CodeShown
from desktop.ui.safekeeping.print_paper import PrintPaper
from desktop.ui.safekeeping.printing import Sheet
from desktop.ui.safekeeping.share_field import ShareField
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

COLUMNS = 3


class SharesPaper(Speaking):
    """`asked_back` once every share was given back, by its words or its code."""

    asked_back = Signal()

    def __init__(self, tools: Tools, prepared: Prepared, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._prepared = prepared
        self._at = 0
        self._title = Heading()
        self._about = PlainLabel(wrap=True)
        self._paper = sheet(column())
        self._to_check = primary(QPushButton())
        self._print, self._printing = quiet_button(), PrintPaper(tools)
        self._print.setProperty("quiet", True)
        self._ask = PlainLabel(wrap=True)
        self._field = ShareField(tools, 1)
        self._state = PlainLabel(wrap=True).be(quiet=True)
        self._on, self._again = primary(QPushButton()), QPushButton()
        buttons = held(row(self._on, self._again, None))
        self._asked = column(self._field)
        self._check_part = held(column(self._ask, held(self._asked), self._state, buttons, gap=12))
        shown = held(Flow(self._to_check, self._print, gap=8))
        parts = (self._title, self._about, self._paper, shown, self._printing, self._check_part)
        self.setLayout(column(*parts, gap=12))
        self._print.clicked.connect(self._offer_print)
        self._printing.left.connect(lambda: self._show(checking=False))
        self._to_check.clicked.connect(lambda: self._show(checking=True))
        self._again.clicked.connect(lambda: self._show(checking=False))
        self._on.clicked.connect(self._go_on)
        self._show_share()

    def begin(self) -> None:
        """The button that goes on once it is written down."""
        self._to_check.setFocus()

    def retranslate(self) -> None:
        """Every word of the screen."""
        count, needed, number = len(self._prepared.shares), self._prepared.needed, self._at + 1
        self._title.setText(self.tr("Write down share {number} of {count}").format(number=number, count=count))
        self._about.setText(
            self.tr(
                "Any {needed} of the {count} shares open what the recovery key opens; fewer tell nothing. Write each "
                "on a paper of its own, with its number, and give the papers to different people or places. It is "
                "shown this once. The first four letters of each word are enough to write."
            ).format(needed=needed, count=count)
        )
        self._to_check.setText(self.tr("I have &written it down"))
        self._print.setText(self.tr("&Print it…"))
        self._ask.setText(
            self.tr("To be sure that it is on paper, type its words from there, or show a picture of its code:")
        )
        last = number == count
        self._on.setText(self.tr("All are on &paper") if last else self.tr("On to the &next share"))
        self._again.setText(self.tr("&Show it again"))

    def _show_share(self) -> None:
        """The paper of the next share; nothing of the one before is left on the screen."""
        inside = self._paper.layout()
        assert inside is not None
        clear(inside)
        share = self._prepared.shares[self._at]
        words = held(_grid(recovery_shares.words(share)))
        inside.addWidget(words)
        inside.addWidget(CodeShown(share, words))
        self._field.forget()
        clear(self._asked)
        self._field = ShareField(self._tools, self._at + 1)
        self._asked.addWidget(self._field)
        self._field.changed.connect(self._look)
        self.retranslate()
        self._show(checking=False)
        self._look()

    def _show(self, *, checking: bool) -> None:
        """The share, or the question; never both, since one would be copied from the other."""
        self._paper.setVisible(not checking)
        self._to_check.setVisible(not checking)
        self._print.setVisible(not checking)
        self._check_part.setVisible(checking)
        self._field.begin() if checking else self.begin()

    def _offer_print(self) -> None:
        """In place of the share, so that what a printer keeps is read."""
        for part in (self._paper, self._to_check, self._print):
            part.hide()
        share, count = self._prepared.shares[self._at], len(self._prepared.shares)
        self._printing.offer(Sheet(share, tuple(recovery_shares.words(share)), f"{self._at + 1} / {count}", COLUMNS))

    def _look(self) -> None:
        said = ""
        if self._field.whole:
            try:
                recovering.check_back(self._prepared, self._field.text, self._at + 1)
            except Refused as refusal:
                said = self._tools.language.messages.explain(refusal).what
        self._state.setText(said)
        self._on.setEnabled(self._field.whole and not said)

    def _go_on(self) -> None:
        if self._at + 1 == len(self._prepared.shares):
            self._field.forget()
            self.asked_back.emit()
            return
        self._at += 1
        self._show_share()


def _grid(words: Sequence[str]) -> QGridLayout:
    """Numbered from the top down, so that a hand goes on where it was."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    lines = -(-len(words) // COLUMNS)
    for at, word in enumerate(words):
        place, line = divmod(at, lines)
        number = PlainLabel(str(at + 1)).be(quiet=True)
        label = PlainLabel(word)
        label.setAccessibleName(f"{at + 1}: {word}")
        grid.addWidget(number, line, place * 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label, line, place * 2 + 1)
    grid.setColumnStretch(COLUMNS * 2, 1)
    return grid
