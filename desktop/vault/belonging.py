"""Which case a record belongs with, as the references say: its own, its testimony's, that of its relatives."""

from __future__ import annotations

import json
from collections.abc import Collection

from desktop.vault.connection import Database

# One each is enough, so each is looked for by itself and no further than the first. CROSS JOIN keeps this order:
# without statistics the planner begins with every record of a kind.
_POINTS = """
    SELECT revision.id FROM reference CROSS JOIN record ON record.seq = reference.source
    CROSS JOIN revision ON revision.seq = record.seq
    WHERE reference.target = unhex(one.value) AND record.kind = 'case' AND record.gone = 0 LIMIT 1
"""
_POINTED_AT = """
    SELECT reference.target FROM revision CROSS JOIN reference ON reference.source = revision.seq
    CROSS JOIN revision AS root ON root.id = reference.target CROSS JOIN record ON record.seq = root.seq
    WHERE revision.id = unhex(one.value) AND record.kind = 'case' AND record.gone = 0 LIMIT 1
"""
_BESIDE = """
    SELECT beside.target FROM reference CROSS JOIN record AS speaking ON speaking.seq = reference.source
    CROSS JOIN reference AS beside ON beside.source = reference.source AND beside.path = 'case'
    CROSS JOIN revision AS root ON root.id = beside.target CROSS JOIN record ON record.seq = root.seq
    WHERE reference.target = unhex(one.value) AND speaking.gone = 0 AND record.gone = 0 LIMIT 1
"""
_RELATED = """
    SELECT revision.id FROM reference CROSS JOIN record AS speaking ON speaking.seq = reference.source
    CROSS JOIN reference AS beside ON beside.source = reference.source AND beside.target <> reference.target
    CROSS JOIN reference AS above ON above.target = beside.target CROSS JOIN record ON record.seq = above.source
    CROSS JOIN revision ON revision.seq = record.seq
    WHERE reference.target = unhex(one.value) AND speaking.kind = 'relationship' AND speaking.gone = 0
    AND record.kind = 'case' AND record.gone = 0 LIMIT 1
"""


def cases_of(database: Database, records: Collection[str]) -> dict[str, str]:
    """For each of several records (ids, 64 hex digits) a case it belongs with; those that have none are left out.

    The one that names it, or that it names; else one that a record speaking of it names (an act, a testimony); else
    that of somebody it is related to. database: `a.db`, since none of these is ever sealed.
    """
    found: dict[str, str] = {}
    for way in (_POINTS, _POINTED_AT, _BESIDE, _RELATED):
        missing = [record for record in records if record not in found]
        if missing:
            asked = f"SELECT value, ({way}) FROM json_each(?1) AS one"  # noqa: S608 - our own statements
            rows = database.all(asked, (json.dumps(missing),))
            found.update((record, case.hex()) for record, case in rows if case is not None)
    return found
