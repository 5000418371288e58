"""What opens the vault: the passphrase, and what goes with it."""

from __future__ import annotations

from desktop.ui.safekeeping.section import Section


class KeysSection(Section):
    """Leads to changing the passphrase."""

    leads = ("passphrase",)

    def retranslate(self) -> None:
        """Every word of the section."""
        self.title.setText(self.tr("Keys"))
        self.about.setText(self.tr("What opens this vault."))
        (passphrase,) = self.buttons
        passphrase.setText(self.tr("Change the &passphrase…"))
