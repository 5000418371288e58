"""Evidence files of a package: each checked once more while it is sealed for this vault."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import BinaryIO

from desktop.casework.evidence import media_type
from desktop.casework.likenesses import SHOWS_PEOPLE
from desktop.casework.workspace import Workspace
from desktop.crypto.recipients import Identity
from desktop.formats.arrival import VerifiedPackage, evidence_files
from desktop.history.opening import Opening
from desktop.vault.vault import Vault

_KIND = "evidence"
_PIECE = 1 << 20


@dataclass(frozen=True)
class _Place:
    """Where a file belongs: the name its record gives it, if that is known, and whether it goes to the compartment."""

    blob: str | None
    sealed: bool


@dataclass(frozen=True)
class Taken:
    """files: how many were taken in. unnamed: those of them that nothing in sight names, by the names they got."""

    files: int
    unnamed: tuple[str, ...] = field(default=(), repr=False)


def take_evidence(
    ws: Workspace, untrusted: BinaryIO, verified: VerifiedPackage, identities: Sequence[Identity], *, names_wait: bool
) -> Taken:
    """Take in the files that records of the package name and that are not here.

    They are kept with those records when these are appended; what no record names is left, unless its record may be
    among names that are about to wait: then it waits too, sealed to the compartment. Damaged `package.…`.
    """
    wanted = _wanted(ws, verified)
    unnamed = _unnamed(ws, verified) if names_wait else {}
    wanted |= {digest: [_Place(None, sealed=True)] for digest in unnamed}
    if not any(entry.sha256 in wanted for entry in verified.evidence):
        return Taken(0)
    taken, waiting = 0, []
    for entry, pieces in evidence_files(untrusted, verified, identities):
        places = wanted.pop(entry.sha256, [])
        names = _take(ws.vault, places, pieces)
        waiting += [name for name, place in zip(names, places, strict=True) if place.blob is None]
        taken += bool(places)
    return Taken(taken, tuple(waiting))


def take_waiting_evidence(
    vault: Vault, digest: str, by_record: Mapping[str, Collection[str]], openings: Mapping[str, Opening]
) -> None:
    """Give the files that waited with these names to the records that turn out to name them.

    They are sealed once more under the name the record gives them, and kept when that is appended; what waited goes
    when it is over. by_record: the revisions of each record that now can be read.
    """
    waiting = {info.sha256.hex(): info for info in vault.waiting_evidence(digest)}
    come: set[str] = set()
    for record, revisions in by_record.items():
        if vault.kind_of(record) != _KIND or vault.state(record).erased:
            continue
        for revision in revisions:
            info = waiting.get(str(openings[revision].body.get("sha256")))
            blob = openings[revision].body.get("blob")
            if info is None or not isinstance(blob, str) or blob in come or vault.blob_info(blob) is not None:
                continue
            come.add(blob)
            with vault.blob(info.name) as file:
                _take(vault, [_Place(blob, sealed=True)], iter(partial(file.read, _PIECE), b""))


def _take(vault: Vault, places: Sequence[_Place], pieces: Iterator[bytes]) -> list[str]:
    """Seal one file for every place it belongs to; the names the files got.

    What its first bytes say is a picture, sound or film goes to the compartment, whatever its record calls it.
    """
    first = next(pieces, b"")
    shows = media_type("", first).startswith(SHOWS_PEOPLE)
    with ExitStack() as stack:
        writers = [
            stack.enter_context(vault.incoming("compartment" if place.sealed or shows else "vault", place.blob))
            for place in places
        ]
        for piece in chain([first] if first else [], pieces):
            for writer in writers:
                writer.write(piece)
        for writer in writers:
            writer.commit()
    return [writer.name for writer in writers]


def _unnamed(ws: Workspace, verified: VerifiedPackage) -> frozenset[str]:
    """By SHA-256 the files no record in sight names; the records of the rest are sealed, and cannot be read now."""
    named = {opening.body.get("sha256") for _, opening in _openings(verified)}
    sealed = {record for record, kind in verified.batch.records.items() if kind == _KIND} & verified.batch.sealed
    here = {info.sha256.hex() for record in sealed for info in ws.vault.blobs_of(record)}
    return frozenset(entry.sha256 for entry in verified.evidence) - named - here


def _wanted(ws: Workspace, verified: VerifiedPackage) -> dict[str, list[_Place]]:
    """By SHA-256 where files that are not here belong."""
    found: dict[str, dict[str, _Place]] = {}
    erased = {record for record, kind in verified.batch.records.items() if kind == _KIND and _erased(ws, record)}
    for record, opening in _openings(verified):
        digest, blob = opening.body.get("sha256"), opening.body.get("blob")
        if record in erased or not isinstance(digest, str) or not isinstance(blob, str):
            continue
        if ws.vault.blob_info(blob) is None:
            sealed = record in verified.batch.sealed or ws.vault.sealed(record)
            found.setdefault(digest, {})[blob] = _Place(blob, sealed)
    return {digest: list(places.values()) for digest, places in found.items()}


def _erased(ws: Workspace, record: str) -> bool:
    return ws.vault.kind_of(record) is not None and ws.vault.state(record).erased


def _openings(verified: VerifiedPackage) -> Iterator[tuple[str, Opening]]:
    """What the package says of evidence, with the record."""
    sealed = verified.sealed_openings or {}
    for record, kind in verified.batch.records.items():
        for arrival in verified.batch.of_record(record) if kind == _KIND else ():
            opening = arrival.opening or sealed.get(arrival.revision.id)
            if opening is not None:
                yield record, opening
