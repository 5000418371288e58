"""What a vault holds, told so that it can be compared with what was there when a golden vault was made."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from desktop.domain.registry import KINDS
from desktop.vault.vault import Vault

PASSPHRASE = "plum rain on the old wall"


def told_of(vault: Vault) -> dict[str, Any]:
    """Counts, the hash of the log, and a digest of every record as it reads, of its revisions and of its files."""
    told: dict[str, Any] = {"log": vault._opened.log.hash.hex(), "events": vault._opened.log.n, "records": {}}
    for kind in KINDS:
        for row in vault.rows(kind, limit=10_000, include_deleted=True):
            state = vault.state(row.id)
            files = []
            for info in sorted(vault.blobs_of(row.id), key=lambda blob: blob.name):
                with vault.blob(info.name) as file:
                    files.append(hashlib.sha256(file.read(info.size)).hexdigest())
            values = json.dumps(state.nested(), ensure_ascii=False, sort_keys=True)
            revisions = sorted(each.id for each in vault.revisions(row.id))
            whole = json.dumps([kind, state.erased, state.deleted, revisions, files, values], ensure_ascii=False)
            told["records"][row.id] = hashlib.sha256(whole.encode()).hexdigest()
    told["drafts"] = sorted(f"{draft.key} {json.dumps(draft.value, ensure_ascii=False)}" for draft in vault.drafts())
    told["contacts"] = sorted(contact.name for contact in vault.contacts.every())
    told["language"] = vault.setting("language")
    return told
