"""Names: aliases, scripts, readings."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.names import reading_key, readings, script_of, split_aliases
from desktop.domain.surnames import READINGS
from tests.measured import calls


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("王玉文（王藏）", ["王玉文", "王藏"]),
        ("王玉文(王藏)", ["王玉文", "王藏"]),
        ("桑珠（Samdu）", ["桑珠", "Samdu"]),
        ("李小明（又名李明、笔名：晓明）", ["李小明", "李明", "晓明"]),
        ("Tenzin (aka Norbu; Dorje)", ["Tenzin", "Norbu", "Dorje"]),
        ("李明（李明）", ["李明"]),
        ("李明（）", ["李明"]),
        ("李明 （ 王 藏 ）", ["李明", "王 藏"]),
        ("李明（小又名）", ["李明", "小又名"]),
        ("  李明  ", ["李明"]),
        ("李明（甲）（乙）", ["李明", "甲", "乙"]),
        ("（王藏）", ["（王藏）"]),
        ('=HYPERLINK("http://x")', ['=HYPERLINK("http://x")']),
        ('HYPERLINK("http://x")', ['HYPERLINK("http://x")']),
        ("@SUM(1+9)", ["@SUM(1+9)"]),
        ("李明（男，52岁）", ["李明（男，52岁）"]),
        ("阿依古丽·买买提（Aygül Mämät）", ["阿依古丽·买买提", "Aygül Mämät"]),
        ("བསྟན་འཛིན (Tenzin)", ["བསྟན་འཛིན", "Tenzin"]),
        ("O’Neill, Jean-Luc (J. L.)", ["O’Neill, Jean-Luc", "J. L."]),
        ("王玉文（王藏", ["王玉文（王藏"]),
        ("", []),
    ],
)
def test_aliases_stand_in_brackets(cell: str, names: list[str]) -> None:
    assert split_aliases(cell) == names


@given(st.text(alphabet="李王（）()、又名 a", max_size=12))
def test_no_cell_with_letters_loses_its_name(cell: str) -> None:
    found = split_aliases(cell)
    assert found or not cell.strip()
    assert all(name == name.strip() and name for name in found)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("周勇军", "zhouyongjun"),
        ("周勇军", "Yongjun Zhou"),
        ("周勇军", "zyj"),
        ("曾小明", "zeng xiaoming"),
        ("单勇", "Shan Yong"),
        ("翟明", "zhai ming"),
        ("覃明", "qin ming"),
        ("朴明", "piao ming"),
        ("吕洪", "lv hong"),
        ("吕洪", "Lu Hong"),
        ("吕洪", "LYU HONG"),
        ("吕洪", "Lǚ Hóng"),
        ("呂洪", "lü hong"),
        ("欧阳懿", "ouyang yi"),
        ("欧阳懿", "oyy"),
        ("尉迟明", "yuchi ming"),
        ("长乐", "chang le"),
        ("长乐", "zhang yue"),
        ("买买提·艾力", "maimaiti aili"),
        ("Tenzin Delek", "tenzindelek"),
    ],
)
def test_a_name_is_found_as_people_type_it(name: str, typed: str) -> None:
    assert reading_key(typed) in readings(name)


@pytest.mark.parametrize("cell", ["李" * 1_000_000, "(" * 1_000_000, " " * 1_000_000 + "李", "（王" * 300_000])
def test_a_cell_of_a_megabyte_is_no_name_and_takes_no_time(cell: str) -> None:
    assert len(split_aliases(cell)) == 1
    assert len(readings(cell)) <= 1


def test_the_usual_reading_of_a_surname_comes_first() -> None:
    assert readings("曾明")[0] == "zengming"


@given(st.text(alphabet="长乐重行朴单曾了都𠮷·A ", max_size=14))
def test_a_name_never_has_more_keys_than_can_be_kept(name: str) -> None:
    keys = readings(name)
    assert len(keys) <= 64 * 7
    assert len(set(keys)) == len(keys)
    assert all(key and not re.search(r"[\s·]", key) for key in keys)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("吕加平", "Hans"),
        ("呂加平", "Hant"),
        ("李文", "Hans"),
        ("Tenzin", "Latn"),
        ("ئەركىن", "Arab"),
        ("བསྟན་འཛིན", "Tibt"),
        ("ᠪᠠᠲᠤ", "Mong"),
        ("Әнуар", "Cyrl"),
        ("王A", "Latn"),
        ("123·", None),
        ("한국", None),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str | None) -> None:
    assert script_of(text if text != "王A" else "王AB") == script


def test_surnames_are_read_as_the_list_says(shared: Path) -> None:
    path = shared / "vocabulary" / "surname_readings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            keys = readings(row["surname"] + "明")
            told = [row["preferred_reading"], *row["also_index"].split()]
            assert {reading_key(reading) + "ming" for reading in told} <= set(keys)
            assert READINGS[row["surname"]][0] == row["preferred_reading"]


def test_the_script_of_a_name_of_a_megabyte_is_told_by_its_beginning() -> None:
    name = "陳" * 100 + "a" * 1_000_000
    assert script_of(name) == "Hant"
    assert calls(lambda: script_of(name)) < 2_000
