"""What a vault says of itself before any secret is given; loads no library, since the first screen asks."""

from __future__ import annotations

from pathlib import Path

from desktop.vault import files, folder

_SLOT = folder.SLOTS[0]
_LIMIT = 1 << 20
_SEALED = b"age-encryption.org/v1\n-> "
_BY_PASSPHRASE = _SEALED + b"scrypt "


def needs_key_file(place: Path) -> bool:
    """Whether a vault asks for a key file beside its passphrase: the first of its key slots tells that to anybody.

    One that is no age file needs none here; opening it will say what is wrong. Damaged as `files.read`.
    """
    sealed = files.read(place / _SLOT, _LIMIT)
    return sealed.startswith(_SEALED) and not sealed.startswith(_BY_PASSPHRASE)
