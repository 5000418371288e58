"""How the vault is kept, in one quiet line; and under it what to see to, each with the one button that helps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop.casework import safekeeping
from desktop.casework.safekeeping import Concern, Standing
from desktop.casework.workspace import Changes
from desktop.ui.layout import clear, column, held, row
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools

ROOMS = {
    "damage": "verify",
    "noticed": "verify",
    "keys": "safekeeping",
    "recovery": "recovery/check",
    "rehearsal": "drill",
    "no_backup": "backup",
    "backup": "backup",
    "drill": "drill",
    "check": "verify",
}
"""The room whose page helps."""

GRAVE = frozenset({"damage", "noticed"})
WEEKS, MONTHS = 14, 60  # days from which on one counts in these


class StandingLines(Speaking):
    """On the page of today and above the safekeeping page."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._standing: Standing | None = None
        self._line = PlainLabel(wrap=True).be(quiet=True)
        self._concerns = column(gap=8)
        self.setLayout(column(self._line, self._concerns))
        self.hide()
        self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """Ask the vault."""
        self._tools.worker.submit(safekeeping.standing, self._answered, owner=self)

    def retranslate(self) -> None:
        """Every word of it."""
        if self._standing is not None:
            self._show(self._standing)

    def _answered(self, standing: Standing) -> None:
        """Whoever is about to press a button keeps it while nothing is otherwise."""
        if standing != self._standing:
            self._show(standing)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        said = self._said(standing)
        self._line.setText(said)
        self._line.setVisible(bool(said))
        clear(self._concerns)
        for concern in standing.concerns:
            self._concerns.addWidget(held(self._row(concern)))
        self.setVisible(bool(said) or bool(standing.concerns))

    def _row(self, concern: Concern) -> QHBoxLayout:
        told = Told(self._tools, "danger" if concern.what in GRAVE else "warning", self._words(concern))
        button = QPushButton(self._does(concern))
        button.clicked.connect(lambda: self._tools.go(Place(ROOMS[concern.what])))
        line = row(told, button, gap=12)
        line.setStretch(0, 1)
        line.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        return line

    def _said(self, standing: Standing) -> str:
        """What was done, and how long ago; what is to be seen to is said beneath."""
        said = {concern.what for concern in standing.concerns}
        parts = []
        if standing.backup is not None and "backup" not in said:
            parts.append(self.tr("Last backup {ago}").format(ago=self._ago(standing.backup)))
        if standing.drill is not None and said.isdisjoint({"drill", "rehearsal"}):
            parts.append(self.tr("Recovery rehearsed {ago}").format(ago=self._ago(standing.drill)))
        if standing.check is not None and said.isdisjoint({"check", "damage"}):
            parts.append(self.tr("Checked {ago}: nothing wrong").format(ago=self._ago(standing.check)))
        return " · ".join(parts)

    def _ago(self, days: int) -> str:
        if days == 0:
            return self.tr("today")
        if days == 1:
            return self.tr("yesterday")
        if days < WEEKS:
            return self.tr("{count} days ago").format(count=days)
        if days < MONTHS:
            return self.tr("{count} weeks ago").format(count=days // 7)
        return self.tr("{count} months ago").format(count=days // 30)

    def _words(self, concern: Concern) -> str:
        ago = self._ago(concern.days)
        return {
            "damage": self.tr("The check {ago} found something wrong: {count}. All else can be used.").format(
                ago=ago, count=concern.count
            ),
            "noticed": self.tr("At unlocking it was noticed that something of the vault may be missing or older."),
            "keys": self.tr("The keys of the vault are being renewed. It goes on by itself while the vault is open."),
            "recovery": self.tr("If you forget the passphrase nothing opens the vault: recovery is not set up yet."),
            "rehearsal": self.tr("Nobody has tried yet whether the recovery key brings everything back."),
            "no_backup": self.tr("There is no backup: if this disk is lost, everything is."),
            "backup": self.tr("The last backup was made {ago}.").format(ago=ago),
            "drill": self.tr("Recovery was rehearsed {ago}.").format(ago=ago),
            "check": self.tr("The vault was checked {ago}.").format(ago=ago)
            if concern.days
            else self.tr("The vault was never checked as a whole."),
        }[concern.what]

    def _does(self, concern: Concern) -> str:
        return {
            "damage": self.tr("See what…"),
            "noticed": self.tr("Check it…"),
            "keys": self.tr("How far it is…"),
            "recovery": self.tr("Set it up…"),
            "rehearsal": self.tr("Rehearse it…"),
            "no_backup": self.tr("Back up…"),
            "backup": self.tr("Back up…"),
            "drill": self.tr("Rehearse it…"),
            "check": self.tr("Check it…"),
        }[concern.what]
