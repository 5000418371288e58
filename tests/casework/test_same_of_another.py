"""An act another person suffered too begins with what was done to both, and with nothing that is one's own."""

from __future__ import annotations

from desktop.casework import actors, records, same_of_another
from desktop.casework.workspace import JSON, Workspace
from tests.casework.conftest import Case

TAKEN: dict[str, JSON] = {
    "type": "A.01",
    "start": {"edtf": "2021-03-09", "words": "2021年3月9日", "calendar": "gregorian"},
    "end": {"edtf": "2022-12", "words": "2022年底", "calendar": "gregorian"},
    "words_used": "是警察交代的",
    "legal_basis": {"absent": "not_asked"},
    "confidence": "high",
    "age": 8,
}


def taken(ws: Workspace, case: Case) -> str:
    (act,) = records.add(ws, "act", [{"case": case.id, "victim": case.son, **TAKEN}]).created
    return act


def test_what_was_done_to_both_is_filled_in_and_what_is_ones_own_is_not(ws: Workspace, case: Case) -> None:
    begun = same_of_another.begin(ws, taken(ws, case))
    assert set(begun) == {"case", "type", "start", "words_used"}
    assert begun["start"] == TAKEN["start"]


def test_whoever_did_the_one_is_named_for_the_other(ws: Workspace, case: Case) -> None:
    act = taken(ws, case)
    records.add(ws, "involvement", [{"act": act, "called": "病区主任", "degree": "pressured", "exculpatory": "x"}])
    (other,) = records.add(ws, "act", [same_of_another.begin(ws, act)]).created
    (made,) = same_of_another.name_actors(ws, act, other).created
    assert [one.involvement for one in actors.actors_of(ws, other)] == [made]
    assert "exculpatory" not in records.show(ws, made).nested


def test_where_nobody_is_named_nobody_is_named_for_the_other(ws: Workspace, case: Case) -> None:
    act = taken(ws, case)
    assert not same_of_another.name_actors(ws, act, taken(ws, case)).created
