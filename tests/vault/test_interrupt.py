"""A lock waits for no long statement, and leaves no key behind."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from desktop.crypto.keys import database_key
from desktop.errors import Hindered
from desktop.vault.connection import Database
from desktop.vault.rewriting import rewrite
from tests.vault.desk import Desk, fails

KEY = database_key(bytes(range(32)), "a.db")
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
INTO = "INSERT INTO told WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    path = tmp_path / "a.db"
    Database.create(path, KEY, ("CREATE TABLE told (words TEXT)", "INSERT INTO told VALUES ('kept')"))
    return Database.open(path, KEY)


def interrupted(database: Database, done: threading.Event) -> threading.Thread:
    """Another thread, that interrupts until it is told to stop."""

    def keep_on() -> None:
        while not done.wait(0.01):
            database.interrupt()

    thread = threading.Thread(target=keep_on)
    thread.start()
    return thread


@pytest.mark.fault(12)
def test_fault_12_a_statement_without_end_is_ended_from_another_thread(database: Database) -> None:
    done = threading.Event()
    thread = interrupted(database, done)
    with fails(Hindered, "vault.interrupted"):
        database.all(ENDLESS)
    done.set()
    thread.join()
    assert database.value("SELECT words FROM told") == "kept"
    database.close()


@pytest.mark.fault(12)
def test_fault_12_what_was_half_written_when_it_was_interrupted_is_rolled_back(database: Database) -> None:
    done = threading.Event()
    thread = interrupted(database, done)
    with fails(Hindered, "vault.interrupted"), database.transaction():
        database.run("INSERT INTO told VALUES ('half')")
        database.run(INTO)
    done.set()
    thread.join()
    assert database.all("SELECT words FROM told") == [("kept",)]
    database.close()


@pytest.mark.fault(12)
def test_fault_12_what_is_asked_of_a_copy_that_takes_its_place_is_ended_too(database: Database) -> None:
    done = threading.Event()
    threads: list[threading.Thread] = []

    def change(copy: Database) -> None:
        threads.append(interrupted(database, done))
        copy.all(ENDLESS)

    with fails(Hindered, "vault.interrupted"):
        rewrite(database, change)
    done.set()
    threads[0].join()
    assert database.value("SELECT words FROM told") == "kept"
    database.close()


def test_interrupting_a_closed_database_does_nothing(database: Database) -> None:
    database.close()
    database.interrupt()


def test_every_key_of_a_vault_is_overwritten_when_it_is_locked(desk: Desk) -> None:
    opened = desk.vault._opened
    held = [
        *(identity._secret._held for identity in opened.ring.identities),
        *(identity._secret._held for identity in desk.vault._compartment.ring.identities),
        *(identity._secret._held for pair in opened.contact_pairs for identity in pair.identities),
        *(identity._secret._held for pair in desk.vault.identity_pairs for identity in pair.identities),
        opened.authors.current._seed._held,
        opened.database._key[0]._held,
    ]
    assert all(any(each) for each in held)
    desk.lock()
    assert not any(any(each) for each in held)


def test_closing_the_identities_overwrites_their_keys_alone(desk: Desk) -> None:
    (theirs,) = (identity._secret._held for identity in desk.vault._compartment.ring.identities)
    (ours,) = (identity._secret._held for identity in desk.vault._opened.ring.identities)
    desk.vault.close_compartment()
    assert any(ours)
    assert not any(theirs)
