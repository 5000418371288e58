"""A date counted from that of an event or an act."""

from __future__ import annotations

import json

import pytest

from desktop.casework import counting, importing, records
from desktop.casework.workspace import JSON, Workspace
from desktop.errors import Refused
from tests.casework.conftest import Case, Make, introduce
from tests.casework.exchange import arriving, handed, opened, preview


@pytest.fixture
def hearing(ws: Workspace, case: Case) -> str:
    return records.add(ws, "event", [{"title": "The hearing", "case": case.id, "date": "2016-08-03"}]).created[0]


def act(ws: Workspace, case: Case, start: JSON) -> str:
    nested = {"case": case.id, "victim": case.mother, "type": "F.01", "start": start}
    return records.add(ws, "act", [nested]).created[0]


def test_two_days_after_the_hearing_is_a_day_and_keeps_its_words(ws: Workspace, hearing: str) -> None:
    found = counting.count(ws, hearing, 2, "开庭两天后")
    assert (found["edtf"], found["words"]) == ("2016-08-05", "开庭两天后")
    assert found["relative"] == {"to": hearing, "field": "date", "days": 2, "from": "2016-08-03"}


def test_a_date_that_changed_since_is_told_and_never_counted_again_by_itself(
    ws: Workspace, case: Case, hearing: str
) -> None:
    made = act(ws, case, counting.count(ws, hearing, -7, "about a week before", about=True))
    start = records.show(ws, made).nested["start"]
    stands = counting.standing(ws, start)
    assert stands is not None
    assert (stands.title, stands.changed) == ("The hearing", False)
    records.edit(ws, hearing, {"date": "2016-09-03"})
    assert records.show(ws, made).nested["start"]["edtf"] == "2016-07-27~"
    stands = counting.standing(ws, start)
    assert stands is not None
    assert (stands.changed, stands.again["edtf"], stands.again["words"]) == (True, "2016-08-27~", "about a week before")
    records.edit(ws, made, {"start": stands.again})
    stands = counting.standing(ws, records.show(ws, made).nested["start"])
    assert stands is not None
    assert not stands.changed


def test_what_has_no_date_cannot_be_counted_from(ws: Workspace, case: Case, hearing: str) -> None:
    records.edit(ws, hearing, {"date": "that spring"})
    for anchor in (hearing, case.mother):
        with pytest.raises(Refused, match=r"date\.anchor"):
            counting.count(ws, anchor, 2, "")


def test_a_date_counted_from_nothing_here_is_refused(ws: Workspace, case: Case, hearing: str) -> None:
    found = counting.count(ws, hearing, 2, "")
    for to in ("f" * 64, case.mother):
        with pytest.raises(Refused, match=r"record\.reference"):
            act(ws, case, {**found, "relative": {**found["relative"], "to": to}})


def test_records_that_are_brought_in_are_counted_from_those_brought_in_with_them(
    make: Make, ws: Workspace, case: Case, hearing: str
) -> None:
    made = act(ws, case, counting.count(ws, hearing, 2, "two days later"))
    other = make("Bea")
    lines = {"event": hearing, "act": made}
    fields = {kind: records.show(ws, record).nested for kind, record in lines.items()}
    for name in ("case", "victim"):
        fields["event"].pop(name, None)
        fields["act"].pop(name, None)
    alone = json.dumps({"id": made, "fields": fields["act"]})
    found = importing.preview_import(other, alone.encode(), kind="act")
    assert [(one.code, one.blocking) for one in found.troubles] == [("reference_missing", True)]


def test_a_package_carries_what_is_counted_from_and_a_redacted_copy_drops_it(
    make: Make, ws: Workspace, case: Case, hearing: str
) -> None:
    partner = make("Partner")
    introduce(ws, partner)
    made = act(ws, case, counting.count(ws, hearing, 2, "two days later"))
    assert hearing in {one.record for one in preview(ws, case.id, "Partner").leaving}
    for record in (case.mother, case.son):
        scopes = [{"scope": "share_partner", "state": "given"}]
        records.add(ws, "consent", [{"person": record, "state": "given", "scopes": scopes}])
    package = arriving(partner, handed(ws, case.id, "Partner", "redacted"))
    bodies = [body for one in package.arriving for body in opened(package, one.record)]
    starts = [body["start"] for body in bodies if "start" in body]
    assert starts == [{"edtf": "2016-08-05", "words": "two days later", "calendar": "gregorian"}]
    assert hearing not in json.dumps(bodies)
    assert made not in json.dumps(bodies)
