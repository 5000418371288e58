"""The screens that keep a vault: recovery on paper, backups, drills, keys; and the ways back into a damaged one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from desktop.casework import backing_up, key_files, recovering, vaults
from desktop.casework.recovering import Prepared
from desktop.casework.workspace import Workspace
from desktop.ui.destroy_form import DestroyForm
from desktop.ui.destroyed import Destroyed
from desktop.ui.entry import LineField, PassphraseField
from desktop.ui.place import Place
from desktop.ui.recover import Recover
from desktop.ui.rescue_form import RescueForm
from desktop.ui.rescued import RescuedStep
from desktop.ui.safekeeping.backup_page import BackedUpStep, BackupStart, Wanted
from desktop.ui.safekeeping.drill_page import DrillStart, RehearsedStep
from desktop.ui.safekeeping.key_paper import RecoveryKey
from desktop.ui.safekeeping.recovery_entry import RecoveryEntry
from desktop.ui.safekeeping.recovery_page import BeforeNewKey
from desktop.ui.safekeeping.recovery_paper import HowManyShares
from desktop.ui.safekeeping.restore_screen import MendedStep, RestoredStep, RestoreStart
from desktop.ui.safekeeping.share_field import ShareField
from desktop.ui.safekeeping.shares_paper import SharesPaper
from desktop.ui.window import Window

Q = TypeVar("Q", bound=QObject)
T = TypeVar("T")
THEIRS = "nine old bridges over rivers"
PAGES = slice(8 * 4096, 11 * 4096)


class Studio(Protocol):
    """What takes the pictures (`tests.screenshots`)."""

    window: Window

    def ask(self, action: Callable[[Workspace], T]) -> T: ...
    def show(self, name: str, place: Place) -> None: ...
    def quiet(self) -> None: ...
    def take(self, name: str) -> None: ...


class Patient(Studio, Protocol):
    """One that can wait while no vault is open."""

    look: str

    def until(self, seen: Callable[[], bool]) -> None: ...


@dataclass(frozen=True)
class Kept:
    """A vault that is kept well. prepared: its recovery key, in shares. backup: the folder of its last backup."""

    passphrase: str = field(repr=False)
    prepared: Prepared = field(repr=False)
    backup: Path


def prepare(studio: Studio, passphrase: str, folder: Path) -> Kept:
    """Split the recovery key 2 of 3, and back the vault up."""

    def keep(ws: Workspace) -> Prepared:
        prepared = recovering.split(recovering.prepare(ws, passphrase), 2, 3)
        recovering.put_in_place(ws, prepared)
        backing_up.back_up(ws, folder / "stick")
        return prepared

    return Kept(passphrase, studio.ask(keep), folder / "stick")


def keeping(studio: Studio, kept: Kept) -> None:
    """Every page under Safekeeping."""
    studio.show("safekeeping", Place("safekeeping"))
    for room in ("recovery/check", "recovery/new", "recovery/identities", "key-file", "renew-keys"):
        studio.show(room.replace("/", "-"), Place(room))
    _on_paper(studio, kept)
    studio.show("backup", Place("backup"))
    _find(studio, BackupStart).wanted.emit(Wanted(kept.backup))
    _wait(studio, BackedUpStep, "backed-up")
    studio.show("drill", Place("drill"))
    _by_shares(studio, kept, "drill-shares")
    _find(studio, DrillStart).wanted.emit(kept.backup, None, kept.prepared.key)
    _wait(studio, RehearsedStep, "rehearsed")
    studio.show("today-kept", Place("today"))
    studio.show("destroy", Place("destroy"))
    _ask_once_more(studio)


def _on_paper(studio: Studio, kept: Kept) -> None:
    """A new recovery key: shown, asked back, split; it is not put in place."""
    studio.show("recovery-new", Place("recovery/new"))
    _find(studio, BeforeNewKey).given.emit(kept.passphrase, None)
    _wait(studio, RecoveryKey, "recovery-key")
    key = _find(studio, RecoveryKey)
    code = next(one for one in key.findChildren(QPushButton) if one.isCheckable())
    code.click()
    studio.take("recovery-key-code")
    code.click()
    key._print.click()
    studio.take("recovery-key-print")
    key._printing._look.click()
    while key._printing._asked is not None:
        studio.quiet()
    studio.take("recovery-key-printers")
    key._printing.put_away()
    key._to_check.click()
    studio.take("recovery-key-asked")
    key.shares_wanted.emit()
    _wait(studio, HowManyShares, "recovery-shares")
    _find(studio, HowManyShares).chosen.emit(2, 3)
    _wait(studio, SharesPaper, "recovery-share")
    paper = _find(studio, SharesPaper)
    next(one for one in paper.findChildren(QPushButton) if one.isCheckable()).click()
    studio.take("recovery-share-code")
    paper._to_check.click()
    studio.take("recovery-share-asked")
    share = paper._prepared.shares[0]
    _find(studio, ShareField).put(" ".join(word[:4] for word in share.split()))
    studio.take("recovery-share-given")


def own_passphrase(studio: Studio) -> None:
    """The pages about a passphrase of the identities, where they have none and where they have one."""
    studio.show("identity-passphrase", Place("identity-passphrase"))
    studio.ask(lambda ws: vaults.change_identity_passphrase(ws.vault, None, THEIRS))
    studio.show("identity-passphrase-own", Place("identity-passphrase"))
    studio.show("renew-keys-own", Place("renew-keys"))
    studio.show("recovery-identities-own", Place("recovery/identities"))
    studio.show("safekeeping-own", Place("safekeeping"))
    studio.ask(lambda ws: vaults.change_identity_passphrase(ws.vault, THEIRS, None))


def with_key_file(studio: Studio, kept: Kept, folder: Path) -> None:
    """The pages that ask for the key file of a vault that needs one."""
    path = folder / "key"
    path.unlink(missing_ok=True)
    studio.ask(lambda ws: key_files.give(ws.vault, path, kept.passphrase))
    for room in ("key-file", "renew-keys", "recovery/new", "passphrase"):
        studio.show(f"{room.replace('/', '-')}-needed", Place(room))
    studio.ask(lambda ws: key_files.take_away(ws.vault, kept.passphrase, key_files.read(path)))


def before_unlocking(studio: Studio) -> None:
    """What is asked of a vault that is lost, damaged, or to be of nobody any more."""
    door, folder = studio.window.door, Path("/media/stick/letters")
    door.ask_recovery_key(folder)
    studio.take("recover")
    entry = _find(studio, Recover).findChild(RecoveryEntry)
    assert isinstance(entry, RecoveryEntry)
    entry._way.choose("shares")
    entry._choose("shares")
    studio.take("recover-shares")
    door.restore()
    studio.take("restore")
    door.restore(folder)
    studio.take("restore-or-mend")
    door.ask_rescue(folder)
    studio.take("rescue")
    door.ask_destroy(folder)
    studio.take("destroy-locked")


def after_locking(studio: Patient, kept: Kept, vault: Path, folder: Path) -> None:
    """A damaged copy of the vault, and every way back; the copy is then destroyed. The vault is only read."""
    window, here = studio.window, folder / studio.look
    hurt = here / "hurt"
    shutil.copytree(vault, hurt)
    _overwrite(hurt / "a.db", PAGES)
    _overwrite(hurt / "k1", slice(0, 100))
    said: list[object] = []
    window.door.refused.connect(said.append)
    window.door.ask(hurt)
    window.door.way_in.unlock(kept.passphrase)
    studio.until(lambda: bool(said))
    studio.take("unlock-damaged")
    window.door.ask_rescue(hurt)
    form = _find(studio, RescueForm)
    form._by_key.setChecked(True)
    _entry_of(form)._key_found = kept.prepared.key
    form._where.setText(str(here / "rescued"))
    form.backups.append(kept.backup)
    form.wanted.emit()
    _until_seen(studio, RescuedStep, "rescued")
    window.door.restore(hurt)
    _find(studio, RestoreStart).wanted.emit(kept.backup, here / "restored", kept.passphrase, None, "")
    _until_seen(studio, RestoredStep, "restored")
    window.door.restore(hurt)
    _find(studio, RestoreStart).mend_wanted.emit(kept.backup, kept.passphrase, None, "")
    _until_seen(studio, MendedStep, "mended")
    window.door.destroy(hurt)
    done = _find(studio, Destroyed)
    studio.until(lambda: done._left is not None)
    studio.take("destroyed")


def _overwrite(path: Path, part: slice) -> None:
    with path.open("r+b") as file:
        file.seek(part.start)
        file.write(os.urandom(part.stop - part.start))


def _by_shares(studio: Studio, kept: Kept, name: str) -> None:
    entry = _find(studio, RecoveryEntry)
    entry._way.choose("shares")
    entry._choose("shares")
    for one, share in zip(entry._shares, kept.prepared.shares, strict=False):
        one.put(share)
    studio.take(name)


def _ask_once_more(studio: Studio) -> None:
    form = _find(studio, DestroyForm)
    named = form.findChild(LineField)
    assert isinstance(named, LineField)
    assert not isinstance(named, PassphraseField)
    named.setText(form._folder.name)
    form._on.click()
    studio.take("destroy-asked")


def _entry_of(form: RescueForm) -> RecoveryEntry:
    entry = form.findChild(RecoveryEntry)
    assert isinstance(entry, RecoveryEntry)
    return entry


def _find(studio: Studio, kind: type[Q]) -> Q:
    found = studio.window.findChildren(kind)
    assert found, kind.__name__
    return found[-1]


def _wait(studio: Studio, kind: type[QObject], name: str) -> None:
    while not studio.window.findChildren(kind):
        studio.quiet()
    studio.quiet()
    studio.take(name)


def _until_seen(studio: Patient, kind: type[QObject], name: str) -> None:
    studio.until(lambda: bool(studio.window.findChildren(kind)))
    studio.take(name)
