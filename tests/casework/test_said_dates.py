"""Dates as they were said: kept with their words in a real vault, told no more exactly than they are known."""

from __future__ import annotations

from desktop.casework import records, states, vaults
from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.domain.dates import first_day, last_day
from desktop.domain.precision import precision
from tests.casework.conftest import PASSPHRASE, Case
from tests.conftest import Clock


def begun(ws: Workspace, case: Case, words: str, **more: JSON) -> str:
    """Something that happened to the son, with the words for when."""
    (made,) = records.add(ws, "act", [{"victim": case.son, "case": case.id, "start": words, **more}]).created
    return made


def reopened(ws: Workspace, clock: Clock) -> Workspace:
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    return Workspace(vaults.unlock(folder, PASSPHRASE, clock=clock), ws.vocabularies, clock)


def test_r_dat_01_the_last_third_of_a_july_is_kept_as_its_days_and_its_words(
    ws: Workspace, case: Case, clock: Clock
) -> None:
    act = begun(ws, case, "2015年7月下旬")
    again = reopened(ws, clock)
    said = records.show(again, act).nested["start"]
    vaults.lock(again.vault)
    assert said == {"edtf": "[2015-07-21..2015-07-31]", "words": "2015年7月下旬", "calendar": "gregorian"}
    assert (str(first_day(said)), str(last_day(said)), precision(said)) == ("2015-07-21", "2015-07-31", "month")


def test_r_dat_01_a_bare_day_is_never_all_that_is_kept(ws: Workspace, case: Case) -> None:
    said = records.show(ws, begun(ws, case, "2015-07-28")).nested["start"]
    assert said == {"edtf": "2015-07-28", "words": "2015-07-28", "calendar": "gregorian"}


def test_r_dat_04_a_day_of_a_leap_month_is_converted_and_its_words_are_kept(
    ws: Workspace, case: Case, clock: Clock
) -> None:
    act = begun(ws, case, "农历2023年闰二月初一")
    again = reopened(ws, clock)
    said = records.show(again, act).nested["start"]
    vaults.lock(again.vault)
    assert said == {"edtf": "2023-03-22", "words": "农历2023年闰二月初一", "calendar": "lunar"}


def test_r_dat_02_the_list_of_what_goes_on_says_at_least_where_the_beginning_is_unknown(
    ws: Workspace, case: Case
) -> None:
    ban = begun(ws, case, "2023-07-10", type="E.01", started=False)
    (listed,) = states.open_states(ws, day_of(ws))
    assert listed.lasted == "at least 1 day (as of 10 July 2023)"
    records.edit(ws, ban, {"last_confirmed": "2023-09-10"})
    (listed,) = states.open_states(ws, day_of(ws))
    assert listed.lasted == "at least 63 days (as of 10 September 2023)"
