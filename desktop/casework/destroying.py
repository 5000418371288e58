"""Destroying a vault: for one who has to, also where it cannot or must not be unlocked any more."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from desktop.casework import known
from desktop.casework.workspace import Progress
from desktop.errors import Hindered, JiashuError, Refused
from desktop.vault import destroying, folder
from desktop.vault.destroying import Left

__all__ = ["Left", "called", "check", "check_name", "destroy", "take_keys"]


def check(place: Path) -> None:
    """Whether there is a vault to destroy. Refused `vault.not_found`, `vault.is_file`, `vault.not_a_vault`."""
    destroying.check(place)


def called(place: Path) -> str:
    """What has to be typed to destroy a vault: the name of its folder."""
    return place.resolve().name


def check_name(place: Path, typed: str) -> None:
    """Refused `destroy.other_name` unless the name of this very vault's folder was typed."""
    if _plain(typed) != _plain(called(place)) or not _plain(typed):
        raise Refused("destroy.other_name")


def destroy(place: Path, report: Progress, keys_gone: Callable[[], None] = lambda: None) -> Left:
    """Everything of a vault that is not open; neither passphrase nor key is asked for.

    keys_gone: called once nothing can open it any more, after a moment; what follows takes as long as the vault is
    large and may be stopped. Refused as `destroying.check`; Hindered `vault.in_use` where it is open, in this window or
    another; `destroy.keys_left` when the disk cannot be written to.
    """
    destroying.check(place)
    held = _held(place)
    try:
        unwritten = destroying.take_keys(place)
    finally:
        if held is not None:
            held.release()
    keys_gone()
    left = destroying.take_rest(place, report)
    _forget(place)
    return replace(left, unwritten=left.unwritten + unwritten)


def take_keys(place: Path) -> None:
    """The keys of a vault that is open here, at once. Lock it then, and `destroy` the rest."""
    destroying.take_keys(place)


def _held(place: Path) -> folder.FolderLock | None:
    """The vault's lock, where it can be had: a strange thing in its place must not save a vault."""
    try:
        return folder.lock(place)
    except Hindered as hindered:
        if hindered.code == "vault.in_use":
            raise
    except JiashuError:
        pass
    return None


def _forget(place: Path) -> None:
    """Also the place as it was named, when a link led there."""
    with suppress(Hindered):
        known.forget_vault(place)
        known.forget_vault(place.resolve())


def _plain(name: str) -> str:
    """Systems write the same name in different letters."""
    return unicodedata.normalize("NFC", name.strip())
