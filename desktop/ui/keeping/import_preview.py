"""What a table would become: counts, columns, problems, and its first rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework.importing import ImportPreview, More, Trouble
from desktop.domain.registry import KINDS
from desktop.ui.cells import CellsView
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary
from desktop.ui.moments import number
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.reasons import TARGETS, said
from desktop.ui.speaking import Speaking
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

TROUBLES = "import_troubles"
MOST_PROBLEMS, MOST_COLUMNS, MOST_SAMPLE = 10, 8, 5


class ImportPreviewStep(Speaking):
    """`agreed` to bring all rows in; `given_up` to bring in none."""

    agreed = Signal()
    given_up = Signal()

    def __init__(self, tools: Tools, preview: ImportPreview) -> None:
        super().__init__()
        self._tools = tools
        self._preview = preview
        self._blocked = preview.blocked
        self._facts = Facts()
        self._state = Told(tools, "danger" if self._blocked else "info")
        self._troubles_title, self._columns_title, self._sample_title = (Heading(level=2) for _ in range(3))
        self._troubles, self._columns, self._sample = CellsView(2), CellsView(1), CellsView(-1)
        self._rest = PlainLabel(wrap=True).be(quiet=True)
        self._take, self._leave = primary(QPushButton()), QPushButton()
        self._take.setEnabled(not self._blocked and preview.new > 0)
        self._lay_out()
        self._take.clicked.connect(self.agreed)
        self._leave.clicked.connect(self.given_up)
        self.retranslate()

    def hide_names(self, hidden: bool) -> None:
        """The rows as they were read hold names; the rest says how many and where."""
        self._sample.setVisible(not hidden and bool(self._preview.sample))

    def begin(self) -> None:
        """Problems first, if there are any."""
        (self._troubles if self._preview.troubles else self._leave).setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        preview, language = self._preview, self._tools.language.code
        troubles = number(preview.troubles_count, language)
        self._troubles_title.setText(self.tr("To look at: {count}").format(count=troubles))
        self._troubles.setAccessibleName(self.tr("Problems by row and column"))
        self._troubles.cells.name(self.tr("Row"), self.tr("Column"), self.tr("Problem"), self.tr("What stands there"))
        self._rest.setText(self.tr("Of each problem the first are listed; how many more there are stands at the end."))
        self._columns_title.setText(self.tr("What becomes of the columns"))
        self._columns.setAccessibleName(self.tr("What becomes of the columns"))
        self._columns.cells.name(self.tr("Column"), self.tr("Becomes"))
        self._sample_title.setText(self.tr("The first rows, as they were read"))
        self._sample.setAccessibleName(self.tr("The first rows, as they were read"))
        self._sample.cells.name(*self._headers())
        self._state.say(self._standing())
        new = number(preview.new, language)
        whole = preview.new == preview.rows
        take = self.tr("Bring in &all {count} rows") if whole else self.tr("Bring in &all {count} new rows")
        self._take.setText(take.format(count=new))
        self._leave.setText(self.tr("Bring in &none") if preview.new else self.tr("&Back"))
        self._fill()

    def _standing(self) -> str:
        if self._blocked:
            return self.tr("The table cannot be taken while the problems marked “stops it” stand. Nothing was kept.")
        if self._preview.rows and not self._preview.new:
            return self.tr("Every row is here already; bringing the table in again changes nothing.")
        if self._preview.troubles:
            return self.tr("None of these stops the table: the words are kept as they stand, and flagged.")
        return self.tr("No problems were found.")

    def _fill(self) -> None:
        preview, language = self._preview, self._tools.language.code
        listed = [
            (str(one.row or ""), one.column or self._by_number(one.place), self._problem(one), one.text)
            for one in preview.troubles
        ]
        like_these = self.tr("and {count} more like these: {problem}")
        more = [
            like_these.format(count=number(one.count, language), problem=self._problem(one)) for one in preview.more
        ]
        self._troubles.cells.fill([*listed, *(("", "", words, "") for words in more)])
        becomes = [said(TARGETS, one.target) for one in preview.columns]
        self._columns.cells.fill(list(zip(self._headers(), becomes, strict=True)))
        self._sample.cells.fill(self._preview.sample)
        self._troubles.showing(MOST_PROBLEMS)
        self._columns.showing(MOST_COLUMNS)
        self._sample.showing(MOST_SAMPLE)

    def _read_as(self, encoding: str) -> str:
        """How the letters were read, which of older files is a guess."""
        if not encoding or encoding.startswith("utf"):
            return ""
        if encoding == "gb18030":
            return self.tr("Chinese of an older kind. Look whether the first rows read right.")
        if encoding.startswith("big5"):
            return self.tr("Chinese of an older kind, in traditional script. Look whether the first rows read right.")
        return self.tr("Letters of an older kind. Look whether the first rows read right.")

    def _headers(self) -> list[str]:
        """What the columns are called; one without a name goes by its number."""
        columns = enumerate(self._preview.columns, start=1)
        return [one.header.strip() or self._by_number(number) for number, one in columns]

    def _by_number(self, place: int) -> str:
        return self.tr("Column {number}").format(number=place) if place else ""

    def _problem(self, one: Trouble | More) -> str:
        problem = self._tools.vocabularies.label(TROUBLES, one.code, self._tools.language.code)
        return self.tr("stops it: {problem}").format(problem=problem) if one.blocking else problem

    def _lay_out(self) -> None:
        preview, language = self._preview, self._tools.language.code
        kind = KINDS[preview.kind].label(language) if preview.kind in KINDS else preview.kind
        self._facts.add(self.tr("Each row is"), kind)
        self._facts.add(self.tr("Rows"), number(preview.rows, language))
        self._facts.add(self.tr("New"), number(preview.new, language))
        if preview.known:
            self._facts.add(self.tr("Here already"), number(preview.known, language))
        made = ", ".join(f"{number(count, language)} {plural(kind, language)}" for kind, count in preview.makes)
        self._facts.add(self.tr("Makes"), made)
        self._facts.add(self.tr("Read as"), self._read_as(preview.encoding))
        buttons = held(Flow(self._take, self._leave, gap=8))
        parts: list[QWidget] = [self._facts, self._state, buttons]
        if preview.troubles:
            parts += [self._troubles_title, self._troubles]
        if preview.more:
            parts.append(self._rest)
        if preview.columns:
            parts += [self._columns_title, self._columns]
        if preview.sample:
            parts += [self._sample_title, self._sample]
        self.setLayout(column(*parts, None, gap=12))


def plural(kind: str, language: str) -> str:
    """What several records of a kind are called."""
    return KINDS[kind].plural(language) if kind in KINDS else kind
