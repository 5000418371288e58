"""What runs in the vault's thread when a vault is made, unlocked or locked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.casework import key_files, vaults
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.vocabulary import Vocabularies
from desktop.ui import way_back
from desktop.ui.interview import IDLE, IDLE_MINUTES, INTERVIEW, INTERVIEW_MINUTES
from desktop.ui.panic import LOCK, PANIC
from desktop.ui.place import Place
from desktop.ui.practice_line import PRACTICE

SETTINGS = {
    "language": None,
    "theme": "system",
    "text_size": 100,
    IDLE: IDLE_MINUTES,
    INTERVIEW: INTERVIEW_MINUTES,
    PANIC: LOCK,
    PRACTICE: False,
}


@dataclass(frozen=True, repr=False)
class Entered:
    """What is known right after unlocking. place: where somebody was at the lock before. recovery_key: of a vault just
    made, else empty."""

    folder: Path
    notices: tuple[vaults.Notice, ...]
    settings: dict[str, JSON]
    place: Place | None = None
    recovery_key: str = ""


@dataclass(frozen=True)
class Circumstances:
    """What a workspace is made of besides its vault. work_factor: of a new vault; None measures this machine."""

    vocabularies: Vocabularies
    clock: Callable[[], int]
    language: str
    work_factor: int | None


def unlocked(
    folder: Path, passphrase: str, identities: str, around: Circumstances, key_file: Path | None = None
) -> tuple[Workspace, Entered]:
    """Open a vault. identities: the passphrase of their own they may have, else empty. key_file: where it is.

    Refusals as `vaults.unlock` and `key_files.read`.
    """
    key = None if key_file is None else key_files.read(key_file)
    vault = vaults.unlock(folder, passphrase, clock=around.clock, identity_passphrase=identities or None, key_file=key)
    ws = Workspace(vault, around.vocabularies, around.clock, around.language)
    return ws, Entered(folder, vaults.notices(vault), _settings(ws), way_back.find(ws))


def recovered(folder: Path, recovery_key: str, passphrase: str, around: Circumstances) -> tuple[Workspace, Entered]:
    """Open a vault by its recovery key, with a new passphrase from now on. Refusals as `vaults.recover`."""
    vault = vaults.recover(folder, recovery_key, passphrase, clock=around.clock, work_factor=around.work_factor)
    ws = Workspace(vault, around.vocabularies, around.clock, around.language)
    return ws, Entered(folder, vaults.notices(vault), _settings(ws), way_back.find(ws))


def made(folder: Path, passphrase: str, identities: str, around: Circumstances) -> tuple[Workspace, Entered]:
    """Make a vault that speaks the window's language. identities: a passphrase of their own, or empty.

    Refusals as `vaults.create_vault`.
    """
    created = vaults.create_vault(
        folder,
        passphrase,
        clock=around.clock,
        identity_passphrase=identities or None,
        work_factor=around.work_factor,
    )
    ws = Workspace(created.vault, around.vocabularies, around.clock, around.language)
    vaults.set_setting(ws, "language", around.language)
    return ws, Entered(folder, (), _settings(ws), recovery_key=created.recovery_key)


def practised(folder: Path, world: Path, around: Circumstances) -> tuple[Workspace, Entered]:
    """Make a practice vault. world: the folder of the worked world. Refusals as `vaults.create_vault`."""
    from desktop.casework import worked_world  # wanted once, if ever

    ws = worked_world.make_practice_vault(folder, world, around.vocabularies, around.clock, around.language)
    vaults.set_setting(ws, "language", around.language)
    return ws, Entered(folder, (), _settings(ws))


def lock(ws: Workspace) -> None:
    """Close the vault."""
    vaults.lock(ws.vault)


def _settings(ws: Workspace) -> dict[str, JSON]:
    return {name: vaults.setting(ws, name, default) for name, default in SETTINGS.items()}
