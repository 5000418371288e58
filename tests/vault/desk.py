"""A small vault and somebody who writes in it: what the tests of the vault share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from desktop.crypto.signing import SigningKey
from desktop.errors import JiashuError
from desktop.history import revise, shape
from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.history.state import RecordState
from desktop.vault.append import Addition
from desktop.vault.vault import Vault
from tests.conftest import Clock

PASSPHRASE = "plum rain on the old wall"
FAST = 2
"""Work factor of scrypt in tests: the floor of 17 is casework's to keep."""

JSON = Any


@contextmanager
def fails(kind: type[JiashuError], code: str) -> Iterator[pytest.ExceptionInfo[JiashuError]]:
    """What is done within is refused, damaged or hindered with exactly this code."""
    with pytest.raises(kind) as caught:
        yield caught
    assert caught.value.code == code


@dataclass
class Desk:
    """A vault being worked in. recovery: the secret key shown once when it was made."""

    place: Path
    clock: Clock
    vault: Vault
    recovery: str = ""
    last_seen: bytes | None = field(default=None)

    @classmethod
    def fresh(cls, place: Path, clock: Clock | None = None, **more: Any) -> Desk:
        """A new vault in `place`."""
        clock = clock or Clock()
        vault, recovery = Vault.create(place, PASSPHRASE, work_factor=FAST, clock=clock, **more)
        return cls(place, clock, vault, recovery)

    def lock(self) -> None:
        """Lock, and remember what the host would."""
        self.last_seen = self.vault.lock()

    def unlock(self, **more: Any) -> Vault:
        """Unlock again."""
        self.vault = Vault.unlock(self.place, PASSPHRASE, clock=self.clock, **more)
        return self.vault

    def reopen(self, **more: Any) -> Vault:
        """Lock and unlock."""
        self.lock()
        return self.unlock(**more)

    def add(self, kind: str, nested: JSON, *, sealed: bool = False) -> str:
        """A new record; its id."""
        revision, opening = self.revised(None, kind, nested, sealed=sealed)
        self.vault.append([Addition(revision, opening)])
        return revision.record

    def edit(self, record: str, nested: JSON) -> str:
        """Set fields of a record; the id of the revision."""
        state = self.vault.state(record)
        revision, opening = self.revised(state, state.kind, nested)
        self.vault.append([Addition(revision, opening)])
        return revision.id

    def revised(
        self,
        state: RecordState | None,
        kind: str,
        nested: JSON,
        *,
        key: SigningKey | None = None,
        sealed: bool = False,
    ) -> tuple[Revision, Opening]:
        """A signed revision that is not appended yet; by somebody else when `key` is given."""
        author = key or self.vault.signing
        return revise.revise(state, kind, shape.flatten(nested), author, self.clock.tick(), sealed=sealed)

    def testimony(self, words: str, **more: JSON) -> str:
        """A testimony of one statement."""
        return self.add("testimony", {"statements": [{"words": words}], **more})

    def person(self, name: str) -> tuple[str, str]:
        """Somebody with a sealed name: ids of the person and of the name."""
        person = self.add("person", {"sex": "female"})
        return person, self.add("name", {"person": person, "full": name, "type": "legal"}, sealed=True)

    def words_of(self, testimony: str) -> list[str]:
        """The statements as they read now."""
        nested: JSON = self.vault.state(testimony).nested()
        return [statement["words"] for statement in nested.get("statements", {}).values()]
