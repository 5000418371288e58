"""Names that may be of one person, found by the index alone."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence

from desktop.vault.connection import Database
from desktop.vault.index import PINYIN

_KEYS = json.dumps([f"full{PINYIN}", f"pinyin{PINYIN}"])
_MOST_KEYS = 64  # of one name, in one query
# The shortest first: names in letters have fewest keys, and are what a name in characters is compared with.
_SHARING = """
    SELECT DISTINCT source, target, length(text.words) FROM word CROSS JOIN text ON text.id = word.rowid
    CROSS JOIN record ON record.seq = word.rowid / 1048576
    CROSS JOIN reference ON reference.source = record.seq AND reference.path = 'person'
    WHERE word MATCH ?1 AND record.kind = 'name' AND record.gone = 0
    AND text.path IN (SELECT value FROM json_each(?2)) ORDER BY length(text.words) LIMIT ?3
"""
_EVERY = """
    SELECT text.path, text.words, reference.target FROM record
    CROSS JOIN reference ON reference.source = record.seq AND reference.path = 'person'
    CROSS JOIN text ON text.id BETWEEN record.seq * 1048576 AND record.seq * 1048576 + 1048575
    WHERE record.kind = 'name' AND record.gone = 0 AND text.path IN (SELECT value FROM json_each(?1))
"""


class AlikeNames:
    """Over `a.db`, and over `b.db` too while that is given."""

    def __init__(self, databases: Sequence[Database]) -> None:
        self._databases = databases

    def sharing(self, written: str, keys: Collection[str], limit: int) -> list[str]:
        """People with a name written so, then with one that shares one of these keys (`domain.names.whole_readings`).

        written: the words of the name, as `indexing.query_phrases` gives them.
        """
        found: dict[str, None] = {}
        asked = ' OR '.join(f'"{key}"' for key in list(keys)[:_MOST_KEYS])
        for query, paths in ((f'^ "{written}"', json.dumps(["full"])), (asked, _KEYS)):
            if not query.strip('^ "'):
                continue
            for database in self._databases:
                rows = database.all(_SHARING, (query, paths, limit))
                found.update(dict.fromkeys(target.hex() for _, target, _ in rows))
        return list(found)

    def every(self) -> Iterator[tuple[str, str, bool]]:
        """Of every name in sight the person, and the words it is found by. True: they are keys, else it is as written.

        The keys of a name include its initials, which tell nothing.
        """
        wanted = json.dumps(["full", *json.loads(_KEYS)])
        for database in self._databases:
            for path, words, target in database.all(_EVERY, (wanted,)):
                yield target.hex(), words, path != "full"
