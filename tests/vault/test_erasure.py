"""Striking and erasing: afterwards the words are in no page, index, draft or file."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop.crypto.signing import SigningKey
from desktop.errors import Hindered, Refused
from desktop.history import revise
from desktop.vault import erasure
from desktop.vault.append import Addition
from desktop.vault.blobs import Blobs
from desktop.vault.connection import Database
from desktop.vault.derived import DerivedRecord
from desktop.vault.identities import Identities
from desktop.vault.index import Index
from tests.vault.desk import PASSPHRASE, Desk, fails
from tests.vault.other_make import pages, raw_key, read

SOMEBODY = SigningKey.from_seed(bytes(range(32)))
CANARY = "zorrillacanary"


def left_in_pages(desk: Desk, words: str = CANARY) -> list[str]:
    """The databases of a locked vault whose decrypted pages hold the words."""
    inner = _inner_key(desk)
    keys = {"a.db": raw_key(desk.place, PASSPHRASE), "b.db": inner}
    return [name for name, key in keys.items() if words.encode() in pages(desk.place / name, key)]


def _inner_key(desk: Desk) -> str:
    from desktop.crypto import age
    from desktop.crypto.recipients import parse_identities

    plain = age.unseal((desk.place / "k4").read_bytes(), parse_identities(desk.recovery)).decode()
    return plain.split("'")[1]


def copied_while_open(desk: Desk, to: Path) -> bytes:
    """Every decrypted page of a copy made while the vault is open, its write-ahead log with it."""
    to.mkdir()
    for name in ("a.db", "a.db-wal", "k1"):
        (to / name).write_bytes((desk.place / name).read_bytes())
    wal = (to / "a.db-wal").stat().st_size
    assert wal == 0 or read(to / "a.db", raw_key(to, PASSPHRASE)).execute("PRAGMA page_count").fetchall()
    return pages(to / "a.db", raw_key(to, PASSPHRASE))


def struck(desk: Desk) -> str:
    """A case one wording of which held the canary and was struck."""
    case = desk.add("case", {"title": f"about {CANARY}", "summary": "stays"})
    first = desk.vault.revisions(case)[0]
    desk.edit(case, {"title": "about a teacher"})
    desk.vault.strike(first.id, "title")
    return case


def test_the_canary_is_in_the_pages_before(desk: Desk) -> None:
    desk.add("case", {"title": CANARY})
    desk.person(CANARY)
    desk.lock()
    assert left_in_pages(desk) == ["a.db", "b.db"]


def test_a_struck_wording_is_in_no_page(desk: Desk) -> None:
    struck(desk)
    desk.lock()
    assert left_in_pages(desk) == []


def test_a_struck_wording_leaves_the_rest_and_every_signature(desk: Desk) -> None:
    case = struck(desk)
    assert desk.vault.state(case).values() == {"title": "about a teacher", "summary": "stays"}
    assert desk.vault.verify().sound


def test_a_struck_wording_that_was_shown_shows_nothing_older(desk: Desk) -> None:
    case = desk.add("case", {"title": "first"})
    second = desk.edit(case, {"title": CANARY})
    desk.vault.strike(second, "title")
    state = desk.vault.state(case)
    assert state.fields["title"].struck
    assert "title" not in state.values()
    assert desk.vault.search(CANARY) == []


def test_it_is_reported_done_only_when_no_copy_of_the_open_vault_has_it(desk: Desk, tmp_path: Path) -> None:
    struck(desk)
    assert not desk.vault.erasures_pending
    assert CANARY.encode() not in copied_while_open(desk, tmp_path / "copy")


def test_an_erased_record_is_in_no_page_list_or_search(desk: Desk) -> None:
    said = desk.testimony(f"{CANARY} 和他的孩子")
    desk.edit(said, {"statements": [{"words": f"more of {CANARY}"}]})
    desk.vault.erase(said, "record")
    assert desk.vault.state(said).erased
    assert desk.vault.rows("testimony", include_deleted=True) == []
    assert desk.vault.search(CANARY) == []
    assert desk.vault.verify().sound
    desk.lock()
    assert left_in_pages(desk) == []


def test_words_erased_among_many_that_stay_are_in_no_page(desk: Desk) -> None:
    """Records of all sizes, edited and erased by chance, so that pages fill, split and are moved about."""
    chance = random.Random(3)
    records = []
    for number in range(70):
        text = f"{CANARY} {number} " + "word " * chance.choice((3, 60, 900))
        records.append(desk.testimony(text) if number % 3 else desk.person(text)[1])
    for _ in range(40):
        record = chance.choice(records)
        if desk.vault.kind_of(record) == "testimony":
            desk.edit(record, {"statements": [{"words": f"{CANARY} again " + "long " * chance.choice((2, 300))}]})
    erasures = [revise.erase(desk.vault.state(each), "record", desk.vault.signing, desk.clock()) for each in records]
    desk.vault.append([Addition(said) for said in erasures])
    desk.testimony("What stays.")
    desk.lock()
    assert left_in_pages(desk) == []


def test_a_name_erased_is_in_neither_database(desk: Desk) -> None:
    person, name = desk.person(CANARY)
    desk.vault.erase(name, "record")
    assert desk.vault.search(CANARY) == []
    desk.lock()
    assert left_in_pages(desk) == []
    desk.unlock()
    assert desk.vault.kind_of(person) == "person"


def test_a_name_erased_while_the_compartment_is_closed_is_gone_when_it_is_next_open(desk: Desk) -> None:
    _, name = desk.person(CANARY)
    desk.vault.close_compartment()
    desk.vault.erase(name, "record")
    assert desk.vault.erasures_pending
    desk.vault.open_compartment()
    assert not desk.vault.erasures_pending
    desk.lock()
    assert left_in_pages(desk) == []


def test_a_sealed_field_struck_while_the_compartment_is_closed_waits_for_it(desk: Desk) -> None:
    _, name = desk.person("kept")
    edit = desk.edit(name, {"family": CANARY, "given": "kept too"})
    desk.vault.close_compartment()
    desk.vault.strike(edit, "family")
    assert desk.vault.erasures_pending
    desk.vault.open_compartment()
    assert not desk.vault.erasures_pending
    assert desk.vault.state(name).values()["given"] == "kept too"
    assert desk.vault.verify().sound
    desk.lock()
    assert left_in_pages(desk) == []


def test_words_that_come_again_after_they_were_erased_are_not_kept(desk: Desk) -> None:
    said, words = desk.revised(None, "case", {"title": CANARY, "summary": "stays"}, key=SOMEBODY)
    desk.vault.append([Addition(said, words)])
    desk.vault.strike(said.id, "title")
    assert not desk.vault.append([Addition(said, words)])
    desk.lock()
    assert left_in_pages(desk) == []


def test_words_that_come_after_a_record_was_erased_are_not_kept(desk: Desk) -> None:
    case = desk.add("case", {"title": CANARY})
    beside, words = desk.revised(desk.vault.state(case), "case", {"title": f"{CANARY} too"}, key=SOMEBODY)
    desk.vault.erase(case, "record")
    desk.vault.append([Addition(beside, words)])
    assert desk.vault.openings(case) == {}
    assert desk.vault.verify().sound
    desk.lock()
    assert left_in_pages(desk) == []


def test_somebody_elses_erasure_takes_nothing_away(desk: Desk) -> None:
    case = desk.add("case", {"title": "stays"})
    asked = revise.erase(desk.vault.state(case), "record", SOMEBODY, desk.clock())
    desk.vault.append([Addition(asked)])
    assert desk.vault.state(case).values() == {"title": "stays"}
    own, _ = revise.accept(desk.vault.state(case), asked, None, desk.vault.signing, desk.clock())
    desk.vault.append([Addition(own)])
    assert desk.vault.state(case).erased


def test_drafts_that_name_an_erased_record_go_with_it(desk: Desk) -> None:
    case = desk.add("case", {"title": "x"})
    desk.vault.keep_draft(f"record:{case}", {"title": CANARY})
    desk.vault.keep_draft("quick", {"case": case, "text": CANARY})
    desk.vault.keep_draft("other", {"text": "stays"})
    desk.vault.erase(case, "record")
    assert [draft.key for draft in desk.vault.drafts()] == ["other"]
    desk.lock()
    assert left_in_pages(desk) == []


def test_what_was_derived_of_an_erased_record_goes_with_it(desk: Desk) -> None:
    case = desk.add("case", {"title": "x"})
    desk.vault.derived.keep(DerivedRecord("lawyer", case, "f" * 64, CANARY.encode()))
    desk.vault.erase(case, "record")
    assert desk.vault.derived.one("lawyer", case) is None


def test_a_table_of_statistics_another_program_made_is_emptied(desk: Desk) -> None:
    case = desk.add("case", {"title": CANARY})
    desk.vault._database.run("ANALYZE")
    desk.vault.erase(case, "record")
    tables = ("sqlite_stat1", "sqlite_stat4")
    assert [desk.vault._database.value(f"SELECT COUNT(*) FROM {table}") for table in tables] == [0, 0]


STEPS: dict[str, tuple[object, str]] = {
    "index": (Index, "optimise"),
    "pages": (erasure, "rewrite"),
    "files": (Blobs, "sweep"),
    "compartment": (Identities, "rebuild"),
}


@pytest.mark.parametrize("step", STEPS)
def test_an_erasure_cut_short_at_any_step_is_finished_after_unlocking(
    desk: Desk, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, name = desk.person(CANARY)

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(*STEPS[step], cut)
    with pytest.raises(KeyboardInterrupt):
        desk.vault.erase(name, "record")
    monkeypatch.undo()
    assert desk.vault.erasures_pending
    desk.reopen()
    assert not desk.vault.erasures_pending
    desk.lock()
    assert left_in_pages(desk) == []


def test_a_full_disk_holds_an_erasure_up_and_says_so(desk: Desk) -> None:
    case = desk.add("case", {"title": CANARY})
    database = desk.vault._database
    database.run(f"PRAGMA max_page_count = {database.value('PRAGMA page_count')}")
    for _ in range(200):
        try:
            desk.testimony("filling " * 50)
        except Hindered:
            break
    with fails(Hindered, "disk.full"):
        desk.vault.erase(case, "record")
    database.run("PRAGMA max_page_count = 1000000")
    if not desk.vault.state(case).erased:
        desk.vault.erase(case, "record")
    desk.reopen()
    assert not desk.vault.erasures_pending
    desk.lock()
    assert left_in_pages(desk) == []


def test_a_database_that_cannot_be_opened_again_is_told_and_the_vault_can_still_be_locked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, name = desk.person(CANARY)

    connect = Database._connect

    def fail(database: Database, synchronous: str) -> None:
        if database.path.name != "a.db":
            return connect(database, synchronous)
        database.close()
        raise Hindered("disk.failed")

    monkeypatch.setattr(Database, "_connect", fail)
    with fails(Hindered, "vault.unfinished"):
        desk.vault.erase(name, "record")
    assert desk.vault.lock() is None
    monkeypatch.undo()
    desk.unlock()
    assert desk.vault.notices == ()
    assert not desk.vault.erasures_pending
    assert desk.vault.state(name).erased


def test_what_is_not_here_cannot_be_struck(desk: Desk) -> None:
    with fails(Refused, "record.unknown"):
        desk.vault.strike("0" * 64, "title")
