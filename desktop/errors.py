"""The three ways an action can fail that are not our bug, sorted by who must act."""

from __future__ import annotations

from collections.abc import Mapping


class JiashuError(Exception):
    """A failure with a code and details; never a record's content, a name or a passphrase.

    code: lower-case words joined by dots, the subject first (``package.signature``). Sentences for
    people are looked up by it (`desktop.messages`).
    details: ids, codes, numbers, file positions; short and free of content, since they may reach a log.
    """

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details: Mapping[str, str | int] = details

    def __str__(self) -> str:
        if not self.details:
            return self.code
        told = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.code} ({told})"


class Refused(JiashuError):
    """A rule says no. Nothing is wrong with the data; the person is told which rule."""


class Damaged(JiashuError):
    """Bytes do not verify. Stop, keep the bytes, tell the person."""


class Hindered(JiashuError):
    """The disk, a lock or a lack of room stands in the way. The person is told how to help."""
