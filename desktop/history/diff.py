"""What differs between two sets of values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.history import canonical
from desktop.history.canonical import JSON
from desktop.history.paths import Path
from desktop.history.state import Presence


@dataclass(frozen=True, slots=True)
class Change:
    """One path whose value differs; None is no value. presence: of the value after."""

    path: Path
    before: JSON = field(repr=False)
    after: JSON = field(repr=False)
    presence: Presence = "here"


def diff(before: Mapping[Path, JSON], after: Mapping[Path, JSON]) -> list[Change]:
    """Every path whose value differs, sorted by path; cleared and never set are alike."""
    return [
        Change(path, before.get(path), after.get(path))
        for path in sorted(before.keys() | after.keys())
        if not canonical.same(before.get(path), after.get(path))
    ]
