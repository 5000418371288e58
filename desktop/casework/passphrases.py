"""How good a passphrase is, which are refused, and words drawn by the machine instead."""

from __future__ import annotations

from dataclasses import dataclass

WEAKEST_ALLOWED = 2
"""The lowest score a vault is made with."""


@dataclass(frozen=True)
class Strength:
    """score: 0 very weak, 1 weak, 2 fair, 3 good, 4 strong. reason: None, or why it is refused or capped:
    `passphrase.empty`, `passphrase.input_method`, `passphrase.weak`, `passphrase.pinyin` (capped at fair)."""

    score: int
    reason: str | None

    @property
    def enough(self) -> bool:
        """Whether a vault can be made with it."""
        raise NotImplementedError


def strength(passphrase: str) -> Strength:
    """For the live meter; quick enough for every key pressed."""
    raise NotImplementedError


def check(passphrase: str) -> str:
    """The normalised passphrase. Refused `passphrase.empty`, `.input_method`, `.weak`, `.too_long`."""
    raise NotImplementedError


def suggest_passphrase() -> str:
    """Words drawn at random, easy to type on any keyboard."""
    raise NotImplementedError


def calibrated_work_factor() -> int:
    """The scrypt work factor that costs about a second here, never below 17 nor above 19."""
    raise NotImplementedError
