"""Which sub-formats an act is asked for."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from desktop.domain.liberty import _HELD, _VANISHED
from desktop.domain.meta import SECTIONS
from desktop.domain.registry import KINDS
from desktop.domain.sub_formats import SUB_FORMATS, called_for


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("B.04", {"detention"}),
        ("C.01", {"access"}),
        ("A.01", {"detention", "placement"}),
        ("A.16", {"exit", "education"}),
        ("E.07", {"detention", "exit", "third_state"}),
        ("A.11", {"detention"}),
        ("A.12", {"violence"}),
        ("A.15", {"violence"}),
        ("I.01", set()),
    ],
)
def test_a_type_calls_for_its_own_sub_formats(code: str, asked: set[str]) -> None:
    assert called_for("act", {"type": code}) == asked


def test_whatever_took_somebodys_liberty_is_asked_what_forms_on_detention_and_disappearance_ask() -> None:
    leaves = _HELD | _VANISHED
    assert {leaf for leaf in leaves if "detention" not in called_for("act", {"type": leaf})} == set()


def test_an_act_without_a_type_calls_for_none() -> None:
    assert called_for("act", {}) == frozenset()


def test_what_was_written_stays_in_sight_when_the_type_is_changed() -> None:
    assert called_for("act", {"type": "F.01", "sentence": "five years"}) == {"housing", "detention"}


def test_other_kinds_have_none() -> None:
    assert called_for("person", {"type": "B.04"}) == frozenset()


def test_every_sub_format_is_a_section_of_the_act_with_fields() -> None:
    sections = {field.section for field in KINDS["act"].fields.values()}
    assert set(SUB_FORMATS) <= sections & set(SECTIONS)


def test_every_type_that_calls_is_in_the_tree(root: Path) -> None:
    with (root / "resources/vocabulary/harassment_types.csv").open(encoding="utf-8-sig", newline="") as lines:
        codes = {row["code"] for row in csv.DictReader(lines)}
    assert {code for types in SUB_FORMATS.values() for code in types} <= codes
