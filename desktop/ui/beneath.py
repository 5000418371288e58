"""What stands beneath a form: parts that come one after the other once the form is there."""

from __future__ import annotations

from desktop.casework.workspace import Changes
from desktop.ui.speaking import Speaking


class Beneath(Speaking):
    """A part of a record's page that reads for itself what belongs to the record."""

    def refresh(self, changes: Changes | None) -> None:
        """Something changed in the vault; None: everything may read otherwise now."""
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Keep what was typed in it and not saved; in most nothing is typed."""
