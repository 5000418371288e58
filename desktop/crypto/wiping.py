"""Bytes that can be overwritten: what a key is held in while it is needed, and no longer."""

from __future__ import annotations


class Wipeable:
    """A secret in a buffer of its own.

    `bytes` stays in memory after its last use until something else takes its place; this is zeros at once. It is not
    all there is: whoever reads `value` makes a copy, and `cryptography` and SQLCipher hold their own. Those go with the
    process, which a lock therefore ends (`ui/host/anew.py`).
    """

    __slots__ = ("_held",)

    def __init__(self, secret: bytes | bytearray) -> None:
        self._held = bytearray(secret)

    @property
    def wiped(self) -> bool:
        """Whether nothing is left of it."""
        return not self._held

    @property
    def value(self) -> bytes:
        """A copy. RuntimeError once it was wiped: zeros must never be taken for a key."""
        if self.wiped:
            raise RuntimeError("a key is asked for after it was wiped")
        return bytes(self._held)

    def wipe(self) -> None:
        """Zeros from now on, however often it is asked for."""
        self._held[:] = bytes(len(self._held))
        self._held = bytearray()
