"""What every screen of the open vault can be asked: to save, to keep a draft, to refresh, to say where it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from desktop.casework.workspace import Changes, Workspace
from desktop.errors import JiashuError
from desktop.ui.notice import note_of
from desktop.ui.place import Place
from desktop.ui.speaking import Speaking
from desktop.ui.tab_order import tabbed
from desktop.ui.tools import Tools
from desktop.ui.worker import alive


class Page(Speaking):
    """One screen. It is built when somebody goes there and destroyed when they leave or the vault is locked."""

    def __init__(self, tools: Tools, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._place = place
        self.setProperty("page", True)

    def place(self) -> Place:
        """How to come back to exactly this."""
        return self._place

    def keep_draft(self) -> None:
        """Keep what was typed and not saved, encrypted; called before a lock, which does not wait for an answer."""

    def save(self) -> None:
        """Ctrl+S."""

    def leave(self) -> None:
        """Somebody goes elsewhere: what was typed becomes a revision."""

    def see_to(
        self,
        action: Callable[[Workspace], object],
        done: Callable[[], None],
        *,
        then: Callable[[], None],
        failed: Callable[[], None],
    ) -> None:
        """Have something done that nobody may miss the end of, such as what opens the vault from now on.

        done: says so, wherever one is by that time, as what failed is told. then, failed: what the page does, while it
        is there.
        """
        tools = self.tools

        def ended(say: Callable[[], None], go_on: Callable[[], None]) -> None:
            say()
            if alive(self):
                go_on()

        def stayed(error: JiashuError) -> None:
            ended(lambda: tools.tell(note_of(error, tools.language)), failed)

        tools.worker.submit(action, lambda _result: ended(done, then), owner=tools.worker, failed=stayed)

    def arrive(self) -> None:
        """Somebody was led here who is here already."""

    def refresh(self, changes: Changes | None) -> None:
        """Something changed in the vault; None: everything may read otherwise now (names hidden, language)."""

    def begin(self) -> None:
        """The page is on the screen: put the caret where the hands go first."""
        self.setFocus()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab leads on. What is hidden or held with the caret in it, as a button that was pressed, hands the caret to
        something else here: Qt would lead it on too, at the end of the page into the navigation."""
        caret = QApplication.focusWidget()
        lost = caret is not None and self.isAncestorOf(caret) and not (caret.isVisible() and caret.isEnabled())
        if caret is None or not lost or not self.isVisible():
            return super().focusNextPrevChild(next)
        self.catch_caret(caret)
        return True

    def catch_caret(self, lost: QWidget) -> None:
        """Where it goes from a widget that is gone: to what Tab would come to next here, else to what is before it."""
        stops = list(tabbed(self))
        place = stops.index(lost) if lost in stops else 0
        able = (one for one in (*stops[place:], *reversed(stops[:place])) if one.isVisible() and one.isEnabled())
        next(able, self).setFocus()
