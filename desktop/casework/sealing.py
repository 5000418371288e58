"""Plain age files sealed and opened, as support needs them: no vault, no records."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, cast

from desktop.casework import passphrases
from desktop.casework.outfiles import existing_file, new_file, read_existing, size
from desktop.casework.workspace import Progress
from desktop.crypto import age
from desktop.crypto.armor import ArmorWriter, is_armored
from desktop.crypto.passphrase import normalise_passphrase
from desktop.crypto.recipients import (
    Identity,
    PassphraseIdentity,
    PassphraseRecipient,
    Recipient,
    parse_identities,
    parse_recipient,
)
from desktop.errors import Refused

_KEY_FILE_LIMIT = 1024 * 1024
_WORK_FACTOR = 18


def seal_file(
    plain: Path,
    out: Path,
    *,
    recipients: Sequence[str] = (),
    passphrase: str | None = None,
    armor: bool = False,
    work_factor: int = _WORK_FACTOR,
    progress: Progress | None = None,
) -> None:
    """Seal a file to recipients (`age1…`, `age1pq1…`), or to a passphrase alone.

    Refused `key.…`, `age.mixed_recipients`, `age.no_recipients`, `file.exists`, and as `passphrases.check`.
    """
    parsed: list[Recipient] = [parse_recipient(text) for text in recipients]
    if passphrase is not None:
        parsed.append(PassphraseRecipient(passphrases.check(passphrase), work_factor))
    with existing_file(plain) as source, new_file(out, needed=size(source)) as target:
        if not armor:
            age.encrypt(source, target, parsed, progress=progress)
            return
        with ArmorWriter(target) as armored:
            age.encrypt(source, cast("BinaryIO", armored), parsed, progress=progress)


def unseal_file(
    sealed: Path,
    out: Path,
    *,
    identity_file: Path | None = None,
    passphrase: str | None = None,
    progress: Progress | None = None,
) -> None:
    """Open an age file, armored or not, with an identity file or a passphrase; with both, it opens the identity file.

    Nothing stands at `out` unless everything was authentic. Refused `age.no_match`, `key.…`; Damaged `age.…`.
    """
    identities = _identities(identity_file, passphrase)
    with existing_file(sealed) as source, new_file(out) as target:
        age.decrypt(source, target, identities, progress=progress, armor=is_armored(source))


def _identities(identity_file: Path | None, passphrase: str | None) -> Sequence[Identity]:
    if identity_file is None:
        if passphrase is None:
            raise Refused("age.no_identity")
        return [PassphraseIdentity(normalise_passphrase(passphrase))]
    content = read_existing(identity_file, limit=_KEY_FILE_LIMIT)
    if passphrase is not None:
        content = _unsealed(content, PassphraseIdentity(normalise_passphrase(passphrase)))
    return parse_identities(content.decode("utf-8", "replace"))


def _unsealed(content: bytes, identity: Identity) -> bytes:
    """The plaintext of an identity file that is itself a sealed age file."""
    source, plain = io.BytesIO(content), io.BytesIO()
    age.decrypt(source, plain, [identity], armor=is_armored(source))
    return plain.getvalue()
