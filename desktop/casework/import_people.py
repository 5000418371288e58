"""A table of people: each row becomes a person, their names and a source; no act is made up."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework import people
from desktop.casework.import_rows import Making, Rows, Trouble, Troubles, beginning, sample
from desktop.casework.workspace import JSON
from desktop.domain.date_words import parse_words
from desktop.domain.mentions import escape
from desktop.domain.names import is_formula, split_aliases
from desktop.errors import Refused
from desktop.formats.csv_in import Row as Cells
from desktop.formats.csv_in import Table

_TARGETS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "姓名", "名字", "姓 名"),
    "sex": ("sex", "gender", "性别", "性別"),
    "birth": (
        "date of birth",
        "birth date",
        "birthdate",
        "born",
        "birth",
        "dob",
        "出生日期",
        "出生",
        "出生年月",
        "生日",
    ),
    "death": ("date of death", "death date", "died", "death", "去世日期", "死亡日期", "去世", "死亡"),
    "source": ("source", "url", "link", "web address", "来源", "來源", "出处", "出處", "链接", "網址", "网址"),
}
_SEXES = {"m": "m", "male": "m", "man": "m", "男": "m", "f": "f", "female": "f", "woman": "f", "女": "f"}


@dataclass(frozen=True, repr=False)
class PersonRow:
    """One person of the table. names: the main one first. notes: (header, cell) of what is kept word for word."""

    number: int
    key: tuple[str, str]
    names: tuple[str, ...]
    values: Mapping[str, JSON]
    source: str
    notes: tuple[tuple[str, str], ...]
    record: str | None = None
    refers: Mapping[str, str] = field(default_factory=dict)

    @property
    def makes(self) -> Sequence[str]:
        return ["person", *["name"] * len(self.names), *(["citation"] if self.source else [])]

    @property
    def shares(self) -> Sequence[str]:
        return [self.source] if self.source else []

    def make(self, making: Making) -> str:
        """The person with what is told of them, their names, and the source it is from."""
        nested: dict[str, JSON] = {**people.INDIVIDUAL, **self.values}
        if self.notes:
            nested["notes"] = [{"label": escape(header), "text": escape(cell)} for header, cell in self.notes]
        source = making.source(self.source) if self.source else None
        person = making.pending.create("person", nested)
        for place, full in enumerate(self.names):
            told = {"source": source} if source else {}
            people.add_name(making.pending, person, full, alias=place > 0, **told)
        if source:
            making.pending.create("citation", {"of": person, "source": source})
        return person


def from_table(table: Table) -> Rows:
    """Every row, and every problem. Refused `import.no_name_column` when no column can be the name."""
    targets = _targets(table.header)
    if "name" not in targets:
        raise Refused("import.no_name_column")
    troubles = Troubles()
    troubles.add_table(table)
    told = f"[{json.dumps(table.header, ensure_ascii=False)}, "
    rows = [_Reading(table, cells, targets, told, troubles).person() for cells in table.rows]
    return Rows(
        rows=[row for row in rows if row is not None],
        columns=list(zip(table.header, targets, strict=True)),
        troubles=troubles,
        encoding=table.encoding,
        sample=sample(table),
    )


def _targets(header: Sequence[str]) -> list[str]:
    """What each column is, by its heading; of two alike the later is a note."""
    taken: list[str] = []
    for name in header:
        folded = " ".join(name.strip().casefold().split())
        target = next((target for target, names in _TARGETS.items() if folded in names), "note")
        taken.append("note" if target in taken and target != "note" else target)
    return taken


@dataclass
class _Reading:
    """One row being read. told: the header as part of what tells the row from others, one text for all."""

    table: Table
    cells: Cells
    targets: Sequence[str]
    told: str = field(repr=False)
    troubles: Troubles

    def person(self) -> PersonRow | None:
        """The row; None when it names nobody."""
        names = split_aliases(self._cell("name"))
        if not names:
            self._note("name", "no_name", blocking=True)
            return None
        if is_formula(self._cell("name")):
            self._note("name", "formula")
        values: dict[str, JSON] = {}
        notes = list(self._notes())
        for target in ("birth", "death"):
            if date := self._date(target):
                values[target] = date
        if sex := self._cell("sex").strip():
            code = _SEXES.get(sex.casefold())
            if code:
                values["sex"] = code
            else:
                self._note("sex", "sex_unknown")
                notes.insert(0, (self._header("sex"), sex))
        key = self.told, f"{json.dumps(self.cells.cells, ensure_ascii=False)}]"
        return PersonRow(self.cells.number, key, tuple(names), values, self._cell("source").strip(), tuple(notes))

    def _date(self, target: str) -> JSON:
        """The cell's words as a date; kept as they are where they are none."""
        words = self._cell(target).strip()
        if not words:
            return None
        said = parse_words(words)
        if said.flag:
            self._note(target, f"date_{said.flag}")
        return said.to_json()

    def _notes(self) -> Iterator[tuple[str, str]]:
        for header, target, cell in zip(self.table.header, self.targets, self.cells.cells, strict=True):
            if target == "note" and cell.strip():
                yield header, cell

    def _cell(self, target: str) -> str:
        return self.cells.cells[self.targets.index(target)] if target in self.targets else ""

    def _header(self, target: str) -> str:
        return self.table.header[self.targets.index(target)]

    def _note(self, target: str, code: str, *, blocking: bool = False) -> None:
        text = beginning(self._cell(target))
        self.troubles.add(Trouble(self.cells.number, self._header(target), code, text, blocking))
