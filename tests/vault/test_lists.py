"""Lists, codes and references: read from projections that can be made anew at any time."""

from __future__ import annotations

import random
import secrets
from typing import Any

import pytest

from desktop.crypto.signing import SigningKey
from desktop.errors import Refused
from desktop.history import codes
from desktop.history.revision import Revision
from desktop.vault.append import Addition
from desktop.vault.connection import Database
from desktop.vault.rows import Order
from tests.vault.desk import Desk, fails

SOMEBODY = SigningKey.from_seed(bytes(range(32)))
SHOWN = ("record", "reference", "text")


def shown(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All that lists and searches read, the index word by word."""
    found = {table: sorted(database.all(f"SELECT * FROM {table}")) for table in SHOWN}
    database.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.said USING fts5vocab(main, 'word', 'instance')")
    found["word"] = sorted(database.all("SELECT * FROM temp.said"))
    return found


def a_busy_year(desk: Desk) -> None:
    """Records made, edited, deleted, contradicted, struck and erased in an order drawn by chance."""
    chance = random.Random(7)
    people = [desk.person(name)[0] for name in ("秦望舒", "ئايگۈل", "བཀྲ་ཤིས", "Orhan")]
    case = desk.add("case", {"title": "一个家庭", "defenders": [{"person": people[0]}]})
    told = [desk.testimony(f"第{n}次被带走 {'夜里' * n}", case=case, speaker=chance.choice(people)) for n in range(6)]
    for _ in range(12):
        record = chance.choice(told)
        desk.edit(record, {"statements": [{"words": f"又说 {chance.random()}"}], "speaker": chance.choice(people)})
    for record in told[:2]:
        state = desk.vault.state(record)
        theirs, words = desk.revised(state, "testimony", {"speaker": people[3]}, key=SOMEBODY)
        desk.edit(record, {"speaker": people[1]})
        desk.vault.append([Addition(theirs, words)])
    desk.edit(told[2], {"*": True})
    desk.vault.erase(told[3], "record")
    first = desk.vault.revisions(told[4])[0]
    desk.vault.strike(first.id, next(path for path in first.envelope.sets if path.endswith("words")))


def test_made_anew_lists_and_index_are_the_same(desk: Desk) -> None:
    a_busy_year(desk)
    identities = desk.vault._identities
    assert identities
    before = shown(desk.vault._database), shown(identities.database)
    desk.vault.rebuild()
    assert (shown(desk.vault._database), shown(identities.database)) == before
    assert desk.vault.verify().sound


def test_what_is_to_be_settled_is_known_save_by_save_as_after_going_through_all(desk: Desk) -> None:
    everybody = [desk.person(name)[1] for name in ("秦望舒", "Orhan")]
    assert desk.vault.conflicting() == []
    for name in everybody:
        theirs, words = desk.revised(desk.vault.state(name), "name", {"full": "Somebody"}, key=SOMEBODY)
        desk.edit(name, {"full": "Anybody"})
        desk.vault.append([Addition(theirs, words)])
        assert name in desk.vault.conflicting()
    desk.edit(everybody[0], {"full": "Anybody"})
    a_busy_year(desk)
    found = desk.vault.conflicting()
    desk.vault._conflicting.forget()
    assert everybody[0] not in found
    assert found == desk.vault.conflicting()


def test_what_is_to_be_settled_in_the_compartment_is_told_only_while_it_is_open(desk: Desk) -> None:
    _, name = desk.person("秦望舒")
    theirs, words = desk.revised(desk.vault.state(name), "name", {"full": "Somebody"}, key=SOMEBODY)
    desk.edit(name, {"full": "Anybody"})
    desk.vault.append([Addition(theirs, words)])
    assert desk.vault.conflicting() == [name]
    desk.vault.close_compartment()
    closed = desk.vault.conflicting()
    desk.vault.open_compartment()
    assert (closed, desk.vault.conflicting()) == ([], [name])


def test_several_records_are_read_at_once_as_one_by_one(desk: Desk) -> None:
    a_busy_year(desk)
    records = [row.id for kind in ("testimony", "name", "case", "person") for row in desk.vault.rows(kind)]
    assert desk.vault.states([*records, "f" * 64, "Mr. Somebody"]) == {one: desk.vault.state(one) for one in records}
    own = {one: desk.vault.own_state(one) for one in records}
    assert desk.vault.states(records, "own") == own
    assert desk.vault.states_twice(records) == {one: (desk.vault.state(one), own[one]) for one in records}


def test_what_points_at_several_records_is_told_at_once_as_one_by_one(desk: Desk) -> None:
    a_busy_year(desk)
    records = [row.id for kind in ("testimony", "case", "person") for row in desk.vault.rows(kind)]
    pointing = desk.vault.referring_by([*records, "Mr. Somebody"])
    assert {one: [source for source, _ in several] for one, several in pointing.items()} == {
        one: several for one in records if (several := desk.vault.referring(one))
    }
    assert {kind for several in pointing.values() for _, kind in several} == {"case", "testimony", "name"}
    people = [row.id for row in desk.vault.rows("person")]
    told = desk.vault.referring_any(people, "testimony")
    assert set(told) == {one for person in people for one in desk.vault.referring(person, "testimony")}
    assert desk.vault.kinds(people) == dict.fromkeys(people, "person")


def test_the_record_changed_last_comes_first(desk: Desk) -> None:
    first, second, third = (desk.add("case", {"title": title}) for title in "abc")
    desk.edit(first, {"summary": "more"})
    assert [row.id for row in desk.vault.rows("case")] == [first, third, second]


def test_a_list_is_read_page_by_page(desk: Desk) -> None:
    for number in range(25):
        desk.add("case", {"title": str(number)})
    pages = [desk.vault.rows("case", offset=offset, limit=10) for offset in (0, 10, 20)]
    assert [row.title for page in pages for row in page] == [str(number) for number in reversed(range(25))]
    assert desk.vault.count("case") == 25


def ordered(desk: Desk, kind: str, by: str, *, descending: bool = False, named: bool = True) -> list[str]:
    return [row.id for row in desk.vault.rows(kind, order=Order(by, descending, named))]


def test_a_list_is_ordered_by_title_with_what_has_none_at_the_end(desk: Desk) -> None:
    second, bare, first = (desk.add("case", nested) for nested in ({"title": "b"}, {"status": "open"}, {"title": "A"}))
    assert ordered(desk, "case", "title") == [first, second, bare]
    assert ordered(desk, "case", "title", descending=True) == [second, first, bare]


def test_people_are_ordered_by_how_their_names_are_read(desk: Desk) -> None:
    people = {name: desk.person(name)[0] for name in ("祝余", "Orhan", "秦望舒")}
    assert ordered(desk, "person", "called") == [people["Orhan"], people["秦望舒"], people["祝余"]]


def test_people_are_ordered_by_code_where_names_may_not_be_looked_at(desk: Desk) -> None:
    people = [desk.person(name)[0] for name in ("祝余", "Orhan", "秦望舒")]
    assert ordered(desk, "person", "called", named=False) == sorted(people)


def test_testimonies_are_ordered_by_speaker_by_date_and_by_case(desk: Desk) -> None:
    late, early = desk.person("Orhan")[0], desk.person("Aynur")[0]
    cases = [desk.add("case", {"title": title}) for title in ("B", "A")]
    one = desk.testimony("One", speaker=late, case=cases[1], recorded_on={"edtf": "2015-07-09"})
    other = desk.testimony("Other", speaker=early, case=cases[0], recorded_on={"edtf": "2016-03"})
    bare = desk.testimony("Bare")
    assert ordered(desk, "testimony", "speaker") == [other, one, bare]
    assert ordered(desk, "testimony", "date", descending=True) == [other, one, bare]
    assert ordered(desk, "testimony", "case") == [one, other, bare]


def test_an_ordered_list_is_read_page_by_page_and_narrowed(desk: Desk) -> None:
    made = [desk.add("case", {"title": f"lamp {number:02}"}) for number in range(12)]
    desk.add("case", {"title": "elsewhere"})
    order = Order("title", descending=False)
    pages = [desk.vault.rows("case", text="lamp", offset=offset, limit=5, order=order) for offset in (0, 5, 10)]
    assert [row.id for page in pages for row in page] == made


def test_a_list_is_narrowed_to_what_points_at_a_record(desk: Desk) -> None:
    case, other = desk.add("case", {"title": "One"}), desk.add("case", {"title": "Other"})
    inside = desk.testimony("In it.", case=case)
    desk.testimony("Elsewhere.", case=other)
    assert [row.id for row in desk.vault.rows("testimony", referring_to=case)] == [inside]
    assert desk.vault.count("testimony", referring_to=case) == 1


def test_mentions_are_references_too(desk: Desk) -> None:
    person, _ = desk.person("秦望舒")
    said = desk.testimony(f"Then ⟦{person}⟧ was dismissed.")
    assert desk.vault.referring(person, "testimony") == [said]
    desk.edit(said, {"statements": None})
    assert desk.vault.referring(person, "testimony") == [said]  # the items themselves still stand


def test_what_no_longer_points_at_a_record_is_no_longer_listed(desk: Desk) -> None:
    case = desk.add("case", {"title": "One"})
    said = desk.testimony("Moved out.", case=case)
    desk.edit(said, {"case": None})
    assert desk.vault.referring(case) == []


def test_a_deleted_record_refers_to_nothing(desk: Desk) -> None:
    case = desk.add("case", {"title": "One"})
    said = desk.testimony("Gone.", case=case)
    desk.edit(said, {"*": True})
    assert desk.vault.referring(case) == []


def test_names_of_many_people_are_asked_for_at_once(desk: Desk) -> None:
    people = [desk.person(name)[0] for name in ("秦望舒", "祝余")]
    named = desk.vault.referring_many(people, "name")
    assert {person: [row.title for row in rows] for person, rows in named.items()} == {
        people[0]: ["秦望舒"],
        people[1]: ["祝余"],
    }


def test_a_record_is_found_by_its_code_however_it_is_typed(desk: Desk) -> None:
    case = desk.add("case", {"title": "Coded"})
    code = desk.vault.code(case)
    assert code == codes.code_of(case)
    assert desk.vault.find_code(code.lower().replace("-", " ")) == [case]


def test_a_slip_of_the_pen_is_no_code(desk: Desk) -> None:
    with fails(Refused, "code.malformed"):
        desk.vault.find_code("U!")


def test_of_two_that_begin_alike_the_one_that_came_first_keeps_its_code(desk: Desk) -> None:
    first, second = (_pretended(desk, last) for last in ("00", "ff"))
    assert desk.vault.code(first) == codes.code_of(first)
    assert desk.vault.code(second) == codes.code_of(second, codes.LONG)
    assert desk.vault.find_code(codes.code_of(first)) == [first, second]
    assert desk.vault.find_code(desk.vault.code(second)) == [second]


def test_r_idn_03_two_people_entered_one_after_the_other_get_unrelated_codes(desk: Desk) -> None:
    first, second = (desk.add("person", {"counting_unit": "individual"}) for _ in range(2))
    differing = int(first[:10], 16) ^ int(second[:10], 16)
    assert differing.bit_count() > 5  # of forty; by chance fewer differ once in a million times
    assert desk.vault.code(first) != desk.vault.code(second)


def test_r_idn_03_of_ten_thousand_people_in_two_merged_vaults_no_code_stands_for_two(desk: Desk) -> None:
    ours = [secrets.token_bytes(32) for _ in range(5_000)]
    theirs = [secrets.token_bytes(32) for _ in range(4_990)]
    theirs += [one[:5] + secrets.token_bytes(27) for one in ours[:10]]  # ten that begin alike, as chance rarely has it
    statement = "INSERT INTO revision (seq, id, record, envelope, signature) VALUES (?, ?, ?, x'', x'')"
    rows = [(number, record, number) for number, record in enumerate([*ours, *theirs], start=1)]
    database = desk.vault._database
    with database.transaction():
        database.run_many(statement, rows)
    codes_here = {desk.vault.code(record.hex()) for record in (*ours, *theirs)}
    assert len(codes_here) == len(rows)
    with database.transaction():
        database.run("DELETE FROM revision")


def _pretended(desk: Desk, last: str) -> str:
    """A record whose id begins like another one's: a collision of 40 bits, without the years of search."""
    said, opening = desk.revised(None, "case", {"title": last})
    record = "abcdef0123" + last * 27
    desk.vault.append([Addition(Revision(record, record, said.envelope, said.raw, said.signature), opening)])
    return record


@pytest.mark.parametrize("kind", ["case", "testimony", "person"])
def test_an_empty_list_is_empty(desk: Desk, kind: str) -> None:
    assert desk.vault.rows(kind) == []
    assert desk.vault.count(kind) == 0


def test_records_are_numbered_by_the_log_and_not_by_a_clock(desk: Desk) -> None:
    early = desk.add("case", {"title": "said to be of 2099"})
    desk.clock.now = 0
    late = desk.add("case", {"title": "said to be of 1970"})
    assert [row.id for row in desk.vault.rows("case")] == [late, early]
