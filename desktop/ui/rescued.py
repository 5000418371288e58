"""How a rescue went: what is whole, what is missing by code, and the way into the new vault."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework.rescuing import Loss, RescueDone
from desktop.domain.registry import KINDS
from desktop.ui.cells import CellsView
from desktop.ui.layout import column, held, primary, row
from desktop.ui.moments import number
from desktop.ui.speaking import Speaking
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

MOST_ROWS = 10
SLOTS = {
    "k2": QT_TRANSLATE_NOOP("Rescued", "The recovery key no longer opens it: set up recovery anew."),
    "k3": QT_TRANSLATE_NOOP("Rescued", "The keys of the identities are lost: sealed words cannot be read any more."),
    "k4": QT_TRANSLATE_NOOP("Rescued", "The recovery key no longer opens the identities: set up recovery anew."),
    "k5": QT_TRANSLATE_NOOP("Rescued", "The keys for packages are new: give your contacts the new card."),
    "k6": QT_TRANSLATE_NOOP("Rescued", "The signing key is new: give your contacts the new card, and compare words."),
    "k7": QT_TRANSLATE_NOOP("Rescued", "The keys for names in packages are new: give your contacts the new card."),
}
"""What it means that a slot had to be made anew."""


class RescuedStep(Speaking):
    """`open`: its button leads into the new vault."""

    def __init__(self, tools: Tools, done: RescueDone) -> None:
        super().__init__()
        self._tools = tools
        self._done = done
        complete = done.report.complete and not done.refused
        self._told = Told(tools, "done" if complete else "warning")
        self._facts = Facts()
        self._more = Told(tools, "warning")
        self._table = CellsView(0)
        self.open = primary(QPushButton())
        rows = self._rows()
        parts: list[QWidget] = [self._told, self._facts, self._more, *([self._table] if rows else [])]
        self.setLayout(column(*parts, held(row(self.open, None)), None, gap=16))
        self._count()
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the step."""
        report = self._done.report
        if report.complete and not self._done.refused:
            self._told.say(self.tr("Everything was brought over: nothing is missing in the new vault."))
        else:
            self._told.say(
                self.tr(
                    "The new vault has all that could be read. Keep the damaged one: should a backup or a package turn "
                    "up, rescue once more with it."
                )
            )
        self._more.say("\n".join(self._sentences()))
        self._table.setAccessibleName(self.tr("What is missing"))
        self._table.cells.name(self.tr("What is missing"), self.tr("Where"))
        self._table.cells.fill(self._rows())
        self._table.showing(MOST_ROWS)
        self.open.setText(self.tr("&Open the new vault"))

    def _count(self) -> None:
        report, language = self._done.report, self._tools.language.code
        for words, count in (
            (self.tr("Records whole"), report.whole),
            (self.tr("Records in part"), len(report.part)),
            (self.tr("Records lost"), len(report.lost)),
            (self.tr("Changes lost of which nothing tells where they belong"), report.unnamed),
            (self.tr("Changes kept aside, for what they build on is missing"), report.set_aside),
            (self.tr("Evidence files"), report.files),
            (self.tr("Evidence files lost"), len(report.files_lost)),
        ):
            self._facts.add(words, number(count, language) if count else "")

    def _sentences(self) -> list[str]:
        said = [QCoreApplication.translate("Rescued", str(SLOTS[slot])) for slot in self._done.report.anew]
        if not self._done.report.passphrase_kept:
            said.append(self.tr("The passphrase no longer opens it: the recovery key does, and sets a new one."))
        for count, error in self._done.refused:
            why = self._tools.language.messages.explain(error).what
            said.append(self.tr("Package {number} gave nothing: {why}").format(number=count, why=why))
        return said

    def _rows(self) -> list[tuple[str, str]]:
        report = self._done.report
        return [
            *((self.tr("Lost"), self._named(loss)) for loss in report.lost),
            *((self.tr("Here in part"), self._named(loss)) for loss in report.part),
            *((self.tr("The file is lost"), self._named(loss)) for loss in report.files_lost),
        ]

    def _named(self, loss: Loss) -> str:
        kind = loss.kind or ""
        label = KINDS[kind].label(self._tools.language.code) if kind in KINDS else kind
        return f"{label} {loss.code}".strip()
