"""States that go on, and how long nobody has confirmed them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.casework import records, states
from desktop.casework.workspace import JSON, Workspace, day_of
from tests.casework.conftest import Case

DAY = date(2024, 3, 31)


def ban(ws: Workspace, case: Case, **nested: JSON) -> str:
    """An exit ban of the son; its type is a state by itself."""
    (made,) = records.add(ws, "act", [{"victim": case.son, "case": case.id, "type": "E.01", **nested}]).created
    return made


def stale_on(ws: Workspace, day: date, case: str | None = None) -> list[states.OpenState]:
    return [one for one in states.open_states(ws, day, case=case) if one.stale]


def test_r_dom_05_an_exit_ban_not_confirmed_for_six_months_is_listed(ws: Workspace, case: Case) -> None:
    stale = ban(ws, case, start="2023-01-05", last_confirmed="2023-09-29")
    ban(ws, case, start="2023-01-05", last_confirmed="2023-09-30")
    (found,) = stale_on(ws, DAY)
    assert (found.act, found.who, found.confirmed) == (stale, "林远", "29 September 2023")
    assert found.lasted == "268 days so far (as of 29 September 2023)"
    assert found.so_long == "268 days so far"  # where that day stands beside it


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ({"start": "2021"}, True),
        ({}, True),
        ({"start": "2024-03"}, False),
        ({"start": "2021", "end": "2022"}, False),
        ({"start": "2021", "end": "2022", "ended": False}, True),
        ({"start": "2021", "ended": True}, False),
        ({"start": "2021", "end": "after the harvest"}, False),
        ({"start": "2021", "end": {"absent": "unknown"}}, True),
        ({"start": "2021", "lifted_on": "2022"}, False),
        ({"start": "2021", "nature": "act"}, False),
        ({"start": "2021", "type": "B.01", "nature": "state"}, True),
        ({"start": "2021", "type": "unheard-of"}, False),
    ],
)
def test_what_is_over_known_of_lately_or_no_state_is_not_listed(
    ws: Workspace, case: Case, said: dict[str, JSON], listed: bool
) -> None:
    made = ban(ws, case, **said)
    assert [one.act for one in stale_on(ws, DAY)] == ([made] if listed else [])


def test_r_dom_05_confirming_and_ending_take_it_off_the_list(ws: Workspace, case: Case) -> None:
    one, other = ban(ws, case, start="2021"), ban(ws, case, start="2022")
    day = day_of(ws)
    states.confirm(ws, one)
    assert [each.act for each in stale_on(ws, day)] == [other]
    nested = records.show(ws, one).nested
    assert (nested["last_confirmed"]["edtf"], nested["ended"]) == (day.isoformat(), False)
    states.end(ws, other, {"edtf": "2023", "words": "2023", "calendar": "gregorian"})
    assert [each.act for each in states.open_states(ws, day)] == [one]


def test_a_case_has_its_own_list(ws: Workspace, case: Case) -> None:
    here = ban(ws, case, start="2021")
    records.add(ws, "act", [{"victim": case.son, "type": "E.01", "start": "2021"}])
    assert [one.act for one in stale_on(ws, DAY, case=case.id)] == [here]
    assert len(stale_on(ws, DAY)) == 2


def test_what_waits_longest_comes_first(ws: Workspace, case: Case) -> None:
    made = [ban(ws, case, start=start) for start in ("2022", "2024-03", "2020")]
    assert [one.act for one in states.open_states(ws, DAY)] == [made[2], made[0], made[1]]


def test_an_end_that_nobody_knows_the_day_of_is_an_end(ws: Workspace, case: Case) -> None:
    made = ban(ws, case, start="2021")
    states.end(ws, made, None)
    assert states.open_states(ws, DAY) == ()
    assert "end" not in records.show(ws, made).nested


def test_many_acts_are_read_some_at_a_time(ws: Workspace, case: Case) -> None:
    records.add(ws, "act", [{"victim": case.son, "type": "E.01", "start": "2021"}] * 1)
    looking = states.LookingForStates(ws, DAY)
    assert looking.step() == (1, 1)
    assert looking.done is None
    assert looking.step() is None
    assert looking.done is not None
    assert len(looking.done) == 1


@pytest.mark.parametrize(
    ("day", "before"), [(date(2024, 8, 31), date(2024, 2, 29)), (date(2024, 3, 1), date(2023, 9, 1))]
)
def test_six_months_before_is_a_day_there_was(day: date, before: date) -> None:
    assert states.months_before(day, 6) == before
