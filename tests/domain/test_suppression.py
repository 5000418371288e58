"""No small count of a table for others can be worked out from what is said beside it."""

from __future__ import annotations

import pytest

from desktop.domain.suppression import hidden_too, told_apart


def column(*counts: int, total: bool = False) -> list[str]:
    """One column as others get it."""
    cells = {(row, 0): count for row, count in enumerate(counts)}
    too = hidden_too(cells, totals=[(0, 0)] if total else [])
    return ["?" if place in too else "<" if 0 < count < 3 else str(count) for place, count in cells.items()]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((9, 7, 5), ["9", "7", "5"]),
        ((9, 0, 5, 1), ["9", "0", "?", "<"]),
        ((9, 4, 1, 1), ["9", "?", "<", "<"]),
        ((9, 4, 2, 1), ["9", "4", "<", "<"]),
        ((9, 4, 3, 1), ["9", "?", "?", "<"]),
        ((3, 1), ["?", "?"]),
        ((1, 1), ["<", "<"]),
        ((2, 2, 0), ["?", "?", "0"]),
    ],
)
def test_the_next_smallest_count_stays_unsaid_while_a_small_one_could_be_told_from_the_sum(
    counts: tuple[int, ...], told: list[str]
) -> None:
    assert column(*counts) == told


def test_the_sum_stays_unsaid_where_nothing_else_is_left_to_be_hidden() -> None:
    assert column(3, 1, 1, 1, total=True) == ["?", "<", "<", "<"]


def test_a_small_count_is_told_neither_by_its_row_nor_by_its_column() -> None:
    cells = {(0, 1): 1, (0, 2): 8, (0, 3): 20, (1, 1): 9, (1, 2): 30, (1, 3): 30}
    assert hidden_too(cells, rows=True) == {(0, 2), (1, 1), (1, 2)}


def test_a_nought_stays_unsaid_where_a_hidden_count_would_stand_alone_in_its_line() -> None:
    cells = {(0, 1): 1, (0, 2): 8, (1, 1): 0, (1, 2): 9}
    assert hidden_too(cells, rows=True) == cells.keys()  # 9 + 9 less 17 would say of the small one that it is 1


def test_rows_and_columns_together_do_not_tell_a_small_count_either() -> None:
    cells = dict(
        zip([(row, column) for row in range(2) for column in range(4)], (9, 1, 9, 1, 2, 12, 0, 12), strict=True)
    )
    assert {(0, 2), (1, 2)} & hidden_too(cells, rows=True)  # else 9 + 1 + 1 is all the first row can be


@pytest.mark.parametrize(
    ("before", "after", "apart"),
    [
        (4, 5, True),
        (6, 4, True),
        (4, 7, False),
        (4, 4, False),
        (0, "<3", True),
        ("<3", 4, True),
        ("<3", 5, False),
        ("<3", "<3", False),
        (4, "not told", False),
        ("Parent", "Child", False),
    ],
)
def test_two_counts_told_on_different_days_point_at_somebody_where_one_or_two_came_or_went(
    before: int | str, after: int | str, apart: bool
) -> None:
    assert told_apart(before, after) is apart
