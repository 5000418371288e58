"""Writing to one record: what is new of it, what an erasure takes away, and how it is shown afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.errors import Damaged
from desktop.history.erasure import Erased, erased
from desktop.history.fold import fold
from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.vault.append import Addition, Appended, Parts
from desktop.vault.log import Event
from desktop.vault.projection import Seen
from desktop.vault.revisions import Stored
from desktop.vault.waiting import note_erased

STRIKE_LATER = "strike:"
"""Begins an unfinished step: words in the compartment to be struck when it is next open."""


class RecordWriter:
    """Used for one record in one transaction. Damaged `opening.digest`, `lineage.…`: nothing may be kept then."""

    def __init__(self, parts: Parts, record: str, done: Appended) -> None:
        self._parts = parts
        self._id = record
        self._done = done
        self._seq = parts.revisions.record_seq(record)
        self._known = {} if self._seq is None else _by_id(parts.revisions.of_record(self._seq))
        self._revisions = {name: stored.revision for name, stored in self._known.items()}
        self._openings = {name: opened for name, stored in self._known.items() if (opened := stored.opened)}
        self._erased = Erased()
        self._sealed = False

    def add(self, additions: Sequence[Addition]) -> None:
        """Keep what is new of `additions`, sorted parents before children; erase what erasures among them cover."""
        before = self._parts.log.n
        was_new = self._seq is None
        was_sealed = self._says_sealed()
        was_erased = erased(self._revisions.values(), self._parts.own)
        self._revisions |= {addition.revision.id: addition.revision for addition in additions}
        self._erased = erased(self._revisions.values(), self._parts.own)
        self._sealed = was_sealed or self._says_sealed()
        for addition in additions:
            self._keep(addition)
        if self._erased and self._erased != was_erased:
            self._strike()
        if self._sealed and not was_sealed:
            self._seal_kept()
        if self._parts.log.n != before:
            self._show(new=was_new)

    def strike(self) -> None:
        """Do what erasures asked for while the compartment was closed."""
        self._erased = erased(self._revisions.values(), self._parts.own)
        self._sealed = self._says_sealed()
        before = self._parts.log.n
        self._strike()
        if self._parts.log.n != before:
            self._show(new=False)

    def _says_sealed(self) -> bool:
        return any(said.envelope.sealed for said in self._revisions.values())

    def _keep(self, addition: Addition) -> None:
        known = self._known.get(addition.revision.id)
        opening = self._allowed(addition)
        if known is None:
            self._insert(addition, opening)
            return
        if addition.revision.signature < known.revision.signature:
            self._parts.revisions.keep_signature(known.seq, addition.revision.signature)
        if opening is not None or addition.sealed_opening is not None:
            kept = self._more_sealed(known, opening, addition) if self._sealed else self._more(known, opening)
            if kept:
                self._note(Event.OPENED, known.seq, addition.revision)

    def _allowed(self, addition: Addition) -> Opening | None:
        """The opening, checked, without what was erased here."""
        if addition.opening is None:
            return None
        addition.opening.check(addition.revision.envelope)
        return self._erased.strike(addition.revision.id, addition.opening) if self._erased else addition.opening

    def _insert(self, addition: Addition, opening: Opening | None) -> None:
        said = addition.revision
        if self._seq is None and said.id != self._id:
            raise Damaged("lineage.root", record=self._id)
        sealed = self._to_seal(addition, opening) if self._sealed else None
        plain = opening.encode() if opening is not None and not self._sealed else None
        seq = self._parts.revisions.insert(said, self._seq, plain, sealed)
        if self._seq is None:
            self._seq = seq
            self._done.created.append(self._id)
        self._known[said.id] = Stored(seq, said, plain, sealed)
        if opening is not None:
            self._remember(said, seq, opening)
        self._note(Event.BARE if plain is None and sealed is None else Event.WHOLE, seq, said)

    def _remember(self, said: Revision, seq: int, opening: Opening) -> None:
        """What the lists and the identity database are about to be told."""
        if self._sealed:
            self._done.sealed.setdefault(self._number, {})[seq] = opening
        else:
            self._openings[said.id] = opening
        file = opening.body.get("blob") if said.envelope.kind == "evidence" else None
        if isinstance(file, str):
            self._done.files[file] = self._id

    def _to_seal(self, addition: Addition, opening: Opening | None) -> bytes | None:
        if opening is not None:
            return self._parts.compartment.seal_opening(opening)
        if addition.sealed_opening is None or not self._covered(addition.revision.id):
            return addition.sealed_opening
        left = self._erased.strike(addition.revision.id, self._unsealed(addition.revision, addition.sealed_opening))
        return None if left is None else self._parts.compartment.seal_opening(left)

    def _more(self, known: Stored, opening: Opening | None) -> bool:
        old = self._openings.get(known.revision.id)
        joined = opening if old is None or opening is None else old.union(opening)
        if joined is None or joined is old:
            return False
        self._parts.revisions.keep_opening(known.seq, joined.encode(), None)
        self._remember(known.revision, known.seq, joined)
        return True

    def _more_sealed(self, known: Stored, opening: Opening | None, addition: Addition) -> bool:
        """Without the secret half nothing can be compared, so that what came is put beside what is here."""
        sealed = self._to_seal(addition, opening)
        if sealed is None:
            return False
        if known.sealed is None:
            self._parts.revisions.keep_opening(known.seq, None, sealed)
        elif not self._parts.compartment.is_open:
            return self._parts.revisions.keep_later(known.seq, sealed)
        else:
            old = self._all_unsealed(known)
            joined = old.union(opening or self._unsealed(known.revision, sealed))
            if joined is old:
                return False
            self._parts.revisions.keep_opening(known.seq, None, self._parts.compartment.seal_opening(joined))
            self._parts.revisions.drop_later(known.seq)
            opening = joined
        if opening is not None:
            self._remember(known.revision, known.seq, opening)
        return True

    def _strike(self) -> None:
        if self._erased.record:
            self._done.erased.append(self._id)
        if self._sealed:
            note_erased(self._parts.database)
        for name, stored in self._known.items():
            if not self._covered(name) or (stored.opening is None and stored.sealed is None):
                continue
            if stored.sealed is None or self._whole(name):
                gone = self._strike_plain(stored)
            else:
                gone = self._strike_sealed(stored)
            if gone:
                self._note(Event.ERASED, stored.seq, stored.revision)
                self._done.struck.add(self._id)
                self._done.hidden |= self._sealed

    def _covered(self, name: str) -> bool:
        return self._whole(name) or bool(self._erased.fields and name in self._erased.fields)

    def _whole(self, name: str) -> bool:
        return self._erased.record or name in self._erased.bodies

    def _strike_plain(self, stored: Stored) -> bool:
        opened = self._openings.pop(stored.revision.id, None)
        left = None if opened is None else self._erased.strike(stored.revision.id, opened)
        if left is not None:
            self._openings[stored.revision.id] = left
        if opened is not None and left is opened:
            return False
        self._parts.revisions.keep_opening(stored.seq, None if left is None else left.encode(), None)
        self._parts.revisions.drop_later(stored.seq)
        return True

    def _strike_sealed(self, stored: Stored) -> bool:
        if not self._parts.compartment.is_open:
            self._parts.database.run("INSERT OR IGNORE INTO unfinished VALUES (?)", (STRIKE_LATER + self._id,))
            self._done.hidden = True
            return False
        opened = self._all_unsealed(stored)
        left = self._erased.strike(stored.revision.id, opened)
        if left is opened:
            return False
        sealed = None if left is None else self._parts.compartment.seal_opening(left)
        self._parts.revisions.keep_opening(stored.seq, None, sealed)
        self._parts.revisions.drop_later(stored.seq)
        return True

    def _seal_kept(self) -> None:
        """A revision says that the record is sealed: what was kept of it in clear moves into the compartment."""
        for stored in self._known.values():
            if stored.opening is None or stored.revision.id not in self._openings:
                continue
            opened = self._openings.pop(stored.revision.id)
            self._parts.revisions.keep_opening(stored.seq, None, self._parts.compartment.seal_opening(opened))
            self._done.sealed.setdefault(self._number, {})[stored.seq] = opened
            self._done.struck.add(self._id)

    def _all_unsealed(self, stored: Stored) -> Opening:
        opened = self._unsealed(stored.revision, stored.sealed or b"")
        for each in self._parts.revisions.later(stored.seq):
            opened = opened.union(self._unsealed(stored.revision, each))
        return opened

    def _unsealed(self, said: Revision, sealed: bytes) -> Opening:
        opened = self._parts.compartment.unseal_opening(sealed)
        opened.check(said.envelope)
        return opened

    @property
    def _number(self) -> int:
        if self._seq is None:
            raise ValueError("the root has not been written yet")
        return self._seq

    def _note(self, event: Event, seq: int, said: Revision) -> None:
        self._parts.log.note(event, seq, bytes.fromhex(said.id))

    def _show(self, *, new: bool) -> None:
        state = fold(self._revisions.values(), self._openings, self._parts.own)
        seen = Seen.of(self._number, state, self._parts.log.n, self._revisions.values())
        self._parts.projection.put(seen, new=new)
        self._done.kinds.add(state.kind)
        self._done.records.add(self._id)
        if state.sealed:
            self._done.sealed.setdefault(self._number, {})


def _by_id(stored: Sequence[Stored]) -> dict[str, Stored]:
    return {each.revision.id: each for each in stored}
