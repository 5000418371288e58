"""One file to be handed over, told record by record before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.casework.copy_titles import copy_titles
from desktop.casework.gathering import Gathered, file_of
from desktop.casework.gone import gone_since
from desktop.casework.leaving import Verdict
from desktop.casework.naming import Calling
from desktop.casework.redacting import Redaction
from desktop.casework.rewording import Taken
from desktop.casework.workspace import Workspace
from desktop.domain.missing import missing
from desktop.domain.registry import KINDS
from desktop.history import codes
from desktop.vault.contacts import Contact as Kept

NOTHING_LEFT = "nothing_left"


@dataclass(frozen=True)
class Leaving:
    """A record that goes. earlier: how many earlier wordings go along (transfers only).

    reads_as: what it is called in a redacted copy where that is another thing than here, else "". gone: "deleted" |
    "erased" for one they have and that is so here since: only that goes, no word of it; else "". lacks: fields that are
    wanted before a record leaves and are empty.
    """

    record: str
    kind: str
    kind_label: str
    title: str = field(repr=False)
    earlier: int
    reads_as: str = field(default="", repr=False)
    gone: str = field(default="", repr=False)
    lacks: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Staying:
    """A record, or a person's name, that does not go. reason: of `permission_reasons` or `handoff_reasons`.

    reads_as: the bare code that goes in place of a person, without anything else of them; "" where nothing does.
    """

    record: str
    kind: str
    kind_label: str
    title: str = field(repr=False)
    reason: str
    reads_as: str = field(default="", repr=False)


@dataclass(frozen=True)
class TakenOut:
    """Words taken out of the texts of a record, since they tell who somebody is or look as if. Their `words` are empty
    while names are hidden."""

    record: str
    kind: str
    kind_label: str
    title: str = field(repr=False)
    taken: tuple[Taken, ...]

    def times(self, how: str) -> int:
        """How many places: "coded" | "left_out"."""
        return sum(one.times for one in self.taken if one.how == how)


@dataclass(frozen=True)
class Condition:
    """What somebody asked for when they agreed. words: as it was noted; nobody but a person can tell if it holds."""

    person: str
    name: str = field(repr=False)
    words: str = field(repr=False)


@dataclass(frozen=True)
class FileLeaving:
    """An evidence file of a redacted copy. how: `outgoing.CLEANED`, `PLAIN`, `KEPT` or `STAYS`; reason: why it cannot
    be cleaned, of `hidden_reasons`, else "". size: bytes of what goes."""

    record: str
    title: str = field(repr=False)
    how: str = field(repr=False)
    reason: str
    size: int


@dataclass(frozen=True)
class CopyPreview:
    """One file. to: names of those it is for ("" for a passphrase). taken, files: of a redacted copy."""

    to: str = field(repr=False)
    leaving: tuple[Leaving, ...]
    staying: tuple[Staying, ...]
    taken: tuple[TakenOut, ...]
    withheld_acts: int
    evidence_bytes: int
    conditions: tuple[Condition, ...]
    files: tuple[FileLeaving, ...] = ()


def preview_copy(
    ws: Workspace, gathered: Gathered, verdict: Verdict, kept: Sequence[Kept], redaction: Redaction | None
) -> CopyPreview:
    """One file as it would be. redaction: what it is made of; None for a transfer, which goes with its history and with
    what became of records they have already."""
    telling = _Telling(ws, gathered)
    stays = dict(verdict.stays)
    if redaction is None:
        leaving = [telling.leaving(record, earlier=_earlier(ws, record)) for record in verdict.leaves]
        leaving += (telling.gone(record) for record in gone_since(ws, kept))
        instead: Mapping[str, str] = {}
    else:
        instead = _instead(ws, redaction)
        stays |= {record: NOTHING_LEFT for record in verdict.leaves if record not in instead}
        leaving = [telling.leaving(record, instead[record]) for record in verdict.leaves if record in instead]
    files = tuple(telling.files(redaction)) if redaction else ()
    whole = (_file_size(ws, gathered, record) for record in verdict.leaves)
    return CopyPreview(
        to=", ".join(one.name for one in kept),
        leaving=tuple(leaving),
        staying=tuple(telling.staying(record, why, instead.get(record, "")) for record, why in stays.items()),
        taken=tuple(telling.taken(redaction)) if redaction else (),
        withheld_acts=verdict.withheld_acts(gathered),
        evidence_bytes=sum(one.size for one in files) if redaction else sum(whole),
        conditions=tuple(telling.conditions(verdict)),
        files=files,
    )


class _Telling:
    """Puts the records of a case into lines."""

    def __init__(self, ws: Workspace, gathered: Gathered) -> None:
        self._ws = ws
        self._gathered = gathered
        self._calling = Calling(ws)

    def leaving(self, record: str, reads_as: str = "", *, earlier: int = 0) -> Leaving:
        kind, label, title = self._called(record)
        lacks = missing(kind, self._gathered.nested[record], "leave")
        other = reads_as if reads_as != title else ""
        return Leaving(record, kind, label, title, earlier, other, lacks=tuple(lack.path for lack in lacks))

    def gone(self, record: str) -> Leaving:
        """That a record they have was deleted or erased here."""
        kind = self._ws.vault.kind_of(record) or ""
        gone = "erased" if self._ws.vault.state(record).erased else "deleted"
        return Leaving(record, kind, _label(self._ws, kind), self._calling.record(record), 0, gone=gone)

    def staying(self, record: str, why: str, instead: str) -> Staying:
        return Staying(record, *self._called(record), why, instead)

    def taken(self, redaction: Redaction) -> Iterator[TakenOut]:
        for record in redaction.made:
            taken = redaction.rewording.taken(record)
            if taken:
                shown = taken if self._ws.names_shown else tuple(replace(one, words="") for one in taken)
                yield TakenOut(record, *self._called(record), shown)

    def files(self, redaction: Redaction) -> Iterator[FileLeaving]:
        for record, going in redaction.outgoing.items():
            yield FileLeaving(record, self._called(record)[2], going.how, going.reason, going.size)

    def conditions(self, verdict: Verdict) -> Iterator[Condition]:
        for person, several in verdict.conditions.items():
            yield from (Condition(person, self._calling.record(person), words) for words in several)

    def _called(self, record: str) -> tuple[str, str, str]:
        """Kind, its label, and the title."""
        kind = self._gathered.states[record].kind
        return kind, _label(self._ws, kind), self._calling.title(kind, record, self._gathered.nested[record])


def _instead(ws: Workspace, redaction: Redaction) -> Mapping[str, str]:
    """What each record of ours is called in the copy; of who does not permit nothing but a code is in it."""
    titles = copy_titles(ws, redaction.nested())
    leaves = set(redaction.verdict.leaves)
    return {
        record: titles[derived.id] if record in leaves else codes.code_of(derived.id)
        for record, derived in redaction.made.items()
    }


def _earlier(ws: Workspace, record: str) -> int:
    """How many wordings of a record are not what it says today."""
    state = ws.vault.state(record)
    standing = {(setter.revision, path) for path, one in state.fields.items() for setter in one.setters}
    openings = ws.vault.openings(record)
    return sum((revision, path) not in standing for revision, said in openings.items() for path in said.body)


def _file_size(ws: Workspace, gathered: Gathered, record: str) -> int:
    info = file_of(ws, gathered, record)
    return info.size if info else 0


def _label(ws: Workspace, kind: str) -> str:
    return KINDS[kind].label(ws.language) if kind in KINDS else kind
