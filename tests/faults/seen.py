"""What a vault shows once it is opened again after a fault, in a form that two runs of one work have alike."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.casework import vaults
from desktop.crypto import age
from desktop.crypto.recipients import parse_identities, parse_identity
from desktop.domain.registry import KINDS
from desktop.vault import recovery, slots
from desktop.vault.outbox import IN_CLEAR, RECEIVED
from desktop.vault.recovery import Opens
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.faults.works import ERASED, ERASED_SEALED, NEW_PASSPHRASE, PASSPHRASE
from tests.vault.old_keys import OldKeys
from tests.vault.other_make import MAGIC, pages

_RANDOM = re.compile(r"[0-9a-f]{16,}")


@dataclass(frozen=True)
class Seen:
    """passphrase: the one that opens. told: every record, file, contact and draft, and what was handed over. files:
    names in the folder, what is random in them left out. words: those to be erased that a decrypted page still
    holds. of_old: whether the keys it had before any work open anything. recovery: which of the recovery keys opens
    vault and identities, from 0.
    """

    passphrase: str
    told: tuple[str, ...]
    files: tuple[str, ...]
    words: tuple[str, ...]
    of_old: bool
    recovery: int


def seen(place: Path, keys: Sequence[str], old: OldKeys) -> Seen:
    """Open, check and lock it. Nothing may be found wrong with it, and nothing noticed.

    keys: the recovery keys one of which opens it, and no other one anything.
    """
    passphrase, plain = _opening(place)
    vault = vaults.unlock(place, passphrase, clock=Clock(1_760_000_000))
    try:
        assert [finding.code for finding in vault.verify().findings] == []
        assert {notice.code for notice in vault.notices} <= {"vault.upgraded"}
        assert not vault.erasures_pending
        assert vault.draft("quick") is not None
        told = tuple(sorted(_told(vault)))
    finally:
        vaults.lock(vault)
    names = tuple(sorted(_RANDOM.sub("#", path.name) for path in place.rglob("*") if path.is_file()))
    opens = [recovery.check(place, parse_identity(key)) for key in keys]
    assert sorted(opens, key=lambda found: found.vault) == [*[Opens(False, False)] * (len(keys) - 1), Opens(True, True)]
    which = opens.index(Opens(True, True))
    inner = age.unseal((place / "k4").read_bytes(), parse_identities(keys[which]))
    decrypted = b"".join(
        pages(place / name, _raw_key(place / name, of)) for name, of in (("a.db", plain), ("b.db", inner))
    )
    words = tuple(word for word in (ERASED, ERASED_SEALED) if word.encode() in decrypted)
    return Seen(passphrase, told, names, words, bool(old.opening(place)), which)


def holding(words: Collection[str], folder: Path) -> list[str]:
    """Files that hold one of the words, or are called by it, in any encoding a system here uses."""
    needles = [word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    found = []
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        if any(word in path.name for word in words) or any(needle in content for needle in needles):
            found.append(path.name)
    return found


def open_to_others(place: Path) -> list[str]:
    """Files that are a database in clear, and what somebody else could look into."""
    found = [path.name for path in place.rglob("*") if path.is_file() and path.read_bytes().startswith(MAGIC)]
    return found + [path.name for path in (place, *place.rglob("*")) if path.stat().st_mode & 0o077]


def _opening(place: Path) -> tuple[str, bytes]:
    """The old passphrase or the new one, and the keys: one of them opens, whatever happened."""
    tried = (PASSPHRASE, NEW_PASSPHRASE)
    opened = [(each, slots.open_slot(place, slots.VAULT, [slots.opener(each)])) for each in tried]
    ((passphrase, plain),) = ((each, plain) for each, plain in opened if plain is not None)
    return passphrase, plain


def _raw_key(database: Path, plain: bytes) -> str:
    """The key whose salt it begins with: while keys are renewed there are two."""
    salt = database.read_bytes()[:16].hex()
    return next(key for key in plain.decode("ascii").split("'")[1::2] if key.endswith(salt))


def _plain(value: object) -> str:
    """A value without what is drawn by lot; the items of a list in an order that does not hang on it either."""
    if isinstance(value, dict) and value and all(_RANDOM.fullmatch(key) for key in value):
        return f"[{', '.join(sorted(_plain(one) for one in value.values()))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_plain(one)}' for key, one in sorted(value.items()) if key != 'order')}}}"
    return _RANDOM.sub("#", json.dumps(value, ensure_ascii=False, sort_keys=True))


def _told(vault: Vault) -> Iterator[str]:
    for kind in KINDS:
        for row in vault.rows(kind, limit=10_000, include_deleted=True):
            state = vault.state(row.id)
            values = _plain(state.nested())
            files = sorted((info.sealed_to, info.size) for info in vault.blobs_of(row.id))
            revisions = len(vault.revisions(row.id))
            yield f"{kind} {state.erased} {state.deleted} {revisions} {files} {values}"
    yield from (f"draft {draft.key} {draft.value}" for draft in vault.drafts())
    yield from (f"contact {contact.name}" for contact in vault.contacts.every())
    yield from (
        f"sent {sent.kind} {len(vault.outbox.items(sent.package))}"
        for sent in vault.outbox.every()
        if sent.kind not in {*IN_CLEAR, RECEIVED}
    )
