"""How one thing led to another."""

from __future__ import annotations

import pytest

from desktop.casework import chains, records
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from tests.casework.conftest import Case


def act(ws: Workspace, case: Case, kind: str, start: str, **nested: str) -> str:
    (made,) = records.add(ws, "act", [{"victim": case.mother, "type": kind, "start": start, **nested}]).created
    return made


def event(ws: Workspace, title: str) -> str:
    (made,) = records.add(ws, "event", [{"title": title, "date": "2015-07-09"}]).created
    return made


def test_r_dom_06_an_arrest_led_to_an_eviction_and_to_an_expulsion(ws: Workspace, case: Case) -> None:
    arrest = event(ws, "The arrest")
    eviction, expulsion = act(ws, case, "F.01", "2015-08"), act(ws, case, "A.09", "2015-09")
    chains.link(ws, arrest, "causes", eviction)
    chains.link(ws, eviction, "precedes", expulsion)
    whole = chains.chain(ws, arrest)
    assert [(one.record, one.word, one.steps) for one in whole.after] == [
        (eviction, "led to", 1),
        (expulsion, "came before", 2),
    ]
    middle = chains.chain(ws, eviction)
    assert [one.record for one in middle.before] == [arrest]
    assert [one.record for one in middle.after] == [expulsion]
    assert [(one.record, one.steps) for one in chains.chain(ws, expulsion).before] == [(arrest, 2), (eviction, 1)]
    assert chains.chain(ws.speaking("zh_Hans"), arrest).after[0].word == "导致"


def test_parts_and_what_happened_beside_stand_by_themselves(ws: Workspace, case: Case) -> None:
    raid, other = event(ws, "The raid"), event(ws, "Another raid")
    made = act(ws, case, "F.01", "2015-07", event=raid)
    chains.link(ws, raid, "parallel", other)
    whole = chains.chain(ws, raid)
    assert [(one.record, one.side) for one in whole.beside] == [(other, "beside"), (made, "part")]
    assert [(one.record, one.side) for one in chains.chain(ws, made).beside] == [(raid, "whole")]
    assert (whole.before, whole.after) == ((), ())


def test_things_that_go_round_end(ws: Workspace) -> None:
    one, other, third = (event(ws, title) for title in ("one", "other", "third"))
    for first, second in ((one, other), (other, third), (third, one)):
        chains.link(ws, first, "causes", second)
    assert [each.record for each in chains.chain(ws, one).after] == [other, third]


def test_the_same_link_is_made_once(ws: Workspace) -> None:
    one, other = event(ws, "one"), event(ws, "other")
    chains.link(ws, one, "causes", other)
    assert not chains.link(ws, one, "causes", other)
    assert len(chains.chain(ws, one).rows) == 1


def test_nothing_follows_from_itself_or_from_a_person(ws: Workspace, case: Case) -> None:
    one = event(ws, "one")
    with pytest.raises(Refused, match=r"chain\.itself"):
        chains.link(ws, one, "causes", one)
    with pytest.raises(Refused, match=r"chain\.kind"):
        chains.link(ws, one, "causes", case.son)


def test_what_is_offered_are_the_acts_and_events_of_the_case_by_what_they_are_called(ws: Workspace, case: Case) -> None:
    (here,) = records.add(ws, "act", [{"victim": case.mother, "type": "F.01", "case": case.id}]).created
    act(ws, case, "F.01", "2015-08")
    (hearing,) = records.add(ws, "event", [{"title": "The hearing", "case": case.id}]).created
    assert [one.id for one in chains.candidates(ws, hearing, "EVICTION")] == [here]
    assert [one.id for one in chains.candidates(ws, here, "")] == [hearing]
