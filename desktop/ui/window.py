"""The one window: between the way in and the open vault, and locking."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from desktop.errors import JiashuError
from desktop.ui.checking import Checking
from desktop.ui.clipboard import Copied
from desktop.ui.door import Door
from desktop.ui.entry import finish_composing
from desktop.ui.frame import Frame
from desktop.ui.going_on import look_as
from desktop.ui.guard import Guard
from desktop.ui.host.anew import Left
from desktop.ui.host.away import Away
from desktop.ui.icons import Icons
from desktop.ui.idle import Idle
from desktop.ui.interview import IDLE, INTERVIEW, Interview
from desktop.ui.language import Language
from desktop.ui.locking import Locking, close_vault
from desktop.ui.notice import Note
from desktop.ui.panic import CLOSE, LOCK, PANIC, Panic
from desktop.ui.place import Place
from desktop.ui.practice_line import PRACTICE
from desktop.ui.screens import Screens
from desktop.ui.theme import Theme
from desktop.ui.tools import Tools
from desktop.ui.worker import FOR_EVER, Worker

if TYPE_CHECKING:
    from desktop.casework.workspace import JSON
    from desktop.domain.vocabulary import Vocabularies
    from desktop.ui.desk import Desk
    from desktop.ui.opening import Entered


class Window(Frame):
    """door: the way in. screens: what fills the window. tools: what every screen is handed.

    `entered`, `locked` tell tests and the smoke run.
    """

    entered = Signal()
    locked = Signal()
    _lock_wanted = Signal()

    def __init__(
        self,
        *,
        worker: Worker,
        language: Language,
        theme: Theme,
        icons: Icons,
        read_vocabularies: Callable[[], Vocabularies],
        clock: Callable[[], int],
        idle: Idle,
        panic: Panic,
        work_factor: int | None = None,
        renew: Callable[[Left], None] | None = None,
        away: Away | None = None,
    ) -> None:
        """work_factor: of new vaults; None measures this machine. Tests pass a small one. renew: as `Locking`.

        away: hears what the system says; None hears nothing.
        """
        super().__init__(theme, icons.program())
        self._worker = worker
        self._language = language
        self._interview = Interview(idle)
        self._panic = panic
        panic.setParent(self)  # it looks at every event, and must not be left to whenever Python tidies up
        self._when_gone = LOCK
        self._gone = False
        self._destroyed: Path | None = None
        self._desk: Desk | None = None
        self._copied = Copied()
        self.screens = Screens(icons, language)
        self._notices = self.screens.notices
        self.tools = Tools(
            worker=worker,
            language=language,
            theme=theme,
            icons=icons,
            read_vocabularies=read_vocabularies,
            clock=clock,
            tell=self._notices.tell,
            untell=self._notices.untell,
            whisper=self._whisper,
            go=self._go,
            back=self._back,
            setting_changed=self._setting_changed,
            renew_keys=self._renew_keys,
            interview=self._interview,
            destroy=self._destroy,
            checking=Checking(worker, self),
            guard=Guard(worker, self),
        )
        self.door = Door(self.tools, self.screens.show_screen, work_factor, parent=self)
        self.locking = Locking(self, self.door, self.screens, self.tools, renew)
        self.locking.locked.connect(self.locked)
        self.setCentralWidget(self.screens)
        self.take_place()
        self._shortcuts()
        # Queued: whatever asked for the lock has returned by the time its widget is destroyed.
        self._lock_wanted.connect(self._lock, Qt.ConnectionType.QueuedConnection)
        idle.passed.connect(self.lock)
        panic.pressed.connect(self.be_gone)
        self.painted.connect(panic.watch)
        if away is not None:
            away.away.connect(self.lock)
            away.ending.connect(self.leave_at_once)
            self.door.opened.connect(lambda _settings: away.hold(int(self.winId())))
            self.locked.connect(away.let_go)
        self.door.opened.connect(self._interview.watch)
        self.door.opened.connect(self._note_panic)
        self.door.entered.connect(self._enter)
        self.door.refused.connect(self.screens.tell_failure)
        self.door.left.connect(self.leave)
        self.door.begun.connect(self._notices.clear)
        self.door.asking.connect(self._interview.watch_door)
        worker.failed.connect(self.screens.tell_failure)
        worker.broke.connect(self.screens.tell_bug)

    # ----------------------------------------------------------------------------------- while it is open

    def _enter(self, entered: Entered) -> None:
        from desktop.ui.desk import Desk  # the open vault's screens are loaded while the key is worked out

        self._apply(entered.settings)
        self._notices.clear()
        desk = Desk(self.tools)
        desk.lock_wanted.connect(self.lock)
        desk.moved.connect(self._notices.move_on)
        desk.looks_changed.connect(self._notices.quote_no_more)
        self._desk = desk
        self.screens.show_screen(desk)
        desk.show_notices(self._notices)
        if entered.settings[PRACTICE]:
            desk.say_it_is_practice()
        desk.begin(entered.place or Place("today"))
        self.screens.tell_notices([JiashuError(notice.code, **notice.details) for notice in entered.notices])
        self.entered.emit()

    @property
    def notice(self) -> str:
        """What the message bar says; empty when it says nothing."""
        return self._notices.said

    @property
    def desk(self) -> Desk | None:
        """The open vault's screens; None while no vault is open."""
        return self._desk

    def _apply(self, settings: dict[str, JSON]) -> None:
        if isinstance(settings["language"], str):
            self._language.choose(settings["language"])
        self._theme.choose(str(settings["theme"]))
        self._theme.enlarge(int(settings["text_size"]))
        code = self._language.code
        self._worker.look_otherwise(lambda ws: ws.speaking(code))

    def _setting_changed(self, name: str, value: JSON) -> None:
        if name in {IDLE, INTERVIEW}:
            self._interview.watch({name: value})
        elif name == PANIC:
            self._note_panic({name: value})

    def _note_panic(self, settings: dict[str, JSON]) -> None:
        self._when_gone = str(settings[PANIC])

    def _whisper(self, words: str) -> None:
        if self._desk is not None:
            self._desk.whisper(words)

    def _renew_keys(self, go_on: bool) -> None:
        if self._desk is not None:
            self._desk.renew_keys(go_on)

    def _back(self) -> None:
        if self._desk is not None:
            self._desk.back()

    def _go(self, place: Place) -> None:
        if self._desk is not None:
            self._desk.go(place)

    # ------------------------------------------------------------------------------------------- locking

    def lock(self) -> None:
        """Clear the screen, then close the vault. No dialog and no question stands in the way."""
        self._lock_wanted.emit()

    def _lock(self) -> None:
        if not self.door.open and self.door.forget_typed():
            self._notices.tell(Note("info", self.tr("Nobody was there, so what was typed was taken off the screen.")))
            return
        gone, self._gone = self._gone, False
        destroyed, self._destroyed = self._destroyed, None
        desk, self._desk = self._desk, None
        kept: list[Callable[[], object]] = [] if desk is None or destroyed is not None else [desk.keep_drafts]
        known = (self.tools.guard.forget, self.tools.checking.forget)
        forgotten = (*known, self._interview.lock, self._notices.clear, self._copied.take_back)
        first = [finish_composing, *kept, *forgotten]
        try:
            self.locking.lock(first, None if destroyed is None else partial(self.door.destroy, destroyed))
        finally:
            if gone:
                self.showMinimized()  # only now: what a task bar shows of it is the locked door

    def be_gone(self) -> None:
        """Off the screen at once, with every dialog; then lock, and end the program or wait in the task bar, as it is
        set. Where nothing is open there is nothing to come back to: it ends."""
        for widget in QApplication.topLevelWidgets():
            if widget is self or not isinstance(widget, Window):
                widget.hide()
        if not self.door.open or self._when_gone == CLOSE:
            self.leave()
            return
        self._gone = True
        self.lock()

    def _destroy(self) -> None:
        """The keys of the open vault at once, not when its thread has done what it is at; then lock, and the rest."""
        from desktop.casework import destroying

        folder = self.door.folder
        if folder is None or not self.door.open:
            return
        try:
            destroying.take_keys(folder)
        except JiashuError as error:
            self.screens.tell_failure(error)
            return
        self._destroyed = folder
        self.lock()

    def leave(self) -> None:
        """End the program: lock first if a vault is open."""
        self.locking.leave(self.lock)

    def leave_at_once(self) -> None:
        """The same while the session that ends waits for this to return."""
        self.locking.leave_at_once(self.lock)

    def go_on_with(self, left: Left) -> None:
        """Look as the window did that was locked, and ask for the same vault."""
        look_as(self, self.tools, left)
        self.door.begin(left.folder)

    def stop(self, patience: int = FOR_EVER) -> bool:
        """The program ends: whatever is still open is locked, then the thread ends. False as `Worker.stop`.

        What Windows would keep of a copy, and a clipboard manager would take over, goes first.
        """
        self._copied.take_back()
        self._panic.forget()
        self._worker.close(close_vault, lambda: None)
        return self._worker.stop(patience)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window locks the vault; the program ends when that is done."""
        if self.door.open:
            event.ignore()
            self.leave()
        else:
            event.accept()

    def _shortcuts(self) -> None:
        """Keys that count before a vault is open too."""
        for keys, by in (("Ctrl+=", 1), ("Ctrl++", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            QShortcut(QKeySequence(keys), self, partial(self._step_text, by))
        QShortcut(QKeySequence("Ctrl+Q"), self, self.leave)

    def _step_text(self, by: int) -> None:
        if self._desk is not None:
            self._desk.step_text(by)
        else:
            self._theme.step(by)
