"""Filling a new vault with the records that were gathered, and keeping count of what is whole and what is not."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from desktop.errors import JiashuError
from desktop.history import canonical, codes
from desktop.history.canonical import JSON
from desktop.history.erasure import Erased
from desktop.vault import files
from desktop.vault.append import Addition
from desktop.vault.rescue.evidence import FilesReport, Named
from desktop.vault.rescue.gathering import Gathering, Source, Words, struck_wholly, without_erased
from desktop.vault.rescue.report import Loss, Rescued
from desktop.vault.rescue.salvage import Salvage
from desktop.vault.vault import Vault


class Filling:
    """Used once. order: the records in the order they are put in, what was changed last comes last.

    named: files the evidence put in names, by name.
    """

    def __init__(
        self,
        vault: Vault,
        salvages: Sequence[Salvage],
        offered: Sequence[Source],
        own: Collection[str],
        unsealed: Mapping[str, bytes],
    ) -> None:
        self._vault = vault
        self._damaged = salvages[0]
        self._salvages = salvages
        self._own = own
        unsealer = vault._compartment if vault.compartment_open else None
        self._gathering = Gathering([*salvages, *offered], unsealer, unsealed)
        self._had_words = frozenset(self._damaged.with_words())
        self._no_more = frozenset(self._damaged.without_words())
        self._expected = self._damaged.of_record()
        self._part: list[str] = []
        self._kept: set[str] = set()
        self._kept_records: set[str] = set()
        self.named: dict[str, Named] = {}
        order = self._damaged.order()
        self.order = sorted(self._gathering.records, key=lambda record: (order.get(record, 0), record))

    def records(self, told: Callable[[int], None]) -> Iterator[tuple[str, list[Addition]]]:
        """Each record with what there is of it, as the vault takes it; one at a time."""
        for done, record in enumerate(self.order):
            told(done)
            several, covered = self._gathering.of_record(record, self._own, self._no_more)
            if several:
                several = list(without_erased(several, covered))
                self._count(record, several, covered)
                for piece in _in_pieces(several):
                    yield record, [addition for words in piece for addition in words.additions()]
            del several

    def keep_aside(self, new: Path) -> tuple[int, str]:
        """Write what lacks an ancestor into a file of the new vault that nothing reads; how many, and its name."""
        aside = [identifier for several in self._gathering.set_aside.values() for identifier in several]
        lines = [_line(words) for identifier in aside if (words := self._gathering.loose(identifier)) is not None]
        if not lines:
            return 0, ""
        name = f"s{os.urandom(8).hex()}"
        files.write(new / name, self._vault._compartment.seal(b"\n".join(lines)))
        return len(lines), name

    def report(
        self,
        taken: FilesReport,
        pages: Mapping[str, tuple[int, int, int]],
        kept: Mapping[str, int],
        aside: tuple[int, str],
        anew: tuple[str, ...],
        wrong: tuple[str, ...],
    ) -> Rescued:
        """What became of everything."""
        kinds: dict[str, str | None] = {}
        for salvage in reversed(self._salvages):
            kinds |= salvage.record_ids()
        known = {**kinds, **dict.fromkeys(self._gathering.set_aside)}
        lost = [record for record in known if record not in self._kept_records]
        others = len(self._kept - set(self._damaged.ids.values()))
        return Rescued(
            whole=len(self._kept_records) - len(self._part),
            part=tuple(self._loss(record, kinds) for record in self._part),
            lost=tuple(self._loss(record, kinds) for record in lost),
            unnamed=max(0, self._damaged.unnamed() - others),
            taken=self._gathering.taken,
            set_aside=aside[0],
            set_aside_file=aside[1],
            files=taken.whole,
            files_lost=tuple(self._loss(record, kinds) for record in taken.lost.values()),
            files_unread=taken.unread,
            pages=pages,
            kept=kept,
            anew=anew,
            passphrase_kept=True,
            wrong=wrong,
        )

    def _loss(self, record: str, kinds: Mapping[str, str | None]) -> Loss:
        if record in self._kept_records:
            return Loss(record, self._vault.code(record), self._vault.kind_of(record))
        kind = kinds.get(record) or (self._gathering.kind(record) if record in self._gathering.records else None)
        return Loss(record, codes.code_of(record), kind)

    def _count(self, record: str, several: Sequence[Words], covered: Erased) -> None:
        self._kept_records.add(record)
        here = {words.said.id: words for words in several}
        self._kept |= here.keys()
        missing = self._expected.get(record, set()) - here.keys()
        wordless = [
            name
            for name, words in here.items()
            if name in self._had_words and not words.here and not struck_wholly(words, covered)
        ]
        erased_unseen = [
            name
            for name, words in here.items()
            if name in self._no_more and name not in self._damaged.places and not struck_wholly(words, covered)
        ]
        if missing or wordless or erased_unseen or record in self._gathering.set_aside:
            self._part.append(record)
        for words in several:
            self._name_files(record, words)

    def _name_files(self, record: str, words: Words) -> None:
        if words.said.envelope.kind != "evidence" or words.opening is None:
            return
        body = words.opening.body
        name, size, digest = body.get("blob"), body.get("size"), body.get("sha256")
        if isinstance(name, str) and isinstance(size, int) and isinstance(digest, str):
            self.named[name] = Named(name, record, size, digest)


def _in_pieces(several: list[Words]) -> Iterator[list[Words]]:
    """Up to the first erasure, and the rest: what it covers in part is here by the time it comes, and is struck when
    the compartment is open."""
    erasing = [number for number, words in enumerate(several) if words.said.envelope.erases is not None]
    if erasing and any(words.sealed for words in several):
        yield several[: erasing[0]]
        yield several[erasing[0] :]
    else:
        yield several


def _line(words: Words) -> bytes:
    """One revision as a line of a package has it; `sealed`, in hex, what could not be read."""
    members: dict[str, JSON] = {"envelope": words.said.envelope.to_json(), "signature": words.said.signature.hex()}
    if words.opening is not None:
        members["opening"] = words.opening.to_json()
    if words.sealed:
        members["sealed"] = [sealed.hex() for sealed in words.sealed]
    try:
        return canonical.encode(members)
    except JiashuError:
        return b""
