"""How a consent stands that needs a second person, said above its form, with the way to approve it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.casework import approving
from desktop.casework.approving import Standing
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.layout import column, held, row
from desktop.ui.place import Place
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools

CONCERNED = frozenset({"consent", "approval", "person"})


class SecondPerson(Speaking):
    """Hidden for a consent that needs nobody else."""

    def __init__(self, tools: Tools, record: str) -> None:
        super().__init__()
        self._tools = tools
        self._record = record
        self._standing = Standing("not_needed")
        self._ours = False
        self._waits, self._holds = Told(tools, "warning"), Told(tools, "done")
        self._decide = QPushButton()
        self._decide.clicked.connect(
            lambda: tools.go(Place("approvals", self._record, "consent")), Qt.ConnectionType.QueuedConnection
        )
        self._button = held(row(self._decide, None))
        self.setLayout(column(self._waits, self._holds, self._button))
        self.hide()
        self.retranslate()

    def look_at(self, record: str) -> None:
        """Say how this consent stands now."""
        self._record = record

        def look(ws: Workspace) -> tuple[Standing, bool]:
            return approving.standing(ws, record), approving.waits_for_us(ws, record)

        self._tools.worker.submit(look, self._show, owner=self, look=True)

    def refresh(self, changes: Changes | None) -> None:
        """Somebody may have said something, or the consent reads otherwise."""
        if self._record and (changes is None or CONCERNED & changes.kinds):
            self.look_at(self._record)

    def retranslate(self) -> None:
        """How it stands, in words."""
        words = self._words(self._standing)
        holds = self._standing.state == "approved"
        self._waits.say("" if holds else words)
        self._holds.say(words if holds else "")
        self._decide.setText(self.tr("&Approve it or not…"))
        self._button.setVisible(self._ours)
        self.setVisible(bool(words))

    def _show(self, told: tuple[Standing, bool]) -> None:
        self._standing, self._ours = told
        self.retranslate()

    def _words(self, one: Standing) -> str:
        who = one.by or self.tr("You")
        if one.state == "approved":
            return self.tr("Approved as it reads now, by: {who}. A later change needs a new approval.").format(who=who)
        if one.state == "declined":
            told = self.tr("Not approved, by: {who}. It does not count. Their reason: {reason}")
            return told.format(who=who, reason=one.reason or "–")
        if one.state == "lacks":
            told = self.tr(
                "This counts only with a second person's approval, for which something is to be written: {field}."
            )
            return told.format(field=one.lacks)
        if self._ours:
            return self.tr("This counts only once a second person approves it. You can be that person.")
        ask = self.tr(
            "Hand it over to a colleague: it waits for them under Today, and comes back with their next hand-over."
        )
        if one.state == "outdated":
            return " ".join([self.tr("An earlier wording was approved, not this one: it does not count yet."), ask])
        if one.state == "waiting":
            return " ".join([self.tr("This counts only once a second person approves it."), ask])
        return ""
