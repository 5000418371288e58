"""The dates along a timeline read as every other date of the window does."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.ui.timeline_layout import Axis, written


@pytest.mark.parametrize(
    ("width", "english", "chinese"),
    [(2000, "11 Nov 2025", "2025年11月11日"), (300, "Oct 2025", "2025年10月"), (60, "2026", "2026年")],
)
def test_as_much_of_a_date_as_there_is_room_for_reads_in_the_language_of_the_window(
    width: int, english: str, chinese: str
) -> None:
    days = [day for _, day in Axis(date(2025, 9, 20), date(2026, 1, 20), width).ticks()]
    assert english in [written(day, "en") for day in days]
    assert chinese in [written(day, "zh_Hans") for day in days]
