"""Whether somebody gets back in without the passphrase: the recovery key, and its rehearsal."""

from __future__ import annotations

from desktop.casework.recovery_state import RecoveryState, recovery_state
from desktop.casework.workspace import Changes
from desktop.ui.moments import day
from desktop.ui.safekeeping.section import Section
from desktop.ui.tools import Tools


class RecoverySection(Section):
    """Leads to a new key, to giving back the one there is, to the drill, and to the identities' own key."""

    leads = ("recovery/new", "recovery/check", "drill", "recovery/identities")

    def __init__(self, tools: Tools) -> None:
        self._state: RecoveryState | None = None
        super().__init__(tools)
        _new, given_back, drill, identities = self.buttons
        given_back.hide()
        drill.setEnabled(False)
        identities.hide()

    def refresh(self, changes: Changes | None) -> None:
        """Keys are no records: how things stand changes on other pages alone."""
        if changes is None:
            self.tools.worker.submit(recovery_state, self._show, owner=self)

    def retranslate(self) -> None:
        """Every word of the section."""
        self.title.setText(self.tr("Recovery"))
        self.about.setText(
            self.tr("The recovery key, whole or in shares on paper, opens the vault when the passphrase is lost.")
        )
        words = (
            self.tr("Make a new recovery key…"),
            self.tr("I have it on paper…"),
            self.tr("Rehearse it…"),
            self.tr("The identities' own recovery key…"),
        )
        for button, said in zip(self.buttons, words, strict=True):
            button.setText(said)
        self._tell()

    def _show(self, state: RecoveryState) -> None:
        self._state = state
        self._tell()

    def _tell(self) -> None:
        state = self._state
        if state is None:
            return
        _new, given_back, drill, identities = self.buttons
        given_back.setVisible(state.set_up is None)
        drill.setEnabled(state.set_up is not None)
        identities.setVisible(state.identities_apart)
        self.say_standing(" ".join(self._said(state)), warns=state.reminds)

    def _said(self, state: RecoveryState) -> list[str]:
        language = self.tools.language.code
        if state.set_up is None:
            return [self.tr("Not set up: nobody has given the recovery key back from paper yet.")]
        said = [self.tr("Given back from paper on {day}.").format(day=day(state.set_up, language))]
        if state.shares:
            said.append(
                self.tr("It is in {count} shares, of which {needed} are needed.").format(
                    count=state.shares, needed=state.needed
                )
            )
        if state.rehearsed is None:
            said.append(self.tr("Not rehearsed yet: a drill restores the last backup with it."))
        else:
            said.append(self.tr("Rehearsed on {day}.").format(day=day(state.rehearsed, language)))
        if state.identities_own:
            said.append(self.tr("The identities have a recovery key of their own."))
        return said
