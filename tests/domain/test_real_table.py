"""Names and dates of 926 real rows, as they come."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from desktop.domain.date_words import parse_words
from desktop.domain.folding import fold_text
from desktop.domain.indexing import index_text, query_phrases
from desktop.domain.names import readings, script_of, split_aliases


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[dict[str, str]]:
    with (shared / "data" / "china-political-prisoners.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_three_dates_of_birth_are_flagged_and_all_keep_their_words(rows: list[dict[str, str]]) -> None:
    dates = [parse_words(row["Date of Birth"]) for row in rows]
    assert {date.words: date.flag for date in dates if date.flag} == {
        "1952-08021": "malformed",
        "19812": "malformed",
        "1954-02-29": "impossible",
    }
    assert [date.words for date in dates] == [row["Date of Birth"] for row in rows]


def test_a_date_with_an_edtf_is_the_one_in_the_cell(rows: list[dict[str, str]]) -> None:
    dates = [parse_words(row[column]) for row in rows for column in ("Date of Birth", "Date of Death")]
    assert all(date.edtf in {None, date.words} for date in dates)


def test_every_name_is_split_and_nothing_of_it_is_lost(rows: list[dict[str, str]]) -> None:
    split = {row["Name"]: split_aliases(row["Name"]) for row in rows}
    several = {name: found for name, found in split.items() if len(found) > 1}
    assert several["王玉文（王藏）"] == ["王玉文", "王藏"]
    assert len(several) == sum("（" in row["Name"] for row in rows)
    assert all(set("".join(found)) | set("（） ") >= set(name) for name, found in split.items())


def test_every_name_is_found_by_its_characters_and_by_some_reading(rows: list[dict[str, str]]) -> None:
    for name in (name for row in rows for name in split_aliases(row["Name"])):
        (phrase, *_) = query_phrases(f'"{name}"')
        assert phrase == " ".join(index_text(name).replace("·", " ").replace(".", " ").split())
        assert readings(name)


def test_a_name_in_traditional_script_is_found_in_simplified(rows: list[dict[str, str]]) -> None:
    traditional = [row["Name"] for row in rows if script_of(row["Name"]) == "Hant"]
    assert "呂加平" in traditional
    assert fold_text("呂加平") == "吕加平"
