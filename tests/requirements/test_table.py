"""Every requirement of the areas that are built has a test, and the page says which."""

from __future__ import annotations

from pathlib import Path

from tests.requirements.table import AREAS, carried, page, requirements, written


def test_every_requirement_of_the_areas_that_are_built_has_a_test_by_its_id() -> None:
    tests = written()
    assert [one.id for one in requirements() if one.area in AREAS and one.id not in tests] == []


def test_no_test_carries_an_id_that_there_is_not() -> None:
    assert set(written()) <= {one.id for one in requirements()}


def test_the_areas_are_those_of_the_table() -> None:
    assert {one.area for one in requirements()} >= AREAS


def test_the_page_is_that_of_a_run_in_which_all_passed(root: Path) -> None:
    """If this fails: `make test` writes it."""
    assert (root / "docs" / "requirements.md").read_text(encoding="utf-8") == page(written())


def test_the_page_says_which_test_failed() -> None:
    made = page(
        {"R-CON-01": ["tests/a.py::test_r_con_01_x", "tests/a.py::test_r_con_01_y"]}, ["tests/a.py::test_r_con_01_y"]
    )
    assert "- passes: `tests/a.py::test_r_con_01_x`\n- FAILED: `tests/a.py::test_r_con_01_y`" in made


def test_only_a_name_that_begins_with_an_id_carries_it() -> None:
    assert carried("tests/a.py::test_r_sec_04_nothing_stays") == "R-SEC-04"
    assert carried("tests/a.py::test_a_reader_r_sec_04") is None
