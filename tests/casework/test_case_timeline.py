"""A case in the order of time."""

from __future__ import annotations

from datetime import date

from desktop.casework import chains, family, records
from desktop.casework.case_timeline import timeline_of
from desktop.casework.people import Pick
from desktop.casework.workspace import JSON, Workspace
from tests.casework.conftest import Case


def act(ws: Workspace, case: Case, victim: str, kind: str, **nested: JSON) -> str:
    (made,) = records.add(ws, "act", [{"case": case.id, "victim": victim, "type": kind, **nested}]).created
    return made


def test_events_stand_above_the_defender_and_the_family_each_on_their_own_lane(ws: Workspace, case: Case) -> None:
    family.add_relative(ws, Pick(case.mother), of=case.son, relationship="parent", kin_term="mother")
    act(ws, case, case.mother, "F.01", start="2015-08")
    act(ws, case, case.son, "B.04", start="2015-07-09")
    records.add(ws, "event", [{"case": case.id, "title": "A hearing", "date": "2015-07-01"}])
    lanes = timeline_of(ws, case.id).lanes
    assert [(lane.called, lane.kinship, lane.defender, len(lane.moments)) for lane in lanes] == [
        ("", "", False, 1),
        ("林远", "", True, 1),
        ("林秀兰", "Mother", False, 1),
    ]


def test_an_uncertain_date_is_the_days_it_may_have_been(ws: Workspace, case: Case) -> None:
    act(ws, case, case.son, "F.01", start="2015年7月下旬")
    act(ws, case, case.son, "F.01", start="that spring")
    known, unknown = timeline_of(ws, case.id).moments
    assert (known.first, known.last, known.until) == (date(2015, 7, 21), date(2015, 7, 31), None)
    assert (unknown.first, unknown.last, unknown.when) == (None, None, "that spring")


def test_a_threat_is_told_as_a_threat(ws: Workspace, case: Case) -> None:
    act(ws, case, case.son, "F.04", nature="threat", start="2015-08")
    (moment,) = timeline_of(ws, case.id).moments
    assert (moment.what, moment.open) == ("Threat: Guards or blockade at the door", False)


def test_a_state_goes_on_until_it_was_last_known_of(ws: Workspace, case: Case) -> None:
    act(ws, case, case.son, "E.01", start="2015-07-01", last_confirmed="2016-01-01")
    act(ws, case, case.son, "E.01", start="2015-08-01", end="2015-09")
    going, over = timeline_of(ws, case.id).moments
    assert (going.until, going.open) == (date(2016, 1, 1), True)
    assert (over.until, over.open, over.lasted) == (date(2015, 9, 30), False, "32 to 61 days")


def test_r_dom_06_the_links_between_what_happened_are_on_the_timeline(ws: Workspace, case: Case) -> None:
    arrest = act(ws, case, case.son, "B.04", start="2015-07-09")
    eviction = act(ws, case, case.mother, "F.01", start="2015-08")
    (elsewhere,) = records.add(ws, "event", [{"title": "Elsewhere"}]).created
    chains.link(ws, arrest, "causes", eviction)
    chains.link(ws, eviction, "causes", elsewhere)
    records.add(ws, "event_link", [{"first": {"absent": "unknown"}, "type": "causes", "second": eviction}])
    (led,) = timeline_of(ws, case.id).links
    assert (led.first, led.second, led.causes) == (arrest, eviction, True)
