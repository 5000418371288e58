"""What of a package is taken and what refused, gathered record by record."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from desktop.casework import custody
from desktop.casework.arriving import Merged, Proposed, arrived, proposed
from desktop.casework.workspace import Workspace
from desktop.formats.arrival import VerifiedPackage
from desktop.history import revise
from desktop.history.paths import is_register
from desktop.vault.append import Addition
from desktop.vault.refusals import Refusal

_WHOSE = "person"  # whose consent it is, the root alone says


class Weighing:
    """chosen: the decisions that are accepted. new, merged: how many records are."""

    def __init__(self, ws: Workspace, chosen: Collection[str]) -> None:
        self._ws = ws
        self._chosen = chosen
        self._repeated: dict[str, list[Addition]] = {}
        self.accepted: list[str] = []
        self.refused: list[Refusal] = []
        self.new = 0
        self.merged = 0

    def take(self, merged: Merged) -> None:
        """Weigh one record."""
        self.new += merged.before is None
        self.merged += merged.before is not None and bool(merged.news)
        every = list(proposed(self._ws, merged))
        chosen = [one for one in every if one.id in self._chosen]
        final = [one for one in chosen if one.erases_all]
        for one in final or chosen:
            self.accepted.append(one.id)
            self._repeated.setdefault(merged.record, []).extend(_repeat(self._ws, one))
        for one in every if not final else ():  # nothing is left to be refused of a record that is erased
            if one not in chosen:
                self.refused.append(Refusal(one.id, merged.record, self._ws.clock(), one.what))

    def receive_file(self, merged: Merged, sender: str) -> None:
        """Its file comes along: one line more in its life, unless something was decided about the record just now."""
        if merged.record not in self._repeated:
            self._repeated[merged.record] = list(custody.receipt(self._ws, merged.after, sender))

    def additions(self, verified: VerifiedPackage) -> Iterator[tuple[str, list[Addition]]]:
        """By record all that arrives, and what repeats it or notes that it came."""
        for record in verified.batch.records:
            yield record, [*arrived(verified, record), *self._repeated.get(record, ())]

    def repeated(self) -> Iterator[tuple[str, list[Addition]]]:
        """By record what repeats what was accepted, where all else is here already."""
        yield from self._repeated.items()

    def note(self) -> None:
        """Remember what was refused, to be told of it when it comes again."""
        for refusal in self.refused:
            self._ws.vault.refusals.keep(refusal)
        for accepted in self.accepted:
            self._ws.vault.refusals.withdraw(accepted)


def _repeat(ws: Workspace, one: Proposed) -> Iterator[Addition]:
    """Accepting is repeating: an own revision that says the same."""
    state, key, at = one.merged.after, ws.vault.signing, ws.clock()
    if one.proposal is not None:
        revision, registers = one.proposal.revision, one.proposal.registers
        opening = one.merged.openings.get(revision.id)
        yield Addition(*revise.accept(state, revision, opening, key, at, registers))
        return
    unsaid = {*state.conflicts(), _WHOSE}
    said = {path: value for path, value in state.values().items() if path not in unsaid and not is_register(path)}
    if said:
        yield Addition(*revise.revise(state, state.kind, said, key, at))
