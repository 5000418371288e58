"""Whether everything in the vault is as it was written."""

from __future__ import annotations

from desktop.casework import verify
from desktop.casework.safekeeping import CHECK_DAYS
from desktop.casework.workspace import Changes
from desktop.ui.moments import day, number
from desktop.ui.safekeeping.section import Section

DAY = 86400  # seconds


class CheckSection(Section):
    """Leads to the check of the whole vault, and says when it was checked last."""

    leads = ("verify",)

    def retranslate(self) -> None:
        """Every word of the section."""
        self.title.setText(self.tr("Check"))
        self.about.setText(
            self.tr(
                "Reads every change and every file, and says whether anything was lost or altered. It goes on beside "
                "other work."
            )
        )
        (verify_button,) = self.buttons
        verify_button.setText(self.tr("Chec&k the vault…"))
        self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """When the last check was, and what it found."""
        self.tools.worker.submit(verify.last, self._show, owner=self)

    def _show(self, last: tuple[int, int] | None) -> None:
        language = self.tools.language.code
        if last is None:
            self.say_standing(self.tr("It has not been checked yet."), warns=True)
            return
        at, findings = last
        when = day(at, language)
        if findings:
            words = self.tr("The check of {day} found {count} things wrong.")
            self.say_standing(words.format(day=when, count=number(findings, language)), warns=True)
        elif self.tools.clock() - at >= CHECK_DAYS * DAY:
            self.say_standing(self.tr("It was last checked on {day}: all in order then.").format(day=when), warns=True)
        else:
            self.say_standing(self.tr("Checked on {day}: all in order.").format(day=when))
