"""The files `open` and `closed`: what the log looked like, so that an older or foreign copy is noticed."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.crypto import age
from desktop.crypto.recipients import Identity, Recipient
from desktop.errors import Damaged, Hindered, JiashuError
from desktop.vault import files, folder, system
from desktop.vault.database_file import log_of
from desktop.vault.log import Log

_LIMIT = 1 << 16
_UNREADABLE = b"?"


@dataclass(frozen=True, slots=True)
class Marker:
    """n: events in the log. hash: h_n."""

    vault_id: bytes
    n: int
    hash: bytes

    def seal(self, recipient: Recipient) -> bytes:
        """The file's bytes: age, around canonical JSON."""
        told = {"h": self.hash.hex(), "n": self.n, "vault": self.vault_id.hex()}
        return age.seal(json.dumps(told, separators=(",", ":"), sort_keys=True).encode("ascii"), [recipient])


def unseal(untrusted_sealed: bytes, identities: tuple[Identity, ...]) -> Marker:
    """Damaged `vault.marker` for anything that is not a marker sealed to this vault."""
    try:
        told = json.loads(age.unseal(untrusted_sealed, identities))
        return Marker(bytes.fromhex(told["vault"]), int(told["n"]), bytes.fromhex(told["h"]))
    except (JiashuError, ValueError, KeyError, TypeError):
        raise Damaged("vault.marker") from None


def find(place: Path) -> tuple[str | None, bytes]:
    """Which marker is there and its bytes; None when there is neither.

    Both are there when a lock was cut short after all was written: then it was closed.
    """
    for name in (folder.CLOSED, folder.OPEN):
        if (place / name).is_file():
            try:
                return name, files.read(place / name, _LIMIT)
            except Damaged:
                return name, _UNREADABLE
    return None, b""


def opened(place: Path) -> None:
    """Turn `closed` into `open`: a rename, which works on a full disk too."""
    closed = place / folder.CLOSED
    if not closed.exists():
        return
    with files.told():
        closed.replace(place / folder.OPEN)
        system.sync_folder(place)


def closed(place: Path, sealed: bytes) -> None:
    """Put `closed` in place, then take `open` away."""
    files.write(place / folder.CLOSED, sealed)
    files.remove(place / folder.OPEN)


def closed_again(place: Path) -> bytes:
    """Turn `open` back into `closed` when nothing was added since: a rename, which works on a full disk too."""
    sealed = files.read(place / folder.OPEN, _LIMIT)
    with files.told():
        (place / folder.OPEN).replace(place / folder.CLOSED)
        system.sync_folder(place)
    return sealed


def stay_open(place: Path) -> None:
    """After locking without room for a mark: SQLite took its log away, and `open` without one would be a copy's.

    An empty one says that all of it is in the database.
    """
    with suppress(OSError):
        if not (place / folder.CLOSED).exists():
            system.touch_private(log_of(place / folder.MAIN))


def set_foreign_logs_aside(place: Path, found: str | None) -> list[JiashuError]:
    """A write-ahead log beside a vault that was closed properly belongs to another copy: reading it would mix them."""
    if found != folder.CLOSED:
        return []
    return [Hindered("vault.foreign_wal", file=files.set_aside(wal)) for wal in logs_left(place)]


def logs_left(place: Path) -> list[Path]:
    """Write-ahead logs with something in them. While there is one, a vault cannot be marked closed."""
    logs = [log_of(place / name) for name in (folder.MAIN, folder.IDENTITIES)]
    return [log for log in logs if log.is_file() and log.stat().st_size > 0]


def copied_in_use(place: Path, found: str | None) -> list[JiashuError]:
    """Whether this is a copy made while the vault was open, the newest writes left behind.

    While a database is being written anew all of it is in its one file, and its log goes before the new one comes.
    """
    if found != folder.OPEN or log_of(place / folder.MAIN).exists() or (place / files.REWRITTEN).exists():
        return []
    return [Hindered("vault.copied_in_use")]


def gone(found: str | None) -> list[JiashuError]:
    """Whether somebody or something took both marks away: locking leaves one, and so does a kill at any moment."""
    return [] if found else [Hindered("vault.no_marker")]


def compare(marker: Marker, log: Log, vault_id: bytes, *, exact: bool) -> JiashuError | None:
    """What the log is next to what it was when the marker was made; None when all is in order.

    exact: nothing may have been added since (the vault's own `closed`; the copy on the host may be behind).
    """
    found = log.hash_at(marker.n)
    if marker.vault_id != vault_id:
        return Hindered("vault.branch")
    if found is None:
        return Hindered("vault.older", events=marker.n - log.n)
    if found != marker.hash:
        return Hindered("vault.branch")
    if exact and log.n > marker.n:
        return Hindered("vault.newer_log", events=log.n - marker.n)
    return None
