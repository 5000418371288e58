"""A worked world of invented people, put into a practice vault for learning and for trying things out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop.casework import evidence, records, vaults
from desktop.casework.ordering import in_order
from desktop.casework.workspace import JSON, Clock, Progress, Workspace
from desktop.casework.writing import Pending
from desktop.domain.date_input import with_dates
from desktop.domain.registry import declaration
from desktop.domain.vocabulary import Vocabularies

PASSPHRASE = "paper boat lantern ferry willow"  # noqa: S105 - told to everybody
"""Of every practice vault, and told on the screen: nothing in one is to be kept from anybody."""

PRACTICE = "practice"
"""The setting of a vault that holds the worked world."""

_WORK_FACTOR = 10
_OF_A_FILE = ("case", "people", "testimony", "file", "key", "kind")
_NAMED = re.compile("⟦@([^⟦⟧]+)⟧")


def make_practice_vault(
    place: Path, world: Path, vocabularies: Vocabularies, clock: Clock, language: str, progress: Progress | None = None
) -> Workspace:
    """A vault in a new or empty folder with the worked world in it, in the language of the screen.

    world: the folder `resources/demo`. Refused and Hindered as `vaults.create_vault`.
    """
    vault = vaults.create_vault(place, PASSPHRASE, clock=clock, work_factor=_WORK_FACTOR).vault
    ws = Workspace(vault, vocabularies, clock, language)
    try:
        vault.set_setting(PRACTICE, True)
        load(ws, world, progress)
    except BaseException:
        vaults.lock(vault)
        raise
    return ws


def load(ws: Workspace, world: Path, progress: Progress | None = None) -> int:
    """Put every record of the worked world into a vault; gives how many there are."""
    told = json.loads((world / "world.json").read_text(encoding="utf-8"))
    loading = _Loading(ws, world / "files")
    for done, record in enumerate(told, start=1):
        loading.take(record)
        if progress is not None:
            progress(done, len(told))
    loading.flush()
    return len(told)


class _Loading:
    """Records under way: those that others quote or lie beside have to be in the vault before them."""

    def __init__(self, ws: Workspace, files: Path) -> None:
        self._ws = ws
        self._files = files
        self._pending = Pending(ws)
        self._ids: dict[str, str] = {}

    def take(self, record: Mapping[str, Any]) -> None:
        """The next record; what it names has come before."""
        if "file" in record or "anchors" in record or "later" in record:
            self.flush()
        if "later" in record:  # what may be said of a record only once others are there
            records.edit(self._ws, self._ids[record["later"]], in_order(self._values(record, ("later", "kind"))))
            return
        made = self._attached(record) if "file" in record else self._made(record)
        self._ids[record["key"]] = made

    def flush(self) -> None:
        """Keep what is under way."""
        self._pending.commit()
        self._pending = Pending(self._ws)

    def _made(self, record: Mapping[str, Any]) -> str:
        return self._pending.create(record["kind"], in_order(self._values(record, ("key", "kind"))))

    def _attached(self, record: Mapping[str, Any]) -> str:
        people = tuple(self._ids[one.removeprefix("@")] for one in record.get("people", ()))
        testimony = record.get("testimony")
        changes = evidence.attach(
            self._ws,
            self._ids[record["case"].removeprefix("@")],
            self._files / record["file"],
            people=people,
            testimony=self._ids[testimony.removeprefix("@")] if testimony else None,
        )
        made = changes.created[0]
        fields = self._values(record, _OF_A_FILE)
        lists = {name: {f"+{n}": one for n, one in enumerate(v)} for name, v in fields.items() if isinstance(v, list)}
        records.edit(self._ws, made, in_order({**fields, **lists}))
        return made

    def _values(self, record: Mapping[str, Any], without: Sequence[str]) -> JSON:
        """A record's fields with ids for keys, in the language of the workspace, dates understood."""
        fields = declaration(record["kind"]).fields
        told = {name: self._spoken(value) for name, value in record.items() if name not in without}
        for name, value in told.items():
            if fields[name].type in {"codes", "refs"}:
                told[name] = [{fields[name].item_key: one} for one in value]
        return dict(with_dates(record["kind"], told))

    def _spoken(self, value: Any) -> Any:
        if isinstance(value, str):
            if value.startswith("@"):
                return self._ids[value[1:]]
            return _NAMED.sub(lambda found: f"⟦{self._ids[found[1]]}⟧", value)
        if isinstance(value, list):
            return [self._spoken(one) for one in value]
        if isinstance(value, dict):
            if value.keys() == {"en", "zh"}:
                return value["zh" if self._ws.language.startswith("zh") else "en"]
            return {name: self._spoken(one) for name, one in value.items()}
        return value


def counted(ws: Workspace) -> Iterator[tuple[str, int]]:
    """How many records of each kind a vault shows: (what several are called, how many)."""
    from desktop.domain.registry import KINDS

    for kind, declared in KINDS.items():
        if total := records.list_records(ws, kind, limit=1).total:
            yield declared.plural(ws.language), total
