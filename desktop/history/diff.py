"""One value that differs from what it was before."""

from __future__ import annotations

from dataclasses import dataclass, field

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
