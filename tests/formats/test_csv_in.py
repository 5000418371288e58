"""Tables from anywhere: read word for word, with every problem by row and column."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.errors import JiashuError, Refused
from desktop.formats.csv_in import MAX_BYTES, MAX_ROWS, Problem, Table, read_table
from tests.measured import MIB, room

NAMES = "姓名,性别,出生日期\r\n林安然,女,1984-03-02\r\n王远,男,一九七九年\r\n何青,女,2021\r\n"
TRADITIONAL = "姓名,性別,出生日期\r\n陳玉蘭,女,1984-03-02\r\n王遠,男,一九七九年\r\n"


def problems(table: Table) -> list[tuple[int, int, str]]:
    return [(problem.row, problem.column, problem.code) for problem in table.problems]


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def refused(data: bytes, code: str) -> Refused:
    with pytest.raises(Refused) as caught:
        read_table(data)
    assert caught.value.code == code
    return caught.value


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    table = read_table(b'a,b\n"1\n2",x\n\n3,y\n')
    assert [(row.number, row.cells) for row in table.rows] == [(2, ("1\n2", "x")), (4, ("3", "y"))]
    assert problems(table) == [(3, 0, "blank_row")]


@pytest.mark.fault(20)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"]
)
def test_fault_20_an_encoding_of_simplified_chinese_is_found(encoding: str) -> None:
    assert cells(read_table(NAMES.encode(encoding)))[1] == ("王远", "男", "一九七九年")


@pytest.mark.fault(20)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5", "big5hkscs", "gb18030"])
def test_fault_20_an_encoding_of_traditional_chinese_is_found(encoding: str) -> None:
    assert cells(read_table(TRADITIONAL.encode(encoding)))[0] == ("陳玉蘭", "女", "1984-03-02")


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000154a24f5f"
)


@pytest.mark.fault(20)
@pytest.mark.parametrize(
    "content",
    [PICTURE, b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00Name", b"%PDF-1.7\nName,Place\n", bytes(range(256)) * 9],
    ids=["a picture", "a spreadsheet's own file", "a document", "anything"],
)
def test_fault_20_a_file_that_is_no_text_is_told_so(content: bytes) -> None:
    refused(content, "table.binary")


def test_a_stray_control_makes_no_table_binary() -> None:
    assert cells(read_table(b"Name\nAn\x1fna\x1f\n")) == [("An\x1fna\x1f",)]


@pytest.mark.fault(20)
def test_fault_20_bytes_of_no_encoding_are_refused_rather_than_guessed_at() -> None:
    with pytest.raises(Refused, match=r"text\.encoding"):
        read_table("a,b\n林,x\n".encode("gb18030"), encoding_name="utf-8")


@pytest.mark.fault(20)
def test_fault_20_a_year_stays_a_year() -> None:
    assert cells(read_table(NAMES.encode()))[2] == ("何青", "女", "2021")


@pytest.mark.fault(20)
def test_fault_20_an_impossible_date_stays_word_for_word() -> None:
    assert cells(read_table(b"born\n31/02/1990\n1952-08021\n")) == [("31/02/1990",), ("1952-08021",)]


@pytest.mark.fault(20)
def test_fault_20_lines_may_end_with_returns_alone() -> None:
    assert cells(read_table(b"a,b\r1,2\r3,4\r")) == [("1", "2"), ("3", "4")]


@pytest.mark.fault(20)
def test_fault_20_a_return_alone_inside_a_line_is_reported_and_kept() -> None:
    table = read_table(b"a,b\n1\r2,3\n4,5\n")
    assert cells(table)[0] == ("1\r2", "3")
    assert problems(table) == [(2, 1, "lone_return")]


@pytest.mark.fault(20)
def test_fault_20_a_nul_is_reported_with_its_place() -> None:
    table = read_table(b"a,b\n1,x\0y\n")
    assert table.problems == (Problem(2, 2, "nul"),)
    assert table.problems[0].blocking


@pytest.mark.fault(20)
def test_fault_20_an_unbalanced_quote_is_refused_with_its_place() -> None:
    refusal = refused(b'a,b\n1,2\n3,"four\n5,6\n', "table.unbalanced_quote")
    assert refusal.details == {"row": 3, "column": 2}


@pytest.mark.fault(20)
def test_fault_20_a_quote_that_ends_too_early_is_reported() -> None:
    table = read_table(b'a,b\n"1"x,2\n')
    assert cells(table) == [("1x", "2")]
    assert problems(table) == [(2, 1, "stray_quote")]


@pytest.mark.fault(20)
def test_fault_20_a_cell_of_100_megabytes_is_refused_with_its_place() -> None:
    refusal = refused(b"a,b\n1,2\n3," + b"x" * 100_000_000, "table.cell_too_long")
    assert (refusal.details["row"], refusal.details["column"]) == (3, 2)


@pytest.mark.fault(20)
def test_fault_20_a_quoted_cell_of_100_megabytes_is_refused_with_its_place() -> None:
    refusal = refused(b'a,b\n1,"' + b'""' * 50_000_000 + b'"', "table.cell_too_long")
    assert (refusal.details["row"], refusal.details["column"]) == (2, 2)


@pytest.mark.fault(20)
def test_fault_20_a_hundred_thousand_columns_are_refused() -> None:
    assert refused(b"," * 100_000 + b"\n", "table.too_many_columns").details["row"] == 1
    assert refused(b"a\n" + b"," * 100_000 + b"\n", "table.too_many_columns").details["row"] == 2


@pytest.mark.fault(20)
def test_fault_20_no_more_than_the_limit_is_read_from_a_stream() -> None:
    class Endless(io.RawIOBase):
        """A file that never ends."""

        given = 0

        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= MAX_BYTES + 1
            self.given += size
            return (b"12345678,abcdefg\n" * (size // 17 + 1))[:size]

    endless = Endless()
    with pytest.raises(Refused, match=r"table\.too_large"):
        read_table(endless)  # type: ignore[arg-type]
    assert endless.given <= MAX_BYTES + 1


@pytest.mark.fault(20)
def test_fault_20_a_table_of_empty_cells_is_bounded() -> None:
    refused(b"a,b\n" + (b"," * 1000 + b"\n") * 5000, "table.too_many_cells")


@pytest.mark.fault(20)
def test_fault_20_headers_twice_or_empty_are_reported() -> None:
    assert problems(read_table("Name, name ,,姓名\n".encode())) == [(1, 2, "duplicate_header"), (1, 3, "empty_header")]


@pytest.mark.fault(20)
def test_fault_20_rows_too_short_and_too_long_are_reported() -> None:
    table = read_table(b"a,b\n1\n1,2,3\n1,2,,\n")
    assert cells(table) == [("1", ""), ("1", "2"), ("1", "2")]
    assert problems(table) == [(2, 0, "row_too_short"), (3, 3, "row_too_long")]


@pytest.mark.parametrize("data", [b"", b"\n\n\n", b"\xef\xbb\xbf", b"\r\n", b",,,\n,,\n"])
def test_a_table_with_nothing_in_it_is_refused(data: bytes) -> None:
    refused(data, "table.empty")


@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_the_sign_between_cells_is_found(sign: str) -> None:
    text = f'a{sign}"b,;\t,,;;"{sign}c\n1{sign}2{sign}3,;4\n'.replace(f"3,;4{sign}", "3")
    table = read_table(text.replace("3,;4", "3").encode())
    assert table.delimiter == sign
    assert table.header == ("a", "b,;\t,,;;", "c")
    assert cells(table) == [("1", "2", "3")]


def test_the_real_list_of_prisoners_is_read_whole(shared: Path) -> None:
    table = read_table((shared / "data/china-political-prisoners.csv").read_bytes())
    assert table.header == ("Name", "Gender", "Date of Birth", "Date of Death", "Place", "Sentence", "Source")
    assert len(table.rows) == 926
    assert table.problems == ()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_the_real_list_is_the_same_in_every_encoding(shared: Path, encoding: str) -> None:
    data = (shared / "data/china-political-prisoners.csv").read_bytes()
    assert read_table(data.decode().encode(encoding)).rows == read_table(data).rows


def test_the_real_list_of_camps_is_read_from_code_page_437(shared: Path) -> None:
    table = read_table((shared / "data/camps/210720_all_locations_BFN.csv").read_bytes())
    assert (table.delimiter, table.encoding) == ("\t", "cp437")
    assert any("Ürümqi" in cell for row in table.rows for cell in row.cells)
    assert (2, 0, "blank_row") in problems(table)


def test_a_real_template_with_blank_rows_and_spaces_is_read(shared: Path) -> None:
    table = read_table((shared / "data/uwazi/test.csv").read_bytes())
    assert len(table.rows) == 3
    assert problems(table) == [(2, 0, "blank_row")]


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=2, max_size=2)))
@example([["", ""]])
def test_what_the_standard_writer_writes_is_read(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["one", "two"], *rows])
    table = read_table(out.getvalue().encode("utf-8-sig"))
    assert [list(row) for row in cells(table)] == rows


@given(st.binary(max_size=300))
def test_whatever_is_read_gives_a_table_or_a_refusal(untrusted: bytes) -> None:
    try:
        table = read_table(untrusted)
    except JiashuError:
        return
    assert all(len(row.cells) == len(table.header) for row in table.rows)


@given(st.text(alphabet='ab",;\t\r\n\0', max_size=60))
def test_whatever_signs_come_together_rows_keep_their_width(text: str) -> None:
    try:
        table = read_table(text.encode())
    except JiashuError:
        return
    assert all(len(row.cells) == len(table.header) for row in table.rows)


def test_nothing_is_left_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    read_table(NAMES.encode())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.fault(20)
def test_fault_20_of_endless_problems_the_first_are_kept_and_all_are_counted() -> None:
    table = read_table(b"a,b\n" + b"1,x\0y\n2\n" * 2_000)
    assert [problem.code for problem in table.problems] == ["nul", "row_too_short"] * 100
    assert table.more == {"nul": 1_900, "row_too_short": 1_900}


@pytest.mark.fault(20)
def test_fault_20_tens_of_thousands_of_blank_rows_take_no_more_room_than_their_text() -> None:
    data = b"a\n" + b"\n" * 60_000
    assert room(lambda: read_table(data)) < 2 * MIB  # a problem for each would be 12


@pytest.mark.fault(20)
def test_fault_20_more_rows_than_a_vault_is_built_for_are_refused() -> None:
    assert len(read_table(b"a\n" + b"x\n" * MAX_ROWS).rows) == MAX_ROWS
    assert refused(b"a\n" + b"x\n" * (MAX_ROWS + 1), "table.too_many_rows").details == {"limit": MAX_ROWS}


@pytest.mark.fault(20)
def test_fault_20_a_heading_that_every_row_would_repeat_is_not_endless() -> None:
    assert read_table(b"a," + b"x" * 1000 + b"\n1,2\n").header[1] == "x" * 1000
    assert refused(b"a," + b"x" * 1001 + b"\n1,2\n", "table.header_too_long").details["column"] == 2
