"""Whether everything in the vault is as it was written."""

from __future__ import annotations

from desktop.ui.safekeeping.section import Section


class CheckSection(Section):
    """Leads to the check of the whole vault."""

    leads = ("verify",)

    def retranslate(self) -> None:
        """Every word of the section."""
        self.title.setText(self.tr("Check"))
        self.about.setText(self.tr("Reads every change and every file, and says whether anything was lost or altered."))
        (verify,) = self.buttons
        verify.setText(self.tr("Chec&k the vault…"))
