"""How old people are and were."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from desktop.casework import ages, family, reckoning, records
from desktop.casework.workspace import JSON, Workspace
from tests.casework.conftest import Case


def act(ws: Workspace, case: Case, **nested: JSON) -> str:
    """Something that happened to the son."""
    (made,) = records.add(ws, "act", [{"victim": case.son, "case": case.id, **nested}]).created
    return made


def told(ws: Workspace, record: str) -> Mapping[str, str]:
    return {one.code: one.text for one in reckoning.reckoned(ws, record)}


def test_r_dat_06_an_age_is_kept_with_its_date_and_gives_the_birth_there_can_be(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.son, {"age": 15, "age_on": "2015-08-17"})
    nested = records.show(ws, case.son).nested
    assert (nested["age"], nested["age_on"]["edtf"]) == (15, "2015-08-17")
    assert told(ws, case.son)["born"] == "between 18 August 1999 and 17 August 2000"
    assert told(ws.speaking("zh_Hans"), case.son)["born"] == "1999年8月18日至2000年8月17日之间某天"


def test_r_dat_06_an_age_counted_from_one_is_reckoned_so(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.son, {"age": 15, "age_on": "2015-08-17", "age_counted_from_one": True})
    assert told(ws, case.son)["born"] == "between 24 January 2001 and 11 February 2002"


@pytest.mark.parametrize(
    ("start", "minor", "read"),
    [
        ("2016-01-01", "yes", "aged 15 or 16"),
        ("2018-01-01", "perhaps", "aged 17 or 18"),
        ("2019", "no", "aged 18 to 20"),
    ],
)
def test_r_dat_06_an_act_tells_whether_a_child_was_harmed(
    ws: Workspace, case: Case, start: str, minor: str, read: str
) -> None:
    records.edit(ws, case.son, {"age": 15, "age_on": "2015-08-17"})
    made = act(ws, case, start=start)
    assert ages.age_at(ws, made).minor == minor
    (line,) = family.case_page(ws, case.id).acts
    assert (line.minor, line.age) == (minor, read)


def test_a_stated_age_that_cannot_be_is_told_and_stays(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.son, {"birth": "2009"})
    made = act(ws, case, start="2015-08-17", age=9)
    assert told(ws, made) == {"child": "aged 5 or 6", "unfit": "9"}
    assert records.show(ws, made).nested["age"] == 9


def test_a_stated_age_alone_tells_a_child(ws: Workspace, case: Case) -> None:
    assert ages.age_at(ws, act(ws, case, start="2015", age=9)).minor == "yes"


def test_an_act_before_the_birth_is_in_doubt(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.son, {"birth": "2009"})
    (said,) = reckoning.reckoned(ws, act(ws, case, start="2008"))
    assert (said.code, said.doubt) == ("born_later", True)


def test_an_exact_birth_counts_only_while_names_are_shown(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.son, {"birth": "2009"})
    records.add(ws, "identity", [{"of": case.son, "birth": "2009-03-04"}])
    made = act(ws, case, start="2015-08-17")
    assert told(ws, made)["child"] == "aged 6"
    assert told(ws.hiding_names(True), made)["child"] == "aged 5 or 6"


def test_the_family_marks_a_child_by_an_age_that_was_given(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.son, {"age": 3, "age_on": "2024-01-01"})
    marked = {one.person: one.minor for one in family.case_page(ws, case.id).members}
    assert marked == {case.son: True, case.mother: None}


def test_r_dat_02_a_ban_of_unknown_beginning_lasted_at_least_since_it_was_known_of(ws: Workspace, case: Case) -> None:
    ban = act(ws, case, nature="state", start="2023-07-10", started=False)
    assert told(ws, ban)["duration"] == "at least 1 day (as of 10 July 2023)"
    records.edit(ws, ban, {"last_confirmed": "2023-09-10", "ended": False})
    assert told(ws, ban)["duration"] == "at least 63 days (as of 10 September 2023)"
    assert told(ws.speaking("zh_Hans"), ban)["duration"] == "至少63天（截至2023年9月10日）"


def test_every_place_of_detention_has_its_own_duration(ws: Workspace, case: Case) -> None:
    stays = [{"place": "云河", "start": "2015-07-09", "end": "2015-07-28"}, {"place": "青石镇"}]
    (_, stay) = reckoning.reckoned(ws, act(ws, case, nature="state", start="2015-07-09", stays=stays))
    assert (stay.code, stay.about, stay.text) == ("stay", "云河", "20 days")


def test_a_stay_of_which_only_the_institution_is_known_is_called_by_it(ws: Workspace, case: Case) -> None:
    (house,) = records.add(ws, "organisation", [{"name": "青石看守所"}]).created
    stays = [{"organisation": house, "start": "2015-07-09", "end": "2015-07-28"}]
    (_, stay) = reckoning.reckoned(ws, act(ws, case, nature="state", start="2015-07-09", stays=stays))
    assert stay.about == "青石看守所"


def test_what_is_done_at_one_time_has_no_duration(ws: Workspace, case: Case) -> None:
    assert told(ws, act(ws, case, nature="act", start="2015-07-09")) == {}
