"""Tables of ours: nothing runs in a spreadsheet, and our own import reads back every cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.formats.csv_in import read_table
from desktop.formats.csv_out import BOM, WITHHELD, write_table

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
DANGEROUS = st.sampled_from(
    ["=HYPERLINK(1)", "+1", "-1", "@x", "'=1", "'", "a [']", "\t=1", WITHHELD, "", "\r", '"', ";"]
)
CELLS = WORDS | DANGEROUS


def written(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    out = io.BytesIO()
    write_table(out, header, rows)
    return out.getvalue()


def seen(data: bytes) -> list[list[str]]:
    """The cells as a spreadsheet sees them."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.fault(20)
@given(
    st.integers(1, 4).flatmap(
        lambda width: st.tuples(
            st.lists(CELLS, min_size=width, max_size=width),
            st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=5),
        )
    )
)
@example((["a"], [[""], ["x"]]))
@example((["= a", "b [']"], [["'x", "=1"], ["", ""]]))
def test_fault_20_our_export_is_read_back_identically(table: tuple[list[str], list[list[str]]]) -> None:
    header, rows = table
    if not any(header):
        header = ["a", *header[1:]]
    read = read_table(written(header, rows))
    assert list(read.header) == header
    assert [list(row.cells) for row in read.rows] == rows


@pytest.mark.fault(20)
@pytest.mark.parametrize(
    "cell", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "　=1", "＝1"]
)
def test_fault_20_no_cell_is_a_formula(cell: str) -> None:
    assert seen(written(["a", "b"], [["x", cell]]))[1] == ["x", "'" + cell]


@pytest.mark.fault(20)
def test_fault_20_no_header_is_a_formula() -> None:
    assert seen(written(["=a"], []))[0] == ["'=a [']"]


@pytest.mark.fault(20)
def test_fault_20_the_header_line_marks_the_columns_with_the_sign() -> None:
    assert seen(written(["phone", "note"], [["+86 10", "x"]]))[0] == ["phone [']", "note"]


def test_a_table_without_formulas_has_no_marks() -> None:
    assert written(["姓名", "year"], [["林安然", "2021"]]) == BOM + "姓名,year\r\n林安然,2021\r\n".encode()


def test_a_row_of_another_width_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="as long"):
        written(["a", "b"], [["1"]])
