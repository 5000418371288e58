"""What a rescue brought over, and what it could not: by code, counted, without a word of any record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Loss:
    """A record of which something is missing. kind: None where nothing tells it any more."""

    record: str
    code: str
    kind: str | None


@dataclass(frozen=True, repr=False)
class Rescued:
    """How it went.

    whole: records with all that is known of them. part: records here, but with a change or words missing; lost: records
    nothing of which could be kept. unnamed: changes the log tells of, and nothing tells of which record.
    taken: by source the revisions it gave first. set_aside: revisions without an ancestor, kept in a file of that name.
    files, files_lost, files_unread: evidence. pages: by database (pages, damaged, read as they were before).
    kept: by table the rows taken along. anew: key slots whose keys are lost. passphrase_kept: False when only the
    recovery key opens the new vault. wrong: what checking the new vault found.
    """

    whole: int
    part: tuple[Loss, ...]
    lost: tuple[Loss, ...]
    unnamed: int
    taken: Mapping[str, int] = field(repr=False)
    set_aside: int
    set_aside_file: str = field(repr=False)
    files: int
    files_lost: tuple[Loss, ...]
    files_unread: int
    pages: Mapping[str, tuple[int, int, int]] = field(repr=False)
    kept: Mapping[str, int] = field(repr=False)
    anew: tuple[str, ...] = field(repr=False)
    passphrase_kept: bool
    wrong: tuple[str, ...] = field(default=(), repr=False)

    @property
    def complete(self) -> bool:
        """Whether nothing is known to be missing, by a database of which something was read."""
        count, broken, _ = next(iter(self.pages.values()), (0, 0, 0))
        if count and broken == count:
            return False
        missing = self.part or self.lost or self.files_lost or self.unnamed or self.set_aside or self.anew
        return not missing and self.passphrase_kept and not self.wrong
