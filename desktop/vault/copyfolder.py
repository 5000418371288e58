"""The folder of a backup: a vault's folder, whose next state is written beside the present one and replaces it at once.

The next state is written to `n`. Once verified, `n` is renamed to `m`: from that moment what is in `m` counts before
what stands beside it. Then its files move up, its list `w` the last one. So whatever stops this leaves the state before
or the one after, on disks without links, and files of another name are never touched.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import files, folder, system
from desktop.vault.carrying import make_folders, onto_disk

PART = r"(?:\.[0-9]{3})?"
STATE = re.compile(rf"(?:(?:[ab]\.db){PART}|[ab]\.db-(?:wal|shm|journal)|k[1-7]|open|closed)")
EVIDENCE = re.compile(rf"d/(?P<two>[0-9a-f]{{2}})/(?P<name>(?P=two)[0-9a-f]{{30}}){PART}")

_OF_SYSTEMS = re.compile(
    r"System Volume Information|lost\+found|\$RECYCLE\.BIN|desktop\.ini|Thumbs\.db|LOST\.DIR"
    r"|\.(?:Trash.*|Trashes|fseventsd|Spotlight-V100|TemporaryItems|DS_Store|_.*)"
)
_LIMIT = 256 << 20
_TAG = b"jiashu/1 backup\n"

Listed = dict[str, bytes]
"""Names below the folder, with `/`, and the SHA-256 of each file."""


def tag(vault_id: bytes) -> str:
    """What a list begins with, by which a vault knows its own backups, also after its keys were renewed."""
    return sha256(_TAG + vault_id).hexdigest()


def strangers(place: Path) -> list[str]:
    """Names in it that are none of a backup's, and none that systems put onto every disk."""
    with files.told():
        names = sorted(entry.name for entry in place.iterdir())
    own = {folder.BLOBS, folder.LOCK, folder.NEXT, folder.VERIFIED, folder.LISTED, *folder.UNFINISHED}
    return [name for name in names if name not in own and not STATE.fullmatch(name) and not _OF_SYSTEMS.fullmatch(name)]


def is_backup(place: Path) -> bool:
    """Whether a verified state is there, in place or on its way."""
    return any(os.path.lexists(where / folder.LISTED) for where in (place, place / folder.VERIFIED))


def written_list(vault_id: bytes, listed: Mapping[str, bytes]) -> bytes:
    """The bytes of a list, which `sha256sum -c` reads."""
    lines = [f"{digest.hex()}  {name}" for name, digest in sorted(listed.items())]
    return "\n".join([f"# {tag(vault_id)}", *lines, ""]).encode("ascii")


def read_list(place: Path) -> tuple[str, Listed]:
    """Tag and files of the state that counts. Refused `backup.none`; Damaged `backup.list`."""
    moving = place / folder.VERIFIED / folder.LISTED
    path = moving if os.path.lexists(moving) else place / folder.LISTED
    if not os.path.lexists(path):
        raise Refused("backup.none")
    return _parsed(files.read(path, _LIMIT))


def paths(place: Path, listed: Iterable[str]) -> dict[str, Path]:
    """Where each file of the state that counts lies: not moved yet, or in place."""
    moving = place / folder.VERIFIED
    fresh = os.path.lexists(moving / folder.LISTED)
    found = {}
    for name in listed:
        parts = name.split("/")
        waiting = moving.joinpath(*parts)
        found[name] = waiting if fresh and os.path.lexists(waiting) else place.joinpath(*parts)
    return found


def clean(place: Path) -> None:
    """Finish what was verified, and take away what never was. Hindered `copy.…`."""
    finish(place)
    with onto_disk():
        for name in folder.UNFINISHED:
            (place / name).unlink(missing_ok=True)
        remove_tree(place / folder.NEXT)


def commit(place: Path) -> None:
    """What is in `n`, all of it flushed, with its list, becomes the state that counts. Hindered `copy.…`."""
    with onto_disk():
        system.sync_folder(place / folder.NEXT)
        (place / folder.NEXT).rename(place / folder.VERIFIED)
        system.sync_folder(place)
    finish(place)


def finish(place: Path) -> None:
    """Move up what was verified, and take away what the list does not name. Damaged `backup.list`; Hindered `copy.…`.

    Whatever stops it, it goes on from there the next time.
    """
    moving = place / folder.VERIFIED
    if not moving.is_dir() or moving.is_symlink():
        return
    if os.path.lexists(moving / folder.LISTED):
        _, listed = read_list(place)
        with onto_disk():
            for name, path in paths(place, listed).items():
                if path.is_relative_to(moving):
                    _put(path, place.joinpath(*name.split("/")), place)
            system.sync_folder(place)
            drop_unlisted(place, listed)
            (moving / folder.LISTED).replace(place / folder.LISTED)
            system.sync_folder(place)
    with onto_disk():
        remove_tree(moving)
        system.sync_folder(place)


def complete(place: Path) -> None:
    """Before somebody looks at a folder: what was verified there moves up, unless it is just being done."""
    if os.path.lexists(place / folder.VERIFIED / folder.LISTED) and not folder.in_use(place):
        with suppress(Hindered, Damaged):  # a stick that cannot be written to
            finish(place)


def drop_unlisted(place: Path, listed: Mapping[str, bytes]) -> None:
    """Take away files of a vault that the list does not name: erased evidence, or another form of a file."""
    for entry in place.iterdir():
        if STATE.fullmatch(entry.name) and entry.name not in listed:
            entry.unlink()
    for path in evidence_files(place):
        if path.relative_to(place).as_posix() not in listed:
            path.unlink()
            with suppress(OSError):
                path.parent.rmdir()


def evidence_files(place: Path) -> list[Path]:
    """Every file under `d` that is called as evidence is, through no link."""
    top = place / folder.BLOBS
    if not files.check_folder(top):
        return []
    with files.told():
        below = [each for each in top.iterdir() if each.is_dir() and not each.is_symlink()]
        found = [path for each in below for path in each.iterdir()]
    return sorted(path for path in found if EVIDENCE.fullmatch(path.relative_to(place).as_posix()))


def remove_tree(place: Path) -> None:
    """Take away a folder of ours with what is in it; a link is not followed."""
    if place.is_symlink() or place.is_file():
        place.unlink()
    elif place.is_dir():
        for entry in place.iterdir():
            remove_tree(entry)
        place.rmdir()


def become_vault(place: Path) -> bool:
    """Somebody works in a backup: it is a vault of its own from now on, and no backup goes there any more.

    Returns whether it was one. Hindered `copy.…`.
    """
    if not is_backup(place):
        return False
    clean(place)
    files.remove(place / folder.LISTED)
    return True


def _put(path: Path, target: Path, place: Path) -> None:
    make_folders(target, place)
    path.replace(target)
    if target.parent != place:
        system.sync_folder(target.parent)


def _parsed(untrusted: bytes) -> tuple[str, Listed]:
    listed: Listed = {}
    try:
        first, *lines = untrusted.decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise Damaged("backup.list") from None
    for line in lines[:-1]:
        digest, _, name = line.partition("  ")
        if not re.fullmatch(r"[0-9a-f]{64}", digest) or not (STATE.fullmatch(name) or EVIDENCE.fullmatch(name)):
            raise Damaged("backup.list")
        listed[name] = bytes.fromhex(digest)
    if not re.fullmatch(r"# [0-9a-f]{64}", first) or lines[-1:] != [""]:
        raise Damaged("backup.list")
    return first[2:], listed


def refuse_inside(place: Path, own: Path) -> None:
    """Refused `backup.own_vault` for the folder `own` itself, one inside it, or one around it; `file.inside_vault` for
    one inside another vault. Hindered `file.no_folder`."""
    try:
        real, vault = place.resolve(), own.resolve()
    except (OSError, RuntimeError):
        raise Hindered("file.no_folder") from None
    if real == vault or real.is_relative_to(vault) or vault.is_relative_to(real):
        raise Refused("backup.own_vault")
    if folder.holds(real.parent):
        raise Refused("file.inside_vault")
