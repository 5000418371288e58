"""A handover as it is wanted, and as it is shown before anything leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.casework.copies import Condition, CopyPreview, Leaving, Staying
from desktop.casework.derived_records import Derived
from desktop.casework.outgoing import Cleanings

DEFAULT_SCOPE = "share_partner"


@dataclass(frozen=True)
class Handoff:
    """What to hand over and to whom. mode: "transfer" | "redacted". to: contact ids; none with a passphrase.

    scope: code of `consent_scopes` a redacted copy is for. keep_hidden: evidence whose file goes into a redacted copy
    as it is, with what is hidden in it.
    """

    case: str
    mode: str
    to: tuple[str, ...] = field(default=(), repr=False)
    scope: str = DEFAULT_SCOPE
    purpose: str = field(default="", repr=False)
    keep_hidden: tuple[str, ...] = field(default=(), repr=False)

    @property
    def redacted(self) -> bool:
        """Whatever is no transfer is redacted."""
        return self.mode != "transfer"


@dataclass(frozen=True)
class HandoffPreview:
    """The packages as they would be: one copy, or one for each receiver of redacted ones.

    warnings: `handoff.not_post_quantum`, `handoff.unverified_contact`, `handoff.bare_key`, `handoff.name_shared` (two
    contacts have the name, or it reads as several, so no consent speaks of them), `handoff.passphrase_only`,
    `handoff.names_waiting` (names came that cannot be read yet, and so not be taken out of text),
    `handoff.files_as_they_are`, `handoff.files_stay` (what is hidden in them cannot be taken out).
    heads: the latest revisions it was made from. minted: of each redacted copy the records derived for it, so that the
    codes that were shown are the ones that leave. cleanings: what was found out of files.
    """

    wanted: Handoff
    copies: tuple[CopyPreview, ...]
    warnings: tuple[str, ...] = field(repr=False)
    heads: tuple[str, ...] = field(repr=False)
    minted: tuple[Mapping[str, Derived], ...] = field(compare=False, repr=False)
    cleanings: Cleanings = field(default_factory=dict, compare=False, repr=False)

    @property
    def leaving(self) -> tuple[Leaving, ...]:
        """What goes in any copy."""
        return tuple(dict.fromkeys(leaving for copy in self.copies for leaving in copy.leaving))

    @property
    def staying(self) -> tuple[Staying, ...]:
        """What stays out of any copy."""
        return tuple(dict.fromkeys(staying for copy in self.copies for staying in copy.staying))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What those who agreed asked for in return, in any copy."""
        return tuple(dict.fromkeys(condition for copy in self.copies for condition in copy.conditions))

    @property
    def withheld_acts(self) -> int:
        """Acts left out because somebody does not permit, in the copy with most of them."""
        return max(copy.withheld_acts for copy in self.copies)

    @property
    def evidence_bytes(self) -> int:
        """Bytes of evidence in the largest copy."""
        return max(copy.evidence_bytes for copy in self.copies)

    @property
    def earlier_wordings(self) -> int:
        """They go along in a transfer; strike them first if they should not."""
        return sum(leaving.earlier for leaving in self.leaving)
