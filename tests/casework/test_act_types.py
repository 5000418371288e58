"""What the type of an act proposes, by who was harmed and when."""

from __future__ import annotations

import pytest

from desktop.casework import act_types, reading, records
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.norms import standing


def day(words: str) -> JSON:
    return {"edtf": words, "words": words, "calendar": "gregorian"}


def about(ws: Workspace, person: JSON, **act: JSON) -> act_types.AboutType:
    (victim,) = records.add(ws, "person", [{"counting_unit": "individual", **person}]).created
    return act_types.about(ws, {"victim": victim, **act})


@pytest.mark.parametrize(
    ("person", "act", "child"),
    [
        ({"birth": day("2010-05-02")}, {"start": day("2024-01-01")}, True),
        ({"birth": day("2010-05-02")}, {"start": day("2028-05-01")}, True),
        ({"birth": day("2010-05-02")}, {"start": day("2028-05-02")}, False),
        ({"birth": day("2010")}, {"start": day("2028")}, None),
        ({"birth": day("2010"), "minor": True}, {"start": day("2028")}, None),
        ({}, {"age": 12}, True),
        ({"minor": True}, {}, True),
        ({}, {}, None),
    ],
)
def test_whether_it_was_a_child_is_told_for_the_day_it_began(
    ws: Workspace, person: JSON, act: JSON, child: bool | None
) -> None:
    told = about(ws, person, type="E.04", **act)
    assert told.child is child
    assert (told.advice is not None) == (child is True)
    assert any(norm.startswith("CRC-") for norm in told.norms) == (child is True)
    assert told.nature == "state"


def test_nothing_is_proposed_before_a_type_is_chosen(ws: Workspace) -> None:
    told = about(ws, {"minor": True})
    assert (told.nature, told.advice, told.norms) == ("", None, ())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "ICCPR-12: Movement; right to leave any country (signed 1998, not ratified)"),
        ("zh_Hans", "ICCPR-12：迁徙自由与出境权（1998 年签署，未批准）"),
    ],
)
def test_a_rule_of_law_is_never_read_without_how_china_stands_to_it(ws: Workspace, language: str, words: str) -> None:
    nested = {"norms": {"0" * 32: {"norm": "ICCPR-12"}}}
    assert [fact.text for fact in reading.facts(ws.speaking(language), "act", nested)] == [words]


def test_every_rule_of_law_says_how_china_stands_to_it_in_both_languages(ws: Workspace) -> None:
    for norm in ws.vocabularies["legal_norms"]:
        assert standing(norm, "en")
        assert standing(norm, "zh_Hans") != norm.more["status_for_prc"]
