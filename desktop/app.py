"""Wires everything once: clock, vocabularies, worker, theme, language, window."""

from __future__ import annotations

import functools
import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import places
from desktop.ui import crash
from desktop.ui.clipboard import drag_nothing
from desktop.ui.garbage import Garbage
from desktop.ui.host import anew
from desktop.ui.host.away import Away
from desktop.ui.host.termination import Termination
from desktop.ui.icons import Icons
from desktop.ui.idle import Idle
from desktop.ui.language import Language, system_language
from desktop.ui.no_settings import keep_no_settings
from desktop.ui.panic import Panic
from desktop.ui.theme import STYLE, Theme
from desktop.ui.window import Window
from desktop.ui.worker import Worker

if TYPE_CHECKING:
    from desktop.domain.vocabulary import Vocabularies

SMOKE_FAILED = 4
SMOKE_SECONDS = 60
PATIENCE = 5_000  # milliseconds at the end for what the vault's thread may still be doing


def run_window(
    *,
    smoke: Path | None = None,
    vault: Path | None = None,
    passphrase_file: Path | None = None,
    left: int | None = None,
) -> int:
    """Open the window; returns the exit code once it is closed.

    vault: asked for first. left: the number of the pipe in which the image of the program before this one left how to
    go on, see `anew`. smoke: unlock it with the passphrase from `passphrase_file`, save a picture of the
    window there and quit; exit code 4 when that did not happen within a minute.
    """
    keep_no_settings()
    QApplication.setApplicationName("Jiashu")
    QApplication.setDesktopFileName("jiashu")
    application = QApplication([*sys.argv[:1], *STYLE])
    window = build(application, renew=anew.replace if smoke is None else None, away=Away(application))
    termination = Termination(window.leave)
    crash.install(window.screens.tell_bug)
    window.painted.connect(window.door.load_the_rest)
    before = None if left is None else anew.read(left)
    if before is None:
        window.door.begin(vault)
    else:
        window.go_on_with(before)
    window.show()
    _collect_garbage(application)
    if smoke is not None:
        _smoke(window, smoke, passphrase_file)
    code = application.exec()
    termination.forget()
    if not window.stop(PATIENCE):
        os._exit(code)  # a disk that never answers keeps nobody from leaving; what is cut short is as by a kill
    return code


def build(
    application: QApplication,
    *,
    work_factor: int | None = None,
    renew: Callable[[anew.Left], None] | None = None,
    away: Away | None = None,
) -> Window:
    """The window with all it needs, not shown yet. work_factor, renew, away: as `Window`."""
    resources = places.resources()
    theme = Theme(application)
    drag_nothing()
    return Window(
        worker=Worker(),
        language=Language(application, resources, system_language()),
        theme=theme,
        icons=Icons(resources / "icons", theme),
        read_vocabularies=functools.cache(_vocabularies),
        clock=_now,
        idle=Idle(application, _now),
        panic=Panic(application, time.monotonic),
        work_factor=work_factor,
        renew=renew,
        away=away,
    )


def _vocabularies() -> Vocabularies:
    from desktop.domain.vocabulary import Vocabularies  # not needed to unlock

    return Vocabularies.from_tables(places.read_tables())


def _collect_garbage(application: QApplication) -> None:
    """From now on, as `__main__` put it off. What there is by now counts as old: the first looks leave it alone."""
    gc.freeze()
    gc.unfreeze()
    Garbage(application)


def _now() -> int:
    return int(time.time())


def _smoke(window: Window, picture: Path, passphrase_file: Path | None) -> None:
    """Unlock, take a picture, quit; whatever hinders it ends in another exit code."""
    passphrase = passphrase_file.read_text(encoding="utf-8").removesuffix("\n") if passphrase_file else ""

    def take() -> None:
        saved = window.grab().save(str(picture))
        window.locked.connect(lambda: QApplication.exit(0 if saved else SMOKE_FAILED))
        window.lock()

    window.entered.connect(lambda: QTimer.singleShot(500, take))
    QTimer.singleShot(SMOKE_SECONDS * 1000, lambda: QApplication.exit(SMOKE_FAILED))
    if passphrase:
        window.door.way_in.unlock(passphrase)
