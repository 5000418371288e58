"""Lengths that say little: Padmé (PURBs, Nikitin et al. 2019, section 4), in whole blocks of tar."""

from __future__ import annotations

from desktop.formats.tar import BLOCK


def padme(length: int) -> int:
    """The shortest Padmé length that holds `length` bytes: at most 12 % more, O(log log n) bits told."""
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    free_bits = exponent - exponent.bit_length()
    mask = (1 << max(0, free_bits)) - 1
    return (length + mask) & ~mask


def padded(length: int) -> int:
    """The Padmé length, rounded up to whole blocks of 512 bytes. `padded(padded(n)) == padded(n)`."""
    return padme(length) + -padme(length) % BLOCK
