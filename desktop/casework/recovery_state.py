"""Whether somebody could get back into this vault without the passphrase, and whether that was ever tried."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.recovering import NOTED, NOTED_IDENTITIES
from desktop.casework.workspace import Workspace

DRILL = "drill"


@dataclass(frozen=True)
class RecoveryState:
    """set_up: when the key in place was asked back (UTC seconds); None: never. rehearsed: when a drill with it worked.

    shares, needed: 0 where it is written down whole, or nobody knows. identities_own: they are recovered by a key of
    their own. identities_set_up: when that was asked back. identities_apart: they could be, since they have a
    passphrase of their own.
    """

    set_up: int | None
    rehearsed: int | None
    shares: int
    needed: int
    identities_own: bool
    identities_set_up: int | None
    identities_apart: bool

    @property
    def reminds(self) -> bool:
        """Whether something is still to be done."""
        return self.set_up is None or self.rehearsed is None


def recovery_state(ws: Workspace) -> RecoveryState:
    """How things stand now. A drill before the latest key does not count."""
    keeping = ws.vault.keeping
    made, own = keeping.last(NOTED), keeping.last(NOTED_IDENTITIES)
    drill = keeping.last(DRILL) if made is not None and keeping.since(DRILL, NOTED) else None
    has_own = ws.vault.identities_recovery_recipient is not None
    return RecoveryState(
        None if made is None else made.at,
        None if drill is None else drill.at,
        0 if made is None else int(made.found.get("shares", 0)),
        0 if made is None else int(made.found.get("needed", 0)),
        has_own,
        own.at if own is not None and has_own else None,
        has_own or ws.vault.has_identity_passphrase,
    )
