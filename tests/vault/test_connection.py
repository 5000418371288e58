"""Databases: encrypted whoever writes, opened only when they are what they should be."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from desktop.crypto.keys import database_key
from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import connecting, schema
from desktop.vault.connection import Database
from tests.vault.desk import PASSPHRASE, Desk, fails
from tests.vault.other_make import MAGIC, raw_key, read

KEY = database_key(bytes(range(32)), "a.db")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed database with one row."""
    path = tmp_path / "a.db"
    Database.create(path, KEY, ("CREATE TABLE told (words TEXT)", "INSERT INTO told VALUES ('a secret')"))
    return path


def looks(path: Path) -> tuple[int, int] | None:
    """Kind and size of what is there, without opening it."""
    return (path.lstat().st_mode, path.lstat().st_size) if os.path.lexists(path) else None


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


def make_fifo(path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("this system has no such files")
    path.unlink()
    os.mkfifo(path)


def make_plain(path: Path) -> None:
    path.unlink()
    plain = sqlite3.connect(path)
    plain.executescript("CREATE TABLE told (words TEXT); INSERT INTO told VALUES ('anybody can read this')")
    plain.close()


def make_anothers(path: Path) -> None:
    path.unlink()
    Database.create(path, database_key(bytes(32), "a.db"), schema.MAIN)


def cut(size: Callable[[int], int]) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        os.truncate(path, size(path.stat().st_size))

    return change


BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "gone": (Path.unlink, "vault.missing"),
    "a folder": (make_folder, "vault.is_folder"),
    "a link": (make_link, "vault.is_link"),
    "a FIFO": (make_fifo, "vault.is_pipe"),
    "plain SQLite": (make_plain, "vault.plain_database"),
    "another vault's": (make_anothers, "vault.other_database"),
    "0 bytes": (cut(lambda _: 0), "vault.empty"),
    "1 byte": (cut(lambda _: 1), "vault.cut_off"),
    "100 bytes": (cut(lambda _: 100), "vault.cut_off"),
    "4,096 bytes": (cut(lambda _: 4096), "vault.cut_off"),
    "half": (cut(lambda size: size // 8192 * 4096), "vault.cut_off"),
    "all but one page": (cut(lambda size: size - 4096), "vault.cut_off"),
    "all but one byte": (cut(lambda size: size - 1), "vault.cut_off"),
}


@pytest.mark.fault(7)
@pytest.mark.parametrize("name", BROKEN)
def test_fault_07_a_broken_database_has_a_message_and_is_left_alone(desk: Desk, name: str) -> None:
    desk.testimony("Words enough to fill a page or two. " * 200)
    desk.lock()
    path = desk.place / "a.db"
    change, code = BROKEN[name]
    change(path)
    before = looks(path)
    with fails(Damaged, code):
        desk.unlock()
    assert looks(path) == before


@pytest.mark.fault(7)
@pytest.mark.parametrize("name", BROKEN)
def test_fault_07_a_broken_identity_database_is_set_aside_and_made_anew(desk: Desk, name: str) -> None:
    person, _ = desk.person("秦望舒")
    desk.lock()
    change, _ = BROKEN[name]
    change(desk.place / "b.db")
    vault = desk.unlock()
    assert [row.title for row in vault.rows("name")] == ["秦望舒"]
    assert [hit.record for hit in vault.search("望舒")] == [person]


@pytest.mark.fault(7)
def test_fault_07_the_file_a_link_leads_to_is_not_written(desk: Desk, tmp_path: Path) -> None:
    desk.lock()
    victim = tmp_path / "letter"
    victim.write_bytes(b"not a database")
    (desk.place / "b.db").unlink()
    (desk.place / "b.db").symlink_to(victim)
    desk.unlock()
    assert victim.read_bytes() == b"not a database"


@pytest.mark.fault(10)
def test_fault_10_no_file_of_a_vault_is_plain_sqlite(desk: Desk) -> None:
    desk.testimony("They took the bicycle too.")
    desk.person("秦望舒")
    begins = [path.read_bytes()[:16] for path in desk.place.rglob("*") if path.is_file()]
    desk.lock()
    begins += [path.read_bytes()[:16] for path in desk.place.rglob("*") if path.is_file()]
    assert MAGIC not in begins


@pytest.mark.fault(10)
def test_fault_10_without_a_key_nothing_is_opened_or_made(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    connect = dbapi2.connect
    monkeypatch.setattr(dbapi2, "connect", lambda path, **more: _Deaf(connect(path, **more), ("key = ",)))
    with fails(Damaged, "vault.database"):
        Database.open(file, KEY)
    with fails(Damaged, "vault.database"):
        Database.create(tmp_path / "new.db", KEY, schema.MAIN)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.fault(10)
def test_fault_10_no_statement_copies_a_database_in_clear(root: Path) -> None:
    """`VACUUM INTO` and an attached database without a key would; the one that is attached has the key of ours."""
    sources = {path.name: path.read_text("utf-8") for path in (root / "desktop").rglob("*.py")}
    assert [name for name, text in sources.items() if "VACUUM" in text] == []
    attached = [
        (name, line.strip()) for name, text in sources.items() for line in text.splitlines() if "ATTACH " in line
    ]
    assert [(name, line.split('"')[1]) for name, line in attached if "DETACH" not in line] == [
        ("rewriting.py", "ATTACH ? AS fresh KEY ?")
    ]


@pytest.mark.fault(10)
@pytest.mark.parametrize("setting", ["temp_store = FILE", "secure_delete = OFF", "foreign_keys = OFF"])
def test_fault_10_a_setting_that_would_leave_traces_stops_the_program(
    file: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setattr(connecting, "_SETTINGS", (*connecting._SETTINGS, f"PRAGMA {setting}"))
    with fails(Hindered, "vault.self_check"):
        Database.open(file, KEY)


@pytest.mark.fault(10)
def test_fault_10_a_library_that_writes_in_clear_is_noticed_and_its_file_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = dbapi2.connect
    monkeypatch.setattr(dbapi2, "connect", lambda path, **more: _Deaf(connect(path, **more)))
    with fails(Hindered, "vault.self_check"):
        Database.create(tmp_path / "a.db", KEY, schema.MAIN)
    assert not (tmp_path / "a.db").exists()


class _Deaf:
    """A connection that does not hear the key, and may claim that it did."""

    def __init__(self, real: Any, to: tuple[str, ...] = ("key = ", "cipher_status")) -> None:
        self._real = real
        self._to = to

    def execute(self, statement: str, values: Any = ()) -> Any:
        deaf = any(words in statement for words in self._to)
        return self._real.execute("SELECT '1'" if deaf else statement, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


@pytest.mark.fault(10)
def test_fault_10_a_sort_larger_than_memory_allows_writes_nothing_beside_the_vault(desk: Desk) -> None:
    database = desk.vault._database
    database.run("CREATE TEMP TABLE heap (words TEXT)")
    database.run_many("INSERT INTO heap VALUES (?)", [(f"{n * 7919 % 5000} canary",) for n in range(5000)])
    assert database.value("SELECT COUNT(*) FROM (SELECT words FROM heap ORDER BY words || 'x')") == 5000
    assert {path.name for path in desk.place.iterdir()} >= {"a.db", "open"}
    assert not [path for path in desk.place.rglob("*") if path.is_file() and b"canary" in path.read_bytes()]


@pytest.mark.fault(9)
def test_fault_09_a_wrong_key_leaves_nothing_on_stderr(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with fails(Damaged, "vault.database"):
        Database.open(file, (bytes(32), KEY[1]))
    assert capfd.readouterr() == ("", "")


def test_a_reader_of_another_make_opens_the_database_with_the_key_age_prints(desk: Desk) -> None:
    desk.testimony("The line was cut at noon.")
    desk.lock()
    other = read(desk.place / "a.db", raw_key(desk.place, PASSPHRASE))
    (opening,) = other.execute("SELECT opening FROM revision").fetchall()[0]
    other.close()
    assert b"The line was cut at noon." in opening


@pytest.mark.fault(5)
def test_fault_05_a_flipped_bit_is_noticed_in_whichever_page_it_is(desk: Desk) -> None:
    for number in range(6):
        desk.testimony(f"Statement {number}. " + "Words enough to fill a page. " * 100)
    desk.lock()
    path = desk.place / "a.db"
    for place in range(16 + 2000, path.stat().st_size, 4096):
        flip(path, place)
        assert damage(desk)
        flip(path, place)
    assert not damage(desk)


def flip(path: Path, place: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)
        file.seek(place)
        file.write(bytes([byte[0] ^ 1]))


def damage(desk: Desk) -> list[str]:
    """The codes of what unlocking and checking say."""
    try:
        return [finding.code for finding in desk.unlock().verify().findings]
    except Damaged as told:
        return [told.code]
    finally:
        desk.vault.lock()


def test_a_closed_database_answers_nothing(file: Path) -> None:
    database = Database.open(file, KEY)
    database.close()
    with fails(Refused, "vault.locked"):
        database.value("SELECT words FROM told")


def test_a_transaction_that_fails_leaves_nothing(file: Path) -> None:
    database = Database.open(file, KEY)

    def interrupted() -> None:
        with database.transaction():
            database.run("INSERT INTO told VALUES ('half')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert database.all("SELECT words FROM told") == [("a secret",)]
    database.close()


def test_a_copy_is_made_while_the_database_is_open(file: Path, tmp_path: Path) -> None:
    database = Database.open(file, KEY)
    database.run("INSERT INTO told VALUES ('not checkpointed yet')")
    copy = tmp_path / "copy.db"
    Database.create(copy, KEY, ())
    other = Database.open(copy, KEY)
    database.copy_to(other)
    assert other.all("SELECT words FROM told") == [("a secret",), ("not checkpointed yet",)]
    other.close()
    database.close()


def test_our_own_mistakes_in_sql_are_seen_as_ours(file: Path) -> None:
    database = Database.open(file, KEY)
    with pytest.raises(dbapi2.OperationalError):
        database.all("SELECT nothing FROM nowhere")
    database.close()
