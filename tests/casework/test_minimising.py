"""Numbers of papers, exact addresses and phone numbers are off until a case says that it needs them, and why."""

from __future__ import annotations

from desktop.casework import minimising, records
from desktop.casework.workspace import Workspace
from tests.casework.conftest import Case


def test_r_sec_03_in_a_new_vault_nothing_of_it_is_needed_until_a_case_switches_it_on(ws: Workspace, case: Case) -> None:
    assert minimising.needed(ws, case.mother).lists == frozenset()
    needed = {"collects": [{"detail": "phone", "why": "To call her back"}, {"detail": "id_number"}]}
    records.edit(ws, case.id, needed)
    assert minimising.needed(ws, case.mother).lists == {"contacts", "documents"}


def test_r_sec_03_it_says_in_which_case_it_can_be_switched_on(ws: Workspace, case: Case) -> None:
    assert minimising.needed(ws, case.son).cases == ((case.id, "A letter writer"),)


def test_r_sec_03_what_one_case_needs_is_not_collected_in_another(ws: Workspace, case: Case) -> None:
    (other,) = records.add(ws, "person", [{"counting_unit": "individual"}]).created
    records.add(ws, "case", [{"defenders": [{"person": other}]}])
    records.edit(ws, case.id, {"collects": [{"detail": "phone"}]})
    assert minimising.needed(ws, other).lists == frozenset()
    assert minimising.needed(ws, None).lists == frozenset()


def test_a_relative_nothing_is_told_of_yet_is_in_the_case_too(ws: Workspace, case: Case) -> None:
    (brother,) = records.add(ws, "person", [{"counting_unit": "individual"}]).created
    records.add(ws, "relationship", [{"person": brother, "type": "sibling", "related_person": case.son}])
    assert [found for found, _ in minimising.needed(ws, brother).cases] == [case.id]
