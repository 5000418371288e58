"""Somebody takes a consent back: what stops, what went out already, their words; then it is recorded."""

from __future__ import annotations

from desktop.casework import withdrawal
from desktop.casework.drafts import Draft
from desktop.casework.withdrawal import Withdrawal
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.errors import JiashuError
from desktop.ui.consenting.withdraw_step import WithdrawStep
from desktop.ui.drafting import Drafting
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.staged_page import StagedPage
from desktop.ui.tools import Tools

WIDTH = 840
FORM = "withdrawal"


class WithdrawPage(StagedPage):
    """`Place.record`: a consent, or the person it is of."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place, width=WIDTH)
        self._drafting = Drafting(tools, f"{FORM}:{place.record}", f"{FORM}:{place.kind}", self._snapshot, self)
        self._drafting.of(place.record)
        self.retranslate()
        self._look(())

    def keep_draft(self) -> None:
        """Keep what was typed."""
        self._drafting.keep_now()

    def leave(self) -> None:
        """What was typed waits as a draft: nothing is withdrawn by going elsewhere."""
        super().leave()
        self._drafting.keep_now()

    def refresh(self, changes: Changes | None) -> None:
        """Names may be hidden now: nothing on the screen goes on showing them."""
        step = self.stage.step
        if changes is None and isinstance(step, WithdrawStep):
            self._look(step.only)

    def retranslate(self) -> None:
        """The title; the step has its own words."""
        self.title.setText(self.tr("They withdraw their consent"))

    def _look(self, only: tuple[str, ...]) -> None:
        record = self._place.record

        def look(ws: Workspace) -> Withdrawal:
            return withdrawal.preview_withdrawal(ws, record, only=only)

        self.tools.worker.submit(look, self._show, owner=self, look=True, failed=self._refused)

    def _show(self, preview: Withdrawal) -> None:
        step = self.stage.step
        if isinstance(step, WithdrawStep):
            step.show_preview(preview)
            return
        step = self.stage.enter(WithdrawStep(self.tools, preview))
        step.wanted.connect(self._look)
        step.edited.connect(self._drafting.touched)
        step.agreed.connect(self._withdraw)
        step.given_up.connect(self._give_up)
        step.begin()
        self._drafting.resume(self._resume)

    def _resume(self, draft: Draft | None) -> None:
        step = self.stage.step
        if draft is not None and isinstance(step, WithdrawStep) and isinstance(draft.content, dict):
            step.take(draft.content)

    def _snapshot(self) -> JSON | None:
        step = self.stage.step
        return step.snapshot() if isinstance(step, WithdrawStep) else None

    def _refused(self, error: JiashuError) -> None:
        self.offer_way_back(error, self._back)

    def _withdraw(self, preview: Withdrawal, on: JSON, words: str) -> None:
        draft = self._drafting.key
        self._drafting.keep_now(quietly=True)  # should it fail, the draft has the last word typed

        def do(ws: Workspace) -> Changes:
            return withdrawal.withdraw(ws, preview, on=on, words=words, draft=draft)

        self.tools.worker.submit(do, self._done, owner=self)

    def _done(self, _changes: Changes) -> None:
        self._drafting.settled()
        self.tools.tell(
            Note(
                "done",
                self.tr("The withdrawal is recorded."),
                self.tr("What it stops stays in this vault from now on; a hand-over says why."),
            )
        )
        self._back()

    def _give_up(self) -> None:
        self._drafting.drop()
        self._back()

    def _back(self) -> None:
        self.tools.go(Place("record", self._place.record, self._place.kind))
