"""What a file brings that is written down only where a case needs it: told before it comes in, as the form tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.casework import minimising
from desktop.casework.import_rows import Row, Trouble
from desktop.casework.workspace import JSON, Workspace
from desktop.formats.csv_in import Table

_HEADER = re.compile(
    r"身份证|身份證|证件号|證件號|证号|證號|护照|護照|户口|戶口|电话|電話|手机|手機|微信|邮箱|郵箱|住址|地址|门牌|門牌|"
    r"\b(?:id|identity) (?:card|no|number)\b|\bpassport|\b(?:tele)?phone|\bmobile|\bcell\b|\btel\b|"
    r"\be-?mail|\bwechat|\bweixin|\bwhatsapp|\btelegram|\bsignal\b|\baddress",
    re.IGNORECASE,
)
# An address is looked for once a word and not at each of its letters: a stranger's cell may have a million.
_CELL = re.compile(
    r"(?<!\d)(?:\d{17}[\dXx]|\d{15}|(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2})(?!\d)|"  # a paper; a phone
    r"\+\d[\d ()-]{7,}\d|(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.]"
)


def in_columns(table: Table, columns: Sequence[tuple[str, str]]) -> Iterator[Trouble]:
    """Columns kept as notes that hold such a thing: each once, at the first row that does."""
    for place, (header, target) in enumerate(columns):
        if target != "note":
            continue
        by_header = _HEADER.search(header.replace("_", " "))
        for row in table.rows:
            cell = row.cells[place]
            if cell.strip() and (by_header or _CELL.search(cell)):
                yield Trouble(
                    row.number, header.strip(), "not_needed_note", "", False, 0 if header.strip() else place + 1
                )
                break


def in_identities(ws: Workspace, rows: Iterable[Row]) -> Iterator[Trouble]:
    """Lists of an identity that no case of the person needs."""
    needed: dict[str, frozenset[str]] = {}
    for row in rows:
        fields: Mapping[str, JSON] = getattr(row, "fields", {})
        lists = [name for name in minimising.DETAILS if fields.get(name)]
        of = fields.get("of")
        person = of if isinstance(of, str) else ""
        if lists and person not in needed:
            needed[person] = minimising.needed(ws, person or None).lists
        for name in lists:
            if name not in needed[person]:
                yield Trouble(row.number, name, "not_needed", "", blocking=False)
