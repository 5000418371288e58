"""What a row of an imported file is remembered by, so that the same file again makes no duplicates."""

from __future__ import annotations

import hmac

from desktop.casework.import_rows import Row
from desktop.casework.workspace import Workspace


class Marks:
    """Keyed, so that nobody can try names out on them."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._begun: dict[str, hmac.HMAC] = {}

    def of(self, row: Row) -> str:
        """64 hex digits. What begins alike for many rows, a header of a megabyte perhaps, is hashed once."""
        beginning, rest = row.key
        if beginning not in self._begun:
            said = b"jiashu/1 import\n" + beginning.encode("utf-8", "replace")
            self._begun[beginning] = hmac.new(self._ws.vault.signing.seed, said, "sha256")
        mark = self._begun[beginning].copy()
        mark.update(rest.encode("utf-8", "replace"))
        return mark.hexdigest()

    def known(self, row: Row) -> str | None:
        """The record an earlier import made of the same row, or the very record the row is."""
        vault = self._ws.vault
        if row.record is not None and vault.kind_of(row.record) is not None:
            return row.record
        made = vault.derived.origin(self.of(row))
        if made is None or vault.kind_of(made.source) is None or vault.state(made.source).erased:
            return None
        return made.source
