"""An act: what is recorded between the person harmed and the defender is proposed where the form asks for it."""

from __future__ import annotations

from desktop.casework import family
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools


class ActPage(RecordForm):
    """A proposal fills an empty field once both people were chosen; opening an act changes nothing."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        rows = self.form.rows
        self._victim, self._defender = rows["victim"], rows["because_of"]
        self._relationship = rows["relationship"]
        for row in (self._victim, self._defender):
            row.edited.connect(self._look_up)

    @property
    def _both(self) -> tuple[str, str] | None:
        """Who was harmed, and because of whom."""
        victim, defender = self._victim.value(), self._defender.value()
        return (victim, defender) if isinstance(victim, str) and isinstance(defender, str) else None

    def _look_up(self) -> None:
        if self._relationship.proposed:
            self._relationship.put(None)  # it was about other people
        both = self._both
        if both is None or not self._relationship.empty:
            return

        def answer(relationship: str) -> None:
            if relationship and self._both == both and self._relationship.empty:
                self._relationship.propose(
                    relationship,
                    self.tr("Proposed: this is how the two are recorded as related. Change it if it is otherwise."),
                )
                self._relationship.edited.emit()

        person, defender = both
        self.tools.worker.submit(lambda ws: family.relationship_between(ws, person, defender), answer, owner=self)
