"""The host's list of vault locations, each with the last marker seen; nothing else is kept outside a vault."""

from __future__ import annotations

import base64
import binascii
import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from desktop import places
from desktop.errors import JiashuError
from desktop.vault import files
from desktop.vault.files import told
from desktop.vault.system import make_private_folder

_NAME = "vaults.json"
_LIMIT = 1024 * 1024
_MOST = 50


@dataclass(frozen=True)
class KnownVault:
    """Where a vault was last seen. here: whether the folder is there now."""

    folder: Path = field(repr=False)
    here: bool


@dataclass(frozen=True, repr=False)
class _Entry:
    folder: str
    closed: str


def portable() -> bool:
    """Whether this copy of the program leaves nothing on the host.

    Said by ``JIASHU_PORTABLE``, or by a file named ``portable`` beside the built program.
    """
    if os.environ.get("JIASHU_PORTABLE"):
        return True
    return bool(getattr(sys, "frozen", False)) and (Path(sys.executable).parent / "portable").exists()


def known_vaults() -> tuple[KnownVault, ...]:
    """The vaults opened on this machine, the last opened first; none in portable mode."""
    return tuple(KnownVault(Path(entry.folder), Path(entry.folder).is_dir()) for entry in _read())


def last_marker(folder: Path) -> bytes | None:
    """The bytes of the `closed` this machine saw last of the vault at that place; None when it never did."""
    for entry in _read():
        if entry.folder == _place(folder) and entry.closed:
            try:
                return base64.b64decode(entry.closed, validate=True)
            except binascii.Error:
                return None
    return None


def remember(folder: Path, closed: bytes | None) -> None:
    """Put a location first on the list; closed: its marker, None to keep the one noted. Nothing in portable mode."""
    if portable():
        return
    entries = _read()
    noted = next((entry.closed for entry in entries if entry.folder == _place(folder)), "")
    if closed is not None:
        noted = base64.b64encode(closed).decode("ascii")
    _write([_Entry(_place(folder), noted), *(entry for entry in entries if entry.folder != _place(folder))])


def forget_vault(folder: Path) -> None:
    """Take a location off the list; the vault itself is not touched."""
    entries = _read()
    kept = [entry for entry in entries if entry.folder != _place(folder)]
    if kept != entries:
        _write(kept)


def _place(folder: Path) -> str:
    return str(folder.absolute())


def _read() -> list[_Entry]:
    """The list; one that cannot be read counts as empty, since it is a convenience."""
    if portable():
        return []
    try:
        untrusted = json.loads(files.read(places.settings_folder() / _NAME, _LIMIT))
        return [_Entry(str(line["folder"]), str(line["closed"])) for line in untrusted]
    except (JiashuError, ValueError, KeyError, TypeError, RecursionError):
        return []


def _write(entries: list[_Entry]) -> None:
    folder = places.settings_folder()
    with told():
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True)
            make_private_folder(folder)
    lines = [{"folder": entry.folder, "closed": entry.closed} for entry in entries[:_MOST]]
    files.write(folder / _NAME, json.dumps(lines, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
