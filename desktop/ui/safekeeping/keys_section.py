"""What opens the vault: the passphrase, the key file beside it, and the identities' own passphrase."""

from __future__ import annotations

from desktop.casework import opens
from desktop.casework.opens import Opens
from desktop.casework.workspace import Changes
from desktop.ui.safekeeping.section import Section
from desktop.ui.tools import Tools


class KeysSection(Section):
    """Says what opens the vault, and leads to where that is changed."""

    leads = ("passphrase", "key-file", "identity-passphrase")

    def __init__(self, tools: Tools) -> None:
        self._opens: Opens | None = None
        super().__init__(tools)

    def retranslate(self) -> None:
        """Every word of the section."""
        self.title.setText(self.tr("Keys"))
        self.about.setText(self.tr("What opens this vault. A recovery key opens it whatever else is lost."))
        passphrase, key_file, identities = self.buttons
        passphrase.setText(self.tr("Change the &passphrase…"))
        key_file.setText(self.tr("Key &file…"))
        identities.setText(self.tr("Passphrase of the &identities…"))
        self._tell()

    def refresh(self, changes: Changes | None) -> None:
        """Slots are no records: what opens the vault changes on other pages alone."""
        if changes is None:
            self.tools.worker.submit(opens.what_opens, self._show, owner=self)

    def _show(self, found: Opens) -> None:
        self._opens = found
        self._tell()

    def _tell(self) -> None:
        found = self._opens
        if found is None:
            return
        by = self.tr("It opens by its passphrase alone.")
        cost = ""
        if found.key_file:
            by = self.tr("It opens by its passphrase and its key file together.")
            cost = self.tr("Without the key file nobody can even try a passphrase.")
        elif found.memory:
            cost = self.tr(
                "Trying a single passphrase costs {size} MB of memory, and a computer like the one it was set on about "
                "a second."
            ).format(size=found.memory >> 20)
        own = self.tr("The identities open with it.")
        if found.identity_passphrase:
            own = self.tr("The identities have a passphrase of their own.")
        self.say_standing(" ".join(part for part in (by, cost, own) if part))
