"""JSON from standard input: strict, one complaint that names the line."""

from __future__ import annotations

import json
from typing import Any

from desktop.errors import Refused

LIMIT = 256 * 1024 * 1024


def read_records(untrusted: str) -> list[Any]:
    """JSON Lines, or one object or array written over several lines.

    Refused `input.json` (line), `input.empty`, `input.twice` when an object has a member twice,
    `input.number` for a number that is not whole.
    """
    text = untrusted.removeprefix("\ufeff")
    if not text.strip():
        raise Refused("input.empty")
    try:
        whole = _parsed(text)
    except ValueError:
        return [_line(line, number) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    return whole if isinstance(whole, list) else [whole]


def read_object(untrusted: str) -> Any:
    """One JSON object. Refusals as `read_records`; `input.object` for anything else."""
    text = untrusted.removeprefix("\ufeff")
    if not text.strip():
        raise Refused("input.empty")
    value = _line(text, 1)
    if not isinstance(value, dict):
        raise Refused("input.object")
    return value


def _line(line: str, number: int) -> Any:
    try:
        return _parsed(line)
    except ValueError:
        raise Refused("input.json", line=number) from None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_float=_no_fraction, parse_constant=_no_fraction)
    except RecursionError:
        raise Refused("input.deep") from None


def _once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    if len(found) < len(members):
        raise Refused("input.twice")
    return found


def _no_fraction(_text: str) -> Any:
    raise Refused("input.number")
