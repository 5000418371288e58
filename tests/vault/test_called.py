"""Finding records by what they are called while it is typed: names, pinyin, codes, titles, and nothing else."""

from __future__ import annotations

import pytest

from desktop.domain.fitting import Fit
from tests.vault.desk import Desk


def called(desk: Desk, words: str, kind: str = "person") -> list[tuple[str, Fit]]:
    return [(row.id, fit) for row, fit in desk.vault.called(kind, words, limit=20)]


def who(desk: Desk, words: str) -> list[str]:
    return [record for record, _ in called(desk, words)]


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("沈玉青", Fit.EXACT),
        ("沈 玉青", Fit.EXACT),
        ("沈玉", Fit.BEGINS),
        ("玉青", Fit.WORD),
        ("青 沈", Fit.WORD),
        ("shenyuqing", Fit.BEGINS),
        ("shen yu", Fit.BEGINS),
        ("Yuqing Shen", Fit.BEGINS),
        ("syq", Fit.BEGINS),
        ("s", Fit.BEGINS),
    ],
)
def test_a_person_is_found_by_name_pinyin_and_initials(desk: Desk, typed: str, how: Fit) -> None:
    person, _ = desk.person("沈玉青")
    desk.person("祝余")
    assert called(desk, typed) == [(person, how)]


@pytest.mark.parametrize(("typed", "how"), [("韓鬆", Fit.EXACT), ("韓", Fit.BEGINS), ("HAN", Fit.BEGINS)])
def test_either_script_and_case_will_do(desk: Desk, typed: str, how: Fit) -> None:
    person, _ = desk.person("韩松")
    assert called(desk, typed) == [(person, how)]


@pytest.mark.parametrize("typed", ["gulnar", "Gülnar", "gül"])
def test_names_in_latin_letters_are_found_with_and_without_their_marks(desk: Desk, typed: str) -> None:
    person, _ = desk.person("Gülnar Test")
    assert who(desk, typed) == [person]


def test_what_is_noted_of_somebody_is_not_their_name(desk: Desk) -> None:
    desk.add("person", {"place": "沈阳", "notes": [{"label": "住址", "text": "沈阳市"}], "occupation": "沈"})
    desk.testimony("沈玉青来过。")
    person, _ = desk.person("沈玉青")
    assert who(desk, "沈") == [person]


def test_an_identity_is_no_name_either(desk: Desk) -> None:
    person, _ = desk.person("祝余")
    desk.add("identity", {"of": person, "contacts": [{"value": "沈 5550199"}]}, sealed=True)
    assert who(desk, "沈") == []
    assert who(desk, "555") == []


def test_the_whole_name_comes_first_then_what_begins_so_then_the_rest(desk: Desk) -> None:
    inside, _ = desk.person("玉沈")
    begins, _ = desk.person("沈玉青")
    exact, _ = desk.person("沈玉")
    assert called(desk, "沈玉") == [(exact, Fit.EXACT), (begins, Fit.BEGINS)]
    assert who(desk, "沈")[-1] == inside


def test_a_name_written_in_latin_letters_comes_before_one_that_is_only_read_so(desk: Desk) -> None:
    read, _ = desk.person("韩松")
    written, _ = desk.person("Han Song")
    assert called(desk, "han song") == [(written, Fit.EXACT), (read, Fit.BEGINS)]


def test_somebody_with_two_such_names_is_offered_once(desk: Desk) -> None:
    person, _ = desk.person("沈玉青")
    desk.add("name", {"person": person, "full": "沈玉", "type": "alias"}, sealed=True)
    assert called(desk, "沈玉") == [(person, Fit.EXACT)]


def test_a_code_is_as_good_as_a_whole_name(desk: Desk) -> None:
    person, name = desk.person("祝余")
    assert called(desk, desk.vault.code(person).lower()) == [(person, Fit.EXACT)]
    assert who(desk, desk.vault.code(name)) == []


def test_somebody_deleted_is_not_offered(desk: Desk) -> None:
    person, _ = desk.person("沈玉青")
    desk.edit(person, {"*": True})
    assert who(desk, "沈") == []


def test_a_name_taken_back_leads_to_nobody(desk: Desk) -> None:
    _, name = desk.person("沈玉青")
    desk.edit(name, {"*": True})
    assert who(desk, "沈") == []


def test_sealed_names_are_not_found_while_the_compartment_is_closed(desk: Desk) -> None:
    desk.person("沈玉青")
    official = desk.add("person", {"official": True})
    desk.add("name", {"person": official, "full": "沈鹰"})
    desk.vault.close_compartment()
    assert who(desk, "沈") == [official]
    assert who(desk, "syq") == []


@pytest.mark.parametrize("typed", ["", "  ", "·", '"', "''", "*", "^", "AND", "a OR b", "NEAR(a b)", "\0", "\ud800"])
def test_signs_that_mean_something_to_a_query_language_mean_nothing_here(desk: Desk, typed: str) -> None:
    desk.person("沈玉青")
    assert who(desk, typed) == []


def test_quotes_and_points_in_a_name_do_not_matter(desk: Desk) -> None:
    person, _ = desk.person("阿依·古丽")
    assert called(desk, '阿依古丽"') == [(person, Fit.EXACT)]


def test_a_case_is_found_by_its_title_alone(desk: Desk) -> None:
    july = desk.add("case", {"title": "七月案", "summary": "九月也有。"})
    assert called(desk, "七月", "case") == [(july, Fit.BEGINS)]
    assert called(desk, "七月案", "case") == [(july, Fit.EXACT)]
    assert called(desk, "九月", "case") == []


def test_an_organisation_is_found_by_either_of_its_names(desk: Desk) -> None:
    station = desk.add("organisation", {"name": "青石派出所", "name_en": "Qingshi police station"})
    assert called(desk, "青石", "organisation") == [(station, Fit.BEGINS)]
    assert called(desk, "qingshi", "organisation") == [(station, Fit.BEGINS)]


def test_no_more_are_given_than_asked_for_and_the_whole_name_is_among_them(desk: Desk) -> None:
    exact, _ = desk.person("沈")
    for number in range(12):
        desk.person(f"沈玉{chr(0x4E00 + number)}")
    found = desk.vault.called("person", "沈", limit=5)
    assert len(found) == 5
    assert found[0][0].id == exact


def test_the_case_somebody_belongs_with_is_known_by_what_points_where(desk: Desk) -> None:
    defender, wife, witness, stranger = (desk.person(name)[0] for name in ("韩松", "沈月", "许安", "祝余"))
    case = desk.add("case", {"title": "七月案", "defenders": [{"person": defender}]})
    desk.add("relationship", {"person": wife, "type": "spouse", "related_person": defender})
    told = desk.testimony("他们来了。", speaker=witness, case=case)
    everybody = [defender, wife, witness, stranger, told]
    assert desk.vault.cases_of(everybody) == {defender: case, wife: case, witness: case, told: case}


def test_a_deleted_case_is_nobodys(desk: Desk) -> None:
    defender, _ = desk.person("韩松")
    case = desk.add("case", {"defenders": [{"person": defender}]})
    told = desk.testimony("他们来了。", about=[{"person": defender}], case=case)
    desk.edit(case, {"*": True})
    assert desk.vault.cases_of([defender, told, "f" * 64, "no id"]) == {}
