"""Whether lists, and what was unsealed for them, are what the log would make of them: the check asks."""

from __future__ import annotations

from desktop.errors import Damaged, JiashuError, Refused
from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.history.state import RecordState
from desktop.vault import renewal
from desktop.vault.connection import Database
from desktop.vault.identities import Identities
from desktop.vault.projection import in_lists

_OF_ANOTHER_TYPE = (AttributeError, TypeError, ValueError)


def listed_as(database: Database, seq: int, state: RecordState) -> bool:
    """Whether lists show a record as it reads; nothing is said of lists that other rules made."""
    row = database.one("SELECT title, conflicts, gone FROM record WHERE seq = ?", (seq,))
    return row is None or tuple(row) == in_lists(state) or renewal.is_old(database)


def listed_with_names(others: Identities | None, seq: int) -> bool:
    """The same of what lists show while the compartment is open."""
    if others is None or others.failed or others.database.one("SELECT 1 FROM record WHERE seq = ?", (seq,)) is None:
        return True
    try:
        return listed_as(others.database, seq, others.state(seq))
    except (KeyError, *_OF_ANOTHER_TYPE):
        return False


def unsealed_as(others: Identities | None, seq: int, said: Revision) -> bool:
    """Whether what was unsealed of a revision, from which names are read, is what its author signed, and there."""
    if others is None or others.failed:
        return True
    kept = others.database.value("SELECT opening FROM opening WHERE revision = ?", (seq,))
    try:
        Opening.parse(kept).check(said.envelope)
    except (Damaged, Refused, *_OF_ANOTHER_TYPE):
        return False
    return True


def otherwise() -> JiashuError:
    """What the check says of it: the log has the truth, and lists are made anew from it."""
    return Damaged("vault.listed_otherwise")
