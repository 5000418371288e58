"""Renewing the vault's keys, when somebody may know the passphrase: what it means, beginning it, going on with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.casework import own_card
from desktop.casework.workspace import Workspace
from desktop.crypto.passphrase import normalise_passphrase
from desktop.errors import Refused

Step = Callable[[], tuple[int, int] | None]
"""Does a little more; tells (done, total) in bytes or thereabouts, or None once nothing more can be done now."""


@dataclass(frozen=True)
class KeysPreview:
    """What renewing would do. files, size: evidence that is sealed anew. room: bytes that have to be free meanwhile.

    own_passphrase: the identities have one, which is asked for too; key_file: so is that. identities: they are open;
    else they get new keys when they are next opened. set_aside: files put aside before, which stay sealed to the keys
    they had.
    """

    files: int
    size: int
    room: int
    own_passphrase: bool
    key_file: bool
    identities: bool
    set_aside: int


@dataclass(frozen=True)
class KeysLeft:
    """Keys are being renewed. files: how many are still to be sealed anew; damaged: how many of them cannot be read.

    identities: these have to be opened for the rest. once_more: all else is done; unlocking the vault once more, and
    opening the identities with their passphrase, ends it.
    """

    files: int
    damaged: int
    identities: bool
    once_more: bool


@dataclass(frozen=True)
class Standing:
    """left: what is still to be done, if keys are being renewed. last: when they last were, UTC seconds."""

    left: KeysLeft | None
    last: int | None


def preview(ws: Workspace) -> KeysPreview:
    """What it would do. Refused `vault.keys_under_way`: keys are being renewed."""
    if ws.vault.keys_under_way:
        raise Refused("vault.keys_under_way")
    evidence = ws.vault.files_kept()
    room = max((ws.vault.database_size, *(info.stored for info in evidence)))
    return KeysPreview(
        files=len(evidence),
        size=sum(info.size for info in evidence),
        room=room,
        own_passphrase=ws.vault.compartment_open and ws.vault.has_identity_passphrase,
        key_file=ws.vault.needs_key_file,
        identities=ws.vault.compartment_open,
        set_aside=len(ws.vault.set_aside),
    )


def do(ws: Workspace, passphrase: str, identity_passphrase: str | None = None, *, key_file: str | None = None) -> None:
    """Draw new keys; from then on `begin` gives what is to be done. What is saved meanwhile is sealed to the new ones.

    key_file: its text (`key_files.read`), where the vault needs one. Refused `vault.passphrase`,
    `vault.identity_passphrase`, `vault.identity_passphrase_needed`; Hindered `disk.…`.
    """
    identities = None if identity_passphrase is None else normalise_passphrase(identity_passphrase)
    ws.vault.begin_new_keys(normalise_passphrase(passphrase), identities, key_file)


def begin(ws: Workspace) -> Step | None:
    """What is to be called until it gives None; None where no keys are being renewed.

    Whatever comes between, a lock included, nothing done is lost. A step raises Hindered `disk.…` or Damaged
    `vault.…` where it cannot go on: all can be read and saved, and it is taken up at the next unlocking.
    """
    return _steps(ws, ws.vault.renew_keys()) if ws.vault.keys_under_way else None


def left(ws: Workspace) -> KeysLeft | None:
    """What is still to be done; None when no keys are being renewed, or all of it is done."""
    if not ws.vault.keys_under_way:
        return None
    found = ws.vault.keys_left
    return KeysLeft(found.files, len(found.damaged), found.compartment, found.passphrase)


def standing(ws: Workspace) -> Standing:
    """Whether keys are being renewed, and when they last were."""
    last = ws.vault.keeping.last("keys")
    return Standing(left(ws), None if last is None else last.at)


def _steps(ws: Workspace, slices: Iterator[tuple[int, int]]) -> Step:
    def step() -> tuple[int, int] | None:
        told = next(slices, None)
        if told is None and not ws.vault.keys_under_way:
            own_card.current(ws.vault, ws.clock)  # with the fresh keys for packages, for whoever is given it next
        return told

    return step
