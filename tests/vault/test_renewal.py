"""Lists and index made by other rules: made anew beside other work, on from where it stopped, and once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from desktop.domain.declaration import FieldDecl
from desktop.domain.indexing import code_token
from desktop.domain.registry import KINDS
from desktop.domain.titles import title
from desktop.domain.walk import references
from desktop.errors import Damaged, Hindered
from desktop.vault import renewal
from desktop.vault.append import Addition
from desktop.vault.connection import Database
from desktop.vault.projection import words_of
from tests.older import grow_old
from tests.small_disk import full, small_disk
from tests.vault.desk import JSON, Desk, fails
from tests.vault.test_connection import flip
from tests.vault.test_lists import a_busy_year, shown

__all__ = ["small_disk"]  # a fixture

CODE = code_token("harassment_types", "E.02")
PINNED = {6: "3db8bf1e49112fb80ed0ee590b2d5478c0be4ebedd8a9a8beff0ea461ea0f46a"}
"""What the rules make of every field of every kind, by their number."""
_SAID_OTHERWISE: Mapping[str, tuple[JSON, ...]] = {"act": ({"type": "F.01", "nature": "threat"},)}
"""What is titled in another way by a value that stands in no sample of every field."""


def acts(desk: Desk, count: int) -> None:
    """Acts of one type, at once."""
    desk.vault.append([Addition(*desk.revised(None, "act", {"type": "E.02"})) for _ in range(count)])


def found(database: Database) -> int:
    """How many records the code finds."""
    return int(database.value("SELECT COUNT(*) FROM word WHERE word MATCH ?", (f'"{CODE}"',)))


def test_a_vault_of_this_program_is_up_to_date(desk: Desk) -> None:
    desk.person("秦望舒")
    assert not desk.vault.lists_are_old
    assert not desk.reopen().lists_are_old


def test_an_older_vault_is_made_as_it_would_be_now_with_both_its_databases(desk: Desk) -> None:
    a_busy_year(desk)
    identities = desk.vault._identities
    assert identities
    databases = desk.vault._database, identities.database
    before = [shown(database) for database in databases]
    for database in databases:
        grow_old(database)
    assert desk.vault.lists_are_old
    assert list(desk.vault.renew())
    assert [shown(database) for database in databases] == before
    assert not desk.vault.lists_are_old
    assert desk.vault.verify().sound


def test_it_goes_on_where_it_was_interrupted(desk: Desk) -> None:
    acts(desk, 250)
    grow_old(desk.vault._database)
    assert next(desk.vault.renew()) == (100, 250)
    desk.reopen()
    assert found(desk.vault._database) == 100
    assert list(desk.vault.renew()) == [(200, 250), (250, 250)]
    assert found(desk.vault._database) == 250


def test_what_other_rules_began_is_begun_anew(desk: Desk) -> None:
    acts(desk, 150)
    grow_old(desk.vault._database)
    desk.vault._database.run("INSERT INTO fact VALUES ('renewed', '0 120')")
    assert list(desk.vault.renew()) == [(100, 150), (150, 150)]


def test_what_a_newer_program_made_is_made_anew(desk: Desk) -> None:
    desk.vault._database.run("UPDATE fact SET value = 7 WHERE name = 'rules'")
    assert desk.vault.lists_are_old
    assert list(desk.vault.renew()) == []
    assert not desk.vault.lists_are_old


def test_what_is_saved_in_between_is_found(desk: Desk) -> None:
    acts(desk, 150)
    grow_old(desk.vault._database)
    steps = desk.vault.renew()
    next(steps)
    desk.add("act", {"type": "E.02", "notes": [{"label": "", "text": "lanterns"}]})
    assert [hit.why for hit in desk.vault.search("lanterns")] == ["text"]
    list(steps)
    assert found(desk.vault._database) == 151


def test_names_come_when_the_identities_are_opened(desk: Desk) -> None:
    desk.person("秦望舒")
    assert desk.vault._identities
    grow_old(desk.vault._identities.database)
    desk.vault.close_compartment()
    assert not desk.vault.lists_are_old
    desk.vault.open_compartment()
    assert desk.vault.lists_are_old
    list(desk.vault.renew())
    assert [row.title for row in desk.vault.rows("name")] == ["秦望舒"]


def test_closing_the_identities_stops_theirs_alone(desk: Desk) -> None:
    desk.vault.append([Addition(*desk.revised(None, "identity", {"of": "a" * 64}, sealed=True)) for _ in range(150)])
    assert desk.vault._identities
    grow_old(desk.vault._identities.database)
    steps = desk.vault.renew()
    next(steps)
    desk.vault.close_compartment()
    assert list(steps) == []


@pytest.mark.fault(3)
def test_fault_03_a_full_disk_hinders_nothing_but_this(small_disk: Path) -> None:
    desk = Desk.fresh(small_disk / "vault")
    acts(desk, 250)
    desk.testimony("lanterns by the river")
    grow_old(desk.vault._database)
    desk.reopen()
    with full(small_disk), fails(Hindered, "vault.lists_are_old"):
        list(desk.vault.renew())
    with full(small_disk):
        assert desk.vault.search("lanterns")
    list(desk.vault.renew())
    assert found(desk.vault._database) == 250
    desk.lock()


@pytest.mark.fault(5)
def test_fault_05_a_page_that_cannot_be_read_keeps_nobody_from_the_others(desk: Desk) -> None:
    first = desk.add("case", {"title": "A letter writer"})
    acts(desk, 60)
    grow_old(desk.vault._database)
    desk.lock()
    path = desk.place / "a.db"
    stopped = 0
    for place in range(16 + 2000, path.stat().st_size, 4096):
        flip(path, place)
        if reads(desk, first) and not renewed(desk):
            stopped += 1
            assert desk.vault.state(first).kind == "case"
        desk.lock()
        flip(path, place)
    assert stopped


def reads(desk: Desk, record: str) -> bool:
    """Whether the vault opens and the record can be read."""
    try:
        return desk.unlock().state(record).kind == "case"
    except Damaged:
        return False


def renewed(desk: Desk) -> bool:
    """Whether it came to the end, as if for the first time."""
    try:
        desk.vault._database.run("DELETE FROM fact WHERE name IN ('rules', 'renewed')")
        list(desk.vault.renew())
    except Damaged:
        return False
    return True


def test_a_change_of_what_is_indexed_counts_the_rules_up() -> None:
    """Where this fails: count `renewal.RULES` up, and pin what the rules of that number make."""
    made = [
        (kind, sorted(words_of(kind, nested).items()), title(kind, nested), sorted(references(kind, nested)))
        for kind, declared in sorted(KINDS.items())
        for nested in (dict(values(declared.fields)), *_SAID_OTHERWISE.get(kind, ()))
    ]
    digest = hashlib.sha256(json.dumps(made, ensure_ascii=False).encode()).hexdigest()
    assert {renewal.RULES: digest} == PINNED


def values(fields: Mapping[str, FieldDecl]) -> Iterator[tuple[str, JSON]]:
    """Something in every field."""
    for name, field in sorted(fields.items()):
        yield name, _value(name, field)


def _value(name: str, field: FieldDecl) -> JSON:
    if field.type in {"text", "long"}:
        return f"歐陽秦 Ärzte {name} ⟦{'a' * 64}⟧"
    if field.type == "date":
        return {"edtf": "2015-07", "words": f"七月 {name}"}
    if field.type == "ref":
        return "b" * 64
    if field.type in {"items", "codes", "refs"}:
        return {"c" * 32: dict(values(field.items or {}))}
    return f"{name}.1" if field.type == "code" else True
