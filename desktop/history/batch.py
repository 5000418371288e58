"""What one package brings, verified, held as the bytes that came: parsed they take up to thirty times the room."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.history import lines
from desktop.history.envelope import Envelope
from desktop.history.opening import Opening
from desktop.history.revision import Revision


@dataclass(frozen=True, slots=True)
class Arrival:
    """One verified revision. opening: checked, None where the body did not come. known: it is in the log already."""

    revision: Revision
    opening: Opening | None
    known: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A verified line. kind: of its record. known: its revision is in the log already."""

    id: str
    record: str
    kind: str
    line: bytes = field(repr=False)
    known: bool

    def arrival(self) -> Arrival:
        """The line, parsed anew."""
        return Arrival(*lines.load_revision_line(self.id, self.line), self.known)


class Arrivals(Collection[Arrival]):
    """Several of them, each parsed when its turn comes."""

    def __init__(self, kept: Collection[Kept]) -> None:
        self._kept = kept

    def __iter__(self) -> Iterator[Arrival]:
        return (kept.arrival() for kept in self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, arrival: object) -> bool:
        return any(one == arrival for one in self)


class SealedOpenings(Mapping[str, Opening]):
    """Checked openings of sealed bodies by revision id, each parsed when it is asked for."""

    def __init__(self) -> None:
        self._encoded: dict[str, bytes] = {}

    def keep(self, revision: str, opening: Opening) -> None:
        """Add one."""
        self._encoded[revision] = opening.encode()

    def __getitem__(self, revision: str) -> Opening:
        return Opening.load(self._encoded[revision])

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)

    def __contains__(self, revision: object) -> bool:
        return revision in self._encoded


class Batch:
    """What one package brings, verified whole.

    sealed: the records whose bodies belong to the identity compartment, by what is here or by what came; an opening
    of theirs that came in the clear (from somebody who did not know) is kept sealed.
    """

    def __init__(self, kept: Iterable[Kept], sealed: Iterable[str]) -> None:
        self._kept = {one.id: one for one in kept}
        self._records: dict[str, list[Kept]] = {}
        for one in self._kept.values():
            self._records.setdefault(one.record, []).append(one)
        self.sealed = frozenset(sealed)

    @property
    def records(self) -> Mapping[str, str]:
        """The kind of every record of which something arrives, by its id, in the order they come."""
        return {record: several[0].kind for record, several in self._records.items()}

    def of_record(self, record: str) -> Arrivals:
        """Those of one record, parents before children."""
        return Arrivals(self._records[record])

    def envelope_of(self, revision: str) -> Envelope | None:
        """The envelope of one that arrives; None of any other."""
        return self._kept[revision].arrival().revision.envelope if revision in self._kept else None
