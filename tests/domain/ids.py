"""Ids for records and items that exist in tests alone."""

from __future__ import annotations

PERSON = "a1" * 32
OTHER = "b2" * 32
CASE = "c3" * 32
ITEM = "0d" * 16
SECOND_ITEM = "1e" * 16
