"""Who did it: named, unnamed and named later, or pressured by others."""

from __future__ import annotations

import pytest

from desktop.casework import family, making, records, timeline
from desktop.casework.actors import PRESSURED, actors_of
from desktop.casework.workspace import JSON, Workspace
from tests.casework.conftest import Case


@pytest.fixture
def act(ws: Workspace, case: Case) -> str:
    changes = family.add_act(ws, case.id, {"type": "F.01", "victim": case.mother, "because_of": case.son})
    return changes.created[0]


def took_part(ws: Workspace, act: str, **said: JSON) -> str:
    """One more involvement."""
    return records.add(ws, "involvement", [{"act": act, **said}]).created[0]


def test_r_dom_07_a_landlord_who_was_pressured_is_a_proxy_with_a_link_to_the_agency(ws: Workspace, act: str) -> None:
    police = making.make(ws, "organisation", "青河派出所")
    landlord = {"description": "The landlord", "type": "PROXY.LANDLORD"}
    took_part(ws, act, **landlord, degree=PRESSURED, pressured_by=police)
    (actor,) = actors_of(ws, act)
    stands = records.show(ws, actor.involvement).nested
    agency = records.list_records(ws, "organisation").rows[0]
    assert (actor.words, actor.degree, actor.pressured_by) == (("The landlord",), "pressured", agency.id)
    assert (stands["degree"], stands["pressured_by"], agency.title) == ("pressured", agency.id, "青河派出所")


def test_r_dom_07_a_school_and_a_landlord_are_pressured_by_one_agency_that_is_made_once(
    ws: Workspace, act: str
) -> None:
    for name in ("青河小学", "安居物业"):
        who, police = (making.make(ws, "organisation", called) for called in (name, "青河派出所"))
        took_part(ws, act, perpetrator=who, degree=PRESSURED, pressured_by=police)
    actors = actors_of(ws, act)
    assert [(one.words, one.degree_words, one.pressed) for one in actors] == [
        (("青河小学",), "Acted under pressure from officials", "青河派出所"),
        (("安居物业",), "Acted under pressure from officials", "青河派出所"),
    ]
    assert len({one.pressured_by for one in actors}) == 1


def test_r_dom_08_unnamed_men_are_recorded_as_seen_and_naming_them_later_keeps_the_history(
    ws: Workspace, act: str
) -> None:
    involvement = took_part(ws, act, number=4, called="老张", description="plain-clothes men")
    (unnamed,) = actors_of(ws, act)
    assert unnamed.words == ("4 × plain-clothes men", "one called “老张”")
    assert actors_of(ws.speaking("zh_Hans"), act)[0].words[1] == "其中一人被称作“老张”"
    records.edit(ws, involvement, {"perpetrator": making.make(ws, "organisation", "青河国保大队")})
    (named,) = actors_of(ws, act)
    assert named.words == ("青河国保大队", "one called “老张”")
    first, second = timeline.history(ws, involvement)
    assert {one.path for one in first.changes} >= {"number", "called", "description"}
    assert [(one.path, one.before, one.after) for one in second.changes] == [("perpetrator", None, "青河国保大队")]
    assert records.show(ws, involvement).nested["description"] == "plain-clothes men"


def test_a_description_that_is_a_sentence_reads_on_without_its_full_stop(ws: Workspace, act: str) -> None:
    took_part(ws, act, number=4, called="老张", description="Four men.\nOne limped.")
    assert actors_of(ws, act)[0].words == ("4 × Four men", "one called “老张”")


def test_r_dom_08_an_unnamed_unit_gets_its_name_later_and_the_history_has_both(ws: Workspace, act: str) -> None:
    unit = records.add(ws, "organisation", [{"unnamed": True, "description": "便衣若干"}]).created[0]
    took_part(ws, act, perpetrator=unit)
    assert actors_of(ws, act)[0].words == ("便衣若干",)
    records.edit(ws, unit, {"name": "青河国保大队", "unnamed": False})
    assert actors_of(ws, act)[0].words == ("青河国保大队",)
    assert len(timeline.history(ws, unit)) == 2
