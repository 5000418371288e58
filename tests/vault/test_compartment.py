"""The identity compartment: what is in it is in the vault's own database only as sealed bytes."""

from __future__ import annotations

from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged, Hindered, Refused
from desktop.history.state import RecordState
from desktop.vault.append import Addition
from tests.vault.desk import PASSPHRASE, Desk, fails
from tests.vault.other_make import pages, raw_key

SOMEBODY = SigningKey.from_seed(bytes(range(32)))
NAME = "秦望舒"


def names(desk: Desk) -> list[str]:
    return [row.title for row in desk.vault.rows("name")]


def heads(desk: Desk, record: str) -> RecordState:
    return desk.vault.state(record)


def test_a_name_reads_while_the_compartment_is_open(desk: Desk) -> None:
    _, name = desk.person(NAME)
    assert desk.vault.state(name).nested()["full"] == NAME
    assert names(desk) == [NAME]


def test_closed_a_name_has_a_history_and_no_words(desk: Desk) -> None:
    person, name = desk.person(NAME)
    desk.vault.close_compartment()
    state = desk.vault.state(name)
    assert state.values() == {}
    assert state.fields["full"].later_not_here
    assert [said.record for said in desk.vault.revisions(name)] == [name]
    assert desk.vault.openings(name) == {}
    assert names(desk) == [""]
    assert desk.vault.referring(person) == []


def test_names_are_in_no_page_of_the_main_database(desk: Desk) -> None:
    desk.person(NAME)
    desk.person("Orhan Demir")
    desk.lock()
    read = pages(desk.place / "a.db", raw_key(desk.place, PASSPHRASE))
    assert not [word for word in (NAME, "望", "qinwangshu", "Orhan", "orhan") if word.encode() in read]


def test_new_names_can_be_written_while_the_compartment_is_closed(desk: Desk) -> None:
    desk.vault.close_compartment()
    person, name = desk.person(NAME)
    assert desk.vault.state(name).sealed
    desk.vault.open_compartment()
    assert names(desk) == [NAME]
    assert [hit.record for hit in desk.vault.search("望舒")] == [person]


def test_what_was_written_meanwhile_is_caught_up(desk: Desk) -> None:
    _, name = desk.person(NAME)
    desk.vault.close_compartment()
    state = desk.vault.state(name)
    revision, words = desk.revised(state, "name", {"type": "birth"})
    desk.vault.append([Addition(revision, words)])
    desk.vault.open_compartment()
    assert desk.vault.state(name).values()["type"] == "birth"
    assert not desk.vault.notices


def test_a_kill_between_both_databases_loses_nothing(desk: Desk) -> None:
    _, name = desk.person(NAME)
    identities = desk.vault._identities
    assert identities
    identities.apply = lambda fresh: None  # type: ignore[method-assign]
    revision, words = desk.revised(desk.vault.state(name), "name", {"full": "秦舒"})
    desk.vault.append([Addition(revision, words)])
    identities.database.close()
    desk.vault._identities = None
    desk.reopen()
    assert names(desk) == ["秦舒"]


def test_an_identity_database_without_room_holds_nobody_up(desk: Desk) -> None:
    identities = desk.vault._identities
    assert identities
    identities.database.run(f"PRAGMA max_page_count = {identities.database.value('PRAGMA page_count')}")
    people = [desk.person(f"{NAME}{number}") for number in range(40)]
    assert identities.failed
    with fails(Hindered, "disk.full"):
        names(desk)
    identities.database.run("PRAGMA max_page_count = 1000000")
    assert len(names(desk)) == len(people)


def test_another_log_makes_the_identity_database_anew(desk: Desk) -> None:
    desk.person(NAME)
    desk.lock()
    older = {path.name: path.read_bytes() for path in desk.place.iterdir() if path.name in {"a.db", "closed"}}
    desk.unlock()
    desk.person("written after the copy")
    desk.lock()
    for name, content in older.items():
        (desk.place / name).write_bytes(content)
    vault = desk.unlock()
    assert names(desk) == [NAME]
    assert [notice.code for notice in vault.notices] == ["vault.compartment_rebuilt"]


def test_once_sealed_all_of_a_record_is_sealed(desk: Desk) -> None:
    record = desk.add("name", {"full": "openly kept at first"})
    sealed, words = desk.revised(desk.vault.state(record), "name", {"type": "legal"}, sealed=True)
    desk.vault.append([Addition(sealed, words)])
    assert desk.vault.state(record).values() == {"full": "openly kept at first", "type": "legal"}
    desk.lock()
    assert b"openly" not in pages(desk.place / "a.db", raw_key(desk.place, PASSPHRASE))
    desk.unlock()
    assert names(desk) == ["openly kept at first"]


def test_what_comes_sealed_joins_what_is_here(desk: Desk) -> None:
    said, words = desk.revised(None, "name", {"full": NAME, "type": "legal"}, key=SOMEBODY, sealed=True)
    desk.vault.append([Addition(said, words.without(["full"]))])
    desk.vault.append([Addition(said, words.without(["type"]))])
    assert desk.vault.state(said.record).values() == {"full": NAME, "type": "legal"}
    assert not desk.vault.append([Addition(said, words.without(["type"]))])


def test_what_comes_sealed_while_it_is_closed_joins_later(desk: Desk) -> None:
    said, words = desk.revised(None, "name", {"full": NAME, "type": "legal"}, key=SOMEBODY, sealed=True)
    desk.vault.append([Addition(said, words.without(["full"]))])
    desk.vault.close_compartment()
    sealed = desk.vault._compartment.seal_opening(words.without(["type"]))
    assert desk.vault.append([Addition(said, None, sealed)])
    assert not desk.vault.append([Addition(said, None, sealed)])
    desk.vault.open_compartment()
    assert desk.vault.state(said.record).values() == {"full": NAME, "type": "legal"}
    assert desk.vault.verify().sound


def test_sealed_words_of_another_envelope_count_as_not_here(desk: Desk) -> None:
    said, _ = desk.revised(None, "name", {"full": NAME}, key=SOMEBODY, sealed=True)
    _, other = desk.revised(None, "name", {"full": "somebody else"}, key=SOMEBODY, sealed=True)
    desk.vault.close_compartment()
    desk.vault.append([Addition(said, None, desk.vault._compartment.seal_opening(other))])
    desk.vault.open_compartment()
    assert desk.vault.state(said.record).values() == {}
    assert [finding.code for finding in desk.vault.verify().findings] == ["opening.digest"]


def test_the_size_of_a_sealed_body_is_one_of_a_few(desk: Desk) -> None:
    for name in ("甲", NAME, "a name of twenty-five letters"):
        desk.person(name)
    sizes = {len(sealed) for (sealed,) in desk.vault._database.all("SELECT sealed FROM revision WHERE sealed NOTNULL")}
    assert len(sizes) == 1


def test_slots_that_hold_another_compartments_key_are_damaged(desk: Desk) -> None:
    from desktop.vault import slots
    from desktop.vault.slots import KeyRing

    slots.write(desk.place, "k3", KeyRing.generate("b.db").text(), [desk.vault.vault_recipient])
    desk.lock()
    with fails(Damaged, "vault.key_slot"):
        desk.unlock()


def test_contact_identities_for_identities_need_it_open(desk: Desk) -> None:
    assert desk.vault.identity_pairs
    desk.vault.close_compartment()
    with fails(Refused, "vault.compartment_closed"):
        _ = desk.vault.identity_pairs
    desk.vault.open_compartment()
    assert desk.vault.identity_pairs
