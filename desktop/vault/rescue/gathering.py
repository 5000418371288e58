"""Revisions from several places joined: which are whole, which lack an ancestor, and what words there are of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop.errors import JiashuError
from desktop.history.erasure import Erased, erased
from desktop.history.lineage import Lineage
from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.vault.append import Addition
from desktop.vault.rescue.salvage import Kept, Known


class Source(Protocol):
    """Where revisions are read from. name: what the report calls it."""

    @property
    def name(self) -> str: ...

    @property
    def known(self) -> Mapping[str, Known]:
        """What it has, by id."""

    def load(self, identifier: str) -> Kept:
        """One of them once more, with the bytes kept beside it."""


class Unsealer(Protocol):
    """The compartment while it is open."""

    def unseal_opening(self, sealed: bytes) -> Opening:
        """Damaged `age.…` when it is not one."""


@dataclass
class Words:
    """What is here of the words of one revision. sealed: kept unread, since the compartment is closed."""

    said: Revision
    source: str = field(repr=False)
    opening: Opening | None = field(default=None, repr=False)
    sealed: list[bytes] = field(default_factory=list, repr=False)

    @property
    def here(self) -> bool:
        return self.opening is not None or bool(self.sealed)

    def additions(self) -> Iterator[Addition]:
        """As the vault takes them."""
        if self.opening is not None or not self.sealed:
            yield Addition(self.said, self.opening)
        for sealed in self.sealed:
            yield Addition(self.said, None, sealed)


class Gathering:
    """The union of all sources; of a revision that several have, the words are joined.

    set_aside: revisions that verify but lack an ancestor, by record. taken: how many revisions came from each source,
    the first that had it.
    """

    def __init__(
        self, sources: Sequence[Source], unsealer: Unsealer | None, unsealed: Mapping[str, bytes] | None = None
    ) -> None:
        """unsealed: openings the identity database had, by revision, for where the sealed ones are damaged."""
        self._unsealed = unsealed or {}
        self._sources = sources
        self._unsealer = unsealer
        self._have: dict[str, list[Source]] = {}
        self._records: dict[str, list[Known]] = {}
        self.set_aside: dict[str, list[str]] = {}
        self.taken: dict[str, int] = dict.fromkeys((source.name for source in sources), 0)
        for source in sources:
            for identifier, known in source.known.items():
                if identifier not in self._have:
                    self._records.setdefault(known.record, []).append(known)
                self._have.setdefault(identifier, []).append(source)

    @property
    def records(self) -> Collection[str]:
        return self._records.keys()

    def kind(self, record: str) -> str:
        return self._records[record][0].kind

    def has(self, revision: str) -> bool:
        return revision in self._have

    def of_record(self, record: str, own: Collection[str], no_more: Collection[str]) -> tuple[list[Words], Erased]:
        """Its revisions whose every ancestor is here, parents first, with their words; and what own erasures cover.

        no_more: revisions of which words were erased: what another copy has of them is not taken.
        """
        whole: dict[str, Words] = {}
        for known in sorted(self._records[record], key=lambda one: (one.depth, one.id)):
            rooted = known.id == record if known.depth == 1 else all(parent in whole for parent in known.parents)
            words = self._words(known.id, no_more) if rooted else None
            if words is None:
                self.set_aside.setdefault(record, []).append(known.id)
            else:
                whole[known.id] = words
        try:
            if whole:
                Lineage(words.said for words in whole.values())
        except JiashuError:
            self.set_aside[record] = [known.id for known in self._records[record]]
            return [], Erased()
        for words in whole.values():
            self.taken[words.source] += 1
        return list(whole.values()), erased((words.said for words in whole.values()), own)

    def loose(self, identifier: str) -> Words | None:
        """A revision that was set aside, with its words."""
        return self._words(identifier, ())

    def _words(self, identifier: str, no_more: Collection[str]) -> Words | None:
        words: Words | None = None
        for source in self._have[identifier]:
            try:
                kept = source.load(identifier)
            except JiashuError:
                continue
            if words is None:
                words = Words(kept.revision, source.name)
            if identifier not in no_more or source is self._sources[0]:
                self._join(words, kept)
            if identifier in no_more or (words.opening is not None and words.opening.whole):
                break
        if words is not None and not words.here and identifier not in no_more and identifier in self._unsealed:
            self._join(words, Kept(words.said, self._unsealed[identifier], ()))
        return words

    def _join(self, words: Words, kept: Kept) -> None:
        for opened in self._opened(kept):
            try:
                opened.check(words.said.envelope)
                words.opening = opened if words.opening is None else words.opening.union(opened)
            except JiashuError:
                continue
        if self._unsealer is None and not words.sealed:
            words.sealed += kept.sealed

    def _opened(self, kept: Kept) -> Iterator[Opening]:
        try:
            if kept.opening is not None:
                yield Opening.parse(kept.opening)
        except JiashuError:
            pass
        for sealed in kept.sealed if self._unsealer is not None else ():
            try:
                yield self._unsealer.unseal_opening(sealed)  # type: ignore[union-attr]
            except JiashuError:
                continue


def struck_wholly(words: Words, covered: Erased) -> bool:
    """Whether nothing may be kept of these words."""
    return covered.record or words.said.id in covered.bodies


def without_erased(several: Iterable[Words], covered: Erased) -> Iterator[Words]:
    """The same without the words that are erased as a whole: sealed ones could not be struck unread."""
    for words in several:
        if struck_wholly(words, covered):
            words.opening = None
            words.sealed.clear()
        yield words
