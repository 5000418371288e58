"""The open vault: the navigation at the left, one page, the line at the foot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.casework import vaults
from desktop.casework.verify import Verified
from desktop.casework.worked_world import PASSPHRASE
from desktop.casework.workspace import Changes
from desktop.errors import JiashuError
from desktop.ui import way_back
from desktop.ui.cover import Cover
from desktop.ui.foot import Foot
from desktop.ui.going_round import go_round
from desktop.ui.layout import row
from desktop.ui.listening import listening
from desktop.ui.navigation import Navigation
from desktop.ui.notice import Note, note_of
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.practice_line import PracticeLine
from desktop.ui.renaming import call_otherwise
from desktop.ui.renewing import Renewing
from desktop.ui.renewing_keys import RenewingKeys
from desktop.ui.rooms import ROOMS, room
from desktop.ui.tools import Tools
from desktop.ui.worker import leave_behind
from desktop.ui.writing.field import look_otherwise, look_up_mentions

BACK_STEPS = 50
NUMBERED = 9  # rooms with a number of their own, in the order they stand in
RECORD = "record"
CHECK = "verify"
NAMING = frozenset({"person", "name", "identity"})  # kinds that say what a mention reads as


class Desk(QWidget):
    """Holds one page at a time; going elsewhere lets the page save itself and destroys it: `moved`.

    `looks_changed` when names are shown or hidden from now on.
    """

    lock_wanted = Signal()
    moved = Signal()
    looks_changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._page: Page | None = None
        self._top = 0  # where the page stands
        self._before: list[Place] = []
        self._navigation = Navigation(tools)
        self._foot = Foot(tools)
        self._renewing = Renewing(tools, self)
        self._renewing_keys = RenewingKeys(tools, self)
        self._lay_out()
        self._shortcuts()
        tools.checking.progressed.connect(self._say_checked)
        tools.checking.found.connect(self._checked)
        tools.checking.failed.connect(self._not_checked)
        self._navigation.chosen.connect(lambda name: self.go(Place(name)))
        self._navigation.new_wanted.connect(lambda: self.go(Place("testimony/new")))
        self._navigation.lock_wanted.connect(self.lock_wanted)
        self._foot.looks_changed.connect(self._refresh_all)
        self._foot.looks_changed.connect(self.looks_changed)
        self._foot.looks_changed.connect(self._renewing.begin)
        self._foot.looks_changed.connect(self._renewing_keys.begin)
        self._renewing_keys.ended.connect(self._say_keys)
        tools.worker.changed.connect(self._refresh)

    # ----------------------------------------------------------------------------------------- going about

    def begin(self, place: Place) -> None:
        """The first page after unlocking; the place is forgotten, so that a kill does not lead back there."""
        self._tools.worker.submit(way_back.forget, owner=self)
        self._enter(place)
        self._renewing.begin()
        self._renewing_keys.begin()
        self._tools.guard.begin()

    def go(self, place: Place) -> None:
        """Leave the page, which saves itself, and enter another."""
        if self._page is not None:
            if self._page.place() == place:
                self._page.arrive()
                return
            left = self._page.place()
            if left.record or left.page != RECORD:  # nobody wants back to the empty form of what is saved by now
                self._before = [*self._before[-BACK_STEPS:], left]
        self._enter(place)

    @property
    def room(self) -> str:
        """The name of the room one is in; empty in none."""
        return self._page.place().page if self._page is not None else ""

    def back(self) -> None:
        """Where one was before."""
        self._enter(self._before.pop() if self._before else Place("today"))

    def _enter(self, place: Place) -> None:
        entered = room(place.page)
        if entered is None:
            place, entered = Place("today"), ROOMS[0]
        self._leave_page()
        with listening().still():
            page = entered.make(self._tools, place)
            self._page = page
            self._main.insertWidget(self._top, page, 1)
        self._navigation.mark(entered.name)
        self.moved.emit()
        page.begin()
        QTimer.singleShot(0, page, partial(self._give_caret, page))  # shown at once, it would be laid out twice

    def _give_caret(self, page: Page) -> None:
        """Also where what it begins with comes only with the answer of the vault."""
        caret = QApplication.focusWidget()
        if page is self._page and (caret is None or caret is self):
            page.setFocus()

    def _leave_page(self) -> None:
        page, self._page = self._page, None
        if page is None:
            return
        page.leave()
        caret = QApplication.focusWidget()
        if caret is not None and page.isAncestorOf(caret):
            self.setFocus()  # else it would pass through the navigation, and be read out there
        self._main.removeWidget(page)
        page.hide()
        leave_behind(page)  # the click that led away may have come from inside it

    # ------------------------------------------------------------------- the check of the whole vault, on any page

    def _say_checked(self, done: int, total: int) -> None:
        self.whisper(self.tr("Checking the vault: {part} %").format(part=done * 100 // max(total, 1)))

    def _checked(self, verified: Verified) -> None:
        """Told wherever one is; on the page of the check itself it stands there."""
        self.whisper(self.tr("The vault is checked."))
        if self.room == CHECK:
            return
        show = (self.tr("Show…"), lambda: self.go(Place(CHECK)))
        if verified.sound:
            note = Note("done", self.tr("The vault is checked: everything is in order."), action=show)
        else:
            note = Note("failure", self.tr("The vault is checked: something is not as it was written."), action=show)
        self._tools.tell(note)

    def _not_checked(self, error: JiashuError) -> None:
        if self.room != CHECK:
            self._tools.tell(note_of(error, self._tools.language))

    def show_notices(self, bar: QWidget) -> None:
        """The message bar stands between page and foot: nothing one is about to press moves when it comes."""
        self._main.insertWidget(self._main.indexOf(self._foot), bar)

    def say_it_is_practice(self) -> None:
        """Over every page, as long as this vault is open."""
        self._main.insertWidget(0, PracticeLine(PASSPHRASE))
        self._top = 1

    # ------------------------------------------------------------------------------------ what pages are told

    def _refresh(self, changes: Changes) -> None:
        self._navigation.count()
        self._tools.guard.refresh(changes)
        if self._page is not None and shiboken6.isValid(self._page):
            self._page.refresh(changes)
            if not NAMING.isdisjoint(changes.kinds):
                look_up_mentions(self._page)

    def _refresh_all(self) -> None:
        self._navigation.count()
        self._tools.guard.begin()
        if self._page is not None:
            look_otherwise(self._page)
            call_otherwise(self._tools, self._page)
            self._page.refresh(None)
            Cover(self._tools, self._page)

    def _save(self) -> None:
        if self._page is not None:
            self._page.save()

    def keep_drafts(self) -> None:
        """What is typed and where one is, into the vault; called before a lock."""
        if self._page is None:
            return
        self._page.keep_draft()
        where = self._page.place()
        self._tools.worker.submit(lambda ws: way_back.keep(ws, where), owner=self)

    def step_text(self, by: int) -> None:
        """Larger or smaller text, from now on and when the vault is next opened; 0: the system's own."""
        self._tools.theme.step(by)
        size = self._tools.theme.text_size
        self._tools.worker.submit(lambda ws: vaults.set_setting(ws, "text_size", size), owner=self)
        self.whisper(self.tr("Size of text: {size} %").format(size=size))

    def _go_round(self, by: int) -> None:
        if self._page is not None:
            go_round(self._navigation, self._page, by)

    def renew_keys(self, go_on: bool) -> None:
        """Go on with it until it is done, or let it rest."""
        if go_on:
            self._renewing_keys.go_on()
        else:
            self._renewing_keys.rest()

    def _say_keys(self) -> None:
        """Pages that say how the keys stand say it anew; others have nothing to say of it."""
        if self._page is not None and self.room in {"safekeeping", "renew-keys"}:
            self._page.refresh(None)

    def whisper(self, words: str) -> None:
        """Something that needs no bar: a line at the foot that goes by itself."""
        self._foot.whisper(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Nothing here shows where the caret is. Qt would have all of the window painted, the navigation too, each time
        one page gives way to another."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """As when it came."""

    def _shortcuts(self) -> None:
        self._key("Ctrl+L", self.lock_wanted.emit)
        self._key("Ctrl+S", self._save)
        self._key("Alt+Left", self.back)
        self._key("F6", lambda: self._go_round(1))
        self._key("Shift+F6", lambda: self._go_round(-1))
        for one in ROOMS:
            if one.keys:
                self._key(one.keys, partial(self.go, Place(one.name)))
        for number, one in enumerate(ROOMS[:NUMBERED], start=1):
            self._key(f"Ctrl+{number}", partial(self.go, Place(one.name)))

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self._main = QVBoxLayout()
        self._main.setContentsMargins(0, 0, 0, 0)
        self._main.setSpacing(0)
        self._main.addWidget(self._foot)
        whole = row(self._navigation, gap=0)
        whole.addLayout(self._main, 1)
        self.setLayout(whole)
