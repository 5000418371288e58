"""What to do when somebody knows the passphrase: new keys for the whole vault."""

from __future__ import annotations

from desktop.casework import renewing_keys
from desktop.casework.renewing_keys import KeysLeft, Standing
from desktop.casework.workspace import Changes
from desktop.ui.moments import day, number
from desktop.ui.safekeeping.section import Section
from desktop.ui.tools import Tools


class NewKeysSection(Section):
    """Says whether keys are being renewed, or were, and leads to where that is begun."""

    leads = ("renew-keys",)

    def __init__(self, tools: Tools) -> None:
        self._standing: Standing | None = None
        super().__init__(tools)

    def retranslate(self) -> None:
        """Every word of the section."""
        self.title.setText(self.tr("If somebody knows the passphrase"))
        self.about.setText(
            self.tr("Changing it is not enough where they have a copy of the vault: then renew the keys as well.")
        )
        (renew,) = self.buttons
        renew.setText(self.tr("Rene&w the keys…"))
        self._tell()

    def refresh(self, changes: Changes | None) -> None:
        """Keys are no records: how they stand changes elsewhere alone."""
        if changes is None:
            self.tools.worker.submit(renewing_keys.standing, self._show, owner=self)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        self._tell()

    def _tell(self) -> None:
        found = self._standing
        if found is None:
            return
        if found.left is not None:
            self.say_standing(self._missing(found.left), warns=True)
        elif found.last is not None:
            when = day(found.last, self.tools.language.code)
            self.say_standing(self.tr("The keys were last renewed on {day}.").format(day=when))
        else:
            self.say_standing("")

    def _missing(self, left: KeysLeft) -> str:
        if left.identities:
            return self.tr("The keys are being renewed. The rest is done when the identities are open.")
        if left.once_more:
            return self.tr(
                "The keys are renewed but for the last step: lock the vault and unlock it once more, and open the "
                "identities with their passphrase if they have one."
            )
        if left.damaged:
            return self.tr(
                "Everything has new keys but {count} damaged files, which keep the old ones so that nothing more of "
                "them is lost. Checking the vault says which they are."
            ).format(count=number(left.damaged, self.tools.language.code))
        return self.tr("The keys are being renewed. Go on working; after a lock it goes on by itself.")
