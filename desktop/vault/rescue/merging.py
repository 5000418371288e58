"""A copy of the database that a sync program left beside the open one: what only it has is taken in."""

from __future__ import annotations

from pathlib import Path

from desktop.crypto.keys import database_key
from desktop.errors import Damaged, Refused
from desktop.vault import files, folder
from desktop.vault.append import Addition
from desktop.vault.changes import Changes
from desktop.vault.database_file import log_of
from desktop.vault.rescue.gathering import Gathering
from desktop.vault.rescue.pages import Pages, beginning
from desktop.vault.rescue.salvage import Salvage
from desktop.vault.vault import Vault


def copies(vault: Vault) -> tuple[str, ...]:
    """Names of strange files in the folder that are databases of this vault's own keys.

    Another name of the open database itself is none: opening and closing it would let go of SQLite's locks.
    """
    salts = {database_key(one.secret, folder.MAIN)[1] for one in vault._opened.ring.identities}
    here = [vault.folder / name for name in folder.strange_names(vault.folder)]
    live = [vault.folder / folder.MAIN, vault.folder / folder.IDENTITIES]
    others = [path for path in here if not any(_same_file(path, one) for one in live)]
    return tuple(path.name for path in others if beginning(path) in salts)


def take_in(vault: Vault, name: str) -> tuple[Changes, str]:
    """Take in every change of a copy that is not here, and set the copy aside; returns the name it has from then on.

    It is read page by page and never opened as a database. What own erasures cover stays erased; where both changed
    the same the conflict is shown. Refused `rescue.not_a_copy`: no strange file, or not this vault's. Damaged
    `rescue.nothing` when not one change can be read.
    """
    if name not in copies(vault):
        raise Refused("rescue.not_a_copy", file=name)
    path = vault.folder / name
    begins = beginning(path)
    keys = [database_key(one.secret, folder.MAIN) for one in vault._opened.ring.identities]
    key = next(key for key in keys if key[1] == begins)
    with Pages(path, key) as pages:
        salvage = Salvage(name, pages)
        for _ in salvage.read():
            pass
        if not salvage.known:
            raise Damaged("rescue.nothing")
        compartment = vault._compartment if vault.compartment_open else None
        gathering = Gathering([salvage], compartment)
        changes = vault.append_records(
            (record, additions) for record in gathering.records if (additions := _additions(vault, gathering, record))
        )
    return changes, _set_aside(path)


def _additions(vault: Vault, gathering: Gathering, record: str) -> list[Addition]:
    """The revisions of a record that are not here; words of those that are here are not touched."""
    several, _ = gathering.of_record(record, vault.own_authors, ())
    fresh = [words for words in several if not vault.has(words.said.id)]
    return [addition for words in fresh for addition in words.additions()]


def _set_aside(path: Path) -> str:
    log = log_of(path)
    if log.exists():
        files.set_aside(log)
    return files.set_aside(path)


def _same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False
