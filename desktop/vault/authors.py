"""The signing keys of slot k6: this vault's, and whose revisions count as one's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged
from desktop.vault import slots

_LINE = re.compile(r"(?:ED25519|(# own)) ([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Authors:
    """current: signs what is written here. others: public keys (hex) of earlier ones and the owner's other vaults."""

    current: SigningKey
    others: tuple[str, ...] = ()

    @property
    def own(self) -> frozenset[str]:
        """Public keys, hex, whose erasures and deletions count here without being asked."""
        return frozenset((self.current.public_hex, *self.others))

    def text(self) -> bytes:
        """The slot's plaintext: a line with the seed (RFC 8032), then comments with public keys."""
        lines = [f"ED25519 {self.current.seed.hex()}", *(f"# own {public}" for public in self.others)]
        return ("\n".join(lines) + "\n").encode("ascii")

    def also(self, public: str) -> Authors:
        """With one more own author."""
        return self if public in self.own else Authors(self.current, (*self.others, public))


def parse(untrusted: bytes) -> Authors:
    """From the slot's plaintext. Damaged `vault.key_slot`."""
    found = [_LINE.fullmatch(line) for line in untrusted.decode("ascii", "replace").splitlines()]
    if not found or any(line is None for line in found) or found[0] is None or found[0][1]:
        raise Damaged("vault.key_slot", slot=slots.SIGNING, cause="keys")
    return Authors(
        SigningKey.from_seed(bytes.fromhex(found[0][2])),
        tuple(line[2] for line in found[1:] if line is not None and line[1]),
    )
