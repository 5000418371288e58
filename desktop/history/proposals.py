"""What others said that does not count until an own author repeats it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desktop.history import paths
from desktop.history.envelope import WHOLE, split_target
from desktop.history.erasure import Erased, erased
from desktop.history.lineage import Lineage
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


def proposals(revisions: Iterable[Revision], own: Collection[str]) -> list[Proposal]:
    """What is open among one record's revisions, parents before children.

    An erasure is open until own erasures cover all it names; a register until an own author sets it after
    that, or its author or another stranger does (then the later one is open instead).
    """
    lineage = Lineage(revisions)
    covered = erased(lineage.ordered, own)
    if covered.record:
        return []
    found: list[Proposal] = []
    erasures: set[object] = set()
    open_registers = _open_registers(lineage, own)
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


def _open_registers(lineage: Lineage, own: Collection[str]) -> dict[str, list[Path]]:
    """By revision of somebody else the registers it sets that nobody set after it."""
    latest = lineage.maximal_setters(
        lambda revision: [path for path in revision.envelope.sets if paths.is_register(path)]
    )
    found: dict[str, list[Path]] = {}
    for path, setters in sorted(latest.items()):
        for setter in setters:
            if setter.envelope.author not in own:
                found.setdefault(setter.id, []).append(path)
    return found
