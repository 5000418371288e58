"""The part of a vault that looks after it as a whole: checks it, backs it up, makes its lists and its index anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from desktop.errors import Damaged, Hindered, JiashuError
from desktop.vault import renewal
from desktop.vault.backup import Backup
from desktop.vault.connection import Database
from desktop.vault.copycheck import Counted
from desktop.vault.findings import Report
from desktop.vault.rebuild import rebuild, renew
from desktop.vault.unlocking import Opened
from desktop.vault.verify import Verification
from desktop.vault.writing import Clock, Progress, Writing


class Upkeep(Writing):
    """What long work on all of a vault adds to it; it goes slice by slice, beside all else."""

    def __init__(self, opened: Opened, clock: Clock) -> None:
        super().__init__(opened, clock)
        self._backup: Backup | None = None
        self._at_lock: Callable[[], None] | None = None

    def verify(self, progress: Progress | None = None) -> Report:
        """Check everything; change nothing."""
        verification = self.verification()
        for done, total in verification.slices():
            if progress:
                progress(done, total)
        return verification.report

    def verification(self) -> Verification:
        """The same to be run slice by slice, with other work between."""
        return Verification(self._parts, self._blobs, self._opened.place, self._opens, lambda: self._identities)

    def backup(self, place: Path, *, thorough: bool = False, part_size: int | None = None) -> Backup:
        """A backup into `place`, to be run slice by slice; see `Backup`. One that is under way ends."""
        self._end_backup()
        self._backup = Backup(self._opened, self._open_identities, place, thorough=thorough, part_size=part_size)
        return self._backup

    def at_lock(self, end: Callable[[], None] | None) -> None:
        """What is under way beside the vault, and has to end with it; None once that ended by itself."""
        self._at_lock = end

    def counted(self) -> Counted:
        """What it holds, and the end of its log."""
        return Counted.of(self._database)

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make lists and index anew from the log, those of the compartment too while it is open."""
        self._conflicting.forget()
        rebuild(self._parts, progress)
        if self._identities is not None:
            self._identities.rebuild(progress)

    @property
    def lists_are_old(self) -> bool:
        """Whether other rules made lists and index than this program's: `renew` them."""
        others = self._identities
        return renewal.is_old(self._database) or (others is not None and renewal.is_old(others.database))

    def renew(self) -> Iterator[tuple[int, int]]:
        """Make lists and index anew where other rules made them, a slice at each step; gives (done, total).

        What is done stays done, whatever comes between. Hindered `vault.lists_are_old` where it cannot be written;
        Damaged where a page cannot be read, which keeps nobody from the others.
        """
        try:
            if renewal.is_old(self._database):
                yield from renew(self._parts)
            identities = self._identities
            if identities is not None and renewal.is_old(identities.database):
                for told in identities.renew():
                    yield told
                    if self._identities is not identities:  # closed meanwhile
                        return
        except Hindered as hindrance:
            raise Hindered("vault.lists_are_old", cause=hindrance.code) from None
        except Damaged:
            self._database.reopen()
            if self._identities is not None:
                self._identities.database.reopen()
            raise
        finally:
            self._conflicting.forget()

    def _open_identities(self) -> Database | None:
        """The database of the compartment while that is open."""
        return None if self._identities is None else self._identities.database

    def _end_backup(self) -> None:
        backup, self._backup = self._backup, None
        if backup is not None:
            with suppress(JiashuError):  # a disk that was pulled out keeps nobody from locking
                backup.close()

    def _end_what_is_beside(self) -> None:
        end, self._at_lock = self._at_lock, None
        if end is not None:
            with suppress(JiashuError):
                end()
