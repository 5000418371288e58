"""The key file beside the passphrase: made where somebody chose, read from there; nobody remembers that place."""

from __future__ import annotations

from pathlib import Path

from desktop.casework import outfiles, passphrases
from desktop.crypto.passphrase import normalise_passphrase
from desktop.errors import Hindered, Refused
from desktop.vault import keyfile
from desktop.vault.folder import holds
from desktop.vault.vault import Vault


def read(path: Path) -> str:
    """The text of a key file somebody chose, found to be one.

    Refused `key_file.not_one`, `file.not_regular` (a link, which tells where the file is kept, too), `file.of_vault`;
    Hindered `file.unreadable`.
    """
    try:
        if path.is_symlink():
            raise Refused("file.not_regular")
        text = outfiles.read_existing(path, limit=keyfile.LIMIT).decode("ascii")
    except OSError:
        raise Hindered("file.unreadable") from None
    except (UnicodeDecodeError, Refused) as refusal:
        if isinstance(refusal, Refused) and refusal.code != "file.too_large":
            raise
        raise Refused("key_file.not_one") from None
    keyfile.parse(text)
    return text


def give(vault: Vault, path: Path, passphrase: str, *, old: str | None = None, work_factor: int | None = None) -> None:
    """Make a key file at `path`, which must not be there, and have the vault need it from now on.

    old: the text of the key file it needs so far. The file is on its device, and was read back, before the vault needs
    it. Refused `key_file.inside_vault`, `file.exists`, and as `keyfile.opened`: no file is left then; Hindered
    `file.no_folder`, `disk.…`.
    """
    if holds(path):
        raise Refused("key_file.inside_vault")
    text = keyfile.text(keyfile.make())
    factor = passphrases.calibrated_work_factor() if work_factor is None else work_factor
    with outfiles.new_file(path) as file:
        file.write(text.encode("ascii"))
    try:
        if read(path) != text:
            raise Hindered("disk.failed", reason=0)
        vault.change_key_file(normalise_passphrase(passphrase), factor, old, text)
    except Refused:  # before anything of the vault was changed; after another failure the vault may need the file
        path.unlink(missing_ok=True)
        raise


def take_away(vault: Vault, passphrase: str, old: str, *, work_factor: int | None = None) -> None:
    """Have the vault open by its passphrase alone; the key file itself stays where it is.

    Refused as `keyfile.opened`; Hindered `disk.…`.
    """
    factor = passphrases.calibrated_work_factor() if work_factor is None else work_factor
    vault.change_key_file(normalise_passphrase(passphrase), factor, old, None)
