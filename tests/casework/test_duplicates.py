"""Records that may be of one person: what is suggested, what was decided, what is never asked again."""

from __future__ import annotations

import pytest

from desktop.casework import (
    comparing,
    consent,
    duplicates,
    family,
    listing,
    offering,
    people,
    records,
    risks,
    same_person,
    vaults,
)
from desktop.casework.find import search
from desktop.casework.same_person import NOT_SAME, SAME, UNDONE
from desktop.casework.workspace import Workspace, day_of
from desktop.domain.same_names import Alike, how_alike
from desktop.errors import Refused
from tests.casework.conftest import Make, introduce
from tests.casework.exchange import received
from tests.casework.forging import forged, packed
from tests.conftest import Clock


def person(ws: Workspace, *names: str, **values: str) -> str:
    (made,) = records.add(ws, "person", [{"counting_unit": "individual", **values}]).created
    records.add(ws, "name", [{"person": made, "full": name} for name in names])
    return made


def others(ws: Workspace, one: str) -> list[str]:
    return [found.other for found in duplicates.perhaps(ws, one)]


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("林岚", "林嵐", Alike.WRITTEN),
        ("林 岚", "林岚", Alike.WRITTEN),
        ("沈玉文", "Shen Yuwen", Alike.SPELLED),
        ("沈玉文", "SHEN YUWEN", Alike.SPELLED),
        ("沈玉文", "Yuwen Shen", Alike.SPELLED),
        ("單立樺", "Shan Lihua", Alike.SPELLED),
        ("单立桦", "Dan Lihua", Alike.SPELLED),
        ("吕洪", "LYU Hong", Alike.SPELLED),
        ("Shen Yuwen", "Yu-wen Shen", Alike.SPELLED),
        ("Gülnar Test", "gülnar TEST", Alike.WRITTEN),
        ("沈玉文", "沈玉闻", Alike.SOUNDS),
        ("林岚", "林兰", None),
        ("沈玉文", "谌玉闻", None),
        ("沈玉文", "SYW", None),
        ("沈玉文", "Shen", None),
        ("沈玉文", "", None),
    ],
)
def test_names_are_compared_across_scripts_variants_readings_and_order(one: str, other: str, how: Alike | None) -> None:
    assert how_alike(one, other) == how == how_alike(other, one)


@pytest.mark.parametrize("other", ["林嵐", "Lin Lan", "LAN LIN", "林岚"])
def test_r_nam_04_who_may_be_the_same_is_found_when_a_name_is_saved(ws: Workspace, other: str) -> None:
    first = person(ws, "林岚")
    person(ws, "祝余", "Zhu Yu")
    person(ws, "林悦")
    second = person(ws, other)
    assert others(ws, second) == [first]
    assert [{one.person, one.other} for one in duplicates.everywhere(ws).pairs] == [{first, second}]
    assert duplicates.lately(ws) == 1


def test_r_nam_04_two_people_of_one_name_marked_not_the_same_are_never_suggested_again(ws: Workspace) -> None:
    first = person(ws, "林岚", place="遂宁")
    second = person(ws, "林岚", place="重庆")
    assert (others(ws, first), others(ws, second)) == ([second], [first])
    same_person.decide(ws, first, second, NOT_SAME)
    records.add(ws, "name", [{"person": second, "full": "Lin Lan"}])
    assert (others(ws, first), others(ws, second)) == ([], [])
    assert not duplicates.everywhere(ws).pairs
    assert duplicates.lately(ws) == 0


def test_r_nam_04_two_records_of_one_person_are_one_until_that_is_taken_back(ws: Workspace) -> None:
    first, second = person(ws, "林岚"), person(ws, "Lin Lan")
    same_person.decide(ws, second, first, SAME)
    assert same_person.recorded_as(ws, second) == same_person.recorded_as(ws, first)
    assert len({same_person.recorded_as(ws, one)[0] for one in (first, second)}) == 1
    assert others(ws, first) == []
    same_person.decide(ws, first, second, UNDONE)
    assert [same_person.recorded_as(ws, one)[0] for one in (first, second)] == [first, second]
    assert others(ws, first) == [second]


def test_r_nam_04_a_decision_is_one_record_that_remembers_how_it_was_changed(ws: Workspace) -> None:
    first, second = person(ws, "林岚"), person(ws, "Lin Lan")
    same_person.decide(ws, first, second, SAME, "one phone number")
    same_person.decide(ws, second, first, NOT_SAME)
    (decision,) = ws.vault.referring(first, "merge_decision")
    assert len(ws.vault.revisions(decision)) == 2
    assert same_person.decision_on(ws, first, second) == NOT_SAME


def test_three_records_of_one_person_are_one(ws: Workspace) -> None:
    one, two, three = person(ws, "林岚"), person(ws, "Lin Lan"), person(ws, "林嵐")
    same_person.decide(ws, one, two, SAME)
    same_person.decide(ws, two, three, SAME)
    assert set(same_person.recorded_as(ws, three)) == {one, two, three}
    assert same_person.one_each(ws, [two, three]) == dict.fromkeys([two, three], same_person.recorded_as(ws, one)[0])


def test_a_search_finds_somebody_recorded_twice_once_and_says_how_else_they_are_recorded(ws: Workspace) -> None:
    one, two, stranger = person(ws, "林岚"), person(ws, "林岚"), person(ws, "林岚")
    same_person.decide(ws, one, two, SAME)
    found = {hit.record: hit.also for hit in search(ws, "林岚") if hit.kind == "person"}
    first, other = (one, two) if one in found else (two, one)
    assert found == {first: (ws.vault.code(other),), stranger: ()}


def test_who_is_not_one_record_of_a_person_is_none_of_them(ws: Workspace) -> None:
    one, two, stranger = person(ws, "林岚"), person(ws, "Lin Lan"), person(ws, "林嵐")
    same_person.decide(ws, one, two, SAME)
    same_person.decide(ws, two, stranger, NOT_SAME)
    assert others(ws, one) == others(ws, stranger) == []


def test_r_nam_04_no_names_are_compared_while_the_identities_are_closed(ws: Workspace) -> None:
    first, _ = person(ws, "林岚"), person(ws, "Lin Lan")
    hidden = ws.hiding_names(True)
    vaults.close_identities(ws)
    for look in (ws, hidden):
        assert duplicates.perhaps(look, first) == ()
        assert duplicates.everywhere(look).pairs == ()
        assert duplicates.lately(look) == 0


def test_somebody_deleted_is_not_suggested(ws: Workspace) -> None:
    first, second = person(ws, "林岚"), person(ws, "Lin Lan")
    records.delete(ws, second)
    assert others(ws, first) == []
    assert not duplicates.everywhere(ws).pairs


def test_once_the_first_record_of_a_person_is_deleted_the_other_stands_for_them(ws: Workspace, clock: Clock) -> None:
    first = person(ws, "沈玉文")
    clock.now += 60
    second = person(ws, "沈玉文")
    same_person.decide(ws, first, second, SAME)
    records.delete(ws, first)
    assert same_person.recorded_as(ws, first)[0] == second
    assert [row.id for row, _ in people.called_once(ws, "沈玉文", limit=5)] == [second]


def test_a_chooser_offers_one_record_of_a_person_who_is_recorded_twice(ws: Workspace) -> None:
    first, second = person(ws, "林岚"), person(ws, "Lin Lan", "林岚岚")
    same_person.decide(ws, first, second, SAME)
    stands = same_person.recorded_as(ws, second)[0]
    for words in ("林岚", "Lin Lan", "林岚岚", "ll"):
        assert [row.id for row, _ in people.called_once(ws, words, limit=9)] == [stands]
        assert [one.record.id for one in offering.people(ws, words, limit=9)] == [stands]
    assert [one.record.id for one in offering.people(ws, "", limit=9)] == [stands]


@pytest.mark.parametrize(("decision", "code"), [(SAME, "same.themself"), ("maybe", "same.themself")])
def test_nobody_is_compared_with_themself(ws: Workspace, decision: str, code: str) -> None:
    one = person(ws, "林岚")
    with pytest.raises(Refused, match=code):
        same_person.decide(ws, one, one, decision)


def test_only_people_are_decided_on_and_only_so(ws: Workspace) -> None:
    one, two = person(ws, "林岚"), person(ws, "Lin Lan")
    (source,) = records.add(ws, "source", [{"title": "A list"}]).created
    with pytest.raises(Refused, match=r"same\.not_people"):
        same_person.decide(ws, one, source, SAME)
    with pytest.raises(Refused, match=r"same\.decision"):
        same_person.decide(ws, one, two, "maybe")


def test_r_nam_04_two_records_are_compared_with_all_that_is_known_of_each(ws: Workspace) -> None:
    first = person(ws, "林岚", "Lin Lan", place="遂宁", occupation="teacher")
    second = person(ws, "林嵐", place="重庆")
    records.add(ws, "relationship", [{"person": second, "type": "parent", "related_person": first}])
    same_person.decide(ws, first, second, NOT_SAME, "another year of birth")
    told = comparing.compare(ws, first, second)
    assert (told.one.names, told.other.names) == (("林岚", "Lin Lan"), ("林嵐",))
    assert (told.one.told["Place"], told.other.told["Place"]) == ("遂宁", "重庆")
    assert told.labels == ("Place", "Occupation")
    assert told.kinds == ("relationship",)
    assert (told.decision, told.reason) == (NOT_SAME, "another year of birth")


@pytest.mark.parametrize("no", ["refused", "withdrawn", "unclear"])
def test_a_no_in_one_record_of_a_person_binds_in_the_other(ws: Workspace, no: str) -> None:
    first, second = person(ws, "林岚"), person(ws, "Lin Lan")
    said = {"scopes": [{"scope": "publish_named", "state": "given"}], "basis": "consent", "given_by": "self"}
    records.add(ws, "consent", [{"person": first, "state": "given", **said}])
    records.add(ws, "consent", [{"person": second, "state": {"absent": "withheld"} if no == "unclear" else no}])
    day = day_of(ws)
    assert consent.permits(ws, first, "publish_named", "", day).allowed
    same_person.decide(ws, first, second, SAME)
    answer = consent.permits(ws, first, "publish_named", "", day)
    assert (answer.allowed, answer.reason) == (False, no)
    assert not consent.permits(ws, second, "publish_named", "", day).allowed


def test_a_yes_in_one_record_of_a_person_is_none_in_the_other(ws: Workspace) -> None:
    first, second = person(ws, "林岚"), person(ws, "Lin Lan")
    said = {"scopes": [{"scope": "publish_named", "state": "given"}], "basis": "consent", "given_by": "self"}
    records.add(ws, "consent", [{"person": first, "state": "given", **said}])
    same_person.decide(ws, first, second, SAME)
    assert consent.permits(ws, first, "publish_named", "", day_of(ws)).allowed
    assert not consent.permits(ws, second, "publish_named", "", day_of(ws)).allowed


def test_r_nam_04_what_was_decided_is_listed_to_be_looked_at_again(ws: Workspace, clock: Clock) -> None:
    first, second, third = person(ws, "林岚"), person(ws, "Lin Lan"), person(ws, "林嵐")
    same_person.decide(ws, first, second, NOT_SAME)
    clock.tick()
    same_person.decide(ws, third, first, SAME)
    assert same_person.decided_on(ws) == ((third, first, SAME), (first, second, NOT_SAME))
    same_person.decide(ws, first, second, UNDONE)
    assert same_person.decided_on(ws) == ((third, first, SAME),)


def test_what_a_relationship_says_of_it_holds_until_somebody_decides(ws: Workspace) -> None:
    first, second = person(ws, "林岚"), person(ws, "Lin Lan")
    records.add(ws, "relationship", [{"person": first, "type": "not_same_person", "related_person": second}])
    assert others(ws, first) == others(ws, second) == []
    same_person.decide(ws, second, first, UNDONE)
    assert others(ws, first) == [second]
    same_person.decide(ws, second, first, SAME)
    assert same_person.recorded_as(ws, second)[0] == same_person.recorded_as(ws, first)[0]


def test_no_decision_makes_a_record_where_nothing_was_decided(ws: Workspace) -> None:
    first, second = person(ws, "林岚"), person(ws, "Lin Lan")
    assert same_person.decide(ws, first, second, UNDONE).created == ()


def test_whoever_was_decided_to_be_one_is_listed_once_also_by_the_other_name_until_it_is_taken_back(
    ws: Workspace,
) -> None:
    first, second = sorted((person(ws, "林岚"), person(ws, "Lin Lan")))  # made in the same second
    person(ws, "祝余")

    def listed(text: str = "") -> list[tuple[str, tuple[str, ...]]]:
        found = listing.table(ws, "person", text=text)
        assert found.total == len(found.rows)
        return sorted((one.listed.id, one.also) for one in found.rows if one.listed.id in {first, second})

    same_person.decide(ws, first, second, SAME)
    stands, other = same_person.recorded_as(ws, first)
    alone = [(stands, (ws.vault.code(other),))]
    assert listed() == listed("Lin Lan") == listed("林岚") == alone
    assert listing.table(ws, "person", text="祝余").total == 1
    same_person.decide(ws, first, second, UNDONE)
    assert listed() == sorted([(first, ()), (second, ())])


def test_nobody_goes_from_the_list_since_another_program_called_a_case_the_same(make: Make, clock: Clock) -> None:
    ws, bao = make("Anna"), make("Bao")
    introduce(ws, bao)
    case = records.add(ws, "case", [{"title": "The ferry"}]).created[0]
    clock.tick(60)
    one = person(ws, "祝余")
    said = {"person": case, "other": one, "decision": SAME}
    received(ws, packed(bao, ws, [forged(bao, same_person.KIND, said)]))
    (row,) = listing.table(ws, "person").rows
    assert (row.listed.id, row.also) == (one, ())


def test_a_case_shows_somebody_recorded_twice_once_with_all_that_was_done_to_them(ws: Workspace) -> None:
    first, second = person(ws, "林岚"), person(ws, "Lin Lan")
    case = records.add(ws, "case", [{"defenders": [{"person": second}]}]).created[0]
    acts = [{"case": case, "victim": first, "type": "B.09"}, {"case": case, "victim": second, "type": "B.04"}]
    records.add(ws, "act", acts)
    records.add(ws, "risk_assessment", [{"person": first}])
    same_person.decide(ws, first, second, SAME)
    (one,) = family.case_page(ws, case).members
    assert (one.person, one.defender, len(one.acts), one.also) == (second, True, 2, (ws.vault.code(first),))
    assert risks.unassessed(ws, [second]) == ()
    same_person.decide(ws, first, second, UNDONE)
    assert [len(one.acts) for one in family.case_page(ws, case).members] == [1, 1]
