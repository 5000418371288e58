"""An act about to be made that another person suffered too: filled in as far as it is the same."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.casework import same_of_another
from desktop.casework.workspace import JSON
from desktop.ui.act_page import SAME_AS, ActPage
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.tools import Tools


def act_in(place: Place) -> str:
    """The act this one is to be like; "" for every other place."""
    return dict(place.given).get(SAME_AS, "")


class ActOfAnother(ActPage):
    """Nothing is kept before somebody saves it; whoever did the one act is then named for the other."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._like = act_in(place)  # the place is another once the act is saved
        self._told = PlainLabel(wrap=True).be(quiet=True)
        super().__init__(tools, place)

    def above(self) -> list[QWidget]:
        """Where it comes from, and what does not."""
        return [self._told, *super().above()]

    def retranslate(self) -> None:
        """Every word of it."""
        super().retranslate()
        self._told.setText(
            self.tr(
                "Filled in as it stands of the other one: look it over. How it ended and what it did to them is "
                "each one's own. Who did it is added once this is saved."
            )
        )

    def saved_by_hand(self) -> bool:
        """What was filled in is nobody's word yet."""
        return True

    def start(self) -> None:
        """Ask what it begins with."""
        like = self._like
        self.tools.worker.submit(lambda ws: same_of_another.begin(ws, like), self._begun, owner=self)

    def was_made(self, record: str) -> None:
        """Whoever did it did this too."""
        super().was_made(record)
        self._told.hide()
        like = self._like
        self.tools.worker.submit(lambda ws: same_of_another.name_actors(ws, like, record), owner=self)

    def _begun(self, nested: dict[str, JSON]) -> None:
        self.editor.begin(nested)
        self.form.focus_first_empty()
