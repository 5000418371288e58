"""Vaults of every released format, opened by the program of today. The golden ones are never made anew."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.crypto.recipients import parse_identity
from desktop.errors import Hindered, Refused
from desktop.vault import folder, migrating, schema, slots
from desktop.vault.connection import Database
from desktop.vault.rewriting import rewrite
from desktop.vault.slots import KeyRing
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.faults.seen import open_to_others
from tests.small_disk import full, small_disk
from tests.vault.desk import Desk, fails
from tests.vault.golden.seen import PASSPHRASE, told_of

GOLDEN = Path(__file__).parent / "golden"
__all__ = ["small_disk"]  # a fixture

VAULTS = ("1/locked", "1/killed")


def expected(name: str) -> dict[str, Any]:
    """What was in it on the day it was made."""
    told: dict[str, Any] = json.loads((GOLDEN / name).parent.joinpath("expected.json").read_text("utf-8"))
    return told


@pytest.fixture(params=VAULTS)
def golden(request: pytest.FixtureRequest, place: Path) -> tuple[str, Path]:
    """A copy of one of them."""
    return request.param, copied(request.param, place)


def copied(name: str, place: Path) -> Path:
    shutil.copytree(GOLDEN / name, place)
    for path in (place, *place.rglob("*")):  # what keeps files for us knows no rights
        path.chmod(0o700 if path.is_dir() else 0o600)
    return place


def unlocked(place: Path) -> Vault:
    return Vault.unlock(place, PASSPHRASE, clock=Clock())


def read(place: Path, name: str = folder.MAIN) -> Database:
    """One of its databases, as the tables are now."""
    slot = slots.VAULT if name == folder.MAIN else slots.COMPARTMENT
    plain = slots.open_slot(place, slots.VAULT, [slots.opener(PASSPHRASE)])
    assert plain is not None
    ring = KeyRing.parse(folder.MAIN, plain, slots.VAULT)
    if name == folder.IDENTITIES:
        inner = slots.open_slot(place, slot, ring.identities)
        assert inner is not None
        ring = KeyRing.parse(name, inner, slot)
    return Database.open(place / name, ring.database_key)


def tables(place: Path, name: str) -> list[tuple[Any, ...]]:
    database = read(place, name)
    try:
        return sorted(database.all("SELECT type, name, tbl_name, sql FROM sqlite_master"), key=str)
    finally:
        database.close()


@pytest.mark.fault(22)
def test_fault_22_a_vault_of_an_older_format_holds_after_the_upgrade_what_it_held_before(
    golden: tuple[str, Path],
) -> None:
    name, place = golden
    vault = unlocked(place)
    told = told_of(vault)
    vault.lock()
    assert told == {key: value for key, value in expected(name).items() if key not in {"passphrase", "recovery"}}


@pytest.mark.fault(22)
def test_fault_22_nothing_is_found_wrong_with_an_upgraded_vault(golden: tuple[str, Path]) -> None:
    vault = unlocked(golden[1])
    findings = [finding.code for finding in vault.verify().findings]
    vault.lock()
    assert findings == []


def test_that_a_vault_was_upgraded_is_told_once(golden: tuple[str, Path]) -> None:
    first = unlocked(golden[1])
    told = [notice.code for notice in first.notices]
    first.lock()
    again = unlocked(golden[1])
    told_again = [notice.code for notice in again.notices]
    again.lock()
    assert (told, told_again) == (["vault.upgraded"], [])


@pytest.mark.parametrize("name", [folder.MAIN, folder.IDENTITIES])
def test_an_upgraded_database_has_the_tables_of_a_new_one(golden: tuple[str, Path], tmp_path: Path, name: str) -> None:
    unlocked(golden[1]).lock()
    new, _ = Vault.create(tmp_path / "new", PASSPHRASE, work_factor=2, clock=Clock())
    new.lock()
    assert tables(golden[1], name) == tables(tmp_path / "new", name)


def test_the_recovery_key_opens_an_upgraded_vault(golden: tuple[str, Path]) -> None:
    name, place = golden
    unlocked(place).lock()
    recovery = parse_identity(expected(name)["recovery"])
    assert slots.open_slot(place, slots.VAULT_RECOVERY, [recovery]) is not None


def test_every_version_has_a_step_that_leads_to_it() -> None:
    assert sorted(migrating.STEPS) == list(range(2, schema.VERSION + 1))


@pytest.mark.fault(22)
def test_fault_22_killed_before_any_statement_of_an_upgrade_the_old_vault_is_there_and_after_the_last_the_new_one(
    place: Path,
) -> None:
    """The copy is worked on in a process that dies at the statement; then this one opens what is left."""
    if sys.platform == "win32":
        pytest.skip("this system has no such processes")
    count = len([*migrating.statements(folder.MAIN, 1)])
    for at in range(count + 1):
        shutil.rmtree(place, ignore_errors=True)
        copied("1/killed", place)
        child = os.fork()
        if child == 0:
            _die_at(place, at)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == -9
        assert open_to_others(place) == []
        vault = unlocked(place)
        told, wrong = told_of(vault), vault.verify().findings
        vault.lock()
        assert told["records"] == expected("1/killed")["records"]
        assert not wrong


def _die_at(place: Path, at: int) -> None:
    """Upgrade its main database, and be killed before the statement of this number."""
    database = read(place)

    def change(copy: Database) -> None:
        for number, statement in enumerate(migrating.statements(folder.MAIN, 1)):
            if number == at:
                os.kill(os.getpid(), 9)
            copy.run(statement)
        os.kill(os.getpid(), 9)

    try:
        rewrite(database, change)
    finally:
        os._exit(1)


@pytest.mark.fault(22)
def test_fault_22_a_step_that_fails_leaves_the_old_file_as_it_was(place: Path) -> None:
    copied("1/locked", place)
    before = (place / folder.MAIN).read_bytes()
    database = read(place)

    def change(copy: Database) -> None:
        copy.run("DELETE FROM log")

    with pytest.raises(Exception, match=r"vault\.database"):
        rewrite(database, change)
    database.close()
    assert (place / folder.MAIN).read_bytes() == before


@pytest.mark.fault(22)
def test_fault_22_an_older_program_refuses_a_newer_vault_and_leaves_it_as_it_is(desk: Desk) -> None:
    desk.lock()
    database = Database.open(desk.place / folder.MAIN, desk_key(desk))
    database.run(f"PRAGMA user_version = {schema.VERSION + 1}")
    database.close()
    before = {path.name: path.read_bytes() for path in desk.place.glob("[abk]*")}
    with fails(Refused, "vault.newer"):
        desk.unlock()
    assert {path.name: path.read_bytes() for path in desk.place.glob("[abk]*")} == before


def desk_key(desk: Desk) -> tuple[bytes, bytes]:
    plain = slots.open_slot(desk.place, slots.VAULT, [slots.opener(PASSPHRASE)])
    assert plain is not None
    return KeyRing.parse(folder.MAIN, plain, slots.VAULT).database_key


@pytest.mark.fault(3)
def test_fault_03_an_upgrade_without_room_says_so_and_is_done_once_there_is_some(small_disk: Path) -> None:
    place = copied("1/locked", small_disk / "vault")
    before = (place / folder.MAIN).read_bytes()
    with full(small_disk), fails(Hindered, "disk.full"):
        unlocked(place)
    assert (place / folder.MAIN).read_bytes() == before
    unlocked(place).lock()
