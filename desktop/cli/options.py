"""Kinds of values an option may have that click does not know."""

from __future__ import annotations

import re

import click

_SIZE = re.compile(r"([0-9]{1,12})([KMG]?)B?", re.IGNORECASE)
_TIMES = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}


class _Size(click.ParamType[int]):
    """A number of bytes, with K, M or G for thousands, millions and thousands of millions of them."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """What was typed, in bytes."""
        if isinstance(value, int):
            return value
        said = _SIZE.fullmatch(str(value).strip())
        if said is None:
            self.fail("A size is a number, or a number with K, M or G behind it, as 20M.", param, ctx)
        return int(said[1]) * _TIMES[said[2].upper()]


SIZE = _Size()
