"""How old the last backup is, and what changed since."""

from __future__ import annotations

from desktop.casework import backing_up
from desktop.casework.backing_up import BackupStanding
from desktop.casework.workspace import Changes
from desktop.ui.moments import day, number
from desktop.ui.safekeeping.section import Section


class BackupSection(Section):
    """Leads to a backup; the drill is led to by the section on recovery."""

    leads = ("backup",)

    def refresh(self, changes: Changes | None) -> None:
        """How old it is."""
        self.tools.worker.submit(backing_up.standing, self._show, owner=self)

    def retranslate(self) -> None:
        """Every word of the section."""
        self.title.setText(self.tr("Backup"))
        self.about.setText(
            self.tr("A copy elsewhere, sealed as the vault is: all that is left when this disk breaks or is taken.")
        )
        (backup,) = self.buttons
        backup.setText(self.tr("Back &up…"))
        if self.isVisible():
            self.refresh(None)

    def _show(self, standing: BackupStanding) -> None:
        language = self.tools.language.code
        since = number(standing.changes, language)
        if standing.at is None:
            words = self.tr("There is no backup yet.")
        elif not standing.changes:
            words = self.tr("Backed up on {day}; nothing changed since.").format(day=day(standing.at, language))
        else:
            words = self.tr("Backed up on {day}; {count} changes since.")
            words = words.format(day=day(standing.at, language), count=since)
        self.say_standing(words, warns=standing.due)
