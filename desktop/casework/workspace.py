"""What every action is given: the open vault, the vocabularies, the clock and the language of titles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from desktop.casework.stops import Stops
from desktop.vault.changes import Changes

if TYPE_CHECKING:
    from desktop.domain.vocabulary import Vocabularies
    from desktop.vault.vault import Vault

__all__ = ["JSON", "Changes", "Clock", "Progress", "Workspace", "day_of", "today"]

JSON = Any
"""The Python values of JSON without floats: dict, list, str, int, bool, None."""

Progress = Callable[[int, int], None]
"""Told (done, total) now and then; raising from it cancels, and nothing half done stays."""

Clock = Callable[[], int]
"""UTC seconds."""


@dataclass(frozen=True)
class Workspace:
    """One unlocked vault and how it is looked at. Built once after unlocking; never kept past a lock.

    language: "en" or "zh_Hans", for titles and labels.
    discreet: names are hidden, codes are shown, although the identity compartment is open.
    stops: ends what an action waits for outside the vault.
    """

    vault: Vault
    vocabularies: Vocabularies
    clock: Clock
    language: str = "en"
    discreet: bool = False
    stops: Stops = field(default_factory=Stops, repr=False, compare=False)

    @property
    def names_shown(self) -> bool:
        """Whether people are called by name: the identity compartment is open and names are not hidden."""
        return self.vault.compartment_open and not self.discreet

    def interrupt(self) -> None:
        """From any thread: what is waited for right now fails, the vault as Hindered `vault.interrupted`."""
        self.stops.stop()
        self.vault.interrupt()

    def speaking(self, language: str) -> Workspace:
        """The same vault with titles in another language."""
        return replace(self, language=language)

    def hiding_names(self, hidden: bool) -> Workspace:
        """The same vault with names hidden or shown."""
        return replace(self, discreet=hidden)


def day_of(ws: Workspace) -> date:
    """The day it is, in UTC."""
    return datetime.fromtimestamp(ws.clock(), UTC).date()


def today(ws: Workspace) -> JSON:
    """The day it is, as a record's date."""
    day = day_of(ws).isoformat()
    return {"edtf": day, "words": day, "calendar": "gregorian"}
