"""Forms for the UN and for sanctions as the tests of them begin one, and what they look at in it."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from desktop.casework import family, records, submission, withdrawal
from desktop.casework.submission import Preview
from desktop.casework.workspace import JSON, Workspace
from desktop.history.revise import revise
from desktop.vault.append import Addition
from tests.casework.conftest import Case
from tests.casework.shorthand import consented

SUBMITTER = {"submitter": "A Small Group", "submitter_contact": "by letter", "submitter_relation": "organisation"}
UN = ("un_to_gov", "un_public")


def agree(ws: Workspace, person: str, *scopes: str) -> None:
    consented(ws, person, listed=scopes)


def refuse(ws: Workspace, person: str, *scopes: str) -> None:
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, person, only=scopes))


def add(ws: Workspace, kind: str, nested: JSON) -> str:
    (made,) = records.add(ws, kind, [nested]).created
    return made


def edtf(text: str) -> JSON:
    return {"edtf": text, "words": text, "calendar": "gregorian"}


def act(ws: Workspace, case: Case, person: str, type_: str = "B.09", **fields: JSON) -> str:
    values = {"victim": person, "because_of": case.son, "relationship": "self" if person == case.son else "parent"}
    (made,) = family.add_act(ws, case.id, {"type": type_, "start": edtf("2023-05-03"), **values, **fields}).created
    return made


def involve(ws: Workspace, act_: str, **fields: JSON) -> str:
    agency = add(ws, "organisation", {"name_en": "Linhe City Public Security Bureau"})
    values = {"act": act_, "perpetrator": agency, "degree": "direct", **fields}
    return add(ws, "involvement", values)


def begun(ws: Workspace, case: Case, form: str, people: Collection[str], **values: JSON) -> str:
    (made,) = submission.start(ws, form, case.id, list(people), **{**SUBMITTER, **values}).created
    return made


def lacking(preview: Preview, person: str = "") -> set[str]:
    return {line.code for line in preview.lacking(person)}


def text_of(preview: Preview, code: str, person: str = "") -> str:
    return next(line.text for line in preview.lines if line.code == code and line.person == person)


def at_once(ws: Workspace, record: str, **values: str) -> None:
    """Two people change a field at the same time, each to another value."""
    (name, several), *_ = ((name, value.split()) for name, value in values.items())
    state = ws.vault.state(record)
    made = (revise(state, "act", {name: value}, ws.vault.signing, ws.clock()) for value in several)
    ws.vault.append([Addition(*one) for one in made])


@pytest.fixture
def vanished(ws: Workspace, case: Case) -> str:
    """A form about the son, who was taken and not seen again; complete but for what a test takes away."""
    agree(ws, case.son, *UN)
    taken = act(ws, case, case.son, arrest_place="Outside a bookshop in Linhe")
    involve(ws, taken)
    return begun(ws, case, "WGEID_FORM", [case.son], can_follow_up=True, steps_taken="The mother asked at the station.")
