"""What others said that does not count until an own author repeats it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.history import paths
from desktop.history.envelope import WHOLE, split_target
from desktop.history.erasure import Erased, erased
from desktop.history.lineage import Lineage
from desktop.history.opening import Opening
from desktop.history.paths import Path
from desktop.history.revision import Revision


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody else's erasure (`registers` empty), or the registers ``*`` somebody else set.

    `revise.accept` repeats it. repeats: it says what another of these says, so it needs no second question.
    """

    revision: Revision
    registers: tuple[Path, ...] = ()
    repeats: bool = False


def proposals(revisions: Iterable[Revision], openings: Mapping[str, Opening], own: Collection[str]) -> list[Proposal]:
    """What is open among one record's revisions, parents before children.

    An erasure is open until own erasures cover all it names. A register somebody else set is open until
    somebody sets it after that, and only while its value is here and says another thing than the own authors do.
    """
    lineage = Lineage(revisions)
    covered = erased(lineage.ordered, own)
    if covered.record:
        return []
    found: list[Proposal] = []
    erasures: set[object] = set()
    open_registers = _open_registers(lineage, openings, own)
    for revision in lineage.ordered:
        erases = revision.envelope.erases
        if erases is not None:
            if revision.envelope.author not in own and not _covers(covered, erases):
                found.append(Proposal(revision, repeats=erases in erasures))
                erasures.add(erases)
        elif registers := open_registers.get(revision.id):
            found.append(Proposal(revision, tuple(registers)))
    return found


def _covers(covered: Erased, erases: str | tuple[str, ...]) -> bool:
    if erases == WHOLE:
        return covered.record
    for text in erases:
        revision, path = split_target(text)
        if revision in covered.bodies:
            continue
        if path is None or not covered.covers(revision, path):
            return False
    return True


def _open_registers(lineage: Lineage, openings: Mapping[str, Opening], own: Collection[str]) -> dict[str, list[Path]]:
    """By revision of somebody else the registers it sets anew that nobody set after it."""
    latest = lineage.maximal_setters(_registers)
    mine = lineage.maximal_setters(lambda revision: _registers(revision) if revision.envelope.author in own else ())
    found: dict[str, list[Path]] = {}
    for path, setters in sorted(latest.items()):
        agreed = _says(mine.get(path, ()), path, openings) or {False}
        for setter in setters:
            said = _says([setter], path, openings)
            if setter.envelope.author not in own and said not in (
                agreed,
                {None},
            ):  # what is not here cannot be repeated
                found.setdefault(setter.id, []).append(path)
    return found


def _registers(revision: Revision) -> Sequence[Path]:
    return [path for path in revision.envelope.sets if paths.is_register(path)]


def _says(setters: Sequence[Revision], path: Path, openings: Mapping[str, Opening]) -> set[bool | None]:
    """Gone (True), not gone (False), or None for a value that is not here."""
    said: set[bool | None] = set()
    for setter in setters:
        opening = openings.get(setter.id)
        said.add(opening.body[path] is True if opening is not None and path in opening.body else None)
    return said
